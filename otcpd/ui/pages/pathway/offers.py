"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW_GOAL = "new"
"""Alone it opens an empty goal; followed by a reference to an item of a framework and a level, one about these:
"new rcot_career@2022:leadership 5"."""


def pathway_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (Offer(NEW_GOAL, "New goal", changes=True),)


def new_about(thing: str) -> tuple[str, int | None] | None:
    """The item and the level of "new ITEM LEVEL"; an empty item and no level for "new" alone, None for anything
    else."""
    begin, _, rest = thing.partition(" ")
    if begin != NEW_GOAL:
        return None
    item, _, level = rest.rpartition(" ")
    if item and level.isdigit():
        return item, int(level)
    return rest, None
