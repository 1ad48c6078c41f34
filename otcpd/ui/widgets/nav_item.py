"""One page in the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui import words
from otcpd.ui.painting import RADIUS, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

LEAST_ROW = 34
"""Pixels: in a low window with large text, items stand closer together."""


class NavItem(PaintedButton):
    """Icon, name and a count of things to do; in the rail the icon only, with a tooltip."""

    moved = Signal(int)
    """-1 or 1: the focus is to go to the neighbour."""

    def __init__(self, theme: Theme, key: str, picture: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self.key = key
        self._picture = picture
        self._current = False
        self._rail = False
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name()

    @property
    def current(self) -> bool:
        """Whether its page is on show."""
        return self._current

    def set_current(self, current: bool, *, inside: bool = False) -> None:
        """Mark as the page on show, or as the one to which it belongs."""
        self._current = current
        here = words.IN_THIS_PAGE if inside else words.THIS_PAGE
        self.setAccessibleDescription(here if current else "")
        self.update()

    def set_count(self, count: int) -> None:
        """How many things are to do there; none shows nothing."""
        self._count = count
        self._name()
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Show the icon only."""
        self._rail = rail
        self.setToolTip(self.text() if rail else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(38) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), LEAST_ROW)

    def body(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 1, 0, -1)

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        if self._current:
            rounded(painter, body, RADIUS, theme.colour("accent_soft"))
        elif self.underMouse() or self.isDown():
            rounded(painter, body, RADIUS, theme.colour("line"))
        token = "accent" if self._current else "ink2"
        size = theme.px(20)
        left = (body.width() - size) / 2 if self._rail else theme.gap(10)
        icon(painter, theme, self._picture, token, QPointF(left + size / 2, body.center().y()), size)
        if self._rail:
            self._draw_dot(painter, QPointF(left + size, body.center().y() - size / 2))
            return
        role = Role.BODY_STRONG if self._current else Role.BODY
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(token))
        area = body.adjusted(left + size + theme.gap(11), 0, -self._count_room(), 0)
        shown = theme.metrics(role).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
        self._draw_count(painter, body)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), RADIUS, edge=self.theme.colour("focus"), width=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _count_room(self) -> int:
        return self.theme.px(40) if self._count else self.theme.gap(8)

    def _draw_count(self, painter: QPainter, body: QRectF) -> None:
        if not self._count:
            return
        theme, text = self.theme, f"{self._count:,}"
        height = theme.px(22)
        width = max(height, theme.width(Role.META_STRONG, text) + theme.gap(14))
        pill = QRectF(body.right() - theme.gap(10) - width, body.center().y() - height / 2, width, height)
        rounded(painter, pill, height / 2, theme.colour("line"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_dot(self, painter: QPainter, centre: QPointF) -> None:
        if self._count:
            size = self.theme.px(8)
            dot = QRectF(centre.x() - size / 2, max(0.0, centre.y() - size / 2), size, size)
            rounded(painter, dot, size / 2, self.theme.colour("accent"))

    def _name(self) -> None:
        self.setAccessibleName(words.to_do(self.text(), self._count))
