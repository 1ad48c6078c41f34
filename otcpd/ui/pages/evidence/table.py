"""The table of files: whole rows, hairlines only, heads that sort."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from otcpd.ui.pages.evidence.contents import Column, EvidenceLine
from otcpd.ui.pages.evidence.model import EvidenceModel
from otcpd.ui.pages.evidence.row_heights import RowHeights, row_height
from otcpd.ui.pages.evidence.table_head import TableHead
from otcpd.ui.pages.evidence.table_paint import EvidencePainter, name_room
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme

_WIDTHS = {Column.NUMBER: 58, Column.KIND: 138, Column.SIZE: 88, Column.USED: 160, Column.ADDED: 122}
_LEAST_NAME = 250
_SHARE = 0.4
"""Of what names do not need: goes to the titles of the activities."""
_GOING = (Column.ADDED, Column.KIND, Column.SIZE, Column.NUMBER, Column.USED)
"""Columns in the order in which they give way where there is no room."""

_Flag = QItemSelectionModel.SelectionFlag
_Move = QAbstractItemView.CursorAction


class EvidenceTable(QTableView):
    """Arrows, Home, End and letters move; Shift and Ctrl choose several; Enter goes to the file; Delete removes."""

    chosen = Signal(str)
    """The id of the piece that is now the current one; empty for none."""
    open_wanted = Signal()
    remove_wanted = Signal()
    sort_wanted = Signal(int)
    """The column by which a person wants the rows sorted."""

    def __init__(self, theme: Theme, model: EvidenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._quiet = False
        self._heights = RowHeights(theme)
        self.pointed = -1
        """The row under the pointer."""
        self.setModel(model)
        self.setItemDelegate(EvidencePainter(theme, model, self))
        self.head = TableHead(theme, self)
        self.setHorizontalHeader(self.head)
        self._above_bar = QWidget()
        self.addScrollBarWidget(self._above_bar, Qt.AlignmentFlag.AlignTop)
        self.head.sort_wanted.connect(self.sort_wanted)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_nothing_entered)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        slim_bars(self, theme)
        theme.changed.connect(self._remeasure)
        self._remeasure()

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Show these; what was chosen stays chosen, if it is among them, and the place in the list stays."""
        picked, current, bar = self.picked(), self.current(), self.verticalScrollBar()
        place = bar.value()
        self._quiet = True
        others = self._rows.set_lines(lines)
        self._fit_rows()
        if others:
            for evidence in picked:
                row = self._rows.row_of(evidence)
                if row >= 0:
                    self.selectionModel().select(self._at(row), _Flag.Select | _Flag.Rows)
            if (row := self._rows.row_of(current)) >= 0:
                self.selectionModel().setCurrentIndex(self._at(row), _Flag.NoUpdate)
            bar.setValue(place)
        self._quiet = False

    def current(self) -> str:
        """The id of the piece the caret is at; empty for none."""
        line = self._rows.line(self.currentIndex())
        return line.id if line is not None else ""

    def picked(self) -> list[str]:
        """The ids of all that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows(Column.NAME))
        return [self._rows.lines()[row].id for row in rows]

    def choose(self, evidence: str) -> bool:
        """Choose a piece and bring it into sight, without telling anyone; False if it is not shown."""
        row = self._rows.row_of(evidence)
        if row < 0:
            return False
        self._quiet = True
        self.selectionModel().setCurrentIndex(self._at(row), _Flag.ClearAndSelect | _Flag.Rows)
        self._quiet = False
        self.scrollTo(self._at(row))
        return True

    def neighbour(self, going: Sequence[str]) -> str:
        """The piece to choose when these go: the next one, else the one before; empty for none."""
        gone = set(going)
        rows = [self._rows.row_of(one) for one in going]
        last = max(rows, default=-1)
        lines = self._rows.lines()
        others = [*lines[last + 1 :], *reversed(lines[: max(last, 0)])]
        return next((one.id for one in others if one.id not in gone), "")

    def has_column(self, column: Column) -> bool:
        """Whether there is room for a column."""
        return not self.isColumnHidden(column)

    def show_head(self, shown: bool) -> None:
        """Whether the heads are there; the scroll bar begins below them."""
        self.head.setVisible(shown)
        self._above_bar.setVisible(shown)

    def row_area(self, cell: QRectF) -> QRectF:
        """The whole row that a cell is in, in pixels of the viewport."""
        return QRectF(0, cell.top(), self.head.length(), cell.height())

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows = self._rows.rowCount()
        if not rows:
            return QModelIndex()
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return self._at(0 if action == _Move.MoveHome else rows - 1)
        if action in (_Move.MoveLeft, _Move.MoveRight):
            return self.currentIndex()
        return self._at(max(0, super().moveCursor(action, modifiers).row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.picked():
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the next file whose name begins so, whichever column was clicked on."""
        if self.currentIndex().isValid() and self.currentIndex().column() != Column.NAME:
            self.selectionModel().setCurrentIndex(self._at(self.currentIndex().row()), _Flag.NoUpdate)
        super().keyboardSearch(search)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if not self._quiet:
            self.chosen.emit(self.current() if self.picked() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("window"))
        painter.end()
        super().paintEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._on_nothing_entered()

    def _on_entered(self, index: QModelIndex) -> None:
        self.pointed = index.row()
        self.viewport().update()

    def _on_nothing_entered(self) -> None:
        self.pointed = -1
        self.viewport().update()

    def _at(self, row: int) -> QModelIndex:
        return self._rows.index(row, Column.NAME)

    def _fit_columns(self) -> None:
        px = self._theme.px
        # The room of the bar stays free without one: else rows that grow could bring it, and take it away, for ever.
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        shown = list(_WIDTHS)
        for column in _GOING:
            if sum(px(_WIDTHS[one]) for one in shown) + px(_LEAST_NAME) <= room:
                break
            shown.remove(column)
        for column in _WIDTHS:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, px(_WIDTHS[column]))
        spare = max(1, room - sum(px(_WIDTHS[one]) for one in shown))
        used = round(max(0.0, spare - px(_LEAST_NAME)) * _SHARE) if Column.USED in shown else 0
        self.setColumnWidth(Column.USED, px(_WIDTHS[Column.USED]) + used)
        self.setColumnWidth(Column.NAME, max(1, spare - used))
        self._fit_rows()

    def _fit_rows(self) -> None:
        room = name_room(self._theme, self.columnWidth(Column.NAME))
        if self._heights.fit(self.verticalHeader(), self._rows.lines(), room):
            self.updateGeometries()
            self.viewport().update()

    def _remeasure(self) -> None:
        self._heights.forget()
        self.verticalHeader().setDefaultSectionSize(row_height(self._theme))
        self.verticalHeader().setMinimumSectionSize(32)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setFixedHeight(self._theme.px(42))
        self._above_bar.setFixedHeight(self._theme.px(42))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # else Qt fills the corners
        self.setPalette(palette)
        self.verticalScrollBar().setSingleStep(self._theme.px(30))
        self._fit_columns()
        self.viewport().update()
