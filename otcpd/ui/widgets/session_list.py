"""The list of supervision sessions: to record, coming up, held."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from otcpd.ui.models.session_rows import SessionRow
from otcpd.ui.models.sessions import SessionModel
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.headed_list import HeadedList
from otcpd.ui.widgets.placed_list import RowState
from otcpd.ui.widgets.session_painter import SessionPainter

NAME = "Sessions"


class SessionList(HeadedList):
    """The keys are those of sessions."""

    rows: SessionModel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._painter = SessionPainter(theme)
        super().__init__(theme, SessionModel(), NAME, parent)

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these sessions instead."""
        with self.keeping():
            self.rows.set_rows(rows)

    def search(self, text: str, also: Collection[str] = ()) -> int:
        """Show those alone that a search finds, by their words or among the keys in `also`; returns how many."""
        with self.sifting():
            self.rows.search(text, also)
        return self.rows.found

    def row_heights(self) -> list[int]:
        return self._painter.heights(self.rows.entries())

    def set_row_width(self, width: int) -> bool:
        return self._painter.set_width(width)

    def paint_row(self, painter: QPainter, area: QRectF, row: int, state: RowState) -> None:
        self._painter.paint(painter, area, self.rows.entries()[row], state)

    def _remeasure(self) -> None:
        self._painter.forget()
        super()._remeasure()
