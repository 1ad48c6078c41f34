"""A bar for work whose length is known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from otcpd.ui.painting import rounded
from otcpd.ui.theme.theme import Theme

_HEIGHT = 6


class ProgressBar(QProgressBar):
    """Painted like the bar of a word counter; a screen reader finds an ordinary progress bar."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(self.rect())
        rounded(painter, bar, _HEIGHT / 2, self._theme.colour("line"))
        reach = self.maximum() - self.minimum()
        part = (self.value() - self.minimum()) / reach if reach else 0.0
        if part > 0:
            bar.setWidth(max(float(_HEIGHT), bar.width() * min(part, 1.0)))
            rounded(painter, bar, _HEIGHT / 2, self._theme.colour("accent"))
