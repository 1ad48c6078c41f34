"""What the keyboard is at on a cycle timeline: a ring round it, and its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from otcpd.ui.painting import draw_lines, ring, rounded, text_lines
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.timeline_content import Band, Item, Mark
from otcpd.ui.widgets.timeline_paint import CORNER
from otcpd.ui.widgets.timeline_plan import RADIUS, Plan

_WIDEST = 340


def item_area(plan: Plan, item: Item) -> QRectF:
    """Where an activity or a spell is painted."""
    if isinstance(item, Band):
        return plan.band_area(item)
    dot = plan.dot_of(item)
    centre = plan.centre(dot) if dot is not None else plan.plot().center()
    radius = plan.theme.px(RADIUS)
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def paint_ring(painter: QPainter, plan: Plan, item: Item | None) -> None:
    """The ring of the keyboard, round one thing or, while there is none, round all days."""
    colour = plan.theme.colour("focus")
    if isinstance(item, Mark):
        area, radius = item_area(plan, item), plan.theme.px(RADIUS)
        rounded(painter, area.adjusted(-4, -4, 4, 4), radius + 4, edge=plan.theme.colour("surface"), width=4)
        ring(painter, area, radius, colour)
        return
    area = plan.band_area(item) if item is not None else plan.plot()
    ring(painter, area.adjusted(3, 3, -3, -3), CORNER, colour)


def paint_tag(painter: QPainter, plan: Plan, item: Item, said: tuple[str, str]) -> None:
    """What the keyboard is at, in words beside it: bold ones and others below."""
    theme = plan.theme
    most = min(theme.px(_WIDEST), plan.width - theme.px(24))
    parts = [
        (role, text_lines(text, theme.font(role), most))
        for role, text in zip((Role.META_STRONG, Role.META), said, strict=True)
    ]
    width = max(theme.width(role, text) for role, lines in parts for text in lines)
    line, edge = theme.line(Role.META), theme.px(5)
    size = QRectF(0, 0, width + 4 * edge, sum(len(lines) for _, lines in parts) * line + 2 * edge)
    area = _beside(plan, item, size)
    rounded(painter, area, CORNER, theme.colour("ink"))
    top = area.top() + edge
    for role, lines in parts:
        place = QPointF(area.left() + 2 * edge, top)
        draw_lines(painter, lines, place, theme.font(role), line, theme.colour("toast_text"))
        top += len(lines) * line


def _beside(plan: Plan, item: Item, size: QRectF) -> QRectF:
    """A place for the tag that does not hide what it names: below it, or above where there is no room below."""
    gap, area = 8, item_area(plan, item)
    left = min(max(area.center().x() - size.width() / 2, 0.0), max(0.0, plan.width - size.width()))
    top = area.bottom() + gap
    if top + size.height() > plan.height:
        top = max(0.0, area.top() - gap - size.height()) if isinstance(item, Mark) else plan.height - size.height()
    return QRectF(left, top, size.width(), size.height())
