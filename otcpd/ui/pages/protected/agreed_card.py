"""What is agreed: a list in plain words, the one that is chosen, and a form that adds one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from otcpd.ui.pages.protected.agreed_form import AgreedForm
from otcpd.ui.pages.protected.state import ProtectedState
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule


class AgreedCard(Card):
    """Enter in the list opens the form of what is chosen; each field there saves itself."""

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
        self.form = AgreedForm(desk)
        self.change = Button(theme, words.CHANGE_FROM, compact=True)
        self.remove = Button(theme, words.DELETE_AGREED, Kind.DELETE, compact=True)
        self.new = Button(theme, words.ADD_AGREED, icon="plus", compact=True)
        self.new_form = AgreedForm(desk)
        self._new_title = Label(theme, "", Role.LABEL, wrap=True)
        self.add = Button(theme, words.ADD_THIS, Kind.FILLED, compact=True)
        self.close_button = Button(theme, words.CLOSE, Kind.QUIET, compact=True)
        self._edit, self._adding = QWidget(), QWidget()
        self._build()
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
        if rows:
            self._key = self.list.show_rows(rows, self._key)
            self.form.show_agreed(self._of(self._key))
        else:
            self._key = ""
        if not self._key:
            self._edit.hide()

    def start_new(self) -> None:
        """Open the form for a new one."""
        self._open_new("")

    def leave(self) -> None:
        """Read what still stands in fields."""
        if self._edit.isVisible():
            self._on_changed()

    def _build(self) -> None:
        theme = self._desk.theme
        for holder, parts, buttons in (
            (self._edit, (self.form,), (self.change, self.remove)),
            (self._adding, (Rule(theme), self._new_title, self.new_form), (self.add, self.close_button)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
            column.setSpacing(theme.gap(12))
            for part in parts:
                column.addWidget(part)
            ways = QWidget()
            row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(Overhang(ways, fills=True))
            holder.hide()
        for widget in (self._none, self.list):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(self._edit, fills=True))
        self.body.addLayout(Overhang(self.new))
        self.body.addLayout(Overhang(self._adding, fills=True))
        self.new.setVisible(not self._desk.session.read_only)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open)
        self.list.delete_wanted.connect(self._on_remove)
        self.form.changed.connect(self._on_changed)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.new.clicked.connect(self.start_new)
        self.add.clicked.connect(self._on_add)
        self.close_button.clicked.connect(self._on_close)

    def _of(self, key: str) -> Entitlement:
        assert self._state is not None
        return next(one for one in self._state.entitlements if one.id == key)

    def _on_chosen(self, key: str) -> None:
        self.leave()
        self._key = key
        self.form.show_agreed(self._of(key))
        self._edit.setVisible(not self._desk.session.read_only)

    def _on_open(self) -> None:
        if self._key and not self._desk.session.read_only:
            self._edit.show()
            self.form.minutes.setFocus()

    def _on_changed(self) -> None:
        if not self._key or self._desk.session.read_only or not self.form.differs():
            return
        agreed = self.form.read()
        if agreed is not None and self.form.differs():
            self._desk.session.act(edit_entitlement, self._key, agreed)

    def _on_change(self) -> None:
        self._open_new(self._key)

    def _open_new(self, replaces: str) -> None:
        like = self._of(replaces) if replaces else None
        self._replaces = replaces
        self._new_title.setText(words.CHANGE_TITLE if replaces else words.ADD_AGREED)
        self.new_form.begin(self._desk.session.services.clock.today(), like)
        self.new_form.source_form.setVisible(not replaces)
        self.new_form.end_form.setVisible(not replaces)
        self.new.hide()
        self._adding.show()
        self.new_form.minutes.setFocus()

    def _on_add(self) -> None:
        agreed = self.new_form.read()
        if agreed is None:
            return
        session = self._desk.session
        if self._replaces:
            made = session.act(change_entitlement, self._replaces, agreed.start, agreed.minutes, agreed.per)
        else:
            made = session.act(add_entitlement, agreed)
        if made:
            self._key = made.created[0]
            if self._state is not None and any(one.id == self._key for one in self._state.entitlements):
                self.show_state(self._state)
            self._desk.messages.offer_undo("Noted what is agreed", session.undo, passing=True)
            self._on_close()

    def _on_close(self) -> None:
        self._adding.hide()
        self.new.setVisible(not self._desk.session.read_only)
        (self.list if self.list.isVisible() else self.new).setFocus()

    def _on_remove(self) -> None:
        session = self._desk.session
        if not self._key or session.read_only:
            return
        if session.act(remove_entitlement, self._key):
            self._edit.hide()
            self._desk.messages.offer_undo("Deleted what was agreed", session.undo, passing=True)
            (self.list if self.list.isVisible() else self.new).setFocus()
