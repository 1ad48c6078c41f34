"""One line of the filter form that leads to its choices."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.painting import RADIUS, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

ANY = "Any"


class FilterRow(PaintedButton):
    """A label, what is chosen, and an arrow. Right opens it as Enter does."""

    def __init__(self, theme: Theme, key: str, label: str, parent: QWidget | None = None) -> None:
        """`key` is what the choices are of."""
        super().__init__(theme, label, parent)
        self.key = key
        self._value = ""
        self._chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value("")

    def set_value(self, value: str, *, chosen: bool = True) -> None:
        """What holds, in words; empty for anything. `chosen` says that it was chosen, and does not hold anyway."""
        self._value = value
        self._chosen = chosen and bool(value)
        self.setAccessibleDescription(value or ANY)
        self.setToolTip(value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), max(32, self.theme.px(36)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.sizeHint().height())

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        if self.underMouse() or self.isDown():
            rounded(painter, body, RADIUS, theme.colour("hover"))
        side, size = theme.gap(10), theme.px(18)
        icon(painter, theme, "chevron-right", "ink2", QPointF(body.right() - side - size / 2, body.center().y()), size)
        words = theme.width(Role.BODY, self.text())
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink"))
        area = body.adjusted(side, 0, -2 * side - size, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        room = area.width() - words - theme.gap(16)
        value = self._value or ANY
        role = Role.BODY_STRONG if self._chosen else Role.BODY
        shown = theme.metrics(role).elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour("accent" if self._chosen else "ink3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def body(self) -> QRectF:
        return QRectF(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.draw(painter, self.body())
        if self._ring:
            rounded(painter, self.body(), RADIUS, edge=self.theme.colour("focus"), width=2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.click()
        else:
            super().keyPressEvent(event)
