"""Choosing one thing by search: a dialog with a search field, what it finds, and one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.search_field import SearchField

SIZE = (560, 620)
_LEAST_LIST = 60
"""Logical pixels of the list that are in sight in the lowest window: the button below it has to be, too."""
_LOW = 300
"""Pixels at 100 %: a lower dialog leaves its sentence out."""


class PickDialog(PanelDialog):
    """Subclasses say what a search finds, and call `show_found` once they are made. Show it with `open_once`."""

    picked = Signal(str)
    """The key of what was chosen."""

    def __init__(self, desk: Desk, title: str, sentence: str, search: str, things: str, parent: QWidget) -> None:
        """`search` is what the search field is called, `things` what the list is."""
        super().__init__(desk.theme, title, sentence, SIZE, parent)
        self._desk = desk
        self.search = SearchField(desk.theme, desk.announcer, search)
        self.list = RowList(desk.theme, things, most=8)
        self.list.setMinimumHeight(round(desk.theme.px(_LEAST_LIST)))
        self._none = Label(desk.theme, "", Role.WHY, "ink2", wrap=True)
        self.use_button = Button(desk.theme, "", Kind.FILLED)
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
        desk.session.closing.connect(self.search.stop)

    def found(self, query: str) -> Sequence[Row]:
        """What a search finds; what is offered without one, for no words."""
        raise NotImplementedError

    def nothing(self, query: str) -> str:
        """The sentence where nothing is found."""
        raise NotImplementedError

    def show_found(self) -> None:
        """Offer what there is without a search."""
        self._on_searched("")
        self.search.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sentence.setVisible(self.height() / self._desk.theme.factor >= _LOW)  # the list needs its place

    def _on_searched(self, query: str) -> None:
        rows = self.found(query)
        keys = [row.key for row in rows if not row.head]
        self.list.show_rows(rows)
        if keys:
            self.list.choose(keys[0])
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(self.nothing(query))
        if query:
            self._desk.announcer.say(self.list, f"{len(keys):,} found")

    def _pick(self, *_: object) -> None:
        key = self.list.chosen_key()
        if key:
            self.accept()
            self.picked.emit(key)
