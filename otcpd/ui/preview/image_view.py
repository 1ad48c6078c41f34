"""A picture, or the pages of a scan."""

from __future__ import annotations

from otcpd.domain.evidence import EvidenceKind
from otcpd.ui.preview.pages_view import PagesView


class ImageView(PagesView):
    """A picture is not shown larger than it is until one asks for it, and stands upright as the camera was held."""

    kind = EvidenceKind.IMAGE

    def where(self, page: int, listed: int, pages: int) -> str:
        return super().where(page, listed, pages) if pages > 1 else ""
