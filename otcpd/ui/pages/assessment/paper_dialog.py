"""The dialog in which a self-assessment is seen as a document, and saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.portfolio.papers.assessment_content import AssessmentPaper
from otcpd.ui.layout import NO_MOST
from otcpd.ui.pages.assessment.paper_content import paper_content
from otcpd.ui.pages.assessment.state import AssessmentState
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.papers.preview import PaperPreview
from otcpd.ui.papers.saver import PaperSaver
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog

TITLE = "Your self-assessment as a document"
SENTENCE = "What you see here is exactly what leaves, and nothing is sent."
REASONS = "With my reasons and what shows them"
STAYS = "Notes to yourself, and reasons that only you may read, stay here."
SAVE = "Save the document"
SIZE = (1000, 760)
FORM = 330
"""Logical pixels of what stands beside the pages."""


class PaperDialog(PanelDialog):
    """Show it with `open_once`."""

    def __init__(self, desk: Desk, state: AssessmentState, parent: QWidget) -> None:
        super().__init__(desk.theme, TITLE, SENTENCE, SIZE, parent)
        self._desk = desk
        self._state = state
        theme = desk.theme
        self.reasons = TickBox(theme, REASONS)
        self.reasons.setChecked(True)
        self.save = Button(theme, SAVE, Kind.FILLED, icon="download")
        self.saver = PaperSaver(desk, SAVE, self.save)
        self.preview = PaperPreview(desk)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING_SPACE, RING_SPACE, theme.gap(12), RING_SPACE)
        column.setSpacing(theme.gap(14))
        column.addWidget(self.reasons)
        column.addWidget(IconLine(theme, "lock", STAYS, wrap=True))
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.saver)
        column.addStretch(1)
        self._form = DownScroll(theme, inner, steady=True)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addLayout(Overhang(self._form, fills=True, right=0))
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)
        self.reasons.toggled.connect(self._show)
        self.save.clicked.connect(self._on_save)
        self.content: AssessmentPaper = paper_content(desk.session.record, state)
        """What leaves."""
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() / self._desk.theme.factor >= 2 * FORM
        self.preview.setVisible(roomy)
        if roomy:
            self._form.setFixedWidth(round(self._desk.theme.px(FORM)))
        else:
            self._form.setMinimumWidth(0)
            self._form.setMaximumWidth(NO_MOST)

    def _show(self, *_on: object) -> None:
        record = self._desk.session.record
        self.content = paper_content(record, self._state, reasons=self.reasons.isChecked())
        self.preview.show_paper(self.content)
        self.saver.put_away()

    def _on_save(self) -> None:
        self.saver.save(self.content)
