"""A status in a word: always an icon or plain words, never the colour alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role


class Tone(Enum):
    """Ground, text and icon of a pill."""

    GOOD = ("accent_soft", "accent", "tick")
    WARN = ("warn_soft", "warn", "warn")
    ERROR = ("error_soft", "error", "error")
    INFO = ("info_soft", "info", "info")
    QUIET = ("sunken", "ink2", "")


class Pill(QLabel):
    """A short word on a tinted ground."""

    def __init__(self, theme: Theme, text: str, tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = theme.metrics(self._role()).horizontalAdvance(self.text()) + 2 * theme.gap(10)
        if self._tone.value[2]:
            width += theme.px(16) + theme.gap(6)
        return QSize(round(width) + 1, theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        ground, token, picture = self._tone.value
        area = QRectF(self.rect())
        rounded(painter, area, area.height() / 2, theme.colour(ground))
        left = float(theme.gap(10))
        if picture:
            size = theme.px(16)
            icon(painter, theme, picture, token, QPointF(left + size / 2, area.center().y()), size)
            left += size + theme.gap(6)
        painter.setFont(theme.font(self._role()))
        painter.setPen(theme.colour(token))
        painter.drawText(area.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _role(self) -> Role:
        return Role.META if self._tone is Tone.QUIET else Role.META_STRONG
