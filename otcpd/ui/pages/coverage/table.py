"""The table of coverage: arrow keys walk its cells, Enter asks what is behind one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from otcpd.domain.coverage import Grain, Matrix
from otcpd.ui.models.index import Index
from otcpd.ui.pages.coverage import words
from otcpd.ui.pages.coverage.model import LIST_HEADS, CoverageModel
from otcpd.ui.pages.coverage.table_paint import MOST_LINES, CoverageCells, CoverageHead, indent
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role

CELL, TOTAL, NAME = 40, 58, 190
"""Logical pixels of a column of time, of the one of all, and that names have at least."""
_WIDEST = {Grain.MONTHS: "May", Grain.QUARTERS: "Oct–Dec", Grain.YEARS: "2026", Grain.ACTIVITIES: "30"}
"""The widest head of each kind of column."""
_FIGURES = (92, 84, 116)


class CoverageTable(QTableView):
    """Only the rows in sight are reckoned and painted."""

    opened = Signal(int, int)
    """The row and the column of a cell that somebody wants to look behind."""
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = CoverageModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CoverageCells(theme, self.rows, self))
        self.head = CoverageHead(theme, self.rows, self)
        self.setHorizontalHeader(self.head)
        self.setAccessibleName(words.TABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._on_clicked)
        slim_bars(self, theme)
        theme.changed.connect(self._remeasure)
        self._remeasure()

    def most_columns(self) -> dict[Grain, int]:
        """How many columns of each kind have room."""
        theme = self._theme
        room = self.viewport().width() - theme.px(NAME) - theme.px(TOTAL)
        return {grain: max(0, int(room // self._cell(head))) for grain, head in _WIDEST.items()}

    def show_matrix(self, matrix: Matrix | None, *, listed: bool) -> None:
        """Show this; the cell one is in stays, as far as there still is one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        bar = self.verticalScrollBar().value()
        self.rows.show_matrix(matrix, listed=listed)
        self._fit()
        self._fit_rows()
        last_row, last_column = self.rows.rowCount() - 1, self.rows.columnCount() - 1
        if last_row >= 0:
            self.setCurrentIndex(self.rows.index(min(max(row, 0), last_row), min(max(column, 0), last_column)))
        self.verticalScrollBar().setValue(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._fit_rows()
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and here.isValid():
            self.opened.emit(here.row(), here.column())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        self.opened.emit(index.row(), index.column())

    def _cell(self, head: str) -> float:
        return max(self._theme.px(CELL), self._theme.width(Role.META, head) + self._theme.gap(8))

    def _fit(self) -> None:
        """The columns of time share what the names leave, within reason; nothing lies beyond the right edge."""
        theme, number = self._theme, self.rows.columnCount()
        if not number:
            return
        room = self.viewport().width()
        if self.rows.listed:
            figures = [theme.px(width) for width in _FIGURES]
            going = list(range(1, len(LIST_HEADS)))
            while len(going) > 1 and room - sum(figures[column - 1] for column in going) < theme.px(NAME):
                going.remove(2 if 2 in going else max(going))
            for column in range(1, number):
                self.setColumnHidden(column, column not in going)
                self.setColumnWidth(column, figures[column - 1])
            self.setColumnWidth(0, max(1, room - sum(figures[column - 1] for column in going)))
            return
        times = number - 2
        total = theme.px(TOTAL)
        wide = self._widest(times, room - total)
        for column in range(1, number):
            self.setColumnHidden(column, False)
            self.setColumnWidth(column, wide if column <= times else total)
        self.setColumnWidth(0, max(1, room - times * wide - total))

    def _widest(self, times: int, room: int) -> int:
        theme = self._theme
        most = self._cell(_WIDEST[Grain.QUARTERS])
        share = (room - theme.px(NAME)) / max(times, 1)
        return max(1, int(min(max(most, 0.055 * room), share)))

    def _fit_rows(self) -> None:
        """One height for all rows: that of two lines if a name of the framework needs them, shown or not."""
        theme, matrix = self._theme, self.rows.matrix
        if matrix is None:
            return
        room = self.columnWidth(0) - theme.gap(16)
        found = matrix.coverage
        two = any(
            theme.width(Role.LABEL, words.name_of(found, line)) + indent(theme, line) > room for line in found.longest
        )
        lines = MOST_LINES if two else 1
        self.verticalHeader().setDefaultSectionSize(lines * theme.line(Role.WHY) + theme.gap(8 if two else 16))

    def _remeasure(self) -> None:
        theme = self._theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("window"))
        self.setPalette(palette)
        self._fit_rows()
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self._fit()
        self.updateGeometry()
