"""Paints a ledger: thirteen months of an agreement, a mark for each, and the key to the marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from otcpd.domain.supervision_ledger import Ledger, LedgerMark, LedgerMonth
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

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


class LedgerLegend(QLabel):
    """The key to the marks, at the right; it goes on below where there is little room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(", ".join(word for _, word in LEGEND), parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = round(sum(map(self._width, LEGEND)) + self._between() * (len(LEGEND) - 1)) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(max(map(self._width, LEGEND))) + 1, self._line())

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._line()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        size, line = theme.px(16), self._line()
        for row, entries in enumerate(self._lines(self.width())):
            width = sum(map(self._width, entries)) + self._between() * (len(entries) - 1)
            left, middle = self.width() - width, (row + 0.5) * line
            for entry in entries:
                paint_mark(painter, theme, entry[0], QPointF(left + size / 2, middle), size)
                painter.setFont(theme.font(Role.META))
                painter.setPen(theme.colour("ink2"))
                place = QRectF(left + size + theme.gap(8), row * line, self._width(entry), line)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, entry[1])
                left += self._width(entry) + self._between()

    def _lines(self, width: float) -> list[list[tuple[LedgerMark, str]]]:
        lines: list[list[tuple[LedgerMark, str]]] = [[]]
        left = width
        for entry in LEGEND:
            need = self._width(entry) + (self._between() if lines[-1] else 0)
            if need > left + 1 and lines[-1]:
                lines.append([])
                left, need = width, self._width(entry)
            lines[-1].append(entry)
            left -= need
        return lines

    def _width(self, entry: tuple[LedgerMark, str]) -> float:
        return self._theme.px(16) + self._theme.gap(8) + self._theme.width(Role.META, entry[1])

    def _between(self) -> int:
        return self._theme.gap(20)

    def _line(self) -> int:
        return self._theme.px(24)
