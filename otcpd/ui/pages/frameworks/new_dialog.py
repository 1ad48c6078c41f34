"""Starting a framework: a new one, a copy of one, or a new edition of one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.framework_edit import copy_framework, new_edition, new_framework
from otcpd.domain.changes import Changes
from otcpd.domain.framework import Framework, FrameworkKind
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.frameworks import parsing, words
from otcpd.ui.pages.frameworks.form_dialog import FormDialog
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import ParsedField

SIZE = (520, 480)


class NewDialog(FormDialog):
    """Name, edition and kind; without a name nothing is made."""

    made = Signal(str)
    """The id of the framework that was made."""

    def __init__(
        self, desk: Desk, parent: QWidget, *, copied: Framework | None = None, edition_of: Framework | None = None
    ) -> None:
        title = words.COPY if copied is not None else words.NEW_EDITION if edition_of is not None else words.NEW
        super().__init__(desk, title, _why(copied, edition_of), parent, SIZE)
        theme = desk.theme
        self._copied, self._edition_of = copied, edition_of
        self.name = ParsedField(theme, parsing.read_name, parsing.shown)
        self.edition = ParsedField(theme, parsing.read_edition, parsing.shown)
        self.kind = ComboBox(theme, list(words.KINDS.items()))
        self.make = Button(theme, title if title != words.NEW else words.MAKE, Kind.FILLED)
        self._name = FormField(theme, words.NAME, self.name)
        self._edition = FormField(theme, words.EDITION, self.edition, help_text=words.EDITION_HELP)
        if edition_of is None:
            self.add(self._name)
        if copied is None:
            self.add(self._edition)
        if copied is None and edition_of is None:
            self.add(FormField(theme, words.KIND, self.kind))
        self.add_buttons(self.make)
        self.show_form()
        self.kind.set_value(FrameworkKind.ROLE)
        year = str(desk.session.services.clock.today().year)
        if edition_of is None:
            self.edition.set_value(year)
        for field in (self.name, self.edition):
            field.entered.connect(self._on_make)
        self.make.clicked.connect(self._on_make)
        (self.edition if edition_of is not None else self.name).setFocus()

    def _on_make(self) -> None:
        for form, field in ((self._name, self.name), (self._edition, self.edition)):
            if form.parentWidget() is None:
                continue
            if not field.commit():
                field.setFocus()
                return
            if field.value() is None:
                form.set_problem("Give the framework a name." if form is self._name else "Give the edition a name.")
                field.setFocus()
                return
        changes = self.desk.session.act(self._made)
        if changes:
            self.accept()
            self.made.emit(changes.created[0])

    def _made(self, record: Record) -> Changes:
        name, edition = self.name.value() or "", self.edition.value() or ""
        if self._edition_of is not None:
            return new_edition(record, self._edition_of.id, edition)
        if self._copied is not None:
            return copy_framework(record, str(self._copied.ref), name)
        return new_framework(record, name, edition, kind=FrameworkKind(self.kind.value()))


def _why(copied: Framework | None, edition_of: Framework | None) -> str:
    if copied is not None:
        return f"Levels and items of ‘{copied.name}’, for you to edit. What shows one of them shows the other."
    if edition_of is not None:
        return (
            f"It begins with the items of edition {edition_of.edition}, which stays readable with everything linked"
            " to it."
        )
    return words.NEW_WHY
