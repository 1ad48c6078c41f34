"""What people look for by name, before the page has been built; things to go to as well."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

PLAN, AGREED, WORKLOAD, MANAGER = "plan", "agreed", "workload", "manager"


def protected_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(PLAN, "Plan protected time", changes=True),
        Offer(AGREED, "Note what protected time is agreed", changes=True),
        Offer(WORKLOAD, "Note your workload", changes=True),
        Offer(MANAGER, "Make a page for my manager"),
    )
