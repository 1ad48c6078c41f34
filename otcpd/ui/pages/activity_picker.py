"""Picking an activity of the log, by search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from otcpd.domain.dates import span
from otcpd.domain.errors import OtcpdError
from otcpd.record.activity_rows import ActivityRow
from otcpd.record.search import SHORTEST
from otcpd.ui import words
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.pick_dialog import PickDialog

MOST_SHOWN = 50


class ActivityPicker(PickDialog):
    """The newest activities, or those that a search finds."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        sentence = "The newest come first. Search for older ones."
        super().__init__(desk, title, sentence, "Search your activities", "Activities", parent)
        self.use_button.setText("Use in this activity")
        self.show_found()

    def found(self, query: str) -> Sequence[Row]:
        record = self._desk.session.record
        try:
            if len(query) < SHORTEST:
                rows = record.activities.page_of_rows(None, MOST_SHOWN)
            else:
                found = record.search(query).get("activity", frozenset())
                rows = record.activities.some_rows(sorted(found, reverse=True)[: 4 * MOST_SHOWN])[:MOST_SHOWN]
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return ()
        return [row_of(row) for row in rows]

    def nothing(self, query: str) -> str:
        return "No activity has these words." if query else "There are no activities yet."


def row_of(row: ActivityRow, picture: str = "") -> Row:
    """An activity as a row of a list: its title and its days."""
    return Row(row.id, row.title or words.NO_TITLE, span(row.date, row.end_date or row.date, year=True), picture)
