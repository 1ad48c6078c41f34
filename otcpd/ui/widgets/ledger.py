"""Paints a ledger: thirteen months of an agreement, a mark for each, and the key to the marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from otcpd.domain.supervision_ledger import Ledger, LedgerMark, LedgerMonth
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.legend import Legend

LEGEND: tuple[tuple[LedgerMark, str], ...] = (
    (LedgerMark.HELD, "Held"),
    (LedgerMark.CANCELLED, "Cancelled"),
    (LedgerMark.LEAVE, "On leave"),
    (LedgerMark.BOOKED, "Booked"),
)
_MARK = 18
_APART = 3
_LETTERS = 4
_TICK = ((-0.22, 0.02), (-0.06, 0.17), (0.22, -0.15))
_CROSS = (((-0.16, -0.16), (0.16, 0.16)), ((-0.16, 0.16), (0.16, -0.16)))
"""In parts of the mark's size, from its middle."""
_CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_mark(painter: QPainter, theme: Theme, mark: LedgerMark, centre: QPointF, size: float) -> None:
    """One mark round a centre: each has a shape of its own, so that nothing rests on colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = size / 2
    disc = QRectF(centre.x() - half, centre.y() - half, size, size)
    match mark:
        case LedgerMark.HELD:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(disc)
            _strokes(painter, QPen(theme.colour("on_accent"), size / 10), centre, size, _TICK)
        case LedgerMark.CANCELLED:
            _circle(painter, disc, QPen(theme.colour("warn"), size / 11))
            for stroke in _CROSS:
                _strokes(painter, QPen(theme.colour("warn"), size / 11), centre, size, stroke)
        case LedgerMark.BOOKED:
            pen = QPen(theme.colour("accent"), size / 11)
            pen.setDashPattern([2.2, 1.8])
            _circle(painter, disc, pen)
        case LedgerMark.LEAVE:
            pen = QPen(theme.colour("ink2"), size / 9)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(centre - QPointF(half * 0.6, 0), centre + QPointF(half * 0.6, 0))
        case LedgerMark.NOTHING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("line_strong"))
            painter.drawEllipse(centre, size / 9, size / 9)


def _strokes(painter: QPainter, pen: QPen, centre: QPointF, size: float, points: Sequence[tuple[float, float]]) -> None:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([centre + QPointF(x * size, y * size) for x, y in points])


def _circle(painter: QPainter, disc: QRectF, pen: QPen) -> None:
    half = pen.widthF() / 2
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(half, half, -half, -half))


class LedgerPlan:
    """Where the months stand in a strip of a width: the newest ones, where not all have room."""

    def __init__(self, theme: Theme, months: int, width: float) -> None:
        least = max(theme.width(Role.META, "M") + _APART, theme.px(14))
        self.shown = max(1, min(months, int(width // least)))
        self.pitch = min(width / self.shown, theme.px(34)) if months else 0.0
        self.size = min(theme.px(_MARK), self.pitch - 4)

    def middle(self, place: int) -> float:
        """The middle of a month's column, counted from the first one that is shown."""
        return (place + 0.5) * self.pitch

    def at(self, x: float) -> int:
        """The place of the month at `x`; -1 beside them."""
        place = int(x // self.pitch) if self.pitch and x >= 0 else -1
        return place if place < self.shown else -1


def ledger_height(theme: Theme, *, letters: bool = True) -> int:
    """How high a strip is, in pixels."""
    marks = theme.px(_MARK) + 2
    return marks + theme.gap(_LETTERS) + theme.line(Role.META) if letters else marks


def paint_ledger(painter: QPainter, theme: Theme, area: QRectF, ledger: Ledger, *, letters: bool = True) -> None:
    """The strip from the left of `area` on, the letters of the months below it."""
    plan = LedgerPlan(theme, len(ledger.months), area.width())
    y = area.top() + theme.px(_MARK) / 2 + 1
    for place, month in enumerate(newest(ledger, plan.shown)):
        paint_mark(painter, theme, month.mark, QPointF(area.left() + plan.middle(place), y), plan.size)
    if letters:
        below = area.adjusted(0, theme.px(_MARK) + 2 + theme.gap(_LETTERS), 0, 0)
        paint_letters(painter, theme, below, ledger)


def paint_letters(painter: QPainter, theme: Theme, area: QRectF, ledger: Ledger) -> None:
    """The letters of the months alone, in the columns of a strip as wide as `area`; this month's is bold."""
    plan = LedgerPlan(theme, len(ledger.months), area.width())
    for place, month in enumerate(newest(ledger, plan.shown)):
        last = place == plan.shown - 1
        painter.setFont(theme.font(Role.META_STRONG if last else Role.META))
        painter.setPen(theme.colour("ink" if last else "ink2"))
        column = QRectF(area.left() + plan.middle(place) - 30, area.top(), 60, theme.line(Role.META))
        painter.drawText(column, _CENTRE, month.letter)


def newest(ledger: Ledger, number: int) -> Sequence[LedgerMonth]:
    """The last months of a ledger."""
    return ledger.months[len(ledger.months) - number :]


class LedgerLegend(Legend):
    """The key to the marks, at the right of its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, [word for _, word in LEGEND], at_right=True, parent=parent)

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF, size: float) -> None:
        paint_mark(painter, self._theme, LEGEND[place][0], centre, size)
