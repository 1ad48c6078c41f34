"""Taking what a role asks from a framework: all of it, or what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.aims import Asked
from otcpd.domain.career import ExpectationKind
from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.domain.words import tally
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.search_field import SearchField
from otcpd.ui.widgets.tab_walk import TabWalk

SIZE = (620, 660)
NO_LEVEL = "none"
_LOW = 360
MOST_ROWS = 300
"""So many items are listed at once; the search finds the others."""


class TakeDialog(PanelDialog):
    """Show it with `open_once`. Control or Shift with a click or the arrows chooses several items."""

    taken = Signal(object)
    """The list of what is asked now."""

    def __init__(self, desk: Desk, framework: str, parent: QWidget) -> None:
        """`framework` is "framework@edition" of the one to begin with, if any."""
        super().__init__(
            desk.theme, "What does the role ask?", "Choose one or several, or take all of them.", SIZE, parent
        )
        self._desk = desk
        theme = desk.theme
        self._frameworks = desk.session.frameworks.now()
        offered = [(str(one.ref), one.name) for one in self._frameworks.offered]
        self.framework = ComboBox(theme, offered)
        self.framework.combo.setAccessibleName("Framework")
        self.level = ComboBox(theme)
        self.search = SearchField(theme, desk.announcer, "Search the items")
        self.list = RowList(theme, "Items", several=True, most=7)
        self._none = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.take = Button(theme, "Take what is chosen", Kind.FILLED)
        self.take_all = Button(theme, "Take all")
        self._build()
        if framework in dict(offered):
            self.framework.set_value(framework)
        elif offered:
            self.framework.set_value(offered[0][0])
        self._show_framework()
        TabWalk(self).soon()
        self.search.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sentence.setVisible(self.height() / self._desk.theme.factor >= _LOW)  # the list needs its place

    def _build(self) -> None:
        theme = self._desk.theme
        row = RowOrColumn(theme, gap=14, below=8, at_top=True)
        row.add(FormField(theme, "Framework", self.framework), least=240, takes_rest=True)
        self._level_form = FormField(theme, "At level", self.level, optional=True)
        row.add(self._level_form, least=160)
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        flow.addWidget(self.take)
        flow.addWidget(self.take_all)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, RING_SPACE)
        column.setSpacing(theme.gap(10))
        column.addLayout(row)
        for widget in (self.search, self._none, self.list):
            column.addWidget(widget)
        column.addLayout(Overhang(ways))
        column.addStretch(1)
        scroller = DownScroll(theme)
        scroller.hold(inner)
        self.body.addLayout(Overhang(scroller, fills=True), 1)
        self.framework.chosen.connect(self._on_framework)
        self.search.searched.connect(self._on_searched)
        self.search.escaped.connect(self.reject)
        self.list.open_wanted.connect(self._on_take)
        self.take.clicked.connect(self._on_take)
        self.take_all.clicked.connect(self._on_take_all)

    def _edition(self) -> Framework | None:
        return self._frameworks.edition(self.framework.value())

    def _on_framework(self, _ref: str) -> None:
        self._show_framework()

    def _show_framework(self) -> None:
        edition = self._edition()
        levels = edition.levels if edition is not None else ()
        self.level.set_options(
            [
                (NO_LEVEL, "No level"),
                *((str(one.number), f"{one.number} {one.title}".strip()) for one in levels),
            ]
        )
        self.level.set_value(NO_LEVEL)
        self._level_form.setVisible(bool(levels))
        self.take_all.setText(f"Take all {len(self._items()):,}")
        self._on_searched(self.search.text())

    def _items(self) -> list[FrameworkItem]:
        edition = self._edition()
        return [one for one in edition.items if not one.retired] if edition is not None else []

    def _on_searched(self, query: str) -> None:
        wanted = query.casefold().split()
        edition = self._edition()
        by_code = edition.by_code if edition is not None else {}
        found = [one for one in self._items() if all(word in one.label.casefold() for word in wanted)]
        rows = []
        for one in found[:MOST_ROWS]:
            above = by_code[one.parent].label if one.parent in by_code else one.type
            level = f"Level {one.level}" if one.level is not None else ""
            rows.append(Row(one.code, one.label, ", ".join(part for part in (above, level) if part), lines=2))
        self.list.show_rows(rows, always_one=False)
        self.list.setVisible(bool(rows))
        told = (
            f"The first {MOST_ROWS} of {tally(len(found), 'item')}. Search for others."
            if len(found) > MOST_ROWS
            else ""
        )
        self._none.setText(told if rows else "No item has these words.")
        self._none.setVisible(bool(told) or not rows)
        if query:
            self._desk.announcer.say(self.list, f"{len(found):,} found")

    def _on_take(self, *_: object) -> None:
        chosen = set(self.list.chosen_keys())
        if not chosen:
            self._none.setText("Nothing is chosen yet. Choose an item in the list first.")
            self._none.show()
            self._desk.announcer.say(self.list, self._none.text())
            self.list.setFocus()
            return
        self._give([one for one in self._items() if one.code in chosen])

    def _on_take_all(self) -> None:
        self._give(self._items())

    def _give(self, items: list[FrameworkItem]) -> None:
        edition = self._edition()
        if edition is None:
            return
        level = None if self.level.value() in ("", NO_LEVEL) else int(self.level.value())
        asked = [
            Asked(ExpectationKind.ITEM, item=edition.ref.item(one.code), level=one.level if level is None else level)
            for one in items
        ]
        self.accept()
        self.taken.emit(asked)
