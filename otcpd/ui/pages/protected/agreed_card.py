"""What is agreed: a list in plain words, the one that is chosen, and a form that adds one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.protected import (
    add_entitlement,
    change_entitlement,
    edit_entitlement,
    remove_entitlement,
)
from otcpd.domain.protected_time import Entitlement
from otcpd.domain.protected_words import agreed_in_words, promised_where
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.pages.protected.agreed_parts import AddAgreed, EditAgreed
from otcpd.ui.pages.protected.state import ProtectedState
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tab_order import tab_stops


class AgreedCard(Card):
    """Choosing one in the list, or Enter there, opens the form that puts it right."""

    grown = Signal()
    """There are fields that were not there before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, words.AGREED, parent=parent)
        self._desk = desk
        self._state: ProtectedState | None = None
        self._key = ""
        self._replaces = ""
        """The id of what the new one takes the place of; empty for one beside what there is."""
        theme = desk.theme
        self.list = NamedList(theme, words.AGREED)
        self._none = Label(theme, words.NOTHING_AGREED, Role.WHY, "ink2", wrap=True)
        self.new = Button(theme, words.ADD_AGREED, icon="plus", compact=True)
        self.edit, self.adding = EditAgreed(desk), AddAgreed(desk)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addLayout(Overhang(self.edit, fills=True))
        self.body.addLayout(Overhang(self.new))
        self.body.addLayout(Overhang(self.adding, fills=True))
        self.new.setVisible(not desk.session.read_only)
        self._connect()

    def show_state(self, state: ProtectedState) -> None:
        """Show what there is now."""
        self._state = state
        rows = [
            Row(one.id, agreed_in_words(one, state.lengths), promised_where(one, state.today))
            for one in reversed(state.entitlements)
        ]
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        before, self._key = self._key, self.list.show_rows(rows, self._key) if rows else ""
        if not self._key or self._key != before:
            self.edit.hide()
        if self._key:
            self.edit.show_agreed(self._of(self._key))

    def start_new(self) -> None:
        """Open the form for a new one."""
        self._open_new("")

    def leave(self) -> None:
        """Read what still stands in fields."""
        agreed = self.edit.read() if self._key and not self._desk.session.read_only else None
        if agreed is not None:
            self._desk.session.act(edit_entitlement, self._key, agreed)

    def tab_stops(self) -> list[QWidget]:
        """What takes the focus here, in the order in which it is seen."""
        return [self.list, *tab_stops(self.edit), self.new, *tab_stops(self.adding)]

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_remove)
        self.new.clicked.connect(self.start_new)
        self.edit.changed.connect(self.leave)
        self.edit.change_wanted.connect(self._on_change)
        self.edit.remove_wanted.connect(self._on_remove)
        for part in (self.edit, self.adding):
            part.built.connect(self.grown)
        self.adding.add_wanted.connect(self._on_add)
        self.adding.close_wanted.connect(self._on_close)

    def _of(self, key: str) -> Entitlement:
        assert self._state is not None
        return next(one for one in self._state.entitlements if one.id == key)

    def _on_chosen(self, key: str) -> None:
        self.leave()
        self._key = key
        if not self._desk.session.read_only:
            self.edit.open(self._of(key))

    def _on_open(self) -> None:
        if self._key and not self._desk.session.read_only:
            self.edit.open(self._of(self._key))
            self.edit.form.minutes.setFocus()

    def _on_change(self) -> None:
        self._open_new(self._key)

    def _open_new(self, replaces: str) -> None:
        if self._desk.session.read_only:
            return
        self._replaces = replaces
        self.new.hide()
        self.adding.open(self._desk.session.services.clock.today(), self._of(replaces) if replaces else None)

    def _on_add(self) -> None:
        agreed = self.adding.form.read()
        if agreed is None:
            return
        session = self._desk.session
        if self._replaces:
            made = session.act(change_entitlement, self._replaces, agreed.start, agreed.minutes, agreed.per)
        else:
            made = session.act(add_entitlement, agreed)
        if made:
            self._desk.messages.offer_undo("Noted what is agreed", session.undo, passing=True)
            self._on_close()

    def _on_close(self) -> None:
        self.adding.hide()
        self.new.setVisible(not self._desk.session.read_only)
        (self.list if self.list.isVisible() else self.new).setFocus()

    def _on_remove(self) -> None:
        session = self._desk.session
        if not self._key or session.read_only:
            return
        if session.act(remove_entitlement, self._key):
            self.edit.hide()
            self._desk.messages.offer_undo("Deleted what was agreed", session.undo, passing=True)
            (self.list if self.list.isVisible() else self.new).setFocus()
