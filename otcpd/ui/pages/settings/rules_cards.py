"""The numbers that profile checks and lines of quick add go by."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from otcpd.actions.reading import ask_for_types, day_lengths, rules_of, set_day_lengths, types_to_ask_for
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.durations import DayLengths, format_duration, parse_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import counted, in_words
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.sources import Sources

LEAST_TYPES = "Fewest categories of activity"
_LEAST_FIELD = 160
"""Logical pixels in which a duration and its label are read whole."""
_WHOLE_DAY = 24 * 60


class TypesCard(Card):
    """How many categories of activity a profile needs, and the other numbers of the checks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "Profile checks", parent=parent)
        self._desk = desk
        theme = desk.theme
        numbers = [(str(number), str(number)) for number in types_to_ask_for()]
        self.least = SegmentedControl(theme, LEAST_TYPES, numbers)
        self.least.setEnabled(not desk.session.read_only)
        self.least.setFocusProxy(self.least.segment(numbers[0][0]))
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.addWidget(self.least)
        line.addStretch(1)
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        box.setSpacing(theme.gap(2))
        box.addWidget(Label(theme, LEAST_TYPES, Role.LABEL, wrap=True))
        box.addLayout(line)
        self.body.addLayout(box)
        self.body.addWidget(Label(theme, _why_types(), Role.META, "ink2", wrap=True))
        self.body.addWidget(Label(theme, "\n".join(_other_rules()), Role.META, "ink2", wrap=True))
        self.sources = Sources(theme, "\n".join(load_catalogue().rules.all_sources), "profile checks")
        self.body.addWidget(self.sources)
        self.least.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Show what the file holds."""
        value = str(rules_of(self._desk.session.record).min_categories)
        self.least.set_value(value)
        self.least.setFocusProxy(self.least.segment(value))

    def _on_chosen(self, key: str) -> None:
        self._desk.session.act(ask_for_types, int(key))


def _why_types() -> str:
    rules = load_catalogue().rules
    return f"HCPC’s mixture begins with {in_words(rules.min_categories)}; some employers ask for more."


def _other_rules() -> list[str]:
    rules = load_catalogue().rules
    return [
        f"A gap of {counted(rules.gap_months, 'month')} without CPD needs a reason.",
        f"A dated list has some {rules.list_min} to {rules.list_max} activities.",
        f"At most {rules.summary_words:,} words for the summary and {rules.statement_words:,} for the statement.",
    ]


class DayCard(Card):
    """What "a day" and "half a day" stand for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "How long a day is", parent=parent)
        self._desk = desk
        theme = desk.theme
        self.day = DurationField(theme, self._read_day, format_duration)
        self.half_day = DurationField(theme, self._read_half_day, format_duration)
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(FormField(theme, "A day", self.day), least=_LEAST_FIELD)
        row.add(FormField(theme, "Half a day", self.half_day), least=_LEAST_FIELD)
        self.body.addLayout(row)
        sentence = "So long is what you note as ‘half a day course’ or ‘2 days’. Activities you have already stay."
        self.body.addWidget(Label(theme, sentence, Role.META, "ink2", wrap=True))
        self._day = FieldBinding(desk.session, self.day, "A day")
        self._half_day = FieldBinding(desk.session, self.half_day, "Half a day")
        for binding in (self._day, self._half_day):
            binding.saved.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the file holds."""
        lengths = day_lengths(self._desk.session.record)
        self._day.bind(("setting", "day"), lengths.day, _put_day)
        self._half_day.bind(("setting", "half day"), lengths.half_day, _put_half_day)

    def commit(self) -> None:
        """Read what stands in the fields."""
        self.day.commit()
        self.half_day.commit()

    def _read_day(self, text: str) -> int:
        lengths = self._lengths()
        minutes = parse_duration(text, lengths)
        if not lengths.half_day <= minutes <= _WHOLE_DAY:
            raise NotAcceptable(
                f"A day is between {format_duration(lengths.half_day)}, which is half a day, and 24 hours."
            )
        return minutes

    def _read_half_day(self, text: str) -> int:
        lengths = self._lengths()
        minutes = parse_duration(text, lengths)
        if not 0 < minutes <= lengths.day:
            raise NotAcceptable(f"Half a day is at most {format_duration(lengths.day)}, which is a day.")
        return minutes

    def _lengths(self) -> DayLengths:
        return day_lengths(self._desk.session.record)


def _put_day(record: Record, minutes: int | None) -> Changes:
    return set_day_lengths(record, day=minutes or DayLengths().day)


def _put_half_day(record: Record, minutes: int | None) -> Changes:
    return set_day_lengths(record, half_day=minutes or DayLengths().half_day)
