"""A list of rows with a title and a line about it, under heads: thousands of them cost no more than those in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyleOptionViewItem, QWidget

from otcpd.ui.models.rows import Row, RowModel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.plain_list import PlainList
from otcpd.ui.widgets.row_painter import RowPainter


class RowList(PlainList):
    """Enter or a double click opens a row."""

    chosen = Signal(str)
    """The key of the row that is now chosen, or current among several; empty for none."""
    open_wanted = Signal(str)
    tag_pressed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, several: bool = False, most: int = 0, parent: QWidget | None = None
    ) -> None:
        """With `several` more than one row can be chosen. With `most` it is as high as its rows, up to so many."""
        super().__init__(theme, name, parent)
        self._most = most
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self._painter = RowPainter(theme, self.rows, self)
        self.setItemDelegate(self._painter)
        mode = QListView.SelectionMode.ExtendedSelection if several else QListView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)
        if most:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.doubleClicked.connect(self._open)
        self.row_entered.connect(self._open)

    def show_rows(self, rows: Sequence[Row], *, always_one: bool = True) -> None:
        """Show these; what is chosen stays chosen where it still is, else the row in its place, or the first.

        Unless there is `always_one`: then nothing is chosen instead.
        """
        if rows and list(rows) == list(self.rows.rows()):
            return
        kept, place = self.chosen_keys(), self.currentIndex().row()
        self.rows.set_rows(rows)
        self.updateGeometry()
        here = [index for index in map(self.rows.index_of, kept) if index.isValid()]
        if not here and always_one:
            here = [index for index in [self._near(place)] if index.isValid()]
        flag = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for index in here:
            chosen.select(index, index)
        if here:
            # All at once: whoever hears of it looks at every row that is chosen.
            self.selectionModel().setCurrentIndex(here[-1], flag.NoUpdate)
            self.selectionModel().select(chosen, flag.Select)
        else:
            self.chosen.emit("")

    def chosen_key(self) -> str:
        """The key of the current row if it is chosen; empty for none."""
        index = self.currentIndex()
        row = self.rows.row(index)
        return row.key if row is not None and self.selectionModel().isSelected(index) else ""

    def chosen_keys(self) -> list[str]:
        """The keys of all chosen rows, from the top."""
        found = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return [row.key for row in map(self.rows.row, found) if row is not None]

    def choose(self, key: str) -> bool:
        """Choose a row and bring it into sight; False if it is not shown."""
        index = self.rows.index_of(key)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        return index.isValid()

    def sizeHint(self) -> QSize:
        if not self._most:
            return super().sizeHint()
        shown = range(min(len(self.rows.rows()), self._most))
        heights = [self._painter.sizeHint(QStyleOptionViewItem(), self.rows.index(row, 0)).height() for row in shown]
        return QSize(self._theme.px(320), sum(heights) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height() if self._most else self._theme.px(48))

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        step = -1 if action == QListView.CursorAction.MoveEnd else 1
        row = self.rows.row(index)
        while row is not None and row.head:
            index = self.rows.index(index.row() + step, 0)
            row = self.rows.row(index)
        return index

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(self._tag_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        key = self._tag_at(event.position())
        if key and key == self.chosen_key() and event.button() == Qt.MouseButton.LeftButton:
            self.tag_pressed.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._tag_at(event.position()):
            super().mouseDoubleClickEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_key())

    def _near(self, place: int) -> QModelIndex:
        """The first row that is no head from a place on, else the last one."""
        rows = self.rows.rows()
        order = [*range(max(0, place), len(rows)), *range(min(place, len(rows)) - 1, -1, -1)]
        return next((self.rows.index(one, 0) for one in order if not rows[one].head), QModelIndex())

    def _tag_at(self, position: QPointF) -> str:
        """The key of the row whose tag is there; empty for none."""
        index = self.indexAt(position.toPoint())
        row = self.rows.row(index)
        if row is None or not self._painter.tag_area(QRectF(self.visualRect(index)), row).contains(position):
            return ""
        return row.key

    def _point(self, key: str) -> None:
        if key != self._painter.pointed_tag:
            self._painter.pointed_tag = key
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None:
            self.open_wanted.emit(row.key)
