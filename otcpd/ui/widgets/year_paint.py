"""Paints a year of supervision after its plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QStaticText

from otcpd.domain.dates import MONTHS, WEEKDAYS
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.ui.painting import dots_to_a_pixel, draw_lines, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.year_content import YearContent, YearMark
from otcpd.ui.widgets.year_plan import YearPlan

CORNER = 8
_DISC = 27
_BEST = (LedgerMark.HELD, LedgerMark.BOOKED, LedgerMark.CANCELLED)
"""Which mark a day with several sessions has; dots below it tell that there are more."""
_MOST_DOTS = 3
_TAG, _TAG_APART = 280, 5
_ROUND = 4
"""Pixels round a disc, for what stands at its rim."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_year(painter: QPainter, plan: YearPlan, content: YearContent) -> None:
    """All of it but what the keyboard is at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_heads(painter, plan)
    of_day: dict[date, list[YearMark]] = {}
    for mark in content.marks:
        of_day.setdefault(mark.day, []).append(mark)
    due = {one.day for one in content.due}
    numbers, stamps = _Numbers(plan.theme), _Stamps(plan, dots_to_a_pixel(painter))
    painter.setFont(plan.theme.font(Role.META))
    away = [period for period in content.away if period.touches(date(plan.year, 1, 1), date(plan.year, 12, 31))]
    for day in plan.days():
        area = plan.area(day)
        if any(day in period for period in away):
            _paint_leave(painter, plan.theme, area)
        marks = of_day.get(day, ())
        if marks:
            stamps.print(painter, _best(marks), area.center())
        if day in due:
            paint_due(painter, plan.theme, area.center(), _disc(plan))
        if day == content.today:
            _paint_today(painter, plan, area)
        _paint_number(painter, plan, numbers, day, area, marks)


def paint_state(painter: QPainter, theme: Theme, mark: LedgerMark, centre: QPointF, size: float) -> None:
    """What stands behind the number of a day: each state has a shape of its own."""
    disc = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is LedgerMark.HELD:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(disc)
        return
    booked = mark is LedgerMark.BOOKED
    pen = QPen(theme.colour("accent" if booked else "warn"), 1.75)
    if booked:
        pen.setDashPattern([2.4, 1.9])
    painter.setPen(pen)
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    if not booked:
        _paint_cross(painter, theme, centre + QPointF(size * 0.36, -size * 0.36), size * 0.13)


def _paint_cross(painter: QPainter, theme: Theme, centre: QPointF, reach: float) -> None:
    """At the rim, clear of the number."""
    for token, width in (("surface", 4.0), ("warn", 1.75)):
        pen = QPen(theme.colour(token), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for rise in (-reach, reach):
            painter.drawLine(centre + QPointF(-reach, rise), centre + QPointF(reach, -rise))


def paint_due(painter: QPainter, theme: Theme, centre: QPointF, size: float) -> None:
    """Two bars at the sides of a day, as a gate: by then it should have been."""
    painter.setPen(QPen(theme.colour("ink2"), 2))
    half = size / 2 + 1
    for side in (-1, 1):
        top = centre + QPointF(side * half, -half * 0.75)
        painter.drawLine(top, top + QPointF(0, half * 1.5))


def paint_today(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """The frame of the present day."""
    rounded(painter, area, min(CORNER, area.width() / 4), edge=theme.colour("ink"), width=1.5)


def paint_leave(painter: QPainter, theme: Theme, area: QRectF, dash: QPointF) -> None:
    """The ground of a day on leave, and its dash."""
    painter.fillRect(area, theme.colour("sunken"))
    pen = QPen(theme.colour("ink2"), 1.5)
    painter.setPen(pen)
    painter.drawLine(dash - QPointF(4, 0), dash + QPointF(4, 0))


def paint_said(painter: QPainter, theme: Theme, day: QRectF, whole: QRectF, text: str) -> None:
    """What the keyboard is at, in words, below its day; above it where all of it ends."""
    font, line, inside = theme.font(Role.META), theme.line(Role.META), theme.gap(10)
    most = min(float(theme.px(_TAG)), whole.width()) - 2 * inside
    lines = text_lines(text, font, max(1.0, most))
    width = max(theme.metrics(Role.META).horizontalAdvance(one) for one in lines) + 2 * inside
    height = len(lines) * line + 2 * theme.gap(6)
    x = min(max(day.center().x() - width / 2, whole.left()), whole.right() - width)
    below = day.bottom() + _TAG_APART
    y = below if below + height <= whole.bottom() else day.top() - _TAG_APART - height
    rounded(painter, QRectF(x, y, width, height), CORNER, theme.colour("ink"))
    draw_lines(painter, lines, QPointF(x + inside, y + theme.gap(6)), font, line, theme.colour("toast_text"))


def _paint_leave(painter: QPainter, theme: Theme, area: QRectF) -> None:
    paint_leave(painter, theme, area.adjusted(0, 2, 0, -2), QPointF(area.center().x(), area.bottom() - 4))


def _paint_today(painter: QPainter, plan: YearPlan, area: QRectF) -> None:
    side = min(area.width(), area.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(area.center())
    paint_today(painter, plan.theme, box)


def _paint_heads(painter: QPainter, plan: YearPlan) -> None:
    theme = plan.theme
    for number, name in enumerate(MONTHS, 1):
        corner = plan.month_corner(number)
        painter.setFont(theme.font(Role.LABEL))
        painter.setPen(theme.colour("ink"))
        inset = (plan.cell - theme.width(Role.META, "M")) / 2
        head = QRectF(corner.x() + inset, corner.y(), plan.cell * 7, theme.line(Role.LABEL))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        for place, weekday in enumerate(WEEKDAYS):
            cell = QRectF(corner.x() + place * plan.cell, corner.y() + plan.head, plan.cell, theme.line(Role.META))
            painter.drawText(cell, _CENTRE, weekday[0])


def _paint_number(
    painter: QPainter, plan: YearPlan, numbers: _Numbers, day: date, area: QRectF, marks: Sequence[YearMark]
) -> None:
    theme = plan.theme
    held = bool(marks) and _best(marks) is LedgerMark.HELD
    painter.setPen(theme.colour("on_accent" if held else "ink" if marks else "ink2"))
    numbers.draw(painter, day.day, area)
    if len(marks) > 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink2"))
        dots = min(len(marks) - 1, _MOST_DOTS)
        for place in range(dots):
            x = area.center().x() + (place - (dots - 1) / 2) * 5
            painter.drawEllipse(QPointF(x, area.bottom() - 1.2), 1.6, 1.6)


class _Numbers:
    """The numbers of days, each laid out once: they are drawn twelve times."""

    def __init__(self, theme: Theme) -> None:
        self._font = theme.font(Role.META)
        self._texts: dict[int, tuple[QStaticText, QPointF]] = {}

    def draw(self, painter: QPainter, number: int, area: QRectF) -> None:
        """Draw it in the middle of `area`, in the painter's pen and font."""
        if number not in self._texts:
            text = QStaticText(str(number))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(painter.transform(), self._font)
            self._texts[number] = text, QPointF(text.size().width() / 2, text.size().height() / 2)
        text, half = self._texts[number]
        painter.drawStaticText(area.center() - half, text)


