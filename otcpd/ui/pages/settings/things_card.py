"""A card with a list of things, a form for the one that is chosen, and a line that adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.named_list import NamedList
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.saved_field import SavedField
from otcpd.ui.widgets.text_field import TextField

P = ParamSpec("P")

RENAMED = "A new name"
NO_NAME_YET = "Give it a name first."


class ThingsCard(Card):
    """The kinds of things say what their rows, their form and their deeds are; the card does the rest."""

    def __init__(self, desk: Desk, title: str, none: str, parent: QWidget | None = None) -> None:
        """`none` is the sentence for an empty list."""
        super().__init__(desk.theme, title, parent=parent)
        self._desk = desk
        self._key = ""
        self._naming: tuple[str, ...] = ()
        """What stands for the name that was given last, among what waits to be saved."""
        self._fields: list[FieldFrame] = []
        self.list = NamedList(desk.theme, title)
        self._none = Label(desk.theme, none, Role.WHY, "ink2", wrap=True)
        self._form = QWidget()
        self._whole_form = QVBoxLayout(self._form)
        self._whole_form.setContentsMargins(0, 0, 0, 0)
        self._whole_form.setSpacing(desk.theme.gap(12))
        self.form = QVBoxLayout()
        self.form.setContentsMargins(RING_SPACE, desk.theme.gap(4), RING_SPACE, 0)
        self.form.setSpacing(desk.theme.gap(12))
        self._whole_form.addLayout(self.form)
        for widget in (self.list, self._none):
            self.body.addWidget(widget)
        self.body.addLayout(Overhang(self._form, fills=True))
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open_wanted)
        self.list.delete_wanted.connect(self.delete)

    # What the kinds say

    def read(self) -> Sequence[Row]:
        """The rows, from the file."""
        raise NotImplementedError

    def show_form(self, key: str, *, other: bool) -> None:
        """Fill the form for a thing; `other` says that another one was shown before."""
        raise NotImplementedError

    def check_new(self, name: str) -> None:
        """Raises an OtcpdError for a name that a new thing cannot have."""

    def make(self, name: str) -> Changes | None:
        """Make a new thing in the file."""
        raise NotImplementedError

    def key_of_new(self, name: str, changes: Changes) -> str:
        """The key of what was made."""
        return name

    def remove(self, key: str) -> Changes | None:
        """Put a thing into the bin."""
        raise NotImplementedError

    # What the kinds build their form of

    def add_field(self, label: str, field: FieldFrame, *, optional: bool = False, help_text: str = "") -> FormField:
        """Put a field into the form."""
        made = FormField(self._desk.theme, label, field, optional=optional, help_text=help_text)
        self.own_field(field)
        self.form.addWidget(made)
        return made

    def own_field(self, field: FieldFrame) -> None:
        """Look after a field that the form holds in a place of its own."""
        self._fields.append(field)
        if isinstance(field, ParsedField):
            field.set_read_only(self._desk.session.read_only)
        else:
            field.setEnabled(not self._desk.session.read_only)

    def add_ways(self, *buttons: Button) -> None:
        """Put buttons below the form."""
        row = FlowLayout(gap=self._desk.theme.gap(10) - 2 * RING_SPACE)
        for button in buttons:
            row.addWidget(button)
        self._whole_form.addLayout(row)
        for button in buttons:
            button.setVisible(not self._desk.session.read_only)

    def add_new_line(self, label: str, button: str, placeholder: str = "") -> None:
        """Put a line below everything that makes a new thing."""
        theme = self._desk.theme
        self.new = TextField(theme, placeholder=placeholder)
        self.new_form = FormField(theme, label, self.new, parent=self)
        self.add = Button(theme, button, compact=True, parent=self)
        if self._desk.session.read_only:
            self.new_form.hide()
            self.add.hide()
            return
        self.body.addWidget(Rule(theme))
        self.body.addWidget(self.new_form)
        self.body.addLayout(Overhang(self.add))
        self.add.clicked.connect(self._on_add)
        self.new.entered.connect(self._on_add)
        self.new.edited.connect(self._on_new_edited)

    def delete_button(self, text: str) -> Button:
        """The button that deletes what is chosen."""
        made = Button(self._desk.theme, text, Kind.DELETE, compact=True)
        made.clicked.connect(self.delete)
        return made

    # What the card does

    @property
    def key(self) -> str:
        """The key of the thing in the form; empty for none."""
        return self._key

    def refresh(self, wanted: str = "") -> None:
        """Show what the file holds; `wanted` is the key of the thing to choose."""
        things = self.read()
        self.list.setVisible(bool(things))
        self._none.setVisible(not things)
        before = self._key
        had_focus = self._form.isVisible() and self._form.isAncestorOf(self._form.focusWidget() or self)
        self._key = self.list.show_rows(things, wanted or before) if things else ""
        self._form.setVisible(bool(self._key))
        if self._key:
            self.show_form(self._key, other=self._key != before)
        elif had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Read what stands in the fields of the form."""
        if self._key and not self._desk.session.read_only:
            for field in self._fields:
                if isinstance(field, ParsedField):
                    field.commit()

    def rename(
        self,
        field: SavedField,
        new: str,
        key: str,
        action: Callable[Concatenate[Record, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Rename the thing in the form by `action`; its name is its key, and will be `key`. What cannot be saved
        stays in the field."""
        session, before = self._desk.session, self._key
        self._key, self._naming = key, (self.list.accessibleName(), before)
        refused = partial(self._refuse, field, before)
        session.put(self._naming, RENAMED, new, refused, action, *args, **kwargs)
        if self.keeps_name(before) or field.doubt:
            self._key = before
        else:
            self.refresh(key)

    def keeps_name(self, key: str) -> bool:
        """Whether a new name for this thing stands in the form and could not be saved yet."""
        return self._naming[1:] == (key,) and self._desk.session.autosave.holds(*self._naming)

    def _refuse(self, field: SavedField, before: str, error: NotAcceptable) -> None:
        field.refuse(before, error.text)

    def delete(self) -> None:
        """Delete what is chosen, with a way back."""
        if not self._key or self._desk.session.read_only:
            return
        name = next((row.title for row in self.list.rows.rows() if row.key == self._key), "")
        if self.remove(self._key):
            self._desk.messages.offer_undo(f"{quoted(name)} deleted", self._desk.session.undo, passing=True)
            target = self.list if self._key else getattr(self, "new", self.list)
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, key: str) -> None:
        self.commit()
        self._key = key
        self._form.setVisible(True)
        self.show_form(key, other=True)

    def _on_open_wanted(self) -> None:
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _problem_of_new(self, name: str) -> str:
        if not name:
            return NO_NAME_YET
        try:
            self.check_new(name)
        except OtcpdError as error:
            return f"{error.happened} {error.next_step}".strip()
        return ""

    def _on_new_edited(self, _text: str) -> None:
        self.new_form.set_problem("")

    def _on_add(self) -> None:
        name = " ".join(self.new.text().split())
        problem = self._problem_of_new(name)
        self.new_form.set_problem(problem)
        if problem:
            self.new.setFocus()
            self._desk.announcer.say(self.new.line, problem)
            return
        self.commit()
        changes = self.make(name)
        if changes:
            self.new.line.clear()
            self.refresh(self.key_of_new(name, changes))
            self._on_open_wanted()
