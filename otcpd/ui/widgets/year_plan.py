"""Where the months and days of a year stand, for a width and a look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from otcpd.domain.dates import add_months
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

_CELL, _WIDEST = 32, 42
_BESIDE, _BELOW = 24, 14
_MOST_ACROSS = 4
_WEEKS = 6
_DAY = timedelta(days=1)


class YearPlan:
    """Months in rows of four, three, two, or below each other; each day has a cell that can be pressed."""

    def __init__(self, theme: Theme, year: int, width: int) -> None:
        self.theme = theme
        self.year = year
        self.width = width
        beside = theme.gap(_BESIDE)
        self.across = max(1, min(_MOST_ACROSS, int((width + beside) // (7 * theme.px(_CELL) + beside))))
        share = (width - (self.across - 1) * beside) / self.across
        self.cell = min(share / 7, float(theme.px(_WIDEST)))
        self._pitch = share + beside
        self.high = theme.px(_CELL)
        self.head = theme.line(Role.LABEL) + theme.gap(6)
        self.letters = theme.line(Role.META) + theme.gap(2)
        self._month_high = self.head + self.letters + _WEEKS * self.high + theme.gap(_BELOW)

    @property
    def height(self) -> int:
        """How high all of it is."""
        return -(-12 // self.across) * self._month_high

    def month_corner(self, month: int) -> QPointF:
        """The upper left corner of a month, 1 to 12."""
        row, column = divmod(month - 1, self.across)
        return QPointF(column * self._pitch, row * self._month_high)

    def area(self, day: date) -> QRectF:
        """The cell of a day."""
        corner = self.month_corner(day.month)
        place = day.replace(day=1).weekday() + day.day - 1
        week, weekday = divmod(place, 7)
        top = corner.y() + self.head + self.letters + week * self.high
        return QRectF(corner.x() + weekday * self.cell, top, self.cell, self.high)

    def day_at(self, place: QPointF) -> date | None:
        """The day whose cell is there."""
        column, row = int(place.x() // self._pitch), int(place.y() // self._month_high)
        month = row * self.across + column + 1
        if not (0 <= column < self.across and 1 <= month <= 12):
            return None
        inside = place - self.month_corner(month)
        week = int((inside.y() - self.head - self.letters) // self.high)
        weekday = int(inside.x() // self.cell)
        if not (0 <= week < _WEEKS and 0 <= weekday < 7):
            return None
        first = date(self.year, month, 1)
        day = first + _DAY * (7 * week + weekday - first.weekday())
        return day if day.month == month else None

    def days(self) -> Iterator[date]:
        """Every day of the year."""
        day, after = date(self.year, 1, 1), add_months(date(self.year, 1, 1), 12)
        while day < after:
            yield day
            day += _DAY
