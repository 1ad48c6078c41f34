"""A piece of evidence, seen over the page from which it was asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.evidence import Evidence
from otcpd.ui.pages.base import Desk
from otcpd.ui.preview.evidence_preview import EvidencePreview
from otcpd.ui.preview.kind_words import about
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.panel_dialog import PanelDialog

SIZE = (860, 760)


class PreviewDialog(PanelDialog):
    """Show it with `open_once`. Esc closes it."""

    page_wanted = Signal(str)
    """The piece with this id is wanted on the Evidence page."""

    def __init__(self, desk: Desk, piece: Evidence, parent: QWidget) -> None:
        super().__init__(desk.theme, piece.caption.strip() or piece.name, about(piece), SIZE, parent)
        self._piece = piece
        self.preview = EvidencePreview(desk)
        self.to_page = Button(desk.theme, "Show on the Evidence page", compact=True)
        self.to_page.clicked.connect(self._on_to_page)
        self.preview.add_button(self.to_page)
        self.body.addWidget(DownScroll(desk.theme, self.preview))
        self.finished.connect(self.preview.clear)
        self.preview.show_evidence(piece.id)
        self.preview.shown.connect(self._on_shown)
        self.preview.open_button.setFocus()

    def _on_shown(self) -> None:
        self.preview.take_focus()

    def _on_to_page(self) -> None:
        self.accept()
        self.page_wanted.emit(self._piece.id)
