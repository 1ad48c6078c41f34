"""Opportunities to learn in another place, with how far each has come, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.opportunities import (
    add_opportunity,
    add_to_log,
    delete_opportunity,
    edit_opportunity,
    link_activity,
)
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.career import Opportunity
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import check_order, long_day
from otcpd.domain.field_labels import OPPORTUNITY_LABELS
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity, tell_unlinked
from otcpd.ui.pages.roles import words
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField

NO_AIM = "none"
_LEAST = 140
_CHOICES = ("kind", "state", "aim")


class OpportunitiesCard(ThingsCard):
    """What came of one in the log is linked to it."""

    activity_wanted = Signal(str)
    """Show this activity of the log."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.OPPORTUNITIES, words.NO_OPPORTUNITIES, parent)
        theme, session = desk.theme, desk.session
        self.title = SavedField(theme, missing=NO_NAME)
        self.host = SavedField(theme, placeholder="Team, ward or council")
        self.choices = {
            "kind": ComboBox(theme, [(one.value, text) for one, text in words.KINDS.items()]),
            "state": ComboBox(theme, [(one.value, text) for one, text in words.STATES.items()]),
            "aim": ComboBox(theme),
        }
        today = session.record.clock.today
        self.days = {
            name: DateField(theme, partial(self._read_day, name), long_day, today) for name in ("start", "end")
        }
        self.note = LongText(theme)
        self.add_it = Button(theme, words.ADD_TO_LOG, icon="plus", compact=True)
        self.link = Button(theme, words.LINK, compact=True)
        self._title = FieldBinding(session, self.title, OPPORTUNITY_LABELS["title"])
        self._host = FieldBinding(session, self.host, OPPORTUNITY_LABELS["host"])
        self._days = {name: FieldBinding(session, self.days[name], OPPORTUNITY_LABELS[name]) for name in self.days}
        self._note = TextBinding(session, self.note, OPPORTUNITY_LABELS["note"])
        self._linked_rows = LinkedRows(desk, self.link)
        self._build()
        self.add_it.clicked.connect(self._on_add_to_log)
        self.link.clicked.connect(self._on_link)
        self._linked_rows.opened.connect(self.activity_wanted)
        self._linked_rows.dropped.connect(self._on_dropped)

    @property
    def linked(self) -> list[LinkedRow]:
        """One for each activity that came of the one in the form."""
        return self._linked_rows.rows

    def read(self) -> Sequence[Row]:
        return [
            Row(one.id, one.title, words.opportunity_meta(one))
            for one in reversed(self._desk.session.record.roles.opportunities())
        ]

    def show_form(self, key: str, *, other: bool) -> None:
        record = self._desk.session.record
        found = record.roles.opportunity(key)
        self._title.bind(("opportunity", key, "title"), found.title or None, partial(_edit_line, key, "title"))
        self._host.bind(("opportunity", key, "host"), found.host or None, partial(_edit_line, key, "host"))
        for name, binding in self._days.items():
            binding.bind(("opportunity", key, name), getattr(found, name), partial(_edit, key, name))
        self._note.bind(("opportunity", key, "note"), found.note, partial(_type, key, "note"))
        self.choices["kind"].set_value(found.kind)
        self.choices["state"].set_value(found.state)
        self.choices["aim"].set_options(
            [(NO_AIM, words.NO_AIM), *((one.id, one.called) for one in record.roles.aims())]
        )
        self.choices["aim"].set_value(found.aim or NO_AIM)
        self._show_linked(found)

    def make(self, name: str) -> Changes | None:
        return self._desk.session.act(add_opportunity, name)

    def key_of_new(self, name: str, changes: Changes) -> str:
        return changes.new_id

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(delete_opportunity, key)

    def _build(self) -> None:
        theme = self._desk.theme
        self.add_field(OPPORTUNITY_LABELS["title"], self.title)
        self.add_field(OPPORTUNITY_LABELS["host"], self.host, optional=True)
        for pair in (("kind", "state"), ("start", "end")):
            row = RowOrColumn(theme, gap=14, below=12, at_top=True)
            for name in pair:
                field = self.choices.get(name) or self.days[name]
                self.own_field(field)
                days = name in self.days
                form = FormField(theme, OPPORTUNITY_LABELS[name], field, optional=days)
                row.add(form, least=LEAST_DAY if days else _LEAST)
            self.form.addLayout(row)
        self.add_field(OPPORTUNITY_LABELS["aim"], self.choices["aim"], optional=True)
        pointed = PointedOut(self._desk, self._note)
        self.form.addWidget(
            FormField(theme, OPPORTUNITY_LABELS["note"], self.note, optional=True, note_below=pointed, parent=self)
        )
        linked = QWidget()
        column = QVBoxLayout(linked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, words.CAME_OF_IT, Role.LABEL).head())
        column.addLayout(Overhang(self._linked_rows, fills=True, left=RING_SPACE, right=0))
        self._linked = linked
        self.form.addWidget(linked)
        self.add_ways(self.add_it, self.link, self.delete_button("Delete this opportunity"))
        self.add_new_line(words.NEW_OPPORTUNITY, "Add the opportunity", "A day with the hand therapy team")
        for name in _CHOICES:
            self.choices[name].setProperty("field", name)
            self.choices[name].chosen.connect(self._on_choice)

    def _show_linked(self, found: Opportunity) -> None:
        any_ = self._linked_rows.show_activities(found.activities)
        self._linked.setVisible(any_)
        self.add_it.setVisible(not any_ and not self._desk.session.read_only)

    def _read_day(self, which: str, text: str) -> date:
        record = self._desk.session.record
        day = parse_coming_day(text, record.clock.today())
        found = record.roles.opportunity(self.key)
        start, end = (day, found.end) if which == "start" else (found.start, day)
        if start and end:
            check_order(start, end)
        return day

    def _on_choice(self, code: str) -> None:
        combo = self.sender()
        if isinstance(combo, ComboBox):
            value = "" if code == NO_AIM else code
            self._desk.session.act(edit_opportunity, self.key, str(combo.property("field")), value)

    def _on_add_to_log(self) -> None:
        self.commit()
        made = self._desk.session.act(add_to_log, self.key)
        if made:
            self._desk.messages.offer_undo("Added to your log", self._desk.session.undo, passing=True)

    def _on_link(self) -> None:
        pick_activity(self._desk, "Which activity came of it?", partial(self._on_picked, self.key), self)

    def _on_picked(self, opportunity: str, activity: str) -> None:
        self._desk.session.act(link_activity, opportunity, activity)

    def _on_dropped(self, activity: str) -> None:
        tell_unlinked(self._desk, self._desk.session.act(link_activity, self.key, activity, on=False))


def _edit(opportunity: str, field: str, record: Record, value: FieldValue) -> Changes:
    return edit_opportunity(record, opportunity, field, value)


def _edit_line(opportunity: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_opportunity(record, opportunity, field, value or "")


def _type(opportunity: str, field: str, record: Record, text: str) -> Changes:
    return edit_opportunity(record, opportunity, field, text, typing=True)
