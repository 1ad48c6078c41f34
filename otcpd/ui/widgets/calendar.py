"""A month to pick a day from, in our look."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from otcpd.domain.dates import FIRST_YEAR, LAST_YEAR
from otcpd.ui import words
from otcpd.ui.painting import RADIUS, rounded
from otcpd.ui.theme.dressing import dress
from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

LEAST_CELL = 32
"""Pixels; whatever takes a click is at least this high."""
CELL, CELL_WIDE = 34, 44
"""Height and width of a day at 100 %."""
SEVEN = 7
"""Days of a week; and rows: six weeks, and the heads of the days above them."""
_ARROW = 18


class Calendar(QCalendarWidget):
    """Weeks begin on Monday. Today stands out; days of the months around are fainter."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = QDate()
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))  # Qt's own goes back before year 1
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setAccessibleName(words.OPEN_CALENDAR)
        dress(self, theme, Worn.CALENDAR)

    def begin(self, day: dt.date, today: dt.date, room: int) -> None:
        """Stand at `day`, as high as `room` pixels if days can be pressed there."""
        self._today = QDate(today.year, today.month, today.day)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dress_heads()
        self._dress_arrows()
        bar = self.findChild(QWidget, "qt_calendar_navigationbar")
        above = bar.sizeHint().height() if bar is not None else 0
        height = max(LEAST_CELL, min(self._theme.px(CELL), (room - above) // SEVEN))
        width = max(SEVEN * self._theme.px(CELL_WIDE), self.minimumSizeHint().width())
        self.setFixedSize(width, above + SEVEN * height)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        theme, area = self._theme, QRectF(rect)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        chosen = date == self.selectedDate()
        if chosen:
            rounded(painter, area.adjusted(1, 1, -1, -1), RADIUS, theme.colour("accent"))
        painter.setFont(theme.font(Role.BODY_STRONG if chosen or date == self._today else Role.BODY))
        painter.setPen(theme.colour(self._ink(date)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()

    def _ink(self, date: QDate) -> str:
        """The colour of a day's number."""
        if date == self.selectedDate():
            return "on_accent"
        inside = self.minimumDate() <= date <= self.maximumDate()
        if date.month() != self.monthShown() or not inside:
            return "ink3"
        return "accent" if date == self._today else "ink"

    def _dress_heads(self) -> None:
        """One colour for the heads of all days; Qt has another for those of the weekend."""
        head = QTextCharFormat()
        head.setForeground(self._theme.colour("ink2"))
        self.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, head)

    def _dress_arrows(self) -> None:
        """Our arrows instead of the style's."""
        size = self._theme.px(_ARROW)
        for name, picture in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(self._theme.pixmap(picture, "ink2", size, self.devicePixelRatioF()))
                button.setIconSize(QSize(size, size))
