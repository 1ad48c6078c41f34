"""What people look for by name, before the page has been built."""

from __future__ import annotations

from otcpd.ui.pages.base import Offer

NEW, PREVIEW = "new", "preview"


def assessment_offers() -> tuple[Offer, ...]:
    """Offers of the command palette."""
    return (
        Offer(NEW, "Begin a self-assessment", changes=True),
        Offer(PREVIEW, "Save your self-assessment as a document"),
    )
