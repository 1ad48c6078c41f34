"""Paints a ladder of levels: stops on a line, a filled disc for now, an open one for what is wanted.

Now and wanted differ in form, and hold their numbers: nothing rests on colour (look.md, "Level ladder").
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from otcpd.domain.words import tally
from otcpd.ui.models.level_rows import LevelRow
from otcpd.ui.painting import RADIUS, draw_lines, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.level_plan import ACTIVITIES, LevelPlan

LEVEL = "Level"
_SMALL = 8
_CENTRE = Qt.AlignmentFlag.AlignCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


def paint_heads(painter: QPainter, plan: LevelPlan, area: QRectF) -> None:
    """The heads of the columns, where the stops stand beside the names."""
    theme = plan.theme
    painter.setFont(theme.font(Role.META))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(area, _MIDDLE, LEVEL if plan.content.levels else plan.content.head)
    painter.drawText(area, _MIDDLE | _RIGHT, ACTIVITIES)
    _paint_numbers(painter, plan, area)


def _paint_numbers(painter: QPainter, plan: LevelPlan, area: QRectF) -> None:
    every = plan.every()
    for place, level in enumerate(plan.content.levels):
        if place % every == 0:
            column = QRectF(area.left() + plan.x(place) - 30, area.top(), 60, area.height())
            painter.drawText(column, _CENTRE, str(level.number))


def paint_row(painter: QPainter, plan: LevelPlan, area: QRectF, row: LevelRow, *, pointed: int, ring: int) -> None:
    """One item. `pointed` is the stop under the mouse and `ring` the one the keyboard is at, -1 for none."""
    theme, lines = plan.theme, plan.lines(row)
    line = theme.line(Role.BODY)
    beside = plan.beside or not plan.content.levels
    top = area.center().y() - len(lines) * line / 2 if beside else area.top() + theme.gap(6)
    draw_lines(painter, lines, QPointF(area.left(), top), theme.font(Role.BODY), line, theme.colour("ink"))
    if beside:
        painter.setFont(theme.font(Role.BODY))
        painter.setPen(theme.colour("ink"))
        painter.drawText(area, _MIDDLE | _RIGHT, f"{row.activities:,}")
    else:
        said = tally(row.activities, "activity", "activities")
        below = QPointF(area.left(), top + len(lines) * line)
        draw_lines(painter, [said], below, theme.font(Role.META), theme.line(Role.META), theme.colour("ink2"))
    if plan.content.levels:
        _paint_stops(painter, plan, area, row, pointed)
    if ring >= 0:
        _paint_ring(painter, plan, area, row, ring)


def _paint_ring(painter: QPainter, plan: LevelPlan, area: QRectF, row: LevelRow, ring: int) -> None:
    focus = plan.theme.colour("focus")
    if not plan.content.levels:
        rounded(painter, area.adjusted(1, 2, -1, -2), RADIUS, edge=focus, width=2)
        return
    half = plan.disc / 2 + 4
    centre = plan.stop(area, row, ring)
    place = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    rounded(painter, place, half, edge=focus, width=2)


def _paint_stops(painter: QPainter, plan: LevelPlan, area: QRectF, row: LevelRow, pointed: int) -> None:
    theme, levels = plan.theme, plan.content.levels
    now, target = plan.content.place(row.now), plan.content.place(row.target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    last = len(levels) - 1
    _paint_line(painter, plan, area, row, (0, last), QPen(theme.colour("line_btn"), theme.px(1.5)))
    if now > 0:
        _paint_line(painter, plan, area, row, (0, now), QPen(theme.colour("accent"), theme.px(2)))
    if now >= 0 and target >= 0:
        _paint_line(painter, plan, area, row, (now, target), QPen(theme.colour("accent"), theme.px(3)))
    small = min(theme.px(_SMALL), plan.pitch - 2)
    if small > 2:
        for place in range(len(levels)):
            _paint_small(painter, theme, plan.stop(area, row, place), small, place, now, target)
    if 0 <= pointed <= last and pointed not in (now, target) and not plan.content.read_only:
        _disc(
            painter, plan.stop(area, row, pointed), plan.disc, theme.colour("surface"), theme.colour("line_strong"), 1.5
        )
        _number(painter, plan, plan.stop(area, row, pointed), levels[pointed].number, "ink2")
    if target >= 0:
        paint_target(painter, theme, plan.stop(area, row, target), plan.disc, around=target == now)
        _number(painter, plan, plan.stop(area, row, target), levels[target].number, "accent")
    if now >= 0:
        paint_now(painter, theme, plan.stop(area, row, now), plan.disc)
        _number(painter, plan, plan.stop(area, row, now), levels[now].number, "on_accent")
    if not plan.beside:
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        height = theme.line(Role.META)
        _paint_numbers(painter, plan, QRectF(area.left(), area.bottom() - theme.gap(8) - height, plan.width, height))


def _paint_line(
    painter: QPainter, plan: LevelPlan, area: QRectF, row: LevelRow, between: tuple[int, int], pen: QPen
) -> None:
    painter.setPen(pen)
    painter.drawLine(plan.stop(area, row, between[0]), plan.stop(area, row, between[1]))


def _paint_small(
    painter: QPainter, theme: Theme, centre: QPointF, size: float, place: int, now: int, target: int
) -> None:
    """A stop that nobody marked: filled on the way to where one is, open from there on."""
    accent, surface = theme.colour("accent"), theme.colour("surface")
    if place <= now:
        _disc(painter, centre, size, accent, accent, 1)
    else:
        _disc(
            painter, centre, size, surface, accent if now >= 0 and place <= target else theme.colour("line_strong"), 1.5
        )


def paint_now(painter: QPainter, theme: Theme, centre: QPointF, size: float) -> None:
    """Where I am now: a filled disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _disc(painter, centre, size, theme.colour("accent"), theme.colour("accent"), 1)


def paint_target(painter: QPainter, theme: Theme, centre: QPointF, size: float, *, around: bool = False) -> None:
    """Where I want to be: an open disc; `around` that of now where both are one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _disc(painter, centre, size + (8 if around else 0), theme.colour("surface"), theme.colour("accent"), 2)


def _disc(painter: QPainter, centre: QPointF, size: float, fill: QColor, edge: QColor, width: float) -> None:
    half = size / 2
    rounded(painter, QRectF(centre.x() - half, centre.y() - half, size, size), half, fill, edge, width)


def _number(painter: QPainter, plan: LevelPlan, centre: QPointF, number: int, token: str) -> None:
    half = plan.disc
    painter.setFont(plan.theme.font(Role.META_STRONG))
    painter.setPen(plan.theme.colour(token))
    painter.drawText(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), _CENTRE, str(number))
