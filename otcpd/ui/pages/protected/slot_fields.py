"""The fields of time set aside: when, how long, what for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.near_days import parse_near_day
from otcpd.domain.protected_time import ProtectedSlot, ProtectedUse
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.text_field import TextField

_LEAST_LENGTH = 130
_LEAST_USE = 150


class SlotFields(QWidget):
    """`changed` comes when one of them was left, or chosen, with another value."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, clock = desk.theme, desk.session.services.clock
        self.day = DateField(theme, self._parse_day, long_day, clock.today)
        self.length = DurationField(theme, self._parse_length, format_duration, placeholder="1 h 30, half a day")
        self.use = ComboBox(theme, list(load_catalogue().supervision.uses.items()))
        self.note = TextField(theme)
        self._day = FormField(theme, words.DAY, self.day)
        self._length = FormField(theme, words.LONG, self.length)
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(self._day, least=LEAST_DAY)
        row.add(self._length, least=_LEAST_LENGTH)
        row.add(FormField(theme, words.USE, self.use), least=_LEAST_USE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(12))
        column.addLayout(row)
        column.addWidget(FormField(theme, words.NOTE, self.note, optional=True))
        for field in (self.day, self.length):
            field.committed.connect(self._on_changed)
        self.use.chosen.connect(self._on_changed)
        self.note.left.connect(self._on_changed)
        self.note.entered.connect(self._on_changed)

    def show_slot(self, slot: ProtectedSlot) -> None:
        """Show what is planned, without telling anyone. A field that holds what is no value yet is left alone."""
        if not self.day.doubt and self.day.value() != slot.day:
            self.day.set_value(slot.day)
        if not self.length.doubt and self.length.value() != slot.planned:
            self.length.set_value(slot.planned)
        self.use.set_value(slot.use)
        self.note.set_text(slot.note)

    def begin(self, day: date, minutes: int) -> None:
        """Show what a new one begins with."""
        self.day.set_value(day)
        self.length.set_value(minutes)
        self.use.set_value(ProtectedUse.CPD)
        self.note.set_text("")

    def read(self) -> tuple[date, int, ProtectedUse, str] | None:
        """What stands in them, read now; None, with a sentence below the field, while one holds no value."""
        good = [self.day.commit(), self.length.commit()]
        day, minutes = self.day.value(), self.length.value()
        for form, value, sentence in ((self._day, day, "Give the day."), (self._length, minutes, "Give its length.")):
            if value is None and not form.problem:
                form.set_problem(sentence)
        if day is None or minutes is None or not all(good):
            (self.day if day is None or not good[0] else self.length).setFocus()
            return None
        return day, minutes, ProtectedUse(self.use.value()), self.note.text()

    def differs(self, slot: ProtectedSlot) -> bool:
        """Whether they hold something else than the file does."""
        now = (self.day.value(), self.length.value(), self.use.value(), self.note.text().strip())
        return now != (slot.day, slot.planned, slot.use, slot.note)

    def _parse_day(self, text: str) -> date:
        return parse_near_day(text, self._desk.session.services.clock.today())

    def _parse_length(self, text: str) -> int:
        minutes = parse_duration(text, day_lengths(self._desk.session.record))
        if minutes > 24 * 60:
            raise NotAcceptable("A day has no more than 24 hours.", next_step="Write it as half a day or 1 h 30.")
        return minutes

    def _on_changed(self, *_values: object) -> None:
        self.changed.emit()
