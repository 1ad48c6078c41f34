"""Items against columns of time, or with their figures, as a table that screen readers read."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from otcpd.domain.coverage import Line, Matrix
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.words import tally
from otcpd.ui.models.index import Index
from otcpd.ui.pages.coverage import words

LIST_HEADS = (words.NAME, words.COUNT, words.TIME, words.LAST)


class CoverageModel(QAbstractTableModel):
    """The first row is all lines together. In the matrix columns are: the item, the times, in all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.listed = False
        """It is a list with figures, and no matrix."""
        self._counts: dict[int, tuple[int, ...]] = {}

    def show_matrix(self, matrix: Matrix | None, *, listed: bool) -> None:
        """Show this instead."""
        self.beginResetModel()
        self.matrix, self.listed, self._counts = matrix, listed, {}
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The item of a row; None for the row of all."""
        return self.matrix.lines[row - 1] if self.matrix is not None and row > 0 else None

    def mask(self, row: int, column: int) -> int:
        """The activities behind a cell, as bits; behind a name, and what stands for all time, those of its row."""
        assert self.matrix is not None
        line = self.line(row)
        mask = line.mask if line is not None else self.matrix.whole
        return mask & self.matrix.masks[column - 1] if self.is_time(column) else mask

    def is_time(self, column: int) -> bool:
        """Whether a column is a stretch of time, or an activity."""
        return not self.listed and self.matrix is not None and 0 < column <= len(self.matrix.columns)

    def count(self, row: int, column: int) -> int:
        """The number in a column of time."""
        assert self.matrix is not None
        if row not in self._counts:
            self._counts[row] = self.matrix.counts(row - 1) if row else self.matrix.sums
        return self._counts[row][column - 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() or self.matrix is None else len(self.matrix.lines) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        if parent.isValid() or self.matrix is None:
            return 0
        return len(LIST_HEADS) if self.listed else len(self.matrix.columns) + 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.matrix is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.name(row) if column == 0 else self.said(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(row, column)
        return None

    def name(self, row: int) -> str:
        """What a row is called."""
        assert self.matrix is not None
        line = self.line(row)
        return words.ANY if line is None else words.name_of(self.matrix.coverage, line)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        assert self.matrix is not None
        if column == 0:
            return self.name(row)
        if self.is_time(column):
            return f"{self.count(row, column):,}"
        mask, found = self.mask(row, 0), self.matrix.coverage
        if self.listed and LIST_HEADS[column] == words.TIME:
            time = found.minutes(mask)
            return format_duration(time) if time else ""
        if self.listed and LIST_HEADS[column] == words.LAST:
            last = found.last(mask)
            return long_day(last, brief=True) if last is not None else ""
        return f"{mask.bit_count():,}"

    def said(self, row: int, column: int) -> str:
        """A cell as it is read out: "Leadership, March 2026: 2 activities"."""
        head = self.head(column)
        if column == 0:
            number = self.mask(row, 0).bit_count()
            return f"{self.name(row)}: {tally(number, 'activity', 'activities')}"
        if self.listed:
            return f"{self.name(row)}, {head}: {self.text(row, column) or 'none'}"
        number = self.mask(row, column).bit_count()
        return f"{self.name(row)}, {head}: {tally(number, 'activity', 'activities')}"

    def head(self, column: int) -> str:
        """A column in words: "March 2026"."""
        if self.listed:
            return LIST_HEADS[column]
        if self.is_time(column):
            assert self.matrix is not None
            return self.matrix.columns[column - 1].said
        return words.NAME if column == 0 else words.IN_ALL

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.head(section) if 0 <= section < self.columnCount() else None
        return self.name(section) if 0 <= section < self.rowCount() else None
