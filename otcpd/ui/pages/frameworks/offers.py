"""What people look for by name, before the page has been built; things to go to as well."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW, IMPORT = "new", "import"


def frameworks_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW, "New framework", changes=True),
        Offer(IMPORT, "Import framework", changes=True),
    )
