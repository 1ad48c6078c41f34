"""A list of activities, each with a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from otcpd.domain.activity import Category
from otcpd.ui.models.index import Index

ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The Choosable itself."""


@dataclass(frozen=True, slots=True)
class Choosable:
    """An activity that may be chosen; `meta` tells its days and what it lacks, if anything."""

    id: str
    title: str
    meta: str
    category: Category | None
    chosen: bool


class ChoosableModel(QAbstractListModel):
    """Ticking a box changes nothing here: `wanted` says what the person wants, and new entries follow."""

    wanted = Signal(str, bool)
    """An activity's id, and whether it is to be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Choosable] = []

    def set_entries(self, entries: Sequence[Choosable]) -> None:
        """Show these. While the same activities stay in the same order, the view keeps its place."""
        before, self_entries = self._entries, list(entries)
        if [one.id for one in before] != [one.id for one in self_entries]:
            self.beginResetModel()
            self._entries = self_entries
            self.endResetModel()
            return
        self._entries = self_entries
        for row, (old, new) in enumerate(zip(before, self_entries, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def entry(self, index: Index) -> Choosable:
        """The activity in a row."""
        return self._entries[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return entry.title
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if entry.chosen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title}. {entry.meta}. {'In' if entry.chosen else 'Not in'} your statement"
            case Qt.ItemDataRole.UserRole:
                return entry
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.wanted.emit(self._entries[index.row()].id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True
