"""Paints a cycle timeline after its plan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from otcpd.portfolio.charts.category_icons import CATEGORY_ICONS
from otcpd.ui.painting import dots_to_a_pixel, hairline, icon, rounded
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.timeline_content import Band, BandKind, Lane
from otcpd.ui.widgets.timeline_geometry import crowds, months
from otcpd.ui.widgets.timeline_plan import RADIUS, Plan

TODAY, RENEWAL = "Today", "Renewal"
CORNER = 6
_HATCH = 8
_RIM = 1.5
_STRETCH = 4
_CROWD = 5
"""So many dots that lie half over each other are one bar: what shows is that there is much."""
_NEAR = 20
_CENTRE = Qt.AlignmentFlag.AlignCenter
_GROUNDS = {
    BandKind.GAP: ("warn_soft", "warn_line"),
    BandKind.GROWING: ("warn_soft", "warn"),
    BandKind.EXPLAINED: ("sunken", "line_btn"),
    BandKind.QUIET: ("sunken", "line_btn"),
}
_ICONS = {BandKind.GAP: "gap", BandKind.GROWING: "clock", BandKind.EXPLAINED: "tick", BandKind.QUIET: "info"}


def paint_timeline(painter: QPainter, plan: Plan) -> None:
    """All of it but what the pointer or the keyboard is at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded(painter, plan.window_area(), CORNER, plan.theme.colour("accent_soft"))
    for band in plan.content.bands:
        _paint_ground(painter, plan, band)
    _paint_lines(painter, plan)
    _paint_heads(painter, plan)
    _paint_months(painter, plan)
    _paint_today(painter, plan)
    for band in plan.content.bands:
        _paint_label(painter, plan, band)
    _paint_dots(painter, plan)
    if plan.compact:
        _paint_legend(painter, plan)


def _paint_ground(painter: QPainter, plan: Plan, band: Band) -> None:
    theme, area = plan.theme, plan.band_area(band)
    ground, edge = (theme.colour(name) for name in _GROUNDS[band.kind])
    rounded(painter, area, CORNER, ground)
    if band.kind is BandKind.GAP:
        _hatch(painter, area, theme.colour("warn_line"), theme.px(_HATCH))
    pen = QPen(edge, 1)
    if band.kind is BandKind.GROWING:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def _hatch(painter: QPainter, area: QRectF, colour: QColor, apart: int) -> None:
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(area, CORNER, CORNER)
    painter.setClipPath(path)
    painter.setPen(QPen(colour, 1))
    x = area.left() - area.height()
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += apart
    painter.restore()


