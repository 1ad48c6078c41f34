"""Time set aside: what is to be said of it, what comes, what is past; and the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from otcpd.domain.durations import format_duration
from otcpd.domain.protected_time import ProtectedSlot
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.pages.protected.plan_form import PlanForm
from otcpd.ui.pages.protected.slot_pane import SlotPane
from otcpd.ui.pages.protected.state import ProtectedState
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.tab_order import tab_stops

_MOST_ROWS = 7


class SlotList(RowList):
    """Delete deletes what is chosen."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class SlotsCard(Card):
    """The list, the form for a new one above it, and below it the one that is chosen."""

    grown = Signal()
    """There are fields that were not there before."""
    emptied = Signal()
    """The keyboard was in a form that went, and there is no list for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.SET_ASIDE, parent=parent)
        self._state: ProtectedState | None = None
        theme = desk.theme
        self.plan = PlanForm(desk)
        self.list = SlotList(theme, words.SET_ASIDE, most=_MOST_ROWS)
        self._none = Label(theme, words.NONE_SET_ASIDE, Role.WHY, "ink2", wrap=True)
        self.pane = SlotPane(desk)
        self.body.addLayout(Overhang(self.plan, fills=True))
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addLayout(Overhang(self.pane, fills=True))
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self.pane.delete)
        self.plan.planned.connect(self._on_planned)
        self.plan.closed.connect(self._on_closed)
        self.pane.deleted.connect(self._on_closed)
        self.pane.fold.opened.connect(self.grown)
        self.plan.built.connect(self.grown)

    def show_state(self, state: ProtectedState) -> None:
        """Show what there is now; what is chosen stays chosen."""
        self._state = state
        self._none.setVisible(not state.slots)
        self.list.setVisible(bool(state.slots))
        self.list.show_rows(list(slot_rows(state)))
        if self.list.currentIndex().row() <= 1:
            self.list.scrollToTop()  # or the head above the first one is out of sight
        self._on_chosen(self.list.chosen_key())

    def choose(self, key: str) -> bool:
        """Choose one; False if there is none with this id."""
        return self.list.choose(key)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        return [*tab_stops(self.plan), self.list, *tab_stops(self.pane)]

    def _on_chosen(self, key: str) -> None:
        state = self._state
        if self.pane.slot is not None and self.pane.slot.id != key:
            self.pane.leave()
        slot = state.slot(key) if state is not None else None
        self.pane.setVisible(slot is not None)
        if slot is not None and state is not None:
            self.pane.show_slot(slot, state)

    def _on_open(self, _key: str) -> None:
        if self.pane.outcome.isVisibleTo(self.pane):
            self.pane.outcome.take_focus()
        else:
            self.pane.fields.day.setFocus()

    def _on_planned(self, key: str) -> None:
        self.choose(key)
        self.list.setFocus()

    def _on_closed(self) -> None:
        if self.list.isVisible():
            self.list.setFocus()
        else:
            self.emptied.emit()


def slot_rows(state: ProtectedState) -> Iterator[Row]:
    """What waits for a word first, then what comes, then what is past, the newest first."""
    today = state.today
    waiting = [one for one in state.slots if one.taken is None and one.day <= today and one.id not in state.shown]
    coming = [one for one in state.slots if one.taken is None and one.day > today]
    rest = {one.id for one in (*waiting, *coming)}
    past = [one for one in reversed(state.slots) if one.id not in rest]
    for head, slots in ((words.TO_SAY, waiting), (words.COMING, coming), (words.PAST, past)):
        if slots:
            yield Row("", head, head=True)
            yield from (_row(one, state) for one in slots)


def _row(slot: ProtectedSlot, state: ProtectedState) -> Row:
    picture = (
        "clock" if slot.day > state.today else "note" if slot.taken is None else "minus" if not slot.taken else "tick"
    )
    meta = words.slot_meta(slot, state.shown.get(slot.id), state.today)
    return Row(slot.id, words.short_day_of_week(slot.day), meta, picture, format_duration(slot.planned), lines=2)
