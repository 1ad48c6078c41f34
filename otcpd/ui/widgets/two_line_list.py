"""A list of things that need two lines each: what it is, and more about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS, draw_lines, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

LINES_ROLE = Qt.ItemDataRole.UserRole
"""The TwoLines of a row."""


@dataclass(frozen=True, slots=True)
class TwoLines:
    """One row. `picture` names an icon; `key` tells it from the others."""

    key: str
    title: str
    meta: str
    picture: str = ""


class TwoLineModel(QAbstractListModel):
    """The rows as plain values."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TwoLines] = []

    def set_rows(self, rows: Sequence[TwoLines]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> Sequence[TwoLines]:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.meta}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.meta}" if row.meta else row.title
        return row if role == LINES_ROLE else None


class TwoLineList(QListView):
    """As high as its rows, up to `most` of them; then it scrolls."""

    chosen = Signal(str)
    """The key of the row that is now chosen; empty for none."""
    entered = Signal(str)
    """Enter was pressed on the row of this key."""

    def __init__(self, theme: Theme, name: str, *, most: int = 6, parent: QWidget | None = None) -> None:
        """`name` is for a screen reader."""
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self.rows = TwoLineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_TwoLineDelegate(theme, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._remeasure)

    def show_rows(self, rows: Sequence[TwoLines], *, keep: bool = True) -> None:
        """Show these instead; with `keep`, the choice stays where it is among them."""
        if list(rows) == list(self.rows.rows()):
            return
        before = self.chosen_key() if keep else ""
        self.rows.set_rows(rows)
        self.updateGeometry()
        if not (before and self.choose(before)):
            self.chosen.emit("")

    def chosen_key(self) -> str:
        """The key of the row that is chosen; empty for none."""
        return next((_lines(index).key for index in self.selectedIndexes()), "")

    def choose(self, key: str) -> bool:
        """Choose a row and bring it into sight; False if it is not there."""
        for place, row in enumerate(self.rows.rows()):
            if row.key == key:
                index = self.rows.index(place, 0)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
                return True
        return False

    def row_height(self) -> int:
        """Pixels of one row."""
        theme = self._theme
        return max(theme.px(52), theme.line(Role.BODY) + theme.line(Role.META) + theme.gap(12))

    def sizeHint(self) -> QSize:
        shown = min(max(1, self.rows.rowCount()), self._most)
        return QSize(self._theme.px(320), shown * self.row_height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_key():
            self.entered.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_key())

    def _remeasure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()


class _TwoLineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: TwoLineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, _lines(index)
        area = QRectF(option.rect).adjusted(2, 1, -2, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            rounded(painter, area, RADIUS, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, area, RADIUS, theme.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, area, RADIUS, edge=theme.colour("focus"), width=2)
        left = area.left() + theme.gap(10)
        if row.picture:
            size = theme.px(20)
            token = "accent" if chosen else "ink2"
            icon(painter, theme, row.picture, token, QPointF(left + size / 2, area.center().y()), size)
            left += size + theme.gap(10)
        room = area.right() - theme.gap(10) - left
        top = area.center().y() - (theme.line(Role.BODY) + theme.line(Role.META)) / 2
        for text, role, colour in ((row.title, Role.BODY_STRONG, "ink"), (row.meta, Role.META, "ink2")):
            line = theme.line(role)
            shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, room)
            draw_lines(painter, [shown], QPointF(left, top), theme.font(role), line, theme.colour(colour))
            top += line
        painter.restore()


def _lines(index: Index) -> TwoLines:
    found = index.data(LINES_ROLE)
    assert isinstance(found, TwoLines)
    return found
