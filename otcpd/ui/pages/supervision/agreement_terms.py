"""The terms of an agreement: how often, how long, how, from when, reviewed when, and whether the time is protected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.agreements import edit_terms, set_often
from otcpd.actions.supervision.values import FieldValue
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.often import Often, often_in_words, parse_often
from otcpd.domain.supervision import Agreement, Side, Terms
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.supervision.words import first_name
from otcpd.ui.painting import HANG
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import DurationField, ParsedField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.saved_field import SavedField

_LEAST_OFTEN = 190
_LEAST = 130
"""Pixels at 100 % in which the fields of a row are content."""
MY_PLAN = "In my job plan"


class AgreementTerms(QWidget):
    """Terms that both agreed to are shown and cannot be changed here. It stands out at both sides by `HANG`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Agreement | None = None
        self._terms: Terms | None = None
        self._names: Mapping[str, str] = {}
        theme, clock = desk.theme, desk.session.record.clock
        self.often = ParsedField[Often](theme, parse_often, often_in_words, placeholder="Every 6 weeks")
        self.minutes = DurationField(theme, self._parse_minutes, format_duration, placeholder="1 h")
        self.mode = ComboBox(theme, list(load_catalogue().supervision.modes.items()))
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.review = DateField(theme, self._parse_day, long_day, clock.today)
        self.place = SavedField(theme, placeholder="A room where nobody listens")
        self.mine = TickBox(theme, MY_PLAN)
        """What the supervisee has; of peers, what the owner has."""
        self.theirs = TickBox(theme, MY_PLAN)
        session = desk.session
        self._often = FieldBinding(session, self.often, "How often")
        self._minutes = FieldBinding(session, self.minutes, "How long")
        self._start = FieldBinding(session, self.start, "From")
        self._review = FieldBinding(session, self.review, "Review on")
        self._place = FieldBinding(session, self.place, "Place")
        self._fill()
        self.mode.chosen.connect(self._on_mode)
        self.mine.clicked.connect(self._on_mine)
        self.theirs.clicked.connect(self._on_theirs)

    def load(self, agreement: Agreement, terms: Terms, names: Mapping[str, str]) -> None:
        """Show one version of an agreement; `names` are those of the file's people by id."""
        self._agreement, self._terms = agreement, terms
        place = (agreement.id, terms.id)
        key = ("agreement", *place)
        self._often.bind((*key, "often"), terms.often, partial(_save_often, *place))
        self._minutes.bind((*key, "minutes"), terms.minutes, partial(_save, *place, "minutes"))
        self._start.bind((*key, "start"), terms.start, partial(_save, *place, "start"))
        self._review.bind((*key, "review_on"), terms.review_on, partial(_save, *place, "review_on"))
        self._place.bind((*key, "place"), terms.place or None, partial(_save, *place, "place"))
        self.mode.set_value(terms.mode)
        self._names = names
        other = _their_plan(agreement, names)
        self.mine.setText(other if agreement.as_supervisor else MY_PLAN)
        self.theirs.setText(MY_PLAN if agreement.as_supervisor else other)
        self.mine.setChecked(terms.protected_supervisee)
        self.theirs.setChecked(terms.protected_supervisor)
        locked = terms.agreed_on is not None or self._desk.session.read_only
        for field in (self.often, self.minutes, self.start, self.review, self.place):
            field.set_read_only(locked)
        for control in (self.mode, self.mine, self.theirs):
            control.setEnabled(not locked)

    def commit(self) -> None:
        """Read what still stands in the fields."""
        if self._terms is not None and self._terms.agreed_on is None:
            for field in (self.often, self.minutes, self.start, self.review, self.place):
                if field.line.isModified():
                    field.commit()

    def _fill(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(HANG, 0, HANG, 0)
        column.setSpacing(theme.gap(14))
        rhythm = RowOrColumn(theme, gap=14, below=14, at_top=True)
        rhythm.add(FormField(theme, "How often", self.often), least=_LEAST_OFTEN, takes_rest=True)
        rhythm.add(FormField(theme, "How long", self.minutes), least=_LEAST)
        rhythm.add(FormField(theme, "How you meet", self.mode), least=_LEAST_OFTEN)
        column.addLayout(rhythm)
        days = RowOrColumn(theme, gap=14, below=14, at_top=True)
        days.add(FormField(theme, "From", self.start), least=LEAST_DAY)
        days.add(FormField(theme, "Review on", self.review, optional=True), least=LEAST_DAY)
        column.addLayout(days)
        column.addWidget(FormField(theme, "Place", self.place, optional=True))
        protected = QVBoxLayout()
        protected.setSpacing(0)
        protected.addWidget(Label(theme, "Protected time", Role.LABEL).head())
        for box in (self.mine, self.theirs):
            protected.addLayout(Overhang(box, fills=True, left=CHECK_SPACE, right=0))
        column.addLayout(protected)

    def _parse_day(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _parse_minutes(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._desk.session.record))

    def _on_mode(self, mode: str) -> None:
        self._set("mode", mode)

    def _on_mine(self, on: bool) -> None:
        self._set("protected_supervisee", on)

    def _on_theirs(self, on: bool) -> None:
        self._set("protected_supervisor", on)

    def _set(self, field: str, value: str | bool) -> None:
        if self._agreement is not None and self._terms is not None:
            done = self._desk.session.act(edit_terms, self._agreement.id, self._terms.id, field, value)
            if done is None:
                self.load(self._agreement, self._terms, self._names)


def _their_plan(agreement: Agreement, names: Mapping[str, str]) -> str:
    """ "In Fiona’s job plan", "In the others’ job plans"."""
    if agreement.side is Side.PEERS:
        return "In the others’ job plans" if len(agreement.members) != 1 else _plan_of(agreement.members[0], names)
    if agreement.other is None:
        return "In my supervisor’s job plan"
    return _plan_of(agreement.other, names)


def _plan_of(person: str, names: Mapping[str, str]) -> str:
    return f"In {first_name(names.get(person, '')) or 'the other'}’s job plan"


def _save(agreement: str, terms: str, field: str, record: Record, value: FieldValue) -> Changes:
    """Writes one field. How long and from when are never nothing: where one was emptied, what was there stays."""
    if value is None and field in ("minutes", "start"):
        return Changes()
    return edit_terms(record, agreement, terms, field, value)


def _save_often(agreement: str, terms: str, record: Record, often: Often | None) -> Changes:
    if often is None:
        return Changes()
    return set_often(record, agreement, terms, often.weeks_from, often.every)
