"""The fields of what is agreed: how much, how often, where it is promised, from when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.protected import Agreed
from otcpd.catalogue import load_catalogue
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.protected_time import Entitlement, EntitlementSource, Per
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST = 140


class AgreedForm(QWidget):
    """`changed` comes when one of them was left, or chosen, with another value."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = Agreed(0, Per.MONTH, date.min)
        """What no field shows."""
        theme, told = desk.theme, load_catalogue().supervision
        clock = desk.session.services.clock
        self.minutes = DurationField(theme, self._parse_length, format_duration, placeholder="Half a day, 3 h 30")
        self.per = ComboBox(theme, list(told.per.items()))
        self.source = ComboBox(theme, list(told.entitlement_sources.items()))
        self.start = DateField(theme, self._parse_day, long_day, clock.today)
        self.end = DateField(theme, self._parse_end, long_day, clock.today)
        self._minutes = FormField(theme, words.MINUTES, self.minutes)
        self._start = FormField(theme, words.SINCE, self.start)
        self.source_form = FormField(theme, words.SOURCE, self.source)
        self.end_form = FormField(theme, words.UNTIL, self.end, optional=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        much = RowOrColumn(theme, gap=14, below=12, at_top=True)
        much.add(self._minutes, least=_LEAST)
        much.add(FormField(theme, words.PER, self.per), least=_LEAST)
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        for form in (self._start, self.end_form):
            days.add(form, least=LEAST_DAY)
        column.addLayout(much)
        column.addWidget(self.source_form)
        column.addLayout(days)
        for field in (self.minutes, self.start, self.end):
            field.committed.connect(self._on_changed)
        for choice in (self.per, self.source):
            choice.chosen.connect(self._on_changed)

    def show_agreed(self, one: Entitlement) -> None:
        """Show what is noted. A field that holds what is no value yet is left alone."""
        self._kept = Agreed(one.minutes, one.per, one.start, one.end, one.source, one.agreement, one.post, one.note)
        if not self.minutes.doubt and self.minutes.value() != one.minutes:
            self.minutes.set_value(one.minutes)
        for field, day in ((self.start, one.start), (self.end, one.end)):
            if not field.doubt and field.value() != day:
                field.set_value(day)
        self.per.set_value(one.per)
        self.source.set_value(one.source)

    def begin(self, today: date, like: Entitlement | None = None) -> None:
        """Show what a new one begins with: nothing, or what `like` says, from today on."""
        minutes, per = (like.minutes, like.per) if like is not None else (None, Per.MONTH)
        self._kept = Agreed(0, per, today)
        self.minutes.set_value(minutes)
        self.per.set_value(per)
        self.source.set_value(like.source if like is not None else EntitlementSource.JOB_PLAN)
        self.start.set_value(today)
        self.end.set_value(None)

    def read(self) -> Agreed | None:
        """What stands in them, read now; None, with a sentence below the field, while one holds no value."""
        good = [field.commit() for field in (self.minutes, self.start, self.end)]
        minutes, start = self.minutes.value(), self.start.value()
        for form, value, sentence in (
            (self._minutes, minutes, "Give a length of time, as half a day."),
            (self._start, start, "Give the day from which it holds."),
        ):
            if value is None and not form.problem:
                form.set_problem(sentence)
        if minutes is None or start is None or not all(good):
            (self.minutes if minutes is None or not good[0] else self.start).setFocus()
            return None
        return replace(
            self._kept,
            minutes=minutes,
            per=Per(self.per.value()),
            start=start,
            end=self.end.value(),
            source=EntitlementSource(self.source.value()),
        )

    def differs(self) -> bool:
        """Whether they hold something else than what was shown."""
        kept = self._kept
        now = (self.minutes.value(), self.per.value(), self.start.value(), self.end.value(), self.source.value())
        return now != (kept.minutes, kept.per, kept.start, kept.end, kept.source)

    def _parse_day(self, text: str) -> date:
        return parse_day(text, self._desk.session.services.clock.today())

    def _parse_end(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.services.clock.today())

    def _parse_length(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._desk.session.record))

    def _on_changed(self, *_values: object) -> None:
        self.changed.emit()
