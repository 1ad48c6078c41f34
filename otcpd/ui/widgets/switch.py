"""The switch: on or off, takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import RING_SPACE, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.painted_button import PaintedButton


class Switch(PaintedButton):
    """A switch with its words beside it; `toggled` tells of every change."""

    def __init__(self, theme: Theme, text: str, *, words_first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent)
        self._words_first = words_first
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        words = self.theme.width(Role.BODY, self.text())
        width = words + self.theme.gap(10) + self.theme.px(38)
        return QSize(round(width) + 1 + 2 * RING_SPACE, self.theme.px(32) + 2 * RING_SPACE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw(self, painter: QPainter, body: QRectF) -> None:
        track = self._track(body)
        self._draw_track(painter, track)
        inset = self.theme.px(3)
        knob = track.height() - 2 * inset
        left = track.right() - inset - knob if self.isChecked() else track.left() + inset
        token = "knob" if self.isEnabled() else "ink3"
        rounded(painter, QRectF(left, track.top() + inset, knob, knob), knob / 2, self.theme.colour(token))
        words = body.adjusted(0, 0, -track.width() - self.theme.gap(10), 0)
        if not self._words_first:
            words = words.translated(body.width() - words.width(), 0)
        painter.setFont(self.theme.font(Role.BODY))
        painter.setPen(self.theme.colour("ink" if self.isEnabled() else "ink2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        """One that cannot be switched lies as low as a field that is for reading."""
        theme, radius = self.theme, track.height() / 2
        if not self.isEnabled():
            rounded(painter, track, radius, theme.colour("sunken"), theme.colour("line"))
            return
        tokens = ("accent", "accent_hover") if self.isChecked() else ("line_strong", "ink3")
        rounded(painter, track, radius, theme.colour(tokens[self.underMouse()]))

    def body(self) -> QRectF:
        height = self.theme.px(24)
        middle = QRectF(self.rect()).center()
        width = self.width() - 2 * RING_SPACE
        return QRectF(
            QPointF(RING_SPACE, middle.y() - height / 2), QPointF(RING_SPACE + width, middle.y() + height / 2)
        )

    def _track(self, body: QRectF) -> QRectF:
        width, height = self.theme.px(38), self.theme.px(22)
        left = body.right() - width if self._words_first else body.left()
        return QRectF(left, body.center().y() - height / 2, width, height)
