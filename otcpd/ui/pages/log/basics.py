"""Date, duration, category and type of the open activity, side by side."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from otcpd.actions import activities
from otcpd.actions.activities import FieldValue
from otcpd.actions.own_types import type_called
from otcpd.actions.reading import day_lengths
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Activity, Category
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.log.type_field import USED_FIRST, TypeField
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField, ProblemLine
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.parsed_field import DurationField

NO_CATEGORY = "none"
FOUR_FROM = 700
"""Pixels at 100 % from which on four fields stand in a row: in less, most types would not be whole."""
_LONG_TYPE = 260
"""Pixels at 100 % in which nearly every type is whole."""
_WIDTHS = (197, 78, 143, 186)
"""Of date, duration, category and type in a row; the type gets what is left."""


class Basics(QWidget):
    """Each field is one step of its own, made when it is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._activity: Activity | None = None
        self._end_open = False
        clock = desk.session.record.clock
        theme = desk.theme
        self.date = DateField(theme, self._parse_day, self._day_words, clock.today)
        self.end = DateField(theme, self._parse_day, self._day_words, clock.today)
        self.duration = DurationField(theme, self._parse_duration, format_duration)
        self.category = ComboBox(theme, self._categories(), placeholder="Choose one")
        self.type = TypeField(theme)
        self.add_end = LinkButton(theme, "Add an end date", low=True)
        self.drop_end = LinkButton(theme, "Only one day", low=True)
        self._problems = tuple(ProblemLine(theme, self) for _ in range(4))
        date, end, duration, kind = self._problems
        self._levels = tuple(_Level(theme, self) for _ in range(3))
        for day in (self.date, self.end):
            day.keep_whole()
        self._fields = (
            FormField(theme, "Date", self.date, beside=self.add_end, says=date),
            FormField(theme, "Last day", self.end, beside=self.drop_end, says=end),
            FormField(theme, "Duration", self.duration, says=duration, beside=self._levels[0]),
            FormField(theme, "Category", self.category, beside=self._levels[1]),
            FormField(theme, "Type", self.type, says=kind, beside=self._levels[2]),
        )
        self.type.problem.connect(self._fields[4].set_problem)
        self.setTabOrder(self.date.line, self.add_end)
        self.setTabOrder(self.end.line, self.drop_end)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._connect()
        self.set_columns(4)
        self._date = FieldBinding(self._session, self.date, "Date")
        self._end = FieldBinding(self._session, self.end, "Last day")
        self._duration = FieldBinding(self._session, self.duration, "Duration")
        self._date.saved.connect(self._on_saved)
        self.type.set_read_only(self._session.read_only)
        self.category.setEnabled(not self._session.read_only)

    def load(self, activity: Activity) -> None:
        """Show an activity. A field that somebody is typing in keeps her text."""
        other = self._activity is None or self._activity.id != activity.id
        self._activity = activity
        for binding, name, value in ((self._date, "date", activity.date), (self._end, "end_date", activity.end_date)):
            binding.bind(("activity", activity.id, name), value, partial(save_field, activity.id, name))
        key = ("activity", activity.id, "minutes")
        self._duration.bind(key, activity.minutes, partial(save_field, activity.id, "minutes"))
        if other:
            self._end_open = False
        self.category.set_value(activity.category or NO_CATEGORY)
        own = self._session.record.activities.own_types()
        used = partial(self._session.record.activities.used_types, USED_FIRST)
        self.type.offer(load_catalogue(), own, activity.category, used)
        if other or not self._session.autosave.holds("activity", activity.id, "type"):
            self.type.load(activity.type, fresh=other)
        self._show_end(activity.end_date is not None or self._end_open)

    def least_for_two(self) -> int:
        """Pixels that two fields beside each other take."""
        return 2 * self.date.whole_width() + self._grid.horizontalSpacing()

    def open_end(self) -> None:
        """The activity took more than one day."""
        self._end_open = True
        self._show_end(True)
        self.end.line.setFocus()

    def commit(self) -> None:
        """Read what still stands in the fields."""
        if self._activity is None:
            return
        for field in (self.date, self.end, self.duration):
            if field.line.isModified():
                field.commit()
        self.type.commit()

    def set_columns(self, columns: int, room: float = 0) -> None:
        """Four fields beside each other, two, or one. `room` is their width in pixels at 100 %."""
        self._columns = columns
        gap = self._desk.theme.gap
        self._grid.setHorizontalSpacing(gap(12))
        self._grid.setVerticalSpacing(gap(10))
        for widget in (*self._fields, *self._problems):
            self._grid.removeWidget(widget)
        date, end, duration, category, kind = self._fields
        says_date, says_end, says_duration, says_kind = self._problems
        order = ((date, says_date), (duration, says_duration), (category, None), (kind, says_kind), (end, says_end))
        for place, (field, says) in enumerate(order):
            # A sentence takes the whole width, below all fields of the row it belongs to.
            row = place // columns * 10
            self._grid.addWidget(field, row, place % columns, Qt.AlignmentFlag.AlignTop)
            if says is not None:
                self._grid.addWidget(says, row + 1 + place, 0, 1, columns)
        stretches = _shares(columns, round(room))
        for column in range(4):
            self._grid.setColumnStretch(column, stretches[column] if column < len(stretches) else 0)
        self._show_end(self._fields[1].isVisibleTo(self))

    def _connect(self) -> None:
        self.type.problem.connect(self._on_type_problem)
        self.category.chosen.connect(self._on_category)
        self.type.chosen.connect(self._on_type)
        self.add_end.clicked.connect(self.open_end)
        self.drop_end.clicked.connect(self._on_drop_end)

    def _parse_day(self, text: str) -> dt.date:
        today = self._session.record.clock.today()
        return parse_day(text, today, latest=today)

    def _parse_duration(self, text: str) -> int:
        return parse_duration(text, day_lengths(self._session.record))

    def _day_words(self, day: dt.date) -> str:
        return long_day(day)

    def _categories(self) -> list[tuple[str, str]]:
        entries = load_catalogue().categories.values()
        return [(NO_CATEGORY, "None yet"), *((entry.code.value, entry.short) for entry in entries)]

    def _set(self, field: str, value: FieldValue) -> None:
        if self._activity is None:
            return
        if self._session.act(activities.edit_activity, self._activity.id, field, value) is None:
            self.load(self._session.record.activities.get(self._activity.id))

    def _on_saved(self) -> None:
        if self._activity is not None:
            self.load(self._session.record.activities.get(self._activity.id))

    def _on_type_problem(self, sentence: str) -> None:
        if self._activity is not None:
            self._session.note_unread(("activity", self._activity.id, "type"), "Type" if sentence else "")

    def _on_category(self, key: str) -> None:
        self._set("category", None if key == NO_CATEGORY else Category(key))

    def _on_type(self, code: str) -> None:
        activity = self._activity
        if activity is None:
            return
        known = not type_called(self._session.record, code).new
        key = ("activity", activity.id, "type")
        refused = self._on_type_refused
        self._session.put(key, "Type", code, refused, activities.choose_type, activity.id, code)
        if self._session.autosave.holds(*key):
            return
        now = self._session.record.activities.get(activity.id)
        self.load(now)  # one in other capitals is that type
        if code and not known and now.type != activity.type:
            self._desk.messages.offer_undo(f"{quoted(code)} is now one of your types", self._session.undo, passing=True)

    def _on_type_refused(self, error: NotAcceptable) -> None:
        self._session.problem.emit(error)

    def _on_drop_end(self) -> None:
        self._end_open = False
        self.end.set_value(self.end.value())  # what could not be read there goes with the field
        if self._activity is not None and self._activity.end_date is not None:
            self._set("end_date", None)
        self._show_end(False)
        self.date.line.setFocus()

    def _show_end(self, shown: bool) -> None:
        self._fields[1].setVisible(shown)
        self.drop_end.setVisible(shown and not self._session.read_only)
        can_add = not shown and not self._session.read_only
        self.add_end.setVisible(can_add)
        for level in self._levels:
            level.setVisible(can_add and self._columns > 1)


def save_field(activity: str, field: str, record: Record, value: FieldValue) -> Changes:
    """Write one plain field. An activity always has a date: where it was emptied, the one before stays."""
    if field == "date" and value is None:
        return Changes()
    return activities.edit_activity(record, activity, field, value)


def _shares(columns: int, room: int) -> tuple[int, ...]:
    """How wide the columns are to each other: the type, which is longest, gets what the others do not need."""
    if columns == 4:
        return (*_WIDTHS[:3], _WIDTHS[3] + max(0, room - sum(_WIDTHS) - 36))
    if columns == 2:
        first = max(_WIDTHS[0], min((room - 12) // 2, room - 12 - _LONG_TYPE))
        return first, max(1, room - 12 - first)
    return (1,)


class _Level(QWidget):
    """Nothing, as high as the link beside the date: labels and fields of one row stand level."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, max(32, round(self._theme.px(32))))
