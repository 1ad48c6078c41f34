"""What a framework is: read, or edited where it is one's own."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.framework_edit import edit_framework, set_level, set_level_numbers
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.framework import Framework
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.frameworks import parsing, words
from otcpd.ui.pages.frameworks.form_dialog import FormDialog
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.tab_walk import TabWalk
from otcpd.ui.widgets.text_field import TextField

_LEAST = 150
_TEXTS = (("short", "Short name"), ("publisher", words.PUBLISHER), ("source", words.SOURCE), ("licence", words.LICENCE))


class AboutDialog(FormDialog):
    """What is edited saves itself. Show it with `open_once`."""

    def __init__(self, desk: Desk, framework: Framework, parent: QWidget) -> None:
        super().__init__(desk, framework.name, words.about(framework), parent)
        self._framework = framework
        self.own = framework.own and not desk.session.read_only
        self.fields: dict[str, ParsedField[str]] = {}
        self.title_fields: dict[int, FormField] = {}
        """By the number of the level."""
        self._tabs = TabWalk(self)
        desk.session.closing.connect(self._tabs.stop)
        if self.own:
            self._build_fields()
        else:
            self._build_reading()
        self.show_form()

    def done(self, result: int) -> None:
        if self.own:
            for field in self.fields.values():
                field.commit()
            self.levels.commit()
            self.valid_from.commit()
        self.desk.session.flush()
        super().done(result)

    def _build_reading(self) -> None:
        theme, one = self.desk.theme, self._framework
        facts = (
            (words.SOURCE, one.source),
            (words.LICENCE, one.licence),
            (words.NOTE, one.note),
            (words.LEVELS, words.levels_in_words(one)),
        )
        self.add(Label(theme, words.standing(one), Role.BODY, wrap=True))
        for name, text in facts:
            if text:
                self.add(Label(theme, name, Role.LABEL).head(), Label(theme, text, Role.BODY, wrap=True))

    def _build_fields(self) -> None:
        theme, one = self.desk.theme, self._framework
        for name, label, read in (
            ("name", words.NAME, parsing.read_name),
            ("edition", words.EDITION, parsing.read_edition),
        ):
            field = ParsedField(theme, read, parsing.shown)
            self.fields[name] = field
            self._bind(field, label, name, getattr(one, name))
        self.kind = ComboBox(theme, list(words.KINDS.items()))
        self.kind.set_value(one.kind)
        self.kind.chosen.connect(self._on_kind)
        self.valid_from = DateField(theme, self._parse_day, long_day, self.desk.session.services.clock.today)
        binding = FieldBinding(self.desk.session, self.valid_from, words.VALID_FROM)
        binding.bind(self._key("valid_from"), one.valid_from, partial(_save_day, one.id))
        self.add(FormField(theme, words.NAME, self.fields["name"]))
        row = RowOrColumn(theme, gap=14, below=14, at_top=True)
        row.add(FormField(theme, words.EDITION, self.fields["edition"], help_text=words.EDITION_HELP), least=_LEAST)
        row.add(FormField(theme, words.VALID_FROM, self.valid_from, optional=True), least=LEAST_DAY)
        self.column.addLayout(row)
        self.add(FormField(theme, words.KIND, self.kind))
        self._build_levels()
        for name, label in _TEXTS:
            text = TextField(theme)
            self._bind_text(text, label, name)
            self.add(FormField(theme, label, text, optional=True))
        note = LongText(theme)
        self._bind_text(note, words.NOTE, "note")
        self.add(FormField(theme, words.NOTE, note, optional=True))

    def _build_levels(self) -> None:
        """The numbers, and a title for each."""
        theme, one = self.desk.theme, self._framework
        self.levels = ParsedField(theme, parsing.read_levels, parsing.show_levels)
        numbers = tuple(level.number for level in one.levels) or None
        binding = FieldBinding(self.desk.session, self.levels, words.LEVELS)
        binding.bind(self._key("levels"), numbers, partial(_save_levels, one.id))
        self.add(FormField(theme, words.LEVELS, self.levels, optional=True, help_text=words.LEVELS_HELP))
        self.titles = QVBoxLayout()
        self.titles.setSpacing(theme.gap(14))
        self.column.addLayout(self.titles)
        self._show_titles()
        binding.saved.connect(self._on_levels)

    def _show_titles(self) -> None:
        """A field for each level that has none yet; those of levels that are gone go."""
        theme, one = self.desk.theme, self._framework
        wanted = {level.number: level for level in one.levels}
        for number in [number for number in self.title_fields if number not in wanted]:
            form = self.title_fields.pop(number)
            self.titles.removeWidget(form)
            form.hide()
            form.deleteLater()
        for place, (number, level) in enumerate(wanted.items()):
            if number in self.title_fields:
                continue
            title, label = TextField(theme), f"Title of level {number}"
            bound = TextBinding(self.desk.session, title, label)
            bound.bind(self._key(f"level {number}"), level.title, partial(_save_title, one.id, number))
            form = self.title_fields[number] = FormField(theme, label, title, optional=True)
            self.titles.insertWidget(place, form)
        self._tabs.soon()

    def _on_levels(self) -> None:
        found = next((one for one in self.desk.session.frameworks.now().all if one.id == self._framework.id), None)
        if found is not None:
            self._framework = found
            self._show_titles()

    def _bind(self, field: ParsedField[str], label: str, name: str, value: str) -> None:
        binding = FieldBinding(self.desk.session, field, label)
        binding.bind(self._key(name), value, partial(_save, self._framework.id, name))

    def _bind_text(self, field: TextField | LongText, label: str, name: str) -> None:
        binding = TextBinding(self.desk.session, field, label)
        save = partial(_save_typing, self._framework.id, name)
        binding.bind(self._key(name), getattr(self._framework, name), save)

    def _key(self, name: str) -> tuple[str, ...]:
        return ("framework", self._framework.id, name)

    def _on_kind(self, kind: str) -> None:
        self.desk.session.act(edit_framework, self._framework.id, "kind", kind)

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self.desk.session.services.clock.today())


def _save(framework: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_framework(record, framework, field, value)


def _save_day(framework: str, record: Record, value: date | None) -> Changes:
    return edit_framework(record, framework, "valid_from", value)


def _save_levels(framework: str, record: Record, value: tuple[int, ...] | None) -> Changes:
    return set_level_numbers(record, framework, value or ())


def _save_title(framework: str, number: int, record: Record, text: str) -> Changes:
    return set_level(record, framework, number, text, typing=True)


def _save_typing(framework: str, field: str, record: Record, text: str) -> Changes:
    return edit_framework(record, framework, field, text, typing=True)
