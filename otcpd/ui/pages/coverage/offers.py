"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NOTHING, SAVE = "nothing", "save"


def coverage_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NOTHING, "Find standards that nothing counts for"),
        Offer(SAVE, "Save coverage as a document"),
    )
