"""Settings: the people of the CPD file, with whom the owner meets and learns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.people import add_person, edit_person, remove_person, say_whether_ot, set_roles
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.person import Person, PersonRole
from otcpd.domain.registration import registration_number
from otcpd.domain.words import joined
from otcpd.record.record import Record
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.things_card import ThingsCard
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField
from otcpd.ui.widgets.suggestions import suggest
from otcpd.ui.widgets.yes_or_no import YesOrNo

NONE = "None so far. Whoever you name in an activity, an agreement or a session comes here by themselves."


class PeopleSection(SettingsSection):
    """Everybody but the owner, who is under "You"."""

    HEARS = frozenset({"person", "employer"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.people = PeopleCard(desk)
        self.column.addWidget(self.people)

    def refresh(self) -> None:
        self.people.refresh()

    def leave(self) -> None:
        self.people.commit()

    def show_thing(self, rest: str) -> None:
        if rest == "new" and not self.desk.session.read_only:
            self.people.new.setFocus()
            return
        if rest and rest != "new":
            self.people.refresh(rest)
        self.people.list.setFocus()


class PeopleCard(ThingsCard):
    """Supervisors, supervisees, peers, mentors, and whoever else one learnt with."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "People in your file", NONE, parent)
        theme, session = desk.theme, desk.session
        self.name = SavedField(theme, missing=NO_NAME)
        self.profession = SavedField(theme, placeholder="Occupational therapist")
        self.registration = SavedField(theme, registration_number, placeholder="OT followed by up to six digits")
        self.employer = SavedField(theme, placeholder="Council, NHS board, charity")
        self.contact = SavedField(theme, placeholder="E-mail or telephone")
        self.is_ot = YesOrNo(theme, "Occupational therapist")
        roles = load_catalogue().supervision.roles
        self.roles = {role: TickBox(theme, roles[role]) for role in PersonRole}
        self._known = suggest(self.employer)
        self.add_field("Name", self.name)
        self.add_field("Profession", self.profession, optional=True)
        self._add_choices()
        self.add_field("HCPC number", self.registration, optional=True)
        self.add_field("Employer", self.employer, optional=True)
        self.add_field("Contact", self.contact, optional=True, help_text="For you alone: no document shows it.")
        self.add_ways(self.delete_button("Remove this person"))
        self.add_new_line("New person", "Add the person", "A name")
        labels = {
            "name": ("Name", self.name),
            "profession": ("Profession", self.profession),
            "registration": ("HCPC number", self.registration),
            "employer": ("Employer", self.employer),
            "contact": ("Contact", self.contact),
        }
        self._bindings = {field: FieldBinding(session, widget, label) for field, (label, widget) in labels.items()}
        self.is_ot.chosen.connect(self._on_is_ot)
        for box in self.roles.values():
            box.clicked.connect(self._on_roles)

    def read(self) -> Sequence[Row]:
        return [_row(one) for one in self._desk.session.record.people.all()]

    def show_form(self, key: str, *, other: bool) -> None:
        record = self._desk.session.record
        person = next(one for one in record.people.all() if one.id == key)
        employers = {one.id: one.name for one in record.people.employers()}
        values = {
            "name": person.name,
            "profession": person.profession,
            "registration": person.registration,
            "employer": employers.get(person.employer or "", ""),
            "contact": person.contact,
        }
        for field, binding in self._bindings.items():
            binding.bind(("person", key, field), values[field] or None, partial(_edit, key, field))
        self.is_ot.set_value(person.is_ot)
        for role, box in self.roles.items():
            box.setChecked(role in person.roles)
        self._known.setStringList(sorted(employers.values()))

    def make(self, name: str) -> Changes | None:
        return self._desk.session.act(add_person, name)

    def key_of_new(self, name: str, changes: Changes) -> str:
        return changes.new_id

    def remove(self, key: str) -> Changes | None:
        return self._desk.session.act(remove_person, key)

    def _add_choices(self) -> None:
        """Whether they are an OT, and what they are to the owner."""
        theme = self._desk.theme
        self.form.addWidget(self.is_ot)
        part = QVBoxLayout()
        part.setSpacing(0)
        part.addWidget(Label(theme, "To you they are", Role.LABEL).head())
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=theme.gap(4))
        for box in self.roles.values():
            flow.addWidget(box)
            box.setEnabled(not self._desk.session.read_only)
        part.addLayout(Overhang(boxes, fills=True, left=CHECK_SPACE, right=0))
        self.form.addLayout(part)
        self.is_ot.setEnabled(not self._desk.session.read_only)

    def _on_is_ot(self, is_ot: object) -> None:
        self._desk.session.act(say_whether_ot, self.key, is_ot if isinstance(is_ot, bool) else None)

    def _on_roles(self) -> None:
        self._desk.session.act(set_roles, self.key, [role for role, box in self.roles.items() if box.isChecked()])


def _edit(person: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_person(record, person, field, value)


def _row(person: Person) -> Row:
    words = load_catalogue().supervision
    parts = [person.profession, joined([words.roles[role].lower() for role in person.roles])]
    return Row(person.id, person.name, ", ".join(part for part in parts if part))
