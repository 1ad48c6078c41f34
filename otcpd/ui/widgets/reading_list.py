"""The list of the reading log: to read, then read, by year."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.models.reading_rows import ReadingRow
from otcpd.ui.models.readings import ReadingModel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.headed_list import HeadedList
from otcpd.ui.widgets.placed_list import RowState
from otcpd.ui.widgets.reading_painter import ReadingPainter

NAME = "Readings"


class ReadingList(HeadedList):
    """The keys are those of readings."""

    rows: ReadingModel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._painter = ReadingPainter(theme)
        super().__init__(theme, ReadingModel(), NAME, parent)

    def show_rows(self, rows: Iterable[ReadingRow]) -> None:
        """Show these instead."""
        with self.keeping():
            self.rows.set_rows(rows)

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that a search finds, by their words or among the keys in `also`."""
        with self.sifting():
            self.rows.search(text, also)

    def row_heights(self) -> list[int]:
        return self._painter.heights(self.rows.entries())

    def set_row_width(self, width: int) -> bool:
        return self._painter.set_width(width)

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        self._painter.paint(painter, area, self.rows.entries()[row], state)

    def _remeasure(self) -> None:
        self._painter.forget()
        super()._remeasure()
