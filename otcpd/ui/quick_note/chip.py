"""A part of a quick note: an icon and words on a pill that is pressed to put the part right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import RING_SPACE, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton

HIT = 32
"""Pixels that take a click, high and wide, whatever is painted."""


class NoteChip(PaintedButton):
    """Known parts stand on a sunken ground; what nobody said yet has an edge only."""

    left_out = Signal()
    """Delete or Backspace was pressed: the part is to go."""

    def __init__(
        self, theme: Theme, what: str, picture: str, text: str, meaning: str, *, known: bool, parent: QWidget
    ) -> None:
        """`what` tells the kind of the part; `meaning` says to a screen reader what it stands for ("Date")."""
        super().__init__(theme, text, parent)
        self.what = what
        self.known = known
        self._picture = picture
        name = f"{meaning}: {text}" if meaning and meaning != text else text
        self.setAccessibleName(name)
        self.setAccessibleDescription("Press to change it")
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        words = self.theme.width(Role.META, self.text())
        width = round(words) + 1 + self._lead() + self.theme.gap(11) + 2 * RING_SPACE
        most = self.theme.px(300)
        return QSize(max(HIT, min(width, most)), max(HIT, self.theme.px(26) + 2 * RING_SPACE))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(60), self.sizeHint().height())

    def body(self) -> QRectF:
        height = self.theme.px(26)
        return QRectF(RING_SPACE, (self.height() - height) / 2, self.width() - 2 * RING_SPACE, height)

    def radius(self) -> float:
        return self.theme.px(26) / 2

    def draw(self, painter: QPainter, body: QRectF) -> None:
        theme = self.theme
        pointed = self.underMouse()
        ground = "line" if pointed and self.known else "sunken" if self.known else "hover" if pointed else "surface"
        rounded(
            painter, body, body.height() / 2, theme.colour(ground), None if self.known else theme.colour("line_strong")
        )
        size = theme.px(16)
        centre = QPointF(body.left() + theme.gap(10) + size / 2, body.center().y())
        token = "ink2" if self.known else "ink3"
        icon(painter, theme, self._picture, token, centre, size)
        room = body.adjusted(self._lead(), 0, -theme.gap(9), 0)
        words = theme.metrics(Role.META).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour(token))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.left_out.emit()
        else:
            super().keyPressEvent(event)

    def _lead(self) -> int:
        return self.theme.gap(10) + self.theme.px(16) + self.theme.gap(7)
