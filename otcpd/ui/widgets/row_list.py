"""A list of rows with a title and a line about it, under heads: thousands of them cost no more than those in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.painting import RADIUS_ROW, draw_lines, icon, rounded, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.reader_tag import paint_tag, tag_width

_SIDE = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `picture` names an icon; `aside` stands at the right of the title. Heads have a title only.

    `lines` is how many lines the title may take, one or two. With `tag`, the name of an icon, the aside is a tag to
    press.
    """

    key: str
    title: str
    meta: str = ""
    picture: str = ""
    aside: str = ""
    head: bool = False
    lines: int = 1
    tag: str = ""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.aside, self.meta) if part)


class RowModel(QAbstractListModel):
    """The rows in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self._places = {}
        for place, row in enumerate(self._rows):
            if not row.head:
                self._places.setdefault(row.key, place)
        self.endResetModel()

    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def row(self, index: Index) -> Row | None:
        """The row at an index; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, key: str) -> QModelIndex:
        """Where the row with this key is; invalid if it is not shown."""
        place = self._places.get(key)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.meta) if part)
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        # Heads are no stop for the arrow keys.
        return never if row.head else never | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowPainter(QStyledItemDelegate):
    """Heads are one line high, rows as high as their title and the line below it."""

    def __init__(self, theme: Theme, rows: RowModel, view: RowList) -> None:
        super().__init__(view)
        self._theme = theme
        self._rows = rows
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        theme = self._theme
        row = self._rows.rows()[index.row()]
        if row.head:
            above = theme.gap(6 if index.row() == 0 else 18)
            return QSize(0, above + theme.line(Role.META) + theme.gap(6))
        text = self._lines(row) * theme.line(Role.BODY) + (theme.line(Role.META) if row.meta else 0)
        return QSize(0, max(theme.px(44), text + 2 * theme.gap(8)) + 2)

    def tag_area(self, area: QRectF, row: Row) -> QRectF:
        """Where the tag of a row at `area` takes presses; empty if it has none."""
        if not row.tag:
            return QRectF()
        theme = self._theme
        width = tag_width(theme, row.aside)
        height = max(32, theme.px(32))
        middle = area.top() + theme.gap(8) + theme.line(Role.BODY) / 2
        return QRectF(area.right() - theme.gap(_SIDE) / 2 - width, middle - height / 2, width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index)
        if row is None:
            return
        painter.save()
        area = QRectF(option.rect)
        if row.head:
            self._paint_head(painter, area, row)
        else:
            self._paint_row(painter, area.adjusted(0, 0, 0, -2), row, option.state)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRectF, row: Row) -> None:
        theme = self._theme
        side, line = theme.gap(_SIDE), theme.line(Role.META)
        place = QRectF(area.left() + side, area.bottom() - theme.gap(6) - line, area.width() - 2 * side, line)
        self._draw(painter, place, row.title, Role.META_STRONG, "ink2")

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, area, RADIUS_ROW, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, area, RADIUS_ROW, theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, area, RADIUS_ROW, edge=theme.colour("focus"), width=2)
        side, size = theme.gap(_SIDE), theme.px(18)
        left, right = area.left() + side, area.right() - side
        titles = self._lines(row)
        line = theme.line(Role.BODY)
        height = titles * line + (theme.line(Role.META) if row.meta else 0)
        top = area.center().y() - height / 2
        if row.picture:
            icon(painter, theme, row.picture, "ink2", QPointF(left + size / 2, top + line / 2), size)
            left += size + theme.gap(10)
        if row.tag:
            self._paint_tag(painter, self.tag_area(area, row), row)
        elif row.aside:
            width = theme.metrics(Role.META).horizontalAdvance(row.aside) + 1
            self._draw(painter, QRectF(right - width, top, width, line), row.aside, Role.META, "ink2")
        room = self._room(row, area.width())
        if titles == 1:
            self._draw(painter, QRectF(left, top, room, line), row.title, Role.BODY_STRONG, "ink")
        else:
            font = theme.font(Role.BODY_STRONG)
            lines = text_lines(_start(row.title), font, room, most=titles)
            draw_lines(painter, lines, QPointF(left, top), font, line, theme.colour("ink"))
        below = QRectF(left, top + titles * line, right - left, theme.line(Role.META))
        self._draw(painter, below, row.meta, Role.META, "ink2")

    def _paint_tag(self, painter: QPainter, place: QRectF, row: Row) -> None:
        height = self._theme.px(24)
        body = QRectF(place.left(), place.center().y() - height / 2, place.width(), height)
        paint_tag(painter, self._theme, body, row.tag, row.aside, pointed=self._view.pointed_tag == row.key)

    def _room(self, row: Row, width: float) -> float:
        """How wide a title may be in a row of this width."""
        theme = self._theme
        taken = 2.0 * theme.gap(_SIDE)
        if row.picture:
            taken += theme.px(18) + theme.gap(10)
        if row.tag:
            taken += tag_width(theme, row.aside) - theme.gap(_SIDE) / 2 + theme.gap(6)
        elif row.aside:
            taken += theme.metrics(Role.META).horizontalAdvance(row.aside) + 1 + theme.gap(10)
        return max(1.0, width - taken)

    def _lines(self, row: Row) -> int:
        """How many lines the title takes; breaking it is left for when it is painted."""
        if row.lines == 1:
            return 1
        room = self._room(row, self._view.viewport().width())
        return 1 if self._theme.metrics(Role.BODY_STRONG).horizontalAdvance(_start(row.title)) <= room else 2

    def _draw(self, painter: QPainter, place: QRectF, text: str, role: Role, token: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.colour(token))
        shown = self._theme.metrics(role).elidedText(_start(text), Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, _MIDDLE, shown)


def _start(text: str) -> str:
    """Long texts come here as they are: no more of them than can fit is measured."""
    return " ".join(text[:400].split())


class RowList(QListView):
    """Arrows, Home, End and letters move; Enter or a double click opens."""

    chosen = Signal(str)
    """The key of the row that is now chosen, or current among several; empty for none."""
    open_wanted = Signal(str)
    tag_pressed = Signal(str)

    def __init__(self, theme: Theme, name: str, *, several: bool = False, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it; with `several` more than one row can be chosen."""
        super().__init__(parent)
        self._theme = theme
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.pointed_tag = ""
        """The key of the row whose tag is pointed at."""
        self._painter = RowPainter(theme, self.rows, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QListView.SelectionMode.ExtendedSelection if several else QListView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.doubleClicked.connect(self._on_double)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; what is chosen stays chosen where it still is, else the row in its place, or the first."""
        kept, place = self.chosen_keys(), self.currentIndex().row()
        self.rows.set_rows(rows)
        here = [index for index in map(self.rows.index_of, kept) if index.isValid()]
        if not here:
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

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._theme.px(120)), round(self._theme.px(48)))

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        step = -1 if action == QListView.CursorAction.MoveEnd else 1
        row = self.rows.row(index)
        while row is not None and row.head:
            index = self.rows.index(index.row() + step, 0)
            row = self.rows.row(index)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_key():
            self.open_wanted.emit(self.chosen_key())
        else:
            super().keyPressEvent(event)

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
        if key != self.pointed_tag:
            self.pointed_tag = key
            self.viewport().update()

    def _on_double(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is not None:
            self.open_wanted.emit(row.key)
