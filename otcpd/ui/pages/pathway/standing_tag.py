"""How a goal stands, as a small tag: a word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.domain.goal_progress import STANDING_WORDS, TO_LOOK_AT, Standing
from otcpd.ui.painting import rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_GOOD = (Standing.ON_TRACK, Standing.REACHED)


class StandingTag(QLabel):
    """ "On track", "Review due"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing = Standing.NOT_BEGUN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_standing(self, standing: Standing, why: str) -> None:
        """Show this, and say why when asked."""
        self._standing = standing
        self.setText(STANDING_WORDS[standing])
        self.setAccessibleDescription(why)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        width = theme.width(Role.META_STRONG, self.text()) + 2 * theme.gap(12)
        return QSize(round(width) + 1, theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        ground, ink = "sunken", "ink2"
        if self._standing in _GOOD:
            ground, ink = "accent_soft", "accent"
        elif self._standing in TO_LOOK_AT:
            ground, ink = "warn_soft", "warn"
        area = QRectF(self.rect())
        rounded(painter, area, area.height() / 2, theme.colour(ground))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
