"""What people look for by name, before the page has been built; things to go to as well."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW, BRING_IN, COPY = "new", "bring_in", "copy"


def reading_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW, "Add reading", changes=True),
        Offer(BRING_IN, "Bring in references", changes=True),
        Offer(COPY, "Copy the reference list"),
    )
