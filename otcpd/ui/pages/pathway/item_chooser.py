"""Choosing a pillar or another item of a framework, by search. A framework may have thousands of items."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.frameworks import Frameworks
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
MOST_FOUND = 300
"""So many items a search shows; who finds more says more."""
_LOW, _LEAST_LIST = 300, 60


class ItemChooser(PanelDialog):
    """Pillars of all frameworks, or what a search finds among all their items. Show it with `open_once`."""

    picked = Signal(str)
    """The item with this reference."""

    def __init__(self, desk: Desk, frameworks: Frameworks, title: str, parent: QWidget) -> None:
        sentence = "Search for what stands below a pillar."
        super().__init__(desk.theme, title, sentence, SIZE, parent)
        self._desk = desk
        self._frameworks = frameworks
        self.search = SearchField(desk.theme, desk.announcer, "Search the frameworks")
        self.list = RowList(desk.theme, "Pillars and items", most=9)
        self.list.setMinimumHeight(round(desk.theme.px(_LEAST_LIST)))
        self._none = Label(desk.theme, "No item has these words.", Role.WHY, "ink2", wrap=True)
        self._none.hide()
        self.use_button = Button(desk.theme, "Choose this one", Kind.FILLED)
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
        self.sentence.setVisible(self.height() / self._desk.theme.factor >= _LOW)

    def _on_searched(self, query: str) -> None:
        rows = list(_rows(self._frameworks, query.casefold().split()))
        self.list.show_rows(rows)
        found = [row.key for row in rows if not row.head]
        if found:
            self.list.choose(found[0])
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if query:
            self._desk.announcer.say(self.list, f"{len(found):,} found")

    def _pick(self, *_: object) -> None:
        key = self.list.chosen_key()
        if key:
            self.accept()
            self.picked.emit(key)


def _rows(frameworks: Frameworks, words: list[str]) -> Iterator[Row]:
    """Frameworks with a head each; without words their pillars, else every item that has the words."""
    left = MOST_FOUND
    for framework in frameworks.offered:
        items = framework.pillars if not words else [one for one in framework.items if _has(one, framework, words)]
        shown = list(items)[:left]
        left -= len(shown)
        if shown:
            yield Row("", framework.name, head=True)
        for item in shown:
            above = framework.by_code.get(item.parent)
            meta = ", ".join(part for part in (item.type, f"in {above.label}" if above is not None else "") if part)
            yield Row(framework.ref.item(item.code), item.label, meta, lines=2)


def _has(item: FrameworkItem, framework: Framework, words: list[str]) -> bool:
    if item.retired:
        return False
    text = f"{item.code} {item.label} {framework.name} {framework.short}".casefold()
    return all(word in text for word in words)
