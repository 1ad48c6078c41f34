"""A year of supervision as a calendar: sessions by what became of them, days on which some are due, leave."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPicture, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QToolTip, QWidget

from otcpd.domain.dates import WEEKDAYS, long_day
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.ui.painting import dots_to_a_pixel, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.focus_kept import comes_by_itself, is_kept
from otcpd.ui.widgets.legend import Legend
from otcpd.ui.widgets.year_content import YearContent, YearMark
from otcpd.ui.widgets.year_paint import CORNER, paint_due, paint_leave, paint_said, paint_state, paint_today, paint_year
from otcpd.ui.widgets.year_plan import YearPlan

HOW = "The arrow keys go through the sessions by date, Enter opens."
LEGEND = ("Held", "Booked", "Cancelled", "On leave", "Due by", "Today")
_STATES = (LedgerMark.HELD, LedgerMark.BOOKED, LedgerMark.CANCELLED)
_LEAVE, _DUE = LEGEND.index("On leave"), LEGEND.index("Due by")
_ROOM = 56
"""Round a day, for what is said of it."""
_WEEK, _MONTH = timedelta(days=7), timedelta(days=28)
_STEPS = {
    int(Qt.Key.Key_Up): -_WEEK,
    int(Qt.Key.Key_Down): _WEEK,
    int(Qt.Key.Key_PageUp): -_MONTH,
    int(Qt.Key.Key_PageDown): _MONTH,
}


class YearView(QLabel):
    """One tab stop. Left and Right walk from session to session, Up and Down by about a week, Page Up and Page Down by
    four; Home and End to the ends; Enter or a click opens. A screen reader finds a graphic with all its figures."""

    opened = Signal(str)
    """The key of a session."""
    walked = Signal(str)
    """What the keyboard has come to, in words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content: YearContent | None = None
        self._at = -1
        self._ring = False
        self._plan: YearPlan | None = None
        self._picture: tuple[tuple[int, int, float], QPixmap] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._be_graphic()
        theme.changed.connect(self._restyle)

    @property
    def current(self) -> YearMark | None:
        """The session that the keyboard is at."""
        marks = self._content.marks if self._content is not None else ()
        return marks[self._at] if 0 <= self._at < len(marks) else None

    @property
    def plan(self) -> YearPlan:
        """Where everything stands now. Only once there is a content."""
        assert self._content is not None
        return self._plan_at(self.width())

    def show_content(self, content: YearContent) -> None:
        """Show this; the keyboard stays at its session, or goes to the last one that is not to come."""
        if content == self._content:
            return
        kept = self.current.key if self.current is not None else ""
        self._content = content
        self._at = next((place for place, mark in enumerate(content.marks) if mark.key == kept), -1)
        if self._at < 0:
            self._at = max(0, sum(mark.day <= content.today for mark in content.marks) - 1)
        self.setAccessibleDescription(f"{content.said} {HOW}" if content.marks else content.said)
        self._restyle()

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this session, if it is shown."""
        marks = self._content.marks if self._content is not None else ()
        self._at = next((place for place, mark in enumerate(marks) if mark.key == key), self._at)
        self.update()

    def marks_at(self, place: QPointF) -> tuple[date | None, list[YearMark]]:
        """The day at a place, and its sessions."""
        if self._content is None:
            return None, []
        day = self.plan.day_at(place)
        return day, [mark for mark in self._content.marks if mark.day == day]

    def words_of(self, day: date) -> str:
        """What there is on a day, in lines; empty for nothing."""
        if self._content is None:
            return ""
        lines = [mark.said for mark in self._content.marks if mark.day == day]
        lines += [f"Due by then: {one.title}" for one in self._content.due if one.day == day]
        if any(day in period for period in self._content.away):
            lines.append("On leave")
        if day == self._content.today:
            lines.append("Today")
        head = f"{WEEKDAYS[day.weekday()]} {long_day(day)}"
        return "\n".join([head, *lines]) if lines else ""

    def sizeHint(self) -> QSize:
        width = self._theme.px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(100))

    def heightForWidth(self, width: int) -> int:
        return self._plan_at(width).height if self._content is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._content is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted(dots_to_a_pixel(painter)))
        if self._ring:
            current = self.current
            whole = QRectF(self.rect())
            area = self.plan.area(current.day) if current is not None else whole
            rounded(painter, area, CORNER, edge=self._theme.colour("focus"), width=2)
            if current is not None:
                paint_said(painter, self._theme, area, whole, current.said)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the keyboard is: a page that scrolls keeps that in sight, and not only the upper end of it all."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self.current is not None:
            room = self._theme.px(_ROOM)
            return self.plan.area(self.current.day).toAlignedRect().adjusted(0, -room, 0, room)
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._content.marks) if self._content is not None else 0
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._at - 1)
            case Qt.Key.Key_Right:
                self._go(self._at + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(count - 1)
            case key if key in _STEPS:
                self._go(self._further(_STEPS[key]))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.current is not None:
                self.opened.emit(self.current.key)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not comes_by_itself(event):
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not is_kept(self, event):
            self._ring = False
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        _, marks = self.marks_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if marks else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        _, marks = self.marks_at(event.position())
        if marks and event.button() == Qt.MouseButton.LeftButton:
            keys = [mark.key for mark in marks]
            # Pressing a day with several again goes on to the next of them.
            here = self.current.key if self.current is not None else ""
            key = keys[(keys.index(here) + 1) % len(keys)] if here in keys and self._ring is False else keys[0]
            self.stand_on(key)
            self.opened.emit(key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day, _ = self.marks_at(QPointF(event.pos()))
            words = self.words_of(day) if day is not None else ""
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _go(self, place: int) -> None:
        if self._content is None or not self._content.marks:
            return
        self._at = min(max(place, 0), len(self._content.marks) - 1)
        self._ring = True
        self.update()
        self._bring_up()
        self.walked.emit(self._content.marks[self._at].said)

    def _bring_up(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None:
            page.ensureWidgetVisible(self)

    def _further(self, by: timedelta) -> int:
        """The place of the first session so much further on, or back."""
        current = self.current
        if current is None or self._content is None:
            return 0
        step = 1 if by > timedelta() else -1
        place = self._at + step
        while 0 <= place < len(self._content.marks) and abs(self._content.marks[place].day - current.day) < abs(by):
            place += step
        return place

    def _plan_at(self, width: int) -> YearPlan:
        assert self._content is not None
        if self._plan is None or self._plan.width != width:
            self._plan = YearPlan(self._theme, self._content.year, max(1, width))
        return self._plan

    def _painted(self, ratio: float) -> QPixmap:
        """What stands still, painted once for each size and look, with so many dots to a pixel."""
        assert self._content is not None
        key = (self.width(), self.height(), ratio)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.fill(Qt.GlobalColor.transparent)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            paint_year(painter, self.plan, self._content)
            painter.end()
            self._picture = key, picture
        return self._picture[1]

    def _restyle(self) -> None:
        self._plan = self._picture = None
        self.updateGeometry()
        self.update()

    def _be_graphic(self) -> None:
        # A label that holds a picture is a graphic to screen readers; what is seen is painted above.
        picture = QPicture()
        painter = QPainter(picture)
        painter.drawPoint(0, 0)
        painter.end()
        self.setPicture(picture)


class YearLegend(Legend):
    """The key to the days."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, LEGEND, parent=parent)

    def paint_sign(self, painter: QPainter, place: int, centre: QPointF, size: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        square = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        if place < len(_STATES):
            paint_state(painter, theme, _STATES[place], centre, size)
        elif place == _LEAVE:
            paint_leave(painter, theme, square, centre)
        elif place == _DUE:
            paint_due(painter, theme, centre, size - 4)
        else:
            paint_today(painter, theme, square)
