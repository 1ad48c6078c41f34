"""Settings: whose CPD file this is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.actions.people import edit_person
from otcpd.domain.registration import registration_number
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.saved_field import SavedField
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.widgets.form_field import FormField

NO_NAME = "There is no name yet. The file still has the one before."


class YouSection(SettingsSection):
    """Name, HCPC number, profession and the number HCPC gives to those it audits."""

    HEARS = frozenset({"person", "record"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.name = SavedField(theme, missing=NO_NAME)
        self.number = SavedField(theme, registration_number, placeholder="OT followed by up to six digits")
        self.profession = SavedField(theme, placeholder="Occupational therapist")
        self.audit_number = SavedField(theme)
        self._fields = {
            "name": self.name,
            "registration": self.number,
            "profession": self.profession,
            "audit_number": self.audit_number,
        }
        card = self.add_card()
        for form in (
            FormField(theme, "Your name", self.name, help_text="Write your name as HCPC has it."),
            FormField(
                theme, "HCPC number", self.number, optional=True, help_text="You will find it in your HCPC account."
            ),
            FormField(theme, "Profession", self.profession, optional=True),
            FormField(
                theme,
                "CPD audit number",
                self.audit_number,
                optional=True,
                help_text="HCPC gives one to those it asks for a profile. It stands on the cover of yours.",
            ),
        ):
            card.body.addWidget(form)
        for field, widget in self._fields.items():
            widget.set_read_only(desk.session.read_only)
            widget.setProperty("field", field)
            widget.committed.connect(self._on_committed)

    def refresh(self) -> None:
        owner = self.desk.session.record.people.owner()
        self.name.show_value(owner.name)
        self.number.show_value(owner.registration)
        self.profession.show_value(owner.profession)
        self.audit_number.show_value(owner.audit_number)

    def leave(self) -> None:
        if not self.desk.session.read_only:
            for widget in self._fields.values():
                widget.commit()

    def show_thing(self, rest: str) -> None:
        fields = {"name": self.name, "number": self.number, "audit": self.audit_number, "profession": self.profession}
        if rest in fields:
            fields[rest].setFocus()

    def _on_committed(self, value: str | None) -> None:
        widget, session = self.sender(), self.desk.session
        if not isinstance(widget, SavedField):
            return
        field = str(widget.property("field"))
        if session.act(edit_person, session.record.owner, field, value) is None:
            widget.set_value(None)  # what the file holds is then another value again, and shown
            self.refresh()
