"""The wheel, and below it the same in a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.assessment_change import changes_said
from otcpd.domain.dates import long_day
from otcpd.ui.models.facts import Fact, Facts
from otcpd.ui.models.level_rows import NOTHING
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.assessment.state import AssessmentState, head_of
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.fact_table import FactTable
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.wheel_view import WheelView

_ROWS = 12


class WheelCard(Card):
    """Tells what is wanted; what comes of it is shown anew."""

    marked = Signal(str, str, object)
    """The reference of an item, a MarkSide, and a level or None."""
    chosen = Signal(str)
    """The item that is now looked at."""
    opened = Signal(str)
    """The details of an item are wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        theme = desk.theme
        self.setAccessibleName(words.WHEEL)
        self.fact = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.view = WheelView(theme, words.WHEEL)
        self.hint = Label(theme, words.HINT, Role.META, "ink2", wrap=True)
        self.table = FactTable(theme, words.TABLE, most=_ROWS)
        self.too_many = Label(theme, words.TOO_MANY, Role.WHY, "ink2", wrap=True)
        self.body.addWidget(CardHead(theme, words.WHEEL))
        for widget in (self.fact, self.view, self.hint, self.too_many, self.table):
            self.body.addWidget(widget)
        self._quiet = False
        self.view.marked.connect(self.marked)
        self.view.chosen.connect(self._on_spoke)
        self.view.opened.connect(self.opened)
        self.view.walked.connect(self._on_walked)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def show_state(self, state: AssessmentState, item: str) -> None:
        """Show a self-assessment, with `item` chosen."""
        spokes = state.spokes()
        levels = state.framework is not None and bool(state.framework.levels)
        read_only = self._desk.session.read_only
        self.view.show_wheel(list(spokes), state.wheel(), read_only=read_only)
        self.view.stand_on(item)
        self.view.setVisible(bool(spokes) and levels)
        self.hint.setVisible(self.view.isVisibleTo(self) and not read_only)
        self.too_many.setVisible(bool(state.items) and not spokes)
        changes = state.changes()
        said = ""
        if state.earlier is not None:
            said = f"Since {long_day(state.earlier.day)}: {changes_said(changes)}"
        self.fact.setText(said)
        self.fact.setVisible(bool(said))
        self._quiet = True
        self.table.show_facts(facts_of(state), item)
        self._quiet = False

    def choose(self, item: str) -> None:
        """Look at this item."""
        self.view.stand_on(item)
        row = self.table.rows.row_of(item)
        if row >= 0 and row != self.table.currentIndex().row():
            self._quiet = True
            self.table.selectRow(row)
            self._quiet = False

    def _on_spoke(self, item: str) -> None:
        self.choose(item)
        self.chosen.emit(item)

    def _on_row(self, *_indexes: object) -> None:
        key = self.table.chosen_key()
        if key and not self._quiet:
            self.view.stand_on(key)
            self.chosen.emit(key)

    def _on_walked(self, said: str) -> None:
        self._desk.announcer.say(self.view, said)


def facts_of(state: AssessmentState) -> Facts:
    """The table beside the picture: what is marked, why, and what shows it; what changed, beside an earlier date."""
    head = head_of(state.framework) if state.framework is not None else ""
    last = "Since then" if state.earlier is not None else "Why"
    said = {one.item: one.said for one in state.changes()}
    rows = []
    for key, item in state.items.items():
        mark = state.mark(key)
        shown = f"{len(mark.activities):,}" if mark.activities else NOTHING
        why = said.get(key) if state.earlier is not None else mark.reason
        rows.append(Fact(key, (item.label, _level(mark.now), _level(mark.target), why or NOTHING, shown)))
    return Facts((head, "Now", "Wanted", last, "Shown by"), tuple(rows), named=True)


def _level(level: int | None) -> str:
    return NOTHING if level is None else str(level)
