"""Adding items to a framework of one's own, one after the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.framework_items import add_item
from otcpd.domain.changes import Changes
from otcpd.domain.framework import Framework
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.frameworks import parsing, words
from otcpd.ui.pages.frameworks.form_dialog import FormDialog
from otcpd.ui.pages.frameworks.parents import parent_choices
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn

SIZE = (560, 560)
_LEAST = 150


def _added(record: Record, framework: str, label: str, code: str, parent: str, level: int | None) -> Changes:
    return add_item(record, framework, label, code=code, parent=parent, level=level)


class AddDialog(FormDialog):
    """Stays open for the next item until it is closed."""

    added = Signal(str)
    """The code of the item that was added."""

    def __init__(self, desk: Desk, framework: Framework, parent_code: str, parent: QWidget) -> None:
        super().__init__(
            desk, words.ADD_ITEM, f"To ‘{framework.name}’. Enter adds it, and you can go on.", parent, SIZE
        )
        theme = desk.theme
        self._framework = framework.id
        self.label = ParsedField(theme, parsing.read_name, parsing.shown)
        self.code = ParsedField(theme, parsing.read_code, parsing.shown)
        self.level = ParsedField(theme, parsing.read_level, str)
        self.below = ComboBox(theme, parent_choices(framework, parent_code))
        self.below.set_value(parent_code)
        self._label = FormField(theme, words.ITEM, self.label)
        self.add_this = Button(theme, words.ADD_THIS, Kind.FILLED)
        row = RowOrColumn(theme, gap=14, below=14, at_top=True)
        code = FormField(theme, words.CODE, self.code, optional=True, help_text=words.NO_CODE_HELP)
        row.add(code, least=_LEAST, takes_rest=True)
        row.add(FormField(theme, words.LEVEL, self.level, optional=True), least=_LEAST)
        self.add(self._label, FormField(theme, words.BELOW, self.below))
        self.column.addLayout(row)
        self.add_buttons(self.add_this)
        self.show_form()
        for field in (self.label, self.code, self.level):
            field.entered.connect(self._on_add)
        self.add_this.clicked.connect(self._on_add)
        self.label.setFocus()

    def _on_add(self) -> None:
        good = [field.commit() for field in (self.label, self.code, self.level)]
        label = self.label.value()
        if label is None:
            self._label.set_problem("Say in a few words what it asks.")
            self.label.setFocus()
            return
        if not all(good):
            (self.code if not good[1] else self.level).setFocus()
            return
        session = self.desk.session
        code, parent = self.code.value() or "", self.below.value()
        made = session.act(_added, self._framework, label, code, parent, self.level.value())
        if not made:
            return
        item = next(one for one in session.frameworks.now().all if one.id == self._framework)
        added = next(one for one in item.items if one.id == made.new_id)
        self.below.set_options(parent_choices(item, parent))
        self.below.set_value(parent)
        self.label.set_value(None)
        self.code.set_value(None)
        self.label.setFocus()
        self.desk.announcer.say(self, f"Added {added.code}, {added.label}")
        self.set_sentence(f"Added {added.code}, ‘{added.label}’. Close this when you have all of them.")
        self.added.emit(added.code)
