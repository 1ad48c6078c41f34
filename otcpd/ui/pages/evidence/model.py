"""The model behind the table of files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from otcpd.ui.models.index import Index
from otcpd.ui.pages.evidence.contents import Column, EvidenceLine

HEADS = {
    Column.NUMBER: "No.",
    Column.NAME: "Name",
    Column.KIND: "Kind",
    Column.SIZE: "Size",
    Column.USED: "Used in",
    Column.ADDED: "Added",
}


class EvidenceModel(QAbstractTableModel):
    """Rows as plain values; sifted and sorted before they come here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[EvidenceLine] = []
        self._rows: dict[str, int] = {}

    def set_lines(self, lines: Sequence[EvidenceLine]) -> bool:
        """Show these instead. True if other files are shown, or in another order: the choice is then lost."""
        before, now = self._lines, list(lines)
        if [one.id for one in before] != [one.id for one in now]:
            self.beginResetModel()
            self._lines = now
            self._rows = {one.id: row for row, one in enumerate(now)}
            self.endResetModel()
            return True
        self._lines = now
        for row, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        return False

    def lines(self) -> Sequence[EvidenceLine]:
        """What is shown."""
        return self._lines

    def line(self, index: Index) -> EvidenceLine | None:
        """The row of an index; None for an invalid one."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, evidence: str) -> int:
        """The row that shows a piece; -1 if none does."""
        return self._rows.get(evidence, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index)
        if line is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if column is Column.NAME else _text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.NAME:
            return "\n".join(part for part in (line.title, line.meta) if part)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.USED:
            return line.used
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section in HEADS:
            return HEADS[Column(section)]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _text(line: EvidenceLine, column: Column) -> str:
    match column:
        case Column.NUMBER:
            return "" if line.number is None else f"E{line.number}"
        case Column.NAME:
            return line.title
        case Column.KIND:
            return line.kind
        case Column.SIZE:
            return line.size
        case Column.USED:
            return line.used
        case Column.ADDED:
            return line.added
