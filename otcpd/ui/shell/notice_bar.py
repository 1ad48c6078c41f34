"""A thin bar above the pages that says how this window is special: reading only, a sample."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.ui.painting import hairline
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
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.gap(24), theme.gap(4), theme.gap(16), theme.gap(4))
        row.addWidget(IconLine(theme, "info", sentence, token="info", wrap=True), 1)
        row.addWidget(self.button)
        self.setMinimumHeight(theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("info_soft"))
        bottom = self.height() - 1
        line = self._theme.colour("info_line")
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), line)
