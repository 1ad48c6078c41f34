"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW_SESSION, NEW_AGREEMENT, YEAR, TO_RECORD = "new_session", "new_agreement", "year", "to_record"


def supervision_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW_SESSION, "New session", changes=True),
        Offer(NEW_AGREEMENT, "New agreement", changes=True),
        Offer(YEAR, "Year view"),
        Offer(TO_RECORD, "Sessions to record"),
    )
