"""The text of the help, with dots of our own before the points of its lists."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextBrowser, QWidget

from otcpd.ui.help.dressing import is_dotted
from otcpd.ui.theme.theme import Theme

_DOT = 5
_BEFORE = 12
"""Logical pixels from the middle of a dot to the text."""


class HelpText(QTextBrowser):
    """Qt sets a dot against the first letter; here it stands clear of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("ink2"))
        block = self.document().begin()
        while block.isValid():
            if is_dotted(block):
                self._dot(painter, block)
            block = block.next()

    def _dot(self, painter: QPainter, block: QTextBlock) -> None:
        text = block.layout()
        if not text.lineCount():
            return
        line = text.lineAt(0).naturalTextRect().translated(text.position())
        middle = QPointF(line.left() - self._theme.px(_BEFORE), line.center().y())
        radius = self._theme.px(_DOT) / 2
        painter.drawEllipse(middle, radius, radius)
