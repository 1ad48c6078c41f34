"""What people look for by name, before the page has been built; things to go to as well."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW, LEARNING, AGREE, REVIEW, TURN, PAPER = "new", "learning", "agree", "review", "turn", "paper"


def plan_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW, "Start a learning plan", changes=True),
        Offer(LEARNING, "Plan something to learn", changes=True),
        Offer(AGREE, "Note who agreed to my learning plan", changes=True),
        Offer(REVIEW, "Note a review of my learning plan", changes=True),
        Offer(TURN, "Turn the year of my learning plan", changes=True),
        Offer(PAPER, "Save your learning plan as a document"),
    )
