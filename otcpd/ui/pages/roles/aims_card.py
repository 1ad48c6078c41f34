"""Roles that one aims for: which, where, by when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.aims import add_aim, delete_aim, edit_aim
from otcpd.actions.supervision.values import FieldValue
from otcpd.catalogue import load_catalogue
from otcpd.domain.career import RoleAim
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.field_labels import ROLE_LABELS
from otcpd.domain.framework import FrameworkKind
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.roles import words
from otcpd.ui.pages.roles.posts_card import NO_SETTING
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField
from otcpd.ui.widgets.suggestions import suggest

NO_FRAMEWORK = "none"
FRAMEWORK_HELP = "The one that its levels are of. A role profile brings what it asks."


class AimsCard(ThingsCard):
    """Those still aimed for stand first. What a role asks has a page of its own."""

    ladder_wanted = Signal(str)
    """Show what this role asks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.AIMS, words.NO_AIMS, parent)
        theme, session = desk.theme, desk.session
        self.title = SavedField(theme, missing=NO_NAME)
        self.state = ComboBox(theme, [(one.value, text) for one, text in words.AIM_STATES.items()])
        self.employer = SavedField(theme, placeholder="Council, NHS board, charity")
        self.setting = ComboBox(
            theme, [(NO_SETTING, words.NOT_SAID), *((one.value, text) for one, text in words.SETTINGS.items())]
        )
        self.grade = SavedField(theme)
        self.framework = ComboBox(theme)
        self.by = DateField(theme, self._read_day, long_day, session.record.clock.today)
        self.why = LongText(theme)
        self.ask = Button(theme, words.WHAT_IT_ASKS, icon="flag", compact=True)
        self._known = suggest(self.employer)
        self._bound = {
            "title": FieldBinding(session, self.title, ROLE_LABELS["title"]),
            "employer": FieldBinding(session, self.employer, ROLE_LABELS["employer"]),
            "grade": FieldBinding(session, self.grade, ROLE_LABELS["grade"]),
        }
        self._by = FieldBinding(session, self.by, ROLE_LABELS["by"])
        self._why = TextBinding(session, self.why, ROLE_LABELS["why"])
        self._build()
        for name, combo in (("state", self.state), ("setting", self.setting), ("framework", self.framework)):
            combo.setProperty("field", name)
            combo.chosen.connect(self._on_chosen_in)
        self.ask.clicked.connect(self._on_ask)

    def read(self) -> Sequence[Row]:
        record = self._desk.session.record
        names = {one.id: one.name for one in record.people.employers()}
        return [
            Row(one.id, one.called, words.aim_meta(one, names.get(one.employer or "", "")))
            for one in record.roles.aims()
        ]

    def show_form(self, key: str, *, other: bool) -> None:
        record = self._desk.session.record
        aim = record.roles.aim(key)
        names = {one.id: one.name for one in record.people.employers()}
        texts = {"title": aim.title, "employer": names.get(aim.employer or "", ""), "grade": aim.grade}
        for name, binding in self._bound.items():
            binding.bind(("role_aim", key, name), texts[name] or None, partial(_edit_line, key, name))
        self._by.bind(("role_aim", key, "by"), aim.by, partial(_edit, key, "by"))
        self._why.bind(("role_aim", key, "why"), aim.why, partial(_type, key, "why"))
        self.state.set_value(aim.state)
        self.setting.set_value(aim.setting or NO_SETTING)
        self._offer_frameworks(aim)
        mine = list(names.values())
        self._known.setStringList([*mine, *(name for name in load_catalogue().councils if name not in mine)])

    def make(self, name: str) -> Changes | None:
        return self._desk.session.act(add_aim, name)

    def key_of_new(self, name: str, changes: Changes) -> str:
        return changes.new_id

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(delete_aim, key)

    def _build(self) -> None:
        theme = self._desk.theme
        for name, field in (
            ("title", self.title),
            ("state", self.state),
            ("employer", self.employer),
            ("setting", self.setting),
            ("grade", self.grade),
            ("framework", self.framework),
            ("by", self.by),
        ):
            self.add_field(
                "State" if name == "state" else ROLE_LABELS[name],
                field,
                optional=name not in ("title", "state"),
                help_text=FRAMEWORK_HELP if name == "framework" else "",
            )
        pointed = PointedOut(self._desk, self._why)
        self.form.addWidget(
            FormField(theme, ROLE_LABELS["why"], self.why, optional=True, note_below=pointed, parent=self)
        )
        delete = self.delete_button("Delete this role")
        self.add_ways(self.ask, delete)
        self.ask.setVisible(True)
        self.add_new_line(words.NEW_AIM, "Choose this role", "Senior occupational therapist")

    def _offer_frameworks(self, aim: RoleAim) -> None:
        frameworks = self._desk.session.frameworks.now()
        offered = [one for one in frameworks.offered if one.kind in (FrameworkKind.ROLE, FrameworkKind.CAREER)]
        options = [(NO_FRAMEWORK, words.NO_FRAMEWORK), *((str(one.ref), one.name) for one in offered)]
        if aim.framework and aim.framework not in dict(options):
            options.append((aim.framework, frameworks.framework_name(aim.framework)))
        self.framework.set_options(options)
        self.framework.set_value(aim.framework or NO_FRAMEWORK)

    def _read_day(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _on_chosen_in(self, code: str) -> None:
        combo = self.sender()
        if isinstance(combo, ComboBox):
            nothing = code in (NO_SETTING, NO_FRAMEWORK)
            self._desk.session.act(edit_aim, self.key, str(combo.property("field")), "" if nothing else code)

    def _on_ask(self) -> None:
        self.commit()
        self.ladder_wanted.emit(self.key)


def _edit(aim: str, field: str, record: Record, value: FieldValue) -> Changes:
    return edit_aim(record, aim, field, value)


def _edit_line(aim: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_aim(record, aim, field, value or "")


def _type(aim: str, field: str, record: Record, text: str) -> Changes:
    return edit_aim(record, aim, field, text, typing=True)
