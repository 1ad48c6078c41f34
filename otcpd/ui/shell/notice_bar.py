"""A thin bar above the pages that says how this window is special: reading only, a sample."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.ui.layout import Layout
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.icon_line import IconLine


class NoticeBar(QWidget):
    """One sentence, and at most one button."""

    def __init__(self, theme: Theme, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(sentence)
        self.button = Button(theme, action, Kind.QUIET, compact=True)
        if not action:
            self.button.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconLine(theme, "info", sentence, token="info", wrap=True), 1)
        self._row.addWidget(self.button)

    def apply_layout(self, layout: Layout) -> None:
        """Stand in line with the page below; one height with and without a button."""
        theme = self._theme
        edge, ends = theme.gap(layout.edge), theme.gap(2)
        self._row.setContentsMargins(edge, ends, edge - RING_SPACE, ends)
        self.setMinimumHeight(self.button.sizeHint().height() + 2 * ends)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("info_soft"))
        bottom = self.height() - 1
        line = self._theme.colour("info_line")
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), line)
