"""A short list of things that have a name and a fact each, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from otcpd.ui.models.index import Index
from otcpd.ui.models.rows import Row, RowModel
from otcpd.ui.painting import draw_lines, text_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.plain_list import PlainList, paint_ground

MOST_ROWS = 6
"""So many rows are in sight; more are scrolled to."""


class NamedList(PlainList):
    """Titles are broken where they are long, and not cut. As high as its rows, up to `MOST_ROWS` of them."""

    chosen = Signal(str)
    """The key that a person chose."""
    open_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, name: str, *, to_read: bool = False, parent: QWidget | None = None) -> None:
        """A list that is only `to_read` shows all its rows, with facts at the right
        where they have room there, and nothing is chosen in it."""
        super().__init__(theme, name, parent)
        self._quiet = False
        self.to_read = to_read
        if to_read:
            self.setSelectionMode(QListView.SelectionMode.NoSelection)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row_entered.connect(self.open_wanted)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_NamedDelegate(theme, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def chosen_key(self) -> str:
        """The key of what is chosen; empty for nothing."""
        for index in self.selectedIndexes():
            row = self.rows.row(index)
            if row is not None:
                return row.key
        return ""

    def show_rows(self, rows: Sequence[Row], key: str) -> str:
        """Show these and choose `key`, or what stands in its place now, without telling anyone. What is chosen."""
        place = next((place for place, row in enumerate(rows) if row.key == key), None)
        if place is None:
            before = [row.key for row in self.rows.rows()]
            place = min(before.index(key) if key in before else 0, len(rows) - 1)
        self._quiet = True
        if list(rows) != list(self.rows.rows()):
            self.rows.set_rows(rows)
            self.remeasure()
        if place >= 0 and not self.to_read:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(place, 0), flags)
        self._quiet = False
        return self.chosen_key()

    def sizeHint(self) -> QSize:
        shown = self.rows.rows() if self.to_read else self.rows.rows()[:MOST_ROWS]
        heights = [self._row_height(row) for row in range(len(shown))]
        return QSize(self._theme.px(300), sum(heights) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet and not selected.isEmpty():
            self.chosen.emit(self.chosen_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen_key():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.remeasure()  # names wrap differently now

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def _row_height(self, row: int) -> int:
        return self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.rows.index(row, 0)).height()


class _NamedDelegate(QStyledItemDelegate):
    """The name, and the fact below it."""

    def __init__(self, theme: Theme, view: NamedList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        names, facts = self._lines(index)
        theme = self._theme
        if self._view.to_read:
            below = 0 if self._fits_beside(names, facts) else len(facts) * theme.line(Role.META_STRONG)
            return QSize(0, max(len(names) * theme.line(Role.BODY) + below + theme.gap(8), 32))
        height = len(names) * theme.line(Role.BODY) + len(facts) * theme.line(Role.META) + theme.gap(14)
        return QSize(0, max(height, 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        area = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        paint_ground(painter, theme, area, option.state)
        names, facts = self._lines(index)
        if self._view.to_read and self._fits_beside(names, facts):
            place = QPointF(area.left(), area.center().y() - len(names) * theme.line(Role.BODY) / 2)
            self._draw(painter, names, place, Role.BODY, "ink")
            width = theme.width(Role.META_STRONG, facts[0])
            right = QPointF(area.right() - width, area.center().y() - theme.line(Role.META_STRONG) / 2)
            self._draw(painter, facts, right, Role.META_STRONG, "ink2")
        else:
            self._draw_below(painter, area, names, facts)
        painter.restore()

    def _draw_below(self, painter: QPainter, area: QRectF, names: list[str], facts: list[str]) -> None:
        theme = self._theme
        name, fact = self._roles()
        height = len(names) * theme.line(name) + len(facts) * theme.line(fact)
        place = QPointF(area.left() + self._inset(), area.center().y() - height / 2)
        self._draw(painter, names, place, name, "ink")
        self._draw(painter, facts, QPointF(place.x(), place.y() + len(names) * theme.line(name)), fact, "ink2")

    def _draw(self, painter: QPainter, lines: list[str], place: QPointF, role: Role, token: str) -> None:
        theme = self._theme
        draw_lines(painter, lines, place, theme.font(role), theme.line(role), theme.colour(token))

    def _fits_beside(self, names: list[str], facts: list[str]) -> bool:
        theme = self._theme
        if len(names) != 1 or len(facts) != 1:
            return False
        taken = theme.width(Role.BODY, names[0])
        taken += theme.width(Role.META_STRONG, facts[0]) + theme.gap(16)
        return taken <= self._room()

    def _lines(self, index: Index) -> tuple[list[str], list[str]]:
        row = self._view.rows.row(index)
        if row is None:
            return [], []
        name, fact = self._roles()
        names = text_lines(row.title, self._theme.font(name), self._room(), 3)
        return names, text_lines(row.meta, self._theme.font(fact), self._room(), 3) if row.meta else []

    def _roles(self) -> tuple[Role, Role]:
        return (Role.BODY, Role.META_STRONG) if self._view.to_read else (Role.BODY_STRONG, Role.META)

    def _inset(self) -> int:
        return 0 if self._view.to_read else self._theme.gap(12)

    def _room(self) -> int:
        return max(self._view.viewport().width() - 2 * self._inset(), 40)