def _paint_lines(painter: QPainter, plan: Plan) -> None:
    line = plan.theme.colour("line")
    for lane in range(len(plan.content.lanes)):
        y = plan.lane_middle(lane)
        hairline(painter, QPointF(plan.scale.left, y), QPointF(plan.scale.right, y), line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_heads(painter: QPainter, plan: Plan) -> None:
    for place, lane in enumerate(plan.content.lanes):
        area = QRectF(0, plan.lane_middle(place) - plan.theme.px(15), plan.heads, plan.theme.px(30))
        _paint_head(painter, plan, lane, area, named=not plan.compact)


def _paint_legend(painter: QPainter, plan: Plan) -> None:
    columns, height = plan.legend_columns, plan.theme.px(26)
    width = plan.width / columns
    for place, lane in enumerate(plan.content.lanes):
        row, column = divmod(place, columns)
        area = QRectF(column * width, plan.legend + row * height, width, height)
        _paint_head(painter, plan, lane, area, named=True, counted=False)
    row, column = divmod(len(plan.content.lanes), columns)
    area = QRectF(column * width, plan.legend + row * height, width, height)
    side = plan.theme.px(18)
    swatch = QRectF(area.left(), area.center().y() - side / 2, side, side)
    rounded(painter, swatch, 4, plan.theme.colour("accent_soft"), plan.theme.colour("accent_line"))
    painter.setFont(plan.theme.font(Role.WHY))
    painter.setPen(plan.theme.colour("ink"))
    painter.drawText(area.adjusted(side + plan.theme.px(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, RENEWAL)


def _paint_head(painter: QPainter, plan: Plan, lane: Lane, area: QRectF, *, named: bool, counted: bool = True) -> None:
    """Icon, name and count of a lane; the count stands before the lane's line."""
    theme = plan.theme
    size = theme.px(18)
    mark = theme.tokens.categories[lane.category].mark
    picture = theme.pixmap_in(CATEGORY_ICONS[lane.category or ""], mark, size, dots_to_a_pixel(painter))
    painter.drawPixmap(QPointF(area.left(), area.center().y() - size / 2), picture)
    painter.setFont(theme.font(Role.WHY))
    middle = Qt.AlignmentFlag.AlignVCenter
    if named:
        painter.setPen(theme.colour("ink"))
        painter.drawText(area.adjusted(size + theme.px(10), 0, 0, 0), middle, lane.name)
    if counted:
        painter.setPen(theme.colour("ink2"))
        right = area.adjusted(0, 0, -theme.px(10 if plan.compact else 22), 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, f"{lane.count:,}")


def _paint_months(painter: QPainter, plan: Plan) -> None:
    theme = plan.theme
    measure, line = theme.metrics(Role.META), theme.line(Role.META)
    letter_room = measure.horizontalAdvance("M") + theme.px(3)
    year_room = measure.horizontalAdvance("2027") + theme.px(8)
    painter.setFont(theme.font(Role.META))
    for month in months(plan.scale, letter_room, year_room):
        past = month.left <= plan.scale.begin(plan.content.today)
        if month.opens_year:
            start, end = QPointF(month.left, plan.top), QPointF(month.left, plan.years + line)
            hairline(painter, start, end, theme.colour("line"))
        painter.setPen(theme.colour("ink2" if past else "ink3"))
        painter.drawText(QRectF(month.middle - 20, plan.letters, 40, line), _CENTRE, month.letter)
        if month.year:
            area = QRectF(month.left + theme.px(4), plan.years, year_room, line)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, month.year)


def _paint_today(painter: QPainter, plan: Plan) -> None:
    """The tag and the line of today, and the word of the renewal window, which gives way to it."""
    theme, content = plan.theme, plan.content
    tag = QRectF()
    if content.start <= content.today <= content.end:
        x = plan.scale.middle(content.today)
        width = theme.width(Role.META_STRONG, TODAY) + theme.px(18)
        left = min(max(x - width / 2, 0.0), plan.width - width)
        tag = QRectF(left, 0, width, plan.tag)
        painter.setPen(QPen(theme.colour("ink"), 1.5))
        painter.drawLine(QPointF(x, tag.bottom() - 1), QPointF(x, plan.bottom))
        rounded(painter, tag, 5, theme.colour("ink"))
        painter.setFont(theme.font(Role.META_STRONG))
        painter.setPen(theme.colour("toast_text"))
        painter.drawText(tag, _CENTRE, TODAY)
    if not plan.compact:
        _paint_renewal(painter, plan, tag)


def _paint_renewal(painter: QPainter, plan: Plan, tag: QRectF) -> None:
    """The word above the renewal window, beside the tag of today where that stands in its place."""
    theme, window = plan.theme, plan.window_area()
    width, apart = theme.width(Role.META_STRONG, RENEWAL) + 2, theme.px(8)
    for left in (window.center().x() - width / 2, tag.right() + apart, tag.left() - apart - width):
        area = QRectF(min(max(left, 0.0), plan.width - width), 0, width, plan.tag)
        free = tag.isNull() or not area.adjusted(1 - apart, 0, apart - 1, 0).intersects(tag)
        if free and area.right() > window.left() - theme.px(_NEAR) and area.left() < window.right() + theme.px(_NEAR):
            painter.setFont(theme.font(Role.META_STRONG))
            painter.setPen(theme.colour("accent"))
            painter.drawText(area, _CENTRE, RENEWAL)
            return


def _paint_label(painter: QPainter, plan: Plan, band: Band) -> None:
    """The first label that fits, else an icon: never colour alone."""
    theme, area = plan.theme, plan.band_area(band)
    warn = band.kind in (BandKind.GAP, BandKind.GROWING)
    ground, edge = theme.colour("surface"), theme.colour("warn_line" if warn else "line_btn")
    for lines in band.labels:
        width = max(theme.width(_label_role(place), line) for place, line in enumerate(lines))
        chip = QRectF(0, 0, width + theme.px(12), len(lines) * theme.line(Role.META) + theme.px(10))
        if chip.width() > area.width() - 4 or chip.height() > area.height() - 4:
            continue
        chip.moveCenter(area.center())
        rounded(painter, chip, CORNER, ground, edge)
        for place, line in enumerate(lines):
            painter.setFont(theme.font(_label_role(place)))
            painter.setPen(theme.colour(("warn" if warn else "ink2") if place == 0 else "ink"))
            row = chip.adjusted(0, theme.px(5) + place * theme.line(Role.META), 0, 0)
            row.setHeight(theme.line(Role.META))
            painter.drawText(row, _CENTRE, line)
        return
    side = theme.px(22)
    chip = QRectF(0, 0, side, side)
    chip.moveCenter(area.center())
    rounded(painter, chip, CORNER, ground, edge)
    icon(painter, theme, _ICONS[band.kind], "warn" if warn else "ink2", chip.center(), theme.px(16))


def _label_role(line: int) -> Role:
    return Role.META if line else Role.META_STRONG


def _paint_dots(painter: QPainter, plan: Plan) -> None:
    theme = plan.theme
    marks = [QColor(theme.tokens.categories[lane.category].mark) for lane in plan.content.lanes]
    for stretch in plan.stretches:
        y, half = plan.lane_middle(stretch.lane), theme.px(_STRETCH) / 2
        area = QRectF(stretch.left, y - half, stretch.right - stretch.left, 2 * half)
        rounded(painter, area, half, marks[stretch.lane])
    radius = theme.px(RADIUS)
    crowded, alone = crowds(plan.dots, radius, _CROWD)
    for crowd in crowded:
        y = plan.lane_middle(crowd.lane)
        area = QRectF(crowd.left - radius, y - radius, crowd.right - crowd.left + 2 * radius, 2 * radius)
        rounded(painter, area.adjusted(-1, -1, 1, 1), radius + 1, theme.colour("surface"))
        rounded(painter, area, radius, marks[crowd.lane])
    stamps = [_stamp(plan, mark, dots_to_a_pixel(painter)) for mark in marks]
    half = radius + 2
    for dot in alone:
        painter.drawPixmap(plan.centre(dot) - QPointF(half, half), stamps[dot.lane])


def _stamp(plan: Plan, mark: QColor, ratio: float) -> QPixmap:
    """One dot with its rim; thousands are printed with it."""
    radius = plan.theme.px(RADIUS)
    side = 2 * (radius + 2)
    stamp = QPixmap(round(side * ratio), round(side * ratio))
    stamp.fill(Qt.GlobalColor.transparent)
    stamp.setDevicePixelRatio(ratio)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(plan.theme.colour("surface"), _RIM))
    painter.setBrush(mark)
    painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    painter.end()
    return stamp
