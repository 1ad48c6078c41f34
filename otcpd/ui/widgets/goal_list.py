"""Goals in a list: a small ring with the steps done, the title, and a line about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.models.rows import Row, RowModel
from otcpd.ui.painting import RADIUS_ROW, draw_lines, hairline, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.plain_list import paint_ground
from otcpd.ui.widgets.ring import paint_ring
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.row_painter import RowPainter

_SIDE, _RING, _STROKE, _MOST_LINES = 12, 46, 5, 3
MOST_ROWS = 12
"""So many goals are in sight; more are scrolled to."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """What the list shows of a goal. `closed` is the icon of one that is closed, empty for an open one."""

    key: str
    title: str
    meta: str
    done: int
    steps: int
    closed: str = ""

    @property
    def row(self) -> Row:
        """The same as a row of the model; the words for a screen reader say what the ring shows."""
        count = f"{self.done:,} of {self.steps:,} steps done" if self.steps and not self.closed else ""
        return Row(self.key, self.title, self.meta, aside=count)


class GoalList(RowList):
    """Delete deletes the goal that is chosen."""

    delete_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, most=MOST_ROWS, parent=parent)
        self.goals: dict[str, GoalRow] = {}
        self._painter = GoalPainter(theme, self.rows, self)
        self.setItemDelegate(self._painter)

    def show_goals(self, goals: Sequence[GoalRow]) -> None:
        """Show these; what is chosen stays chosen where it still is, else nothing is."""
        before, self.goals = self.goals, {goal.key: goal for goal in goals}
        self.show_rows([goal.row for goal in goals], always_one=False)
        if before != self.goals:
            self.remeasure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen_key():
            self.delete_wanted.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)


class GoalPainter(RowPainter):
    """Titles and lines are broken where they are long, and not cut."""

    def __init__(self, theme: Theme, rows: RowModel, view: GoalList) -> None:
        super().__init__(theme, rows, view)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        row = self._rows.row(index)
        if row is None or row.key not in self._list.goals:
            return super().sizeHint(option, index)
        title, meta = self._words(row)
        text = len(title) * theme.line(Role.BODY) + len(meta) * theme.line(Role.WHY)
        return QSize(0, max(theme.px(_RING), text) + 2 * theme.gap(15) + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        goal = self._list.goals.get(row.key) if row is not None else None
        if row is None or goal is None:
            super().paint(painter, option, index)
            return
        theme = self._theme
        painter.save()
        area = QRectF(option.rect)
        if index.row():
            hairline(painter, QPointF(area.left(), area.top() + 0.5), area.topRight(), theme.colour("line"))
        area.adjust(0, 2, 0, -2)
        paint_ground(painter, theme, area, option.state, radius=RADIUS_ROW)
        side = theme.px(_RING)
        ring = QRectF(area.left() + theme.gap(_SIDE), area.center().y() - side / 2, side, side)
        self._paint_state(painter, ring, goal, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        title, meta = self._words(row)
        height = len(title) * theme.line(Role.BODY) + len(meta) * theme.line(Role.WHY)
        place = QPointF(ring.right() + theme.gap(16), area.center().y() - height / 2)
        for role, token, lines in ((Role.BODY_STRONG, "ink", title), (Role.WHY, "ink2", meta)):
            line = theme.line(Role.BODY if role is Role.BODY_STRONG else role)
            draw_lines(painter, lines, place, theme.font(role), line, theme.colour(token))
            place += QPointF(0, len(lines) * line)
        arrow = theme.px(16)
        middle = QPointF(area.right() - theme.gap(_SIDE) - arrow / 2, area.center().y())
        icon(painter, theme, "chevron-right", "ink2", middle, arrow)
        painter.restore()

    def _paint_state(self, painter: QPainter, ring: QRectF, goal: GoalRow, *, chosen: bool) -> None:
        theme = self._theme
        if goal.closed == "tick":
            inside = ring.adjusted(2, 2, -2, -2)
            rounded(painter, inside, inside.width() / 2, theme.colour("accent"))
            icon(painter, theme, "tick", "on_accent", ring.center(), theme.px(24))
        elif goal.closed:
            inside = ring.adjusted(2, 2, -2, -2)
            rounded(painter, inside, inside.width() / 2, theme.colour("sunken"), theme.colour("line_strong"))
            icon(painter, theme, goal.closed, "ink2", ring.center(), theme.px(20))
        else:
            paint_ring(painter, theme, ring, _STROKE, goal.done, goal.steps, ground="accent_line" if chosen else "line")
            if goal.steps:
                painter.setFont(theme.font(Role.META_STRONG))
                painter.setPen(theme.colour("ink"))
                painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, f"{goal.done}/{goal.steps}")

    def _words(self, row: Row) -> tuple[list[str], list[str]]:
        theme = self._theme
        width = self._list.viewport().width()
        taken = theme.px(_RING) + theme.px(16) + theme.gap(16 + 10) + 2 * theme.gap(_SIDE)
        room = max(40.0, width - taken)
        return (
            text_lines(row.title, theme.font(Role.BODY_STRONG), room, _MOST_LINES),
            text_lines(row.meta, theme.font(Role.WHY), room, _MOST_LINES) if row.meta else [],
        )
