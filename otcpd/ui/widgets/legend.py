"""The key to what is painted: signs with their words, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_SIGN, _BESIDE, _BETWEEN, _LINE = 16, 8, 20, 24


class Legend(QLabel):
    """Plain text to a screen reader: the words, one after the other. Whoever makes one of it paints the signs."""

    def __init__(self, theme: Theme, words: Sequence[str], *, at_right: bool = False, parent: QWidget | None = None):
        super().__init__(", ".join(words), parent)
        self._theme = theme
        self._words = tuple(words)
        self._at_right = at_right
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF, size: float) -> None:
        """Paint the sign of the word at a place."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        width = round(self._width(range(len(self._words)))) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(max(self._width([place]) for place in range(len(self._words)))) + 1, self._line())

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._line()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        size, line = theme.px(_SIGN), self._line()
        for row, places in enumerate(self._lines(self.width())):
            left = self.width() - self._width(places) if self._at_right else 0.0
            for place in places:
                self.paint_sign(painter, place, QPointF(left + size / 2, (row + 0.5) * line), size)
                painter.setFont(theme.font(Role.META))
                painter.setPen(theme.colour("ink2"))
                area = QRectF(left + size + theme.gap(_BESIDE), row * line, self.width(), line)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words[place])
                left += self._width([place]) + theme.gap(_BETWEEN)

    def _lines(self, width: float) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        for place in range(len(self._words)):
            if lines[-1] and self._width([*lines[-1], place]) > width + 1:
                lines.append([])
            lines[-1].append(place)
        return lines

    def _width(self, places: Sequence[int]) -> float:
        """How much room the words at these places take beside each other, with their signs."""
        theme = self._theme
        words = sum(theme.width(Role.META, self._words[place]) for place in places)
        signs = len(places) * (theme.px(_SIGN) + theme.gap(_BESIDE))
        return words + signs + theme.gap(_BETWEEN) * (len(places) - 1)

    def _line(self) -> int:
        return self._theme.px(_LINE)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
