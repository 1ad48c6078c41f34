"""Where the activities of the statement are chosen: those of the period, each with a box to tick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.portfolio import use_in_statement
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import span
from otcpd.domain.period import Period
from otcpd.domain.words import counted
from otcpd.record.activity_rows import ActivityRow
from otcpd.ui.models.choosable import Choosable, ChoosableModel
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio import words
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.choosable_list import ChoosableList
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.search_field import SearchField


class Chooser(QWidget):
    """Search and list. What it shows is read when it opens, and follows the page from then on."""

    escaped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Choosable] = []
        self.setAccessibleName(words.CHOOSE)
        self.model = ChoosableModel(self)
        self.search = SearchField(desk.theme, desk.announcer, words.FIND_ACTIVITY)
        self.list = ChoosableList(desk.theme, self.model)
        self.list.setAccessibleName(words.CHOOSE_FROM)
        self._fact = Label(desk.theme, "", Role.META, "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.gap(8))
        for part in (self._fact, self.search, self.list):
            column.addWidget(part)
        self.search.searched.connect(self._show)
        self.search.escaped.connect(self.escaped)
        self.model.wanted.connect(self._on_wanted)

    def show_period(self, period: Period, chosen: tuple[str, ...]) -> None:
        """Show the activities of the period, newest first, and which are chosen."""
        self._chosen = frozenset(chosen)
        rows = self._desk.session.record.activities.rows(period.start, period.end)
        self._rows = [self._entry(row) for row in rows]
        self._fact.setText(words.chosen_of(len(chosen), len(rows)))
        self._show(self.search.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _entry(self, row: ActivityRow) -> Choosable:
        days = span(row.date, row.end_date or row.date, year=True)
        category = load_catalogue().categories[row.category].short if row.category else words.NO_CATEGORY
        proof = counted(row.evidence_count, "file") if row.evidence_count else words.NO_FILE
        meta = f"{days}, {category}, {proof}"
        return Choosable(row.id, row.title, meta, row.category, row.id in self._chosen)

    def _show(self, query: str) -> None:
        wanted = query.casefold().split()
        shown = [row for row in self._rows if all(word in f"{row.title} {row.meta}".casefold() for word in wanted)]
        self.model.set_entries(shown)
        self.search.show_found(len(shown), len(self._rows))
        self.list.updateGeometry()

    def _on_wanted(self, activity: str, on: bool) -> None:
        self._desk.session.act(use_in_statement, activity, on)
        title = next((row.title for row in self._rows if row.id == activity), "")
        self._desk.announcer.say(self.list, f"{title}: {words.NOW_IN if on else words.TAKEN_OUT.lower()}")
