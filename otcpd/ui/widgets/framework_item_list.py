"""The items of a framework, what stands below others further in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from otcpd.ui.models.framework_items import FrameworkItemModel, ItemRow
from otcpd.ui.painting import draw_lines, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.placed_list import PlacedList, RowState, paint_row_ground

_SIDE, _INDENT, _APART, _ENDS = 12, 22, 2, 7
_MOST_DEPTH = 6
"""Items deeper than this are not indented further: their words need the room."""
_SLACK = 1.02
"""For what letters side by side take more than each by itself."""
_LEAST = 3
"""Rows that are seen at least, where the page has to scroll."""


class _Widths(dict[str, float]):
    """How wide texts are, letter by letter: a hundred times as fast as laying thousands of them out, and near enough
    to tell whether they fit on a line. Each letter is measured once."""

    def __init__(self, theme: Theme, role: Role) -> None:
        super().__init__()
        self._letters = _Letters(theme, role)

    def __missing__(self, text: str) -> float:
        width = sum(map(self._letters.__getitem__, text)) * _SLACK
        self[text] = width
        return width


class _Letters(dict[str, float]):
    def __init__(self, theme: Theme, role: Role) -> None:
        super().__init__()
        self._theme, self._role = theme, role

    def __missing__(self, letter: str) -> float:
        self[letter] = width = self._theme.width(self._role, letter)
        return width


class FrameworkItemList(PlacedList):
    """Arrows, Home, End and letters move the choice, Enter or a double click opens an item."""

    chosen = Signal(str)
    """The code of the item that is now chosen; empty for none."""
    open_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.rows = FrameworkItemModel()
        self._width = 0
        self._top = _Widths(theme, Role.BODY_STRONG)
        self._inner = _Widths(theme, Role.BODY)
        super().__init__(theme, self.rows, parent)
        self.rows.setParent(self)
        self.setAccessibleName("Items")
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show these; what is chosen stays so if it is still there."""
        code = self.chosen_code()
        self.rows.set_rows(rows)
        if code:
            self.choose(code)

    def search(self, text: str) -> None:
        """Show those alone that have the words."""
        code = self.chosen_code()
        self.rows.search(text)
        if not (code and self.choose(code)):
            self.scrollToTop()

    def chosen_code(self) -> str:
        """The code of the chosen item; empty for none."""
        index = self.currentIndex()
        row = self.rows.row(index)
        return row.item.code if row is not None and self.selectionModel().isSelected(index) else ""

    def choose(self, code: str) -> bool:
        """Choose an item and bring it into sight; False if it is not shown."""
        index = self.rows.index_of(code)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        return index.isValid()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_code())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code = self.chosen_code()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and code:
            self.open_wanted.emit(code)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), _LEAST * self._height(lines=1))

    def row_heights(self) -> list[int]:
        one, two = self._height(lines=1), self._height(lines=2)
        rows, inner, top = self.rows.rows(), self._inner, self._top
        rooms = [self._room(depth) for depth in range(_MOST_DEPTH + 1)]
        if self.rows.filtered:
            return [two if inner[row.item.label] > rooms[0] else one for row in rows]
        return [
            (two if inner[row.item.label] > rooms[min(row.depth, _MOST_DEPTH)] else one)
            if row.depth
            else (two if top[row.item.label] > rooms[0] else one)
            for row in rows
        ]

    def set_row_width(self, width: int) -> bool:
        new = width != self._width
        self._width = width
        return new

    def is_head(self, row: int) -> bool:
        return False

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        theme, entry = self._theme, self.rows.rows()[row]
        area = area.adjusted(0, 0, 0, -_APART)
        paint_row_ground(painter, theme, area, state)
        strong = entry.depth == 0 and not self.rows.filtered
        depth = 0 if self.rows.filtered else min(entry.depth, _MOST_DEPTH)
        font = theme.font(Role.BODY_STRONG if strong else Role.BODY)
        left, room, label = area.left() + self._left(depth), self._room(depth), entry.item.label
        line = theme.line(Role.BODY)
        long = (self._top if strong else self._inner)[label] > room
        lines = text_lines(label, font, room, most=2) if long else [label]
        top = area.center().y() - (len(lines) * line + theme.line(Role.META)) / 2
        ink = theme.colour("ink2" if entry.item.retired else "ink")
        draw_lines(painter, lines, QPointF(left, top), font, line, ink)
        meta = f"{entry.meta} · in {entry.above}" if self.rows.filtered and entry.above else entry.meta
        painter.setFont(theme.font(Role.META))
        painter.setPen(theme.colour("ink2"))
        place = QRectF(left, top + len(lines) * line, room + 1, theme.line(Role.META))
        shown = theme.metrics(Role.META).elidedText(meta, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _remeasure(self) -> None:
        self._top, self._inner = _Widths(self._theme, Role.BODY_STRONG), _Widths(self._theme, Role.BODY)
        super()._remeasure()

    def _height(self, *, lines: int) -> int:
        theme = self._theme
        return lines * theme.line(Role.BODY) + theme.line(Role.META) + 2 * theme.gap(_ENDS) + _APART

    def _left(self, depth: int) -> int:
        return self._theme.gap(_SIDE) + depth * self._theme.gap(_INDENT)

    def _room(self, depth: int) -> float:
        return max(1.0, self._width - self._left(depth) - self._theme.gap(_SIDE))

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None:
            self.open_wanted.emit(row.item.code)
