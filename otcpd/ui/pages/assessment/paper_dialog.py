"""The dialog in which a self-assessment is seen as a document, and saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.portfolio.papers.assessment_content import AssessmentPaper
from otcpd.ui.pages.assessment.paper_content import paper_content
from otcpd.ui.pages.assessment.state import AssessmentState
from otcpd.ui.pages.base import Desk
from otcpd.ui.papers.document_dialog import DocumentDialog
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.icon_line import IconLine

TITLE = "Your self-assessment"
SENTENCE = "What you see here is exactly what leaves, and nothing is sent."
REASONS = "With my reasons and what shows them"
STAYS = "Notes to yourself, and reasons that only you may read, stay here."
SAVE = "Save the document"


class PaperDialog(DocumentDialog):
    """Show it with `open_once`."""

    def __init__(self, desk: Desk, state: AssessmentState, parent: QWidget) -> None:
        super().__init__(desk, (TITLE, SENTENCE, SAVE), parent)
        self._state = state
        self.reasons = TickBox(desk.theme, REASONS)
        self.reasons.setChecked(True)
        self.add(self.reasons, IconLine(desk.theme, "lock", STAYS, wrap=True))
        self.reasons.toggled.connect(self._show)
        self.content: AssessmentPaper = paper_content(desk.session.record, state)
        """What leaves."""
        self._show()

    def on_save(self) -> None:
        self.saver.save(self.content)

    def _show(self, *_on: object) -> None:
        self.content = paper_content(self.desk.session.record, self._state, reasons=self.reasons.isChecked())
        self.preview.show_paper(self.content)
        self.saver.put_away()
