"""The picture beside the doors: a house with a ramp. All its colours are mixed from the theme's."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.pages.welcome import words
from otcpd.ui.painting import icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

WIDTH, HEIGHT = 520, 900
"""The sheet it was drawn on. It stands on the bottom edge; the sky takes what a taller window leaves."""


@dataclass(frozen=True, slots=True)
class _Paints:
    sky: QColor
    sun: QColor
    far: QColor
    near: QColor
    ground: QColor
    wall: QColor
    path: QColor
    pane: QColor
    line: QColor
    rail: QColor
    crown: QColor
    door: QColor
    glass: QColor


class Picture(QWidget):
    """Decoration: a screen reader passes it by."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paints = _paints(self._theme)
        painter.fillRect(self.rect(), paints.sky)
        painter.save()
        painter.translate(0, self.height() - HEIGHT)
        _draw_land(painter, paints)
        _draw_trees(painter, paints)
        _draw_house(painter, paints)
        _draw_ramp(painter, paints)
        painter.restore()
        self._draw_mark(painter)

    def _draw_mark(self, painter: QPainter) -> None:
        theme = self._theme
        side = theme.px(36)
        area = QRectF(48, 44, side, side)
        rounded(painter, area, side * 0.24, theme.colour("accent"))
        icon(painter, theme, "mark", "on_accent", area.center(), round(side * 0.8))
        painter.setFont(theme.font(Role.CARD_TITLE))
        painter.setPen(theme.colour("ink"))
        words_area = QRectF(area.right() + theme.gap(12), area.top(), WIDTH, side)
        painter.drawText(words_area, Qt.AlignmentFlag.AlignVCenter, words.APP)


def _paints(theme: Theme) -> _Paints:
    colour = theme.colour
    night = theme.tokens.dark
    return _Paints(
        sky=colour("accent_soft") if not night else _mix(colour("accent_soft"), colour("sidebar"), 0.45),
        sun=_mix(colour("warn_soft"), colour("warn_line"), 0.6)
        if not night
        else _mix(colour("ink2"), colour("warn"), 0.3),
        far=_mix(colour("accent_soft"), colour("accent_line"), 0.75 if not night else 0.25),
        near=_mix(colour("accent_line"), colour("accent_mid"), 0.42) if not night else colour("accent_soft"),
        ground=colour("accent") if not night else colour("sidebar"),
        wall=colour("surface") if not night else _mix(colour("ink2"), colour("sidebar"), 0.15),
        path=colour("window") if not night else _mix(colour("ink2"), colour("sidebar"), 0.35),
        pane=colour("accent_soft") if not night else colour("warn"),
        line=colour("accent") if not night else colour("accent_line"),
        rail=colour("accent_pressed") if not night else colour("accent_mid"),
        crown=_mix(colour("accent_mid"), colour("accent"), 0.5) if not night else colour("accent_line"),
        door=_mix(_mix(colour("error"), colour("warn"), 0.35), colour("warn_line"), 0.35 if not night else 0.55),
        glass=colour("warn_soft") if not night else colour("warn"),
    )


def _mix(first: QColor, second: QColor, part: float) -> QColor:
    """`first` with so much of `second` in it, 0 to 1."""
    rest = 1 - part
    return QColor(
        round(first.red() * rest + second.red() * part),
        round(first.green() * rest + second.green() * part),
        round(first.blue() * rest + second.blue() * part),
    )


def _fill(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _stroke(painter: QPainter, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_land(painter: QPainter, paints: _Paints) -> None:
    _fill(painter, paints.sun)
    painter.drawEllipse(QPointF(384, 286), 62, 62)
    far = QPainterPath(QPointF(0, 519))
    far.cubicTo(110, 415, 215, 420, 320, 488)
    far.cubicTo(390, 530, 460, 515, WIDTH, 452)
    near = QPainterPath(QPointF(0, 606))
    near.cubicTo(110, 545, 215, 550, 320, 604)
    near.cubicTo(400, 655, 460, 645, WIDTH, 604)
    ground = QPainterPath(QPointF(0, 757))
    ground.cubicTo(170, 732, 350, 740, WIDTH, 770)
    for path, colour in ((far, paints.far), (near, paints.near), (ground, paints.ground)):
        path.lineTo(WIDTH, HEIGHT)
        path.lineTo(0, HEIGHT)
        path.closeSubpath()
        _fill(painter, colour)
        painter.drawPath(path)


def _draw_trees(painter: QPainter, paints: _Paints) -> None:
    for x, top, width, bottom, foot in ((104, 478, 58, 570, 596), (446, 486, 76, 602, 641)):
        _stroke(painter, paints.line, 6)
        painter.drawLine(QPointF(x, bottom - 10), QPointF(x, foot))
        half = width / 2
        belly, bend = bottom - half, half * 0.55  # with such a bend a cubic is a quarter of a circle
        crown = QPainterPath(QPointF(x, top))
        crown.cubicTo(x + half * 0.5, top + (belly - top) * 0.4, x + half, belly - half * 0.7, x + half, belly)
        crown.cubicTo(x + half, belly + bend, x + bend, bottom, x, bottom)
        crown.cubicTo(x - bend, bottom, x - half, belly + bend, x - half, belly)
        crown.cubicTo(x - half, belly - half * 0.7, x - half * 0.5, top + (belly - top) * 0.4, x, top)
        _fill(painter, paints.crown)
        painter.drawPath(crown)


def _draw_house(painter: QPainter, paints: _Paints) -> None:
    _fill(painter, paints.wall)
    painter.drawRect(QRectF(336, 424, 26, 70))
    gable = [QPointF(196, 506), QPointF(284, 436), QPointF(372, 506), QPointF(372, 692), QPointF(196, 692)]
    painter.drawPolygon(QPolygonF(gable))
    _fill(painter, paints.line)
    painter.drawRoundedRect(QRectF(331, 418, 36, 11), 3, 3)
    _stroke(painter, paints.line, 13)
    painter.drawPolyline(QPolygonF([QPointF(176, 512), QPointF(284, 430), QPointF(392, 512)]))
    for left in (216, 322):
        frame = QRectF(left, 540, 34, 34)
        _stroke(painter, paints.line, 3)
        painter.setBrush(paints.pane)
        painter.drawRoundedRect(frame, 3, 3)
        painter.drawLine(QPointF(frame.center().x(), frame.top()), QPointF(frame.center().x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), frame.center().y()), QPointF(frame.right(), frame.center().y()))
    _fill(painter, paints.door)
    painter.drawRoundedRect(QRectF(256, 584, 60, 108), 5, 5)
    _fill(painter, paints.glass)
    painter.drawRoundedRect(QRectF(272, 600, 28, 26), 3, 3)
    painter.drawEllipse(QPointF(304, 642), 4, 4)


def _draw_ramp(painter: QPainter, paints: _Paints) -> None:
    _fill(painter, paints.path)
    ramp = [QPointF(44, 752), QPointF(252, 692), QPointF(372, 692), QPointF(372, 764), QPointF(44, 764)]
    painter.drawPolygon(QPolygonF(ramp))
    _stroke(painter, paints.rail, 5)
    painter.drawPolyline(QPolygonF([QPointF(62, 746), QPointF(62, 706), QPointF(252, 650), QPointF(252, 692)]))
    painter.drawLine(QPointF(157, 679), QPointF(157, 719))
    painter.drawPolyline(QPolygonF([QPointF(319, 692), QPointF(319, 650), QPointF(372, 650), QPointF(372, 692)]))
