"""The rows of a ladder of levels: one stop for the Tab key, arrow keys through rows and levels, Space and T mark."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QHoverEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QScrollArea, QSizePolicy, QToolTip, QWidget

from otcpd.domain.assessment import MarkSide
from otcpd.ui.models.index import Index
from otcpd.ui.models.level_rows import LevelContent, LevelRow, LevelRowModel, level_said, row_said
from otcpd.ui.painting import hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.focus_kept import comes_by_itself
from otcpd.ui.widgets.level_paint import paint_row
from otcpd.ui.widgets.level_plan import LevelPlan, level_plan
from otcpd.ui.widgets.placed_list import PlacedList, RowState

_MOST_HEIGHT = 540
HOW = "Arrow keys go through items and levels. Space marks where you are now, T where you want to be."
_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_MARKS = (int(Qt.Key.Key_Space), int(Qt.Key.Key_T))
_CLEAR = (int(Qt.Key.Key_Delete), int(Qt.Key.Key_Backspace))


class LevelRows(PlacedList):
    """A press on a level marks it as now, with Shift as wanted; the menu of a level offers both and takes away.

    Marking changes nothing here: `marked` says what the person wants, and new content follows. Enter opens an item.
    """

    marked = Signal(str, str, object)
    """The reference of the item, a MarkSide, and the level; None takes the mark away."""
    opened = Signal(str)
    """The reference of the item."""
    walked = Signal(str)
    """What the keyboard has come to within a row, in words."""

    def __init__(self, theme: Theme, name: str, most: int, parent: QWidget | None = None) -> None:
        """Up to `most` rows are in sight; the rest scrolls."""
        self._theme = theme
        self._most = most
        self._stop = -1  # nobody walked here yet
        self._pointed_stop = -1
        self._ring = False
        self._plan: LevelPlan | None = None
        self.rows = LevelRowModel()
        super().__init__(theme, self.rows, parent)
        self.rows.setParent(self)
        self.setAccessibleName(name)
        self.setAccessibleDescription(HOW)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def content(self) -> LevelContent:
        """What is shown."""
        return self.rows.content

    @property
    def plan(self) -> LevelPlan:
        """Where everything stands now."""
        return self._plan_at(self.viewport().width())

    @property
    def current(self) -> tuple[LevelRow | None, int]:
        """The item that the keyboard is at, and the number of the level; 0 where there are none."""
        levels = self.content.levels
        return self.rows.row(self.currentIndex().row()), levels[self._at].number if levels else 0

    @property
    def _at(self) -> int:
        """The place of the level that the keyboard is at: first that of now; -1 where there are no levels."""
        row = self.rows.row(self.currentIndex().row())
        if self._stop < 0:
            return max(0, self.content.place(row.now if row is not None else None)) if self.content.levels else -1
        return min(self._stop, len(self.content.levels) - 1)

    def show_content(self, content: LevelContent) -> None:
        """Show this; the keyboard stays where it was."""
        here, _ = self.current
        self._plan = None
        self.rows.set_content(content)
        if here is not None:
            self.stand_on(here.key)
        self._on_range(0, self.verticalScrollBar().maximum())
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def stand_on(self, key: str, level: int | None = None) -> None:
        """Let the keyboard be at this item, if it is shown, and at a level of it."""
        row = self.rows.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))
            self._stop = max(0, self.content.place(level)) if level is not None else self._stop

    def stop_at(self, point: QPointF) -> tuple[LevelRow | None, int]:
        """The item and the place of the level at a point of the view; -1 beside the levels."""
        index = self.indexAt(point.toPoint())
        row = self.rows.row(index.row())
        if row is None:
            return None, -1
        return row, self.plan.stop_at(QRectF(self.visualRect(index)), row, point)

    # How large it is

    def row_heights(self) -> list[int]:
        return self._heights(self.plan)

    def set_row_width(self, width: int) -> bool:
        before = self._heights(self._plan) if self._plan is not None else []
        self._plan = None
        self.updateGeometry()
        return before != self._heights(self._plan_at(width))

    def is_head(self, row: int) -> bool:
        return False

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = self._heights(level_plan(self._theme, self.content, width))
        if len(heights) <= self._most:
            return sum(heights)
        # What scrolls by itself is to have room in a low window.
        return min(sum(heights[: self._most]), self._theme.gap(_MOST_HEIGHT))

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else self._theme.px(640)
        return QSize(self._theme.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(48))

    def _heights(self, plan: LevelPlan) -> list[int]:
        return [plan.height(row) for row in plan.content.rows]

    def _plan_at(self, width: int) -> LevelPlan:
        if self._plan is None or self._plan.width != width:
            self._plan = level_plan(self._theme, self.content, max(1, width))
        return self._plan

    def _on_range(self, _least: int, most: int) -> None:
        # Where all rows are always in sight they end where the card ends.
        scrolls = len(self.content.rows) > self._most
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if scrolls else off)
        self.setViewportMargins(0, 0, self.verticalScrollBar().sizeHint().width() if scrolls and not most else 0, 0)

    def _remeasure(self) -> None:
        self._plan = None
        super()._remeasure()
        self.updateGeometry()

    # What is seen

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        line = self.rows.row(row)
        if line is None:
            return
        plan = self.plan
        if row and not plan.beside:
            hairline(painter, area.topLeft(), area.topRight(), self._theme.colour("line"))
        ring = max(0, self._at) if state.focused and self._ring else -1
        pointed = self._pointed_stop if state.pointed else -1
        painter.save()
        paint_row(painter, plan, area, line, pointed=pointed, ring=ring)
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            here = event.type() is not QEvent.Type.HoverLeave
            self._point(self.stop_at(event.position())[1] if here else -1)
        elif isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _point(self, stop: int) -> None:
        if stop != self._pointed_stop:
            self._pointed_stop = stop
            hand = stop >= 0 and not self.content.read_only
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _told_at(self, point: QPointF) -> str:
        row, stop = self.stop_at(point)
        if row is None:
            return ""
        return self._said(row, stop) if stop >= 0 else row_said(self.content, row)

    def _said(self, row: LevelRow, stop: int) -> str:
        number = self.content.levels[stop].number
        said = f"{level_said(self.content.levels, number)}."
        if row.now == number:
            said += " You are here now."
        if row.target == number:
            said += " You want to be here."
        return said

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, levels = event.key(), self.content.levels
        row, level = self.current
        self._show_ring()
        if key in _STEPS and levels:
            self._go(self._at + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and levels and not event.modifiers():
            self._go(0 if key == Qt.Key.Key_Home else len(levels) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row.key)
        elif key in (*_MARKS, *_CLEAR) and row is not None and levels and self._plain(event):
            self._mark_by_key(event, row, level)
        else:
            super().keyPressEvent(event)

    def _plain(self, event: QKeyEvent) -> bool:
        return not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)

    def _mark_by_key(self, event: QKeyEvent, row: LevelRow, level: int) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _CLEAR:
            sides = [
                side for side, marked in ((MarkSide.NOW, row.now), (MarkSide.TARGET, row.target)) if marked == level
            ]
            for side in sides[:1]:
                self._mark(row.key, side, None)
            return
        target = shift or event.key() == Qt.Key.Key_T
        self._toggle(row, MarkSide.TARGET if target else MarkSide.NOW, level)

    def _toggle(self, row: LevelRow, side: MarkSide, level: int) -> None:
        before = row.now if side is MarkSide.NOW else row.target
        self._mark(row.key, side, None if before == level else level)

    def _mark(self, key: str, side: MarkSide, level: int | None) -> None:
        if not self.content.read_only:
            self.marked.emit(key, str(side), level)

    def _go(self, stop: int) -> None:
        self._stop = min(max(stop, 0), len(self.content.levels) - 1)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        self.viewport().update()
        row, _ = self.current
        if row is not None:
            self.walked.emit(self._said(row, self._stop))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._bring_up(current)

    def _bring_up(self, index: Index) -> None:
        """The page may be lower than the rows, which do not scroll by themselves then."""
        if not (self.hasFocus() and index.isValid()):
            return
        area = self.visualRect(index)
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        held = page.widget() if page is not None else None
        if page is not None and held is not None:
            middle = self.viewport().mapTo(held, area.center())
            page.ensureVisible(middle.x(), middle.y(), 0, area.height() // 2 + 16)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the keyboard is: a page that scrolls keeps that in sight."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self.currentIndex().isValid():
            return self.visualRect(self.currentIndex())
        return super().inputMethodQuery(query)

    def _show_ring(self) -> None:
        if not self._ring:
            self._ring = True
            self.viewport().update()
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, stop = self.stop_at(event.position())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if stop < 0:
            self.opened.emit(row.key)
            return
        self._stop = stop
        level = self.content.levels[stop].number
        target = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._mark(row.key, MarkSide.TARGET if target else MarkSide.NOW, level)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, stop = self.stop_at(QPointF(event.pos()))
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row, _ = self.current
            stop = self._at
            index = self.currentIndex()
            if row is not None and stop >= 0:
                area = QRectF(self.visualRect(index))
                place = self.viewport().mapToGlobal(self.plan.stop(area, row, stop).toPoint())
        if row is None or stop < 0 or self.content.read_only:
            return
        self._stop = stop
        self.menu_of(row, self.content.levels[stop].number).popup(place)

    def menu_of(self, row: LevelRow, level: int) -> ChoiceMenu:
        """What can be marked of a level."""
        menu = ChoiceMenu(self)
        sides = (
            (MarkSide.NOW, row.now, "I am at level", "Space"),
            (MarkSide.TARGET, row.target, "I want to be at level", "T"),
        )
        for side, marked, words, key in sides:
            toggle = partial(self._toggle, row, side, level)
            menu.offer(
                f"{words} {level}{' now' if side is MarkSide.NOW else ''}", toggle, key=key, ticked=marked == level
            )
        menu.dress()
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not comes_by_itself(event):
            self._show_ring()
