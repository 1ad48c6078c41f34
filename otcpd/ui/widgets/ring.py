"""A ring that shows how many of how many are done; the list behind it always stands near."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_SIDE, _STROKE = 96, 9
_WHOLE = 16 * 360
"""Qt measures arcs in sixteenths of a degree."""


class Ring(QWidget):
    """ "9" above "of 13". Its name says the same in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._total = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_count(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._done, self._total = done, total
        self.setAccessibleName(f"{done:,} of {total:,} checks met")
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, self._theme, QRectF(self.rect()), _STROKE, self._done, self._total)
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        theme = self._theme
        middle = self.height() / 2
        number = QRectF(0, middle - theme.px(28), self.width(), theme.px(34))
        rest = QRectF(0, middle + theme.px(3), self.width(), theme.line(Role.META))
        for role, token, area, text in (
            (Role.PAGE_TITLE, "ink", number, f"{self._done:,}"),
            (Role.META, "ink2", rest, f"of {self._total:,}"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def paint_ring(
    painter: QPainter, theme: Theme, area: QRectF, stroke: float, done: int, total: int, *, ground: str = "line"
) -> None:
    """The ring alone inside `area`: as much of it as is done. `stroke` is its width at 100 %; `ground` names the
    colour of what is left."""
    width = theme.px(stroke)
    inside = area.adjusted(width / 2 + 1, width / 2 + 1, -width / 2 - 1, -width / 2 - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour(ground), width)
    painter.setPen(pen)
    painter.drawEllipse(inside)
    if done:
        pen.setColor(theme.colour("accent"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inside, _WHOLE // 4, -round(_WHOLE * done / max(total, 1)))
    painter.restore()
