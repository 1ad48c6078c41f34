"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

ADD, PAPER, MISSING = "add", "paper", "missing"


def next_role_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(ADD, "Add what the next role asks", changes=True),
        Offer(PAPER, "Save what the next role asks as a document"),
        Offer(MISSING, "Find what is missing for the next role"),
    )
