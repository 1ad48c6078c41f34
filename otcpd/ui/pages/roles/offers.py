"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW_POST, NEW_AIM, NEW_OPPORTUNITY = "new post", "new aim", "new opportunity"


def roles_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW_POST, "New post", changes=True),
        Offer(NEW_AIM, "Choose a role to aim for", changes=True),
        Offer(NEW_OPPORTUNITY, "New opportunity", changes=True),
    )
