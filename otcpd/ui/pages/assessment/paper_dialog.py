"""The dialog in which a self-assessment is seen as a document, and saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.assessment.state import AssessmentState
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.panel_dialog import PanelDialog


class PaperDialog(PanelDialog):
    """Show it with `open_once`."""

    def __init__(self, desk: Desk, state: AssessmentState, parent: QWidget) -> None:
        super().__init__(desk.theme, "", "", (600, 600), parent)