class _Stamps:
    """What stands behind numbers, each state painted once; hundreds of days are printed with it."""

    def __init__(self, plan: YearPlan, ratio: float) -> None:
        self._plan = plan
        self._ratio = ratio
        self._side = _disc(plan) + 2 * _ROUND
        self._made: dict[LedgerMark, QPixmap] = {}

    def print(self, painter: QPainter, mark: LedgerMark, centre: QPointF) -> None:
        """Print a state round `centre`."""
        if mark not in self._made:
            self._made[mark] = self._paint(mark)
        half = self._side / 2
        painter.drawPixmap(centre - QPointF(half, half), self._made[mark])

    def _paint(self, mark: LedgerMark) -> QPixmap:
        dots = round(self._side * self._ratio)
        stamp = QPixmap(dots, dots)
        stamp.fill(Qt.GlobalColor.transparent)
        stamp.setDevicePixelRatio(self._ratio)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self._side / 2, self._side / 2)
        paint_state(painter, self._plan.theme, mark, middle, _disc(self._plan))
        painter.end()
        return stamp


def _best(marks: Sequence[YearMark]) -> LedgerMark:
    return min((one.mark for one in marks), key=_BEST.index)


def _disc(plan: YearPlan) -> float:
    return min(plan.theme.px(_DISC), plan.cell - 2, plan.high - 4)
