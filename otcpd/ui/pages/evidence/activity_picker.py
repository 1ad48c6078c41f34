"""Picking the activity that a file is to be evidence of, by search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otcpd.record.search import SHORTEST
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.evidence.used_in import row_of
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.search_field import SearchField

MOST_SHOWN = 50
SIZE = (560, 600)
_LEAST_LIST = 60
"""Logical pixels of the list that are in sight in the lowest window: the button below it has to be, too."""

_LOW = 300
"""Pixels at 100 %: a lower dialog leaves its sentence out."""


class ActivityPicker(PanelDialog):
    """The newest activities, or those that a search finds. Show it with `open()`."""

    picked = Signal(str)
    """The activity with this id."""

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(desk.theme, title, "The newest come first. Search for older ones.", SIZE, parent)
        self._desk = desk
        self.search = SearchField(desk.theme, desk.announcer, "Search your activities")
        self.list = RowList(desk.theme, "Activities", most=7)
        self.list.setMinimumHeight(round(desk.theme.px(_LEAST_LIST)))
        self._none = Label(desk.theme, "", Role.WHY, "ink2", wrap=True)
        self._none.hide()
        self.use_button = Button(desk.theme, "Use in this activity", Kind.FILLED)
        self.body.addWidget(self.search)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.body.addLayout(Overhang(self.use_button))
        self.search.searched.connect(self._on_searched)
        self.search.escaped.connect(self.reject)
        self.search.entered.connect(self._pick)
        self.list.open_wanted.connect(self._pick)
        self.use_button.clicked.connect(self._pick)
        self._on_searched("")
        self.search.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sentence.setVisible(self.height() / self._desk.theme.factor >= _LOW)  # the list needs its place

    def _on_searched(self, query: str) -> None:
        activities = self._desk.session.record.activities
        if len(query) < SHORTEST:
            rows = activities.page_of_rows(None, MOST_SHOWN)
        else:
            found = self._desk.session.record.search(query).get("activity", frozenset())
            rows = activities.some_rows(sorted(found, reverse=True)[: 4 * MOST_SHOWN])[:MOST_SHOWN]
        self.list.show_rows([row_of(row) for row in rows])
        if rows:
            self.list.choose(rows[0].id)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText("No activity has these words." if query else "There are no activities yet.")
        if query:
            self._desk.announcer.say(self.list, f"{len(rows):,} found")

    def _pick(self, *_: object) -> None:
        key = self.list.chosen_key()
        if key:
            self.accept()
            self.picked.emit(key)
