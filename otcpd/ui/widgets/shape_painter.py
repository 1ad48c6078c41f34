"""Paints the plain shapes of charts in the colours and the font of the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from otcpd.domain.activity import Category
from otcpd.portfolio.charts.shapes import Align, Bar, Close, Curve, Move, Path, Rule, Shape, To, Words
from otcpd.ui.painting import rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role


class ShapePainter:
    """Colours are looked up as they are painted, so that another theme shows at once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, shapes: Iterable[Shape]) -> None:
        """Paint them in their order; the painter smooths edges afterwards."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            self._paint(painter, shape)

    def font_at(self, size: float, bold: bool) -> QFont:
        """The font of the window at a size in pixels."""
        font = QFont(self._theme.font(Role.LABEL if bold else Role.WHY))
        font.setPixelSize(max(1, round(size)))
        return font

    def measure(self, text: str, size: float, bold: bool) -> float:
        """How wide a text is in that font."""
        return QFontMetricsF(self.font_at(size, bold)).horizontalAdvance(text)

    def _paint(self, painter: QPainter, shape: Shape) -> None:
        colour = self._colour(shape.colour)
        match shape:
            case Words():
                self._paint_words(painter, shape, colour)
            case Bar(x, y, width, height, _, radius):
                rounded(painter, QRectF(x, y, width, height), radius, colour)
            case Rule(x1, y1, x2, y2, _, weight):
                painter.setPen(QPen(colour, weight))
                painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
            case Path():
                self._paint_path(painter, shape, colour)

    def _paint_path(self, painter: QPainter, path: Path, colour: QColor) -> None:
        pen = QPen(colour, path.weight)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen if path.weight else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(path.fill) if path.fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(strokes(path))

    def _paint_words(self, painter: QPainter, shape: Words, colour: QColor) -> None:
        left = shape.x
        if shape.align is Align.RIGHT:
            left -= self.measure(shape.text, shape.size, shape.bold)
        painter.setFont(self.font_at(shape.size, shape.bold))
        painter.setPen(colour)
        painter.drawText(QPointF(left, shape.y), shape.text)

    def _colour(self, token: str) -> QColor:
        marks = self._theme.tokens.categories
        return QColor(marks[Category(token)].mark) if token in set(Category) else self._theme.colour(token)


def strokes(path: Path) -> QPainterPath:
    """The strokes of a path in Qt's terms."""
    made = QPainterPath()
    for step in path.steps:
        match step:
            case Move(x, y):
                made.moveTo(x, y)
            case To(x, y):
                made.lineTo(x, y)
            case Curve(x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
            case Close():
                made.closeSubpath()
    return made
