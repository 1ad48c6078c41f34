"""The year of supervision as a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.year import year_content
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.year_card import YearCard

SIZE = (1040, 720)
TITLE, SENTENCE = "Year view", "Every session, and the days by which the next ones are due. Enter opens a session."


class YearDialog(PanelDialog):
    """Show it with `open_once`."""

    session_wanted = Signal(str)

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget) -> None:
        super().__init__(desk.theme, TITLE, SENTENCE, SIZE, parent)
        self._contents = contents
        self.card = YearCard(desk.theme, desk.announcer)
        self.body.addWidget(DownScroll(desk.theme, self.card), 1)
        self.card.year_wanted.connect(self._show)
        self.card.opened.connect(self._on_opened)
        self._show(contents.today.year)
        self.card.view.setFocus()

    def _show(self, year: int) -> None:
        if date.min.year < year < date.max.year:
            self.card.show_year(year_content(self._contents, year))

    def _on_opened(self, key: str) -> None:
        self.accept()
        self.session_wanted.emit(key)
