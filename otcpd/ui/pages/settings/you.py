"""Settings: whose CPD file this is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.people import edit_person
from otcpd.domain.changes import Changes
from otcpd.domain.registration import registration_number
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField


class YouSection(SettingsSection):
    """Name, HCPC number, profession, the number HCPC gives to those it audits, and contact details."""

    HEARS = frozenset({"person", "record"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.name = SavedField(theme, missing=NO_NAME)
        self.number = SavedField(theme, registration_number, placeholder="OT followed by up to six digits")
        self.profession = SavedField(theme, placeholder="Occupational therapist")
        self.audit_number = SavedField(theme)
        self.contact = SavedField(theme)
        self._fields = {
            "name": self.name,
            "registration": self.number,
            "profession": self.profession,
            "audit_number": self.audit_number,
            "contact": self.contact,
        }
        card = self.add_card()
        for form in self._forms():
            card.body.addWidget(form)
        labels = ("Your name", "HCPC number", "Profession", "CPD audit number", "E-mail, phone and postcode at work")
        self._bindings = {
            field: FieldBinding(desk.session, widget, label)
            for (field, widget), label in zip(self._fields.items(), labels, strict=True)
        }

    def _forms(self) -> tuple[FormField, ...]:
        theme = self.desk.theme
        return (
            FormField(theme, "Your name", self.name, help_text="Write your name as HCPC has it."),
            FormField(
                theme,
                "HCPC number",
                self.number,
                optional=True,
                help_text="You will find it in your HCPC account.",
                help_gives_way=True,
            ),
            FormField(theme, "Profession", self.profession, optional=True),
            FormField(
                theme,
                "CPD audit number",
                self.audit_number,
                optional=True,
                help_text="HCPC gives one to those it asks for a profile. It stands on the cover of yours.",
            ),
            FormField(
                theme,
                "E-mail, phone and postcode at work",
                self.contact,
                optional=True,
                help_text="otcpd then knows them for yours when you write them. Your profile leaves them out.",
            ),
        )

    def refresh(self) -> None:
        owner = self.desk.session.record.people.owner()
        values = (owner.name, owner.registration, owner.profession, owner.audit_number, owner.contact)
        for (field, binding), value in zip(self._bindings.items(), values, strict=True):
            binding.bind(("person", owner.id, field), value or None, partial(_edit, owner.id, field))

    def leave(self) -> None:
        if not self.desk.session.read_only:
            for widget in self._fields.values():
                widget.commit()

    def show_thing(self, rest: str) -> None:
        fields = {"name": self.name, "number": self.number, "audit": self.audit_number, "profession": self.profession}
        if rest in fields:
            fields[rest].setFocus()


def _edit(person: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_person(record, person, field, value)
