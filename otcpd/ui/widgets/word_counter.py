"""How many words of how many, with a bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui import words
from otcpd.ui.announce import Announcer
from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_BAR = 6


class WordCounter(QWidget):
    """A counter that warns from 90 % on and is read out when it passes 90 and 100 %."""

    def __init__(self, theme: Theme, announcer: Announcer, limit: int, parent: QWidget | None = None) -> None:
        """`limit` is the number of words allowed, more than nought."""
        super().__init__(parent)
        self._theme = theme
        self._announcer = announcer
        self._limit = limit
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int, *, aloud: bool = True) -> None:
        """Show a new count; passing a mark is read out unless `aloud` is off (on first showing)."""
        before, self._count = self._stage(), count
        self._name()
        self.update()
        if aloud and self._stage() > before:
            self._announcer.say(self, self.accessibleName())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.line(Role.WHY) + self._theme.gap(7) + _BAR)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        line = theme.line(Role.WHY)
        text_token, bar_token, picture = (
            ("ink2", "accent", ""),
            ("warn", "warn", "warn"),
            ("error", "error", "error"),
        )[self._stage()]
        left = 0
        if picture:
            size = theme.px(17)
            icon(painter, theme, picture, text_token, QPointF(size / 2, line / 2), size)
            left = size + theme.gap(8)
        painter.setFont(theme.font(Role.WHY))
        painter.setPen(theme.colour(text_token))
        area = QRectF(left, 0, self.width() - left, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.accessibleName())
        bar = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        rounded(painter, bar, _BAR / 2, theme.colour("line"))
        part = min(1.0, self._count / self._limit)
        if part:
            bar.setWidth(max(_BAR, bar.width() * part))
            rounded(painter, bar, _BAR / 2, theme.colour(bar_token))

    def _stage(self) -> int:
        """0 below 90 %, 1 up to the limit, 2 over it."""
        if self._count > self._limit:
            return 2
        return 1 if self._count * 10 >= self._limit * 9 else 0

    def _name(self) -> None:
        self.setAccessibleName(words.word_count(self._count, self._limit))
