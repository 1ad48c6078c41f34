"""With whom, under which agreement, when, how long, how and where: each is kept when it is left."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision import meeting, sessions
from otcpd.actions.supervision.values import FieldValue
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.supervision import Mode, Session
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.session_text import TABLE, save_text
from otcpd.ui.pages.supervision.times_of_day import TimeField
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.chip_input import ChipInput
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.text_field import TextField

ALONE = "alone"


class Basics(QWidget):
    """The facts of a session that stand in a calendar."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        self._session: Session | None = None
        self.fresh = ""
        """The session that was just begun: choosing its agreement chooses its day, too."""
        theme, words = desk.theme, load_catalogue().supervision
        self.agreement = ComboBox(theme)
        self.people = ChipInput(theme, placeholder="Add a name")
        self.kind = ComboBox(theme, [(code, one.label) for code, one in words.kinds.items()])
        self.date = DateField(theme, self._parse_day, long_day, desk.session.record.clock.today)
        self.date.keep_whole()
        self.time = TimeField(theme)
        self.length = DurationField(theme, self._parse_length, format_duration)
        self.mode = ComboBox(theme, [(mode.value, words.modes[mode]) for mode in Mode])
        self.place = TextField(theme)
        self.by_ot = TickBox(theme, "An OT leads it")
        self.gives = TickBox(theme, "I am the one who supervises")
        self._date = FieldBinding(desk.session, self.date, "Date")
        self._time = FieldBinding(desk.session, self.time, "Time")
        self._length = FieldBinding(desk.session, self.length, "Length")
        self._place = TextBinding(desk.session, self.place, "Place")
        self._kind_form = FormField(theme, "Kind", self.kind)
        self._own = QWidget()
        self._build()
        self._connect()

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show a session."""
        self._session = session
        self.agreement.set_options(self._agreements(session))
        self.agreement.set_value(session.agreement or ALONE)
        self.people.set_tags([self._contents.names.name(one) for one in session.people])
        self.people.set_known([one.name for one in self._desk.session.record.people.all()])
        self.kind.set_value(session.kind)
        self._kind_form.setVisible(session.agreement is None)
        self._own.setVisible(session.agreement is None)
        self.by_ot.setChecked(session.led_by_ot)
        self.gives.setChecked(session.as_supervisor)
        self._date.bind((TABLE, session.id, "date"), session.day, partial(_set, session=session.id, field="date"))
        self._time.bind((TABLE, session.id, "start"), session.start, partial(_set, session=session.id, field="start"))
        length = partial(_set, session=session.id, field="minutes")
        self._length.bind((TABLE, session.id, "minutes"), session.minutes, length)
        self.mode.set_value(session.mode)
        place = partial(save_text, session=session.id, field="place")
        self._place.bind((TABLE, session.id, "place"), session.place, place)
        self._fix(fixed)

    def commit(self) -> None:
        """Read what still stands in fields."""
        for field in (self.date, self.time, self.length):
            if field.line.isModified():
                field.commit()
        if not self.people.line.isReadOnly():
            self.people.commit()

    def take_focus(self) -> None:
        """Into the first field: the agreement where there is one to choose, else the people."""
        first = self.agreement.combo if self.agreement.combo.count() > 1 else self.people.line
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        rows = (
            ((FormField(theme, "Agreement", self.agreement), 240), (FormField(theme, "With whom", self.people), 240)),
            (
                (FormField(theme, "Date", self.date), 190),
                (FormField(theme, "Time", self.time), 90),
                (FormField(theme, "Length", self.length), 90),
            ),
            (
                (FormField(theme, "How", self.mode), 170),
                (FormField(theme, "Place", self.place, optional=True), 200),
                (self._kind_form, 190),
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(10))
        for fields in rows:
            place = QWidget()
            row = RowOrColumn(theme, gap=12, below=10, at_top=True)
            for field, least in fields:
                row.add(field, least=least)
            place.setLayout(row)
            column.addWidget(place)
        ticks = RowOrColumn(theme, gap=16, below=0)
        ticks.add(self.by_ot)
        ticks.add(self.gives)
        self._own.setLayout(ticks)
        column.addLayout(Overhang(self._own, fills=True))

    def _connect(self) -> None:
        self.agreement.chosen.connect(self._on_agreement)
        self.people.changed.connect(self._on_people)
        self.kind.chosen.connect(self._on_kind)
        self.mode.chosen.connect(self._on_mode)
        self.by_ot.clicked.connect(self._on_by_ot)
        self.gives.clicked.connect(self._on_gives)

    def _fix(self, fixed: bool) -> None:
        for part in (self.agreement, self.kind, self.mode, self.by_ot, self.gives, self.people):
            part.setEnabled(not fixed)
        for field in (self.date, self.time, self.length, self.place):
            field.set_read_only(fixed)

    def _agreements(self, session: Session) -> list[tuple[str, str]]:
        contents = self._contents
        offered = {one.id: one for one in contents.running()}
        if session.agreement is not None and session.agreement in contents.names.agreements:
            offered.setdefault(session.agreement, contents.names.agreements[session.agreement])
        told = [(key, contents.agreement_title(one)) for key, one in offered.items()]
        return [*told, (ALONE, "None: a session by itself")]

    def _parse_day(self, text: str) -> dt.date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _parse_length(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._desk.session.record))

    def _set_now(self, field: str, value: FieldValue) -> None:
        if self._session is not None:
            self._desk.session.act(sessions.edit_session, self._session.id, field, value)

    def _on_agreement(self, key: str) -> None:
        session = self._session
        if session is None:
            return
        chosen = None if key == ALONE else key
        found = self._contents.names.agreements.get(chosen or "")
        day = self._contents.next_due(found) if found is not None and session.id == self.fresh else None
        self._desk.session.act(meeting.give_agreement, session.id, chosen, day)

    def _on_people(self, names: list[str]) -> None:
        if self._session is not None:
            self._desk.session.act(meeting.name_people, self._session.id, names)

    def _on_kind(self, key: str) -> None:
        self._set_now("kind", key)

    def _on_mode(self, key: str) -> None:
        self._set_now("mode", key)

    def _on_by_ot(self, on: bool) -> None:
        self._set_now("led_by_ot", on)

    def _on_gives(self, on: bool) -> None:
        self._set_now("as_supervisor", on)


def _set(record: Record, value: FieldValue, session: str, field: str) -> Changes:
    """A session always has a day: where it was emptied, the one before stays."""
    if field == "date" and value is None:
        return Changes()
    return sessions.edit_session(record, session, field, value)
