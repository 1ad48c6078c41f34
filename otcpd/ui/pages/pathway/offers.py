"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW_GOAL = "new"
"""Alone it opens an empty goal; followed by a reference to an item of a framework and a level, one about these:
"new rcot_career@2022:leadership 5"."""


def pathway_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (Offer(NEW_GOAL, "New goal", changes=True),)
