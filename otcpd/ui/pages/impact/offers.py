"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW, ROLL_UP = "new", "roll_up"
FROM = "from "
"""Followed by the id of an activity, it begins an impact from that activity."""


def impact_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW, "New impact", changes=True),
        Offer(ROLL_UP, "The value of OT, in figures and stories"),
    )
