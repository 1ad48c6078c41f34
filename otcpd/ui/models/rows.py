"""Rows with a title and a line about it, under heads, as a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index


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
