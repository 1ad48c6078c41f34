"""What stands in the detail's place while several activities are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.durations import format_duration
from otcpd.domain.words import tally
from otcpd.record.activity_rows import ActivityRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.ground import Ground


def in_all(rows: Sequence[ActivityRow]) -> str:
    """ "4 h 30 in all, one without a duration"."""
    minutes = sum(row.minutes or 0 for row in rows)
    unknown = sum(row.minutes is None for row in rows)
    if unknown == len(rows):
        return "None of them has a duration yet."
    time = f"{format_duration(minutes)} in all"
    return f"{time}, {tally(unknown, 'activity', 'activities')} without a duration." if unknown else f"{time}."


class SelectionPane(Ground):
    """How many, and how long they took together."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.title, self.time = "", ""
        self._words = EmptyState(desk.theme, "log", "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(desk.theme.gap(24), desk.theme.gap(56), desk.theme.gap(24), 0)
        column.addWidget(self._words)
        column.addStretch(1)
        column.setAlignment(self._words, Qt.AlignmentFlag.AlignTop)

    def show_rows(self, rows: Sequence[ActivityRow]) -> None:
        """Show these together."""
        self.title = f"{len(rows):,} activities selected"
        self.time = in_all(rows)
        self._words.set_words(self.title, self.time)
