"""A plain ground in one of the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.theme.theme import Theme


class Ground(QWidget):
    """Paints the colour of `token` behind its children: pages ("window"), panes ("surface")."""

    def __init__(self, theme: Theme, token: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._theme.colour(self._token))
