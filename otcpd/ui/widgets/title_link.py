"""A title that opens what it names: plain words that wrap, underlined when pointed at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import RING_SPACE, draw_lines, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

_MOST_LINES = 3


class TitleLink(PaintedButton):
    """At least as high as what takes a click."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = round(self.theme.width(Role.WHY, self.text())) + 2 * RING_SPACE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(80), max(32, self.theme.px(32)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width)) * self.theme.line(Role.WHY)
        return max(32, self.theme.px(32), lines + self.theme.gap(8))

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        lines = self._lines(self.width())
        font = theme.font(Role.WHY)
        font.setUnderline(self.underMouse())
        top = body.center().y() - len(lines) * theme.line(Role.WHY) / 2
        draw_lines(painter, lines, QPointF(RING_SPACE, top), font, theme.line(Role.WHY), theme.colour("ink"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body().adjusted(1, 1, -1, -1), 6, edge=self.theme.colour("focus"), width=2)

    def _lines(self, width: int) -> list[str]:
        return text_lines(self.text(), self.theme.font(Role.WHY), max(40.0, width - 2 * RING_SPACE), _MOST_LINES)
