"""Rows of plain texts under heads, as a table model: what a picture shows, for reading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: its key, and a text for each column."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A table. `main` is the place of the column that says what a row is about; it takes the room that is left, and
    where there is little it stands alone, the other texts above it, or below it and each behind its head if they
    are `named`, as figures have to be."""

    heads: tuple[str, ...]
    rows: tuple[Fact, ...] = ()
    main: int = 0
    named: bool = False


class FactModel(QAbstractTableModel):
    """With `alone`, only the main column is on show, and speaks for all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.alone = False
        self._facts = Facts(())

    @property
    def facts(self) -> Facts:
        """What is shown."""
        return self._facts

    def set_facts(self, facts: Facts) -> None:
        """Show this instead."""
        self.beginResetModel()
        self._facts = facts
        self.endResetModel()

    def fact(self, row: int) -> Fact | None:
        """What a row shows."""
        return self._facts.rows[row] if 0 <= row < len(self._facts.rows) else None

    def row_of(self, key: str) -> int:
        """The row with this key; -1 if there is none."""
        return next((row for row, fact in enumerate(self._facts.rows) if fact.key == key), -1)

    def others(self, fact: Fact) -> str:
        """Everything of a row but its main text."""
        facts = self._facts
        parts = (
            f"{head} {text}" if facts.named else text
            for place, (head, text) in enumerate(zip(facts.heads, fact.cells, strict=True))
            if place != facts.main and text
        )
        return ", ".join(parts)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._facts.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._facts.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        fact = self.fact(index.row()) if index.isValid() else None
        if fact is None:
            return None
        text = fact.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole and self.alone and index.column() == self._facts.main:
            return f"{text}, {self.others(fact)}"
        return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._facts.heads)
        return self._facts.heads[section] if across and role == Qt.ItemDataRole.DisplayRole else None
