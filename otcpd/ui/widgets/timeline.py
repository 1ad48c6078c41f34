"""The cycle timeline: two years, a lane for each category, dots, gaps, today and the renewal window."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPicture, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QToolTip, QWidget

from otcpd.domain.dates import span
from otcpd.domain.words import tally
from otcpd.ui import words
from otcpd.ui.painting import dots_to_a_pixel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.focus_kept import comes_by_itself, is_kept
from otcpd.ui.widgets.timeline_content import Band, Item, Mark, TimelineContent, items_of
from otcpd.ui.widgets.timeline_paint import paint_timeline
from otcpd.ui.widgets.timeline_plan import Plan, make_plan
from otcpd.ui.widgets.timeline_tag import item_area, paint_ring, paint_tag

HOW = "The left and right arrow keys go through it by date, Enter opens."
_REACH = 16
"""A click this near to a dot's centre is meant for it."""
_MONTH = timedelta(days=30)


class Timeline(QLabel):
    """One tab stop. Left and Right walk through activities and gaps by date, Page Up and Page Down by about a month,
    Home and End to the ends; Enter or a click opens. A screen reader finds a graphic with all its figures."""

    opened = Signal(str)
    """The key of an activity or of a gap."""
    walked = Signal(str)
    """What the keyboard has come to, in words."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content: TimelineContent | None = None
        self._items: list[Item] = []
        self._at = -1
        self._ring = False
        self._plan: Plan | None = None
        self._picture: tuple[tuple[int, int, float], QPixmap] | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._be_graphic()
        theme.changed.connect(self._restyle)

    @property
    def current(self) -> Item | None:
        """What the keyboard is at."""
        return self._items[self._at] if 0 <= self._at < len(self._items) else None

    @property
    def plan(self) -> Plan:
        """Where everything stands now. Only once there is a content."""
        assert self._content is not None
        return self._plan_at(self.width())

    def show_content(self, content: TimelineContent) -> None:
        """Show this; the keyboard stays where it was, or goes to what is nearest to today."""
        if content == self._content:
            return
        kept = self.current.key if self.current is not None else ""
        self._content = content
        self._items = items_of(content)
        self._at = next((place for place, item in enumerate(self._items) if kept and item.key == kept), -1)
        if self._at < 0:
            self._at = sum(item.start <= content.today for item in self._items) - 1
        self.setAccessibleDescription(f"{content.said} {HOW}" if self._items else content.said)
        self._restyle()

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this activity or gap, if it is shown."""
        self._at = next((place for place, item in enumerate(self._items) if item.key == key), self._at)
        self.update()

    def item_at(self, place: QPointF) -> Item | None:
        """The activity or gap at a place: the nearest dot within reach, else the spell."""
        if self._content is None:
            return None
        plan = self.plan
        near = [
            (abs(dot.x - place.x()) + abs(plan.centre(dot).y() - place.y()), dot.first)
            for dot in plan.dots
            if abs(dot.x - place.x()) <= self._theme.px(_REACH)
            and abs(plan.centre(dot).y() - place.y()) <= self._theme.px(_REACH)
        ]
        if near:
            return self._content.marks[min(near)[1]]
        return next((band for band in self._content.bands if plan.band_area(band).contains(place)), None)

    def words_of(self, item: Item) -> tuple[str, str]:
        """An activity or gap in two lines."""
        if isinstance(item, Band):
            return item.said, span(item.start, item.end, year=True)
        assert self._content is not None
        lane = self._content.lanes[item.lane].name
        return item.title or words.NO_TITLE, f"{span(item.start, item.end, year=True)}. {lane}"

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
        plan = self.plan
        painter.drawPixmap(0, 0, self._painted(plan, dots_to_a_pixel(painter)))
        if not self._ring:
            return
        item = self.current
        paint_ring(painter, plan, item)
        if item is not None:
            paint_tag(painter, plan, item, self.words_of(item))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the keyboard is: a page that scrolls keeps that in sight, and not only the upper end of it all."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self._content is not None and self.current is not None:
            return item_area(self.plan, self.current).toAlignedRect()
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._at - 1)
            case Qt.Key.Key_Right:
                self._go(self._at + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(len(self._items) - 1)
            case Qt.Key.Key_PageUp:
                self._go(self._further(-_MONTH))
            case Qt.Key.Key_PageDown:
                self._go(self._further(_MONTH))
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
        there = self.item_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if item is not None:
            self.stand_on(item.key)
            self.opened.emit(item.key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.globalPos(), event.pos())
            return True
        return super().event(event)

    def _tell(self, screen: QPoint, place: QPoint) -> None:
        item = self.item_at(QPointF(place))
        if item is None:
            QToolTip.hideText()
            return
        first, second = self.words_of(item)
        dot = self.plan.dot_of(item) if isinstance(item, Mark) else None
        if dot is not None and dot.number > 1:
            second = f"{second}. {tally(dot.number, 'activity', 'activities')} stand here."
        QToolTip.showText(screen, f"{first}\n{second}", self)

    def _go(self, place: int) -> None:
        if not self._items:
            return
        self._at = min(max(place, 0), len(self._items) - 1)
        self._ring = True
        self.update()
        self._bring_up()
        self.walked.emit(". ".join(self.words_of(self._items[self._at])))

    def _bring_up(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None:
            page.ensureWidgetVisible(self)

    def _further(self, by: timedelta) -> int:
        """The place of the first thing about a month further on, or back."""
        item = self.current
        if item is None:
            return 0
        step = 1 if by > timedelta() else -1
        place = self._at + step
        while 0 <= place < len(self._items) and abs(self._items[place].start - item.start) < abs(by):
            place += step
        return place

    def _plan_at(self, width: int) -> Plan:
        assert self._content is not None
        if self._plan is None or self._plan.width != width:
            self._plan = make_plan(self._theme, self._content, max(1, width))
        return self._plan

    def _painted(self, plan: Plan, ratio: float) -> QPixmap:
        """What stands still, painted once for each size and look, with so many dots to a pixel."""
        key = (self.width(), self.height(), ratio)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            picture.fill(Qt.GlobalColor.transparent)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            paint_timeline(painter, plan)
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
