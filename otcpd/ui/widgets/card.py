"""The card: a white surface with a fine edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.painting import RADIUS_CARD, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.label import Label


class Card(QWidget):
    """A surface with an optional title at the left and a fact at the right; the rest goes into `body`."""

    def __init__(self, theme: Theme, title: str = "", fact: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        inside = theme.gap(24)
        self.body.setContentsMargins(inside, theme.gap(20), inside, theme.gap(20))
        self.body.setSpacing(theme.gap(12))
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(CardHead(theme, title, Label(theme, fact, Role.WHY, "ink2") if fact else None))

    def event(self, event: QEvent) -> bool:
        # Something in it that came or went changes the height for the width we have.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._theme.colour("line")
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, self._theme.colour("surface"), edge)
