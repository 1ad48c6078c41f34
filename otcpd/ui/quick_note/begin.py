"""Ways to begin a quick note: something done before, or a template of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions import quick_note, templates
from otcpd.actions.quick_note import read_draft
from otcpd.domain.changes import Changes
from otcpd.domain.quick_note import NoteDraft
from otcpd.domain.words import quoted, shortened
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.ask_sheet import AskSheet
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.text_field import TextField

LETTERS = 48
"""Characters of a title in a menu."""


class Beginnings(QObject):
    """The buttons "Repeat an earlier one" and "Templates" with their menus."""

    chosen = Signal(object)
    """A NoteDraft to go on with."""

    told = Signal(str)
    """A sentence on what happened."""

    def __init__(self, desk: Desk, draft: Callable[[], NoteDraft], parent: QWidget) -> None:
        """`draft` gives what stands in the quick note: a new template is made of it."""
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self.again = Button(desk.theme, "Repeat an earlier one", Kind.QUIET, icon="redo", compact=True)
        self.again.setAccessibleDescription("Something you did before, once more")
        self.templates = Button(desk.theme, "Templates", Kind.QUIET, icon="note", compact=True)
        self.again.clicked.connect(self.open_again)
        self.templates.clicked.connect(self.open_templates)

    @property
    def buttons(self) -> tuple[Button, Button]:
        """In their order."""
        return (self.again, self.templates)

    def open_again(self) -> ChoiceMenu:
        """Offer what was done before, the most frequent first."""
        menu = ChoiceMenu(self.again)
        found = quick_note.earlier(self._record)
        for one in found:
            menu.offer(shortened(" ".join(one.title.split()), LETTERS), partial(self._repeat, one.id))
        if not found:
            menu.offer("Nothing to repeat yet", _nothing)
        menu.open_below(self.again)
        return menu

    def open_templates(self) -> ChoiceMenu:
        """Offer the templates, and what can be done about them."""
        menu = ChoiceMenu(self.templates)
        known = templates.templates(self._record)
        for one in known:
            menu.offer(one.name, partial(self.chosen.emit, one.draft))
        if known:
            menu.addSeparator()
        menu.offer("Save this note as a template…", self._ask_name)
        if known:
            renaming, deleting = menu.submenu("Rename a template"), menu.submenu("Delete a template")
            for one in known:
                menu.offer(f"{one.name}…", partial(self._ask_new_name, one.name), menu=renaming)
                menu.offer(one.name, partial(self._delete, one.name), menu=deleting)
        menu.open_below(self.templates)
        return menu

    @property
    def _record(self) -> Record:
        return self._desk.session.record

    def _repeat(self, activity: str) -> None:
        self.chosen.emit(quick_note.again(self._record, activity))

    def _ask_name(self) -> None:
        self._ask("").answered.connect(self._save)

    def _ask_new_name(self, name: str) -> None:
        self._ask(name).answered.connect(partial(self._rename, name))

    def _ask(self, name: str) -> AskSheet:
        field = TextField(self._desk.theme)
        field.set_text(name)
        act = "Rename the template" if name else "Save the template"
        sheet = AskSheet(self._desk.theme, "Name of the template", field, act, self.templates)
        sheet.ask_below(self.templates)
        return sheet

    def _save(self, name: str) -> None:
        note = read_draft(self._record, self._draft())
        self._tell(self._desk.session.act(templates.save_template, name, note), f"Template {quoted(name)} saved")

    def _rename(self, name: str, new: str) -> None:
        self._tell(self._desk.session.act(templates.rename_template, name, new), f"Template renamed {quoted(new)}")

    def _delete(self, name: str) -> None:
        self._tell(self._desk.session.act(templates.delete_template, name), f"Template {quoted(name)} deleted")

    def _tell(self, changes: Changes | None, text: str) -> None:
        if changes:
            self._desk.messages.offer_undo(text, self._desk.session.undo, passing=True)
            self.told.emit(f"{text}.")


def _nothing() -> None:
    """A line of a menu that only tells something."""
