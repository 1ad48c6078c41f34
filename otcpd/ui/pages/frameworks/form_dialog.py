"""A dialog with a form in it that scrolls, and its buttons below."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog

SIZE = (600, 640)
_LOW = 300
"""Pixels of height at 100 % below which there is no room for more than the form."""


class FormDialog(PanelDialog):
    """Subclasses fill it with `add` and `add_buttons`, then call `show_form`. Show it with `open_once`."""

    def __init__(self, desk: Desk, title: str, sentence: str, parent: QWidget, size: tuple[int, int] = SIZE) -> None:
        super().__init__(desk.theme, title, sentence, size, parent)
        self.desk = desk
        self._form = QWidget()
        self.column = QVBoxLayout(self._form)
        self.column.setContentsMargins(RING_SPACE, RING_SPACE, RING_SPACE, desk.theme.gap(8))
        self.column.setSpacing(desk.theme.gap(14))
        self.setAccessibleDescription(sentence)
        self.scroller = DownScroll(desk.theme, steady=True)
        self.body.addWidget(self.scroller, 1)
        desk.session.closing.connect(self.reject)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window the form needs the room; the dialog's description still says it.
        self.sentence.setVisible(self.height() / self.desk.theme.factor >= _LOW)

    def add(self, *widgets: QWidget) -> None:
        """Put these below what is there."""
        for widget in widgets:
            self.column.addWidget(widget)

    def add_buttons(self, *buttons: Button) -> QWidget:
        """Put these side by side below what is there, as far as there is room."""
        ways = QWidget()
        row = FlowLayout(ways, gap=self.desk.theme.gap(10) - 2 * RING_SPACE)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(Overhang(ways, fills=True))
        return ways

    def show_form(self) -> None:
        """All parts are in: show them."""
        self.column.addStretch(1)
        self.scroller.hold(self._form)
