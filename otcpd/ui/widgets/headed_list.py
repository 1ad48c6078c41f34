"""A list of rows under heads: choosing, opening and deleting one, and keeping what is chosen while rows change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QWidget

from otcpd.ui.models.headed import HeadedModel, ListHead
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.placed_list import PlacedList

Flag = QItemSelectionModel.SelectionFlag
SIDE = 12
"""Gap between the edge of a row and what stands in it."""
APART = 2
"""Pixels between two rows."""


class HeadedList(PlacedList):
    """Arrows, Home, End and letters move the choice, Enter or a double click opens it, Delete asks for it to be
    deleted. Subclasses say how high rows are, and paint them."""

    chosen = Signal(str)
    """The key of the row that is now chosen; empty for none."""
    open_wanted = Signal(str)
    delete_wanted = Signal(str)

    rows: HeadedModel[Any]

    def __init__(self, theme: Theme, rows: HeadedModel[Any], name: str, parent: QWidget | None = None) -> None:
        self.rows = rows
        self._told = ""
        self._quiet = False
        super().__init__(theme, rows, parent)
        rows.setParent(self)
        self.setAccessibleName(name)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(self._open)

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """While other rows are put in: what is chosen stays so, else what comes in its place is, if anything was."""
        key, place = self.chosen_key(), self.currentIndex().row()
        self._quiet = True
        yield
        self._keep(key, place)

    @contextmanager
    def sifting(self) -> Iterator[None]:
        """While a search shows some of the rows: what was chosen before it comes back with its row."""
        key = self.chosen_key() or self._told
        self._quiet = True
        yield
        self._keep(key, -1)

    def chosen_key(self) -> str:
        """The key of the chosen row; empty for none."""
        index = self.currentIndex()
        return self.rows.key_at(index.row()) if self.selectionModel().isSelected(index) else ""

    def choose(self, key: str) -> bool:
        """Choose a row and bring it into sight; False if it is not shown (then nothing is chosen)."""
        index = self.rows.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        if self.isVisible():
            self.scrollTo(index)
        return True

    def choose_first(self) -> bool:
        """Choose the first row; False where there is none."""
        first = self.first_key()
        return bool(first) and self.choose(first)

    def first_key(self) -> str:
        """The key of the first row; empty where there is none."""
        return self._near(range(len(self.rows.entries())))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.chosen_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key:
            self.open_wanted.emit(key)
        elif event.key() == Qt.Key.Key_Delete and key:
            self.delete_wanted.emit(key)
        else:
            super().keyPressEvent(event)

    def is_head(self, row: int) -> bool:
        return isinstance(self.rows.entries()[row], ListHead)

    def _keep(self, key: str, place: int) -> None:
        """Choose again what was chosen before the rows were changed, or what is in its place, and tell what is."""
        if key and not self.choose(key) and place >= 0:
            number = len(self.rows.entries())
            near = self._near((*range(place, number), *range(min(place, number) - 1, -1, -1)))
            if near:
                self.choose(near)
        self._quiet = False
        self._tell()

    def _near(self, places: range | tuple[int, ...]) -> str:
        return next((key for key in map(self.rows.key_at, places) if key), "")

    def _tell(self) -> None:
        key = self.chosen_key()
        if not self._quiet and key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _open(self, index: QModelIndex) -> None:
        key = self.rows.key_at(index.row())
        if key:
            self.open_wanted.emit(key)


def head_height(theme: Theme, *, first: bool) -> int:
    """How high a head is."""
    return theme.line(Role.META) + theme.gap(8) + theme.gap(6 if first else 20)


def paint_head(painter: QPainter, theme: Theme, area: QRectF, head: ListHead) -> None:
    """Paint a head: its words at the left, as far as there is room, and its number at the right."""
    side, line = theme.gap(SIDE), theme.line(Role.META)
    number = f"{head.count:,}"
    place = QRectF(area.left() + side, area.bottom() - theme.gap(8) - line, area.width() - 2 * side, line)
    room = place.width() - theme.width(Role.META, number) - theme.gap(10)
    shown = theme.metrics(Role.META_STRONG).elidedText(head.text, Qt.TextElideMode.ElideRight, room)
    painter.setPen(theme.colour("ink2"))
    painter.setFont(theme.font(Role.META_STRONG))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(theme.font(Role.META))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
