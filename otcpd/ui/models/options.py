"""Things to choose from, as a list: each may be ticked, and a few letters narrow it down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index

OPTION_ROLE = Qt.ItemDataRole.UserRole
"""The option itself."""
HEAD_ROLE = Qt.ItemDataRole.UserRole + 1
"""The name of the group that begins with this option; empty within one."""


@dataclass(frozen=True, slots=True)
class Option:
    """`text` is what people read, `spoken` what a screen reader says instead, where that is more.

    Options of the same `group` stand together, under its name.
    """

    key: str
    text: str
    spoken: str = ""
    group: str = ""


class OptionModel(QAbstractListModel):
    """Shows those that hold all the letters asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Option] = []
        self._shown: list[Option] = []
        self._ticked: frozenset[str] = frozenset()
        self._words = ""
        self._tickable = True

    def set_options(self, options: Sequence[Option], ticked: Iterable[str] = (), *, tickable: bool = True) -> None:
        """Offer these; `tickable` ones show whether they are ticked."""
        self.beginResetModel()
        self._all = list(options)
        self._ticked = frozenset(ticked)
        self._tickable = tickable
        self._words = ""
        self._shown = self._all
        self.endResetModel()

    def narrow(self, words: str) -> None:
        """Show only those that hold these words, in any case of letters."""
        words = " ".join(words.casefold().split())
        if words != self._words:
            self.beginResetModel()
            self._words = words
            self._shown = [one for one in self._all if words in one.text.casefold()] if words else self._all
            self.endResetModel()

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the ticked ones."""
        return self._ticked

    def option(self, index: Index) -> Option | None:
        """The option at an index; None for an invalid one."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def shown(self) -> Sequence[Option]:
        """What is offered now."""
        return self._shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        option = self.option(index)
        if option is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return option.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return option.spoken or option.text
        if role == Qt.ItemDataRole.CheckStateRole and self._tickable:
            return Qt.CheckState.Checked if option.key in self._ticked else Qt.CheckState.Unchecked
        if role == HEAD_ROLE:
            above = self._shown[index.row() - 1].group if index.row() else ""
            return option.group if option.group != above else ""
        return option if role == OPTION_ROLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        option = self.option(index)
        if option is None or role != Qt.ItemDataRole.CheckStateRole or not self._tickable:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._ticked = self._ticked | {option.key} if on else self._ticked - {option.key}
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsUserCheckable if self._tickable else plain
