"""With whom somebody learnt: people with their profession and employer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions import companions, people
from otcpd.domain.activity import Activity, Companion
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.section import Section
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.suggestions import suggest
from otcpd.ui.widgets.text_field import TextField


class CompanionRow(QWidget):
    """One person: name, profession, employer, and a cross."""

    removed = Signal(str)

    def __init__(self, desk: Desk, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.companion = companion
        theme = desk.theme
        self.profession = TextField(theme, placeholder="Occupational therapist")
        self.employer = TextField(theme, placeholder="Council or NHS board")
        for field, name in ((self.profession, "Profession"), (self.employer, "Employer")):
            field.line.setAccessibleName(f"{name} of {companion.name}")
            field.set_read_only(desk.session.read_only)
            field.left.connect(self.commit)
            field.entered.connect(self.commit)
        self.profession.set_text(companion.profession)
        self.employer.set_text(companion.employer)
        remove = InsetButton(theme, "close", f"Take {companion.name} off this activity")
        remove.clicked.connect(self._on_remove)
        if desk.session.read_only:
            remove.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.gap(10))
        row.addWidget(Label(theme, companion.name, Role.BODY_STRONG), 4)
        row.addWidget(self.profession, 5)
        row.addWidget(self.employer, 5)
        row.addWidget(remove)

    def commit(self) -> None:
        """Keep what was typed about this person; it holds wherever she appears."""
        person, session = self.companion.person, self._desk.session
        for field, name, before in (
            (self.profession, "profession", self.companion.profession),
            (self.employer, "employer", self.companion.employer),
        ):
            typed = " ".join(field.text().split())
            if field.line.isModified() and typed != before:
                field.line.setModified(False)
                session.act(people.edit_person, person, name, typed)

    def _on_remove(self) -> None:
        self.removed.emit(self.companion.person)


class WithWhom(Section):
    """The people of one activity, and a line that adds one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: list[CompanionRow] = []
        self._shown: tuple[Companion, ...] = ()
        holder = QWidget()  # before the line below, so that Tab comes to the people first
        self._people = QVBoxLayout(holder)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(desk.theme.gap(8))
        self.column.addWidget(holder)
        self.line = TextField(desk.theme, placeholder="A name, then Enter")
        self._known = suggest(self.line)
        self.line.line.completer().activated.connect(self._add)
        self.line.entered.connect(self._on_entered)
        form = FormField(desk.theme, "Add somebody", self.line, help_text="Names do not go into your profile.")
        if desk.session.read_only:
            form.hide()
        self.column.addWidget(form)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        known = [person.name for person in self.desk.session.record.people.all()]
        if known != self._known.stringList():
            self._known.setStringList(known)
        if activity.companions == self._shown:
            return
        self._shown = activity.companions
        for row in self.rows:
            self._people.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CompanionRow(self.desk, companion) for companion in activity.companions]
        for row in self.rows:
            row.removed.connect(self._on_removed)
            self._people.addWidget(row)

    def commit(self) -> None:
        for row in self.rows:
            row.commit()

    def _on_entered(self) -> None:
        self._add(self.line.text())

    def _add(self, name: str) -> None:
        if self.activity is not None and name.strip():
            self.desk.session.act(companions.add_companion, self.activity.id, name)
            # A completer writes its choice into the line after it has told us.
            QTimer.singleShot(0, self.line.line, self.line.line.clear)

    def _on_removed(self, person: str) -> None:
        if self.activity is not None:
            self.desk.session.act(companions.remove_companion, self.activity.id, person)
