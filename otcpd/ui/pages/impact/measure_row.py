"""One measure of a chain: its name, unit, numbers and days, and what they come to as a picture and in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import edit_measure
from otcpd.catalogue.impact import impact_words
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.field_labels import MEASURE_LABELS
from otcpd.domain.impact import Better, Measure
from otcpd.portfolio.charts.impact_rows import measure_arrow
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.impact.number_field import NumberField, WordsField
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.suggestions import suggest

TABLE = "impact_measure"
NAME_HINT = "Wait from referral to visit"
UNIT_HINT = "days"
BETTER = ((Better.HIGHER.value, "More"), (Better.LOWER.value, "Less"))
UP, DOWN, DELETE = "Move up", "Move down", "Delete the measure"
_LEAST_NUMBER, _LEAST_UNIT, _LEAST_BETTER = 100, 110, 110
_LEAST_ARROW = 16.0


class MeasureRow(QWidget):
    """`move` and `delete` are for whoever holds the rows."""

    move_wanted = Signal(str, int)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.measure = measure
        theme, today = desk.theme, desk.session.record.clock.today
        self.name = WordsField(theme, placeholder=NAME_HINT)
        suggest(self.name).setStringList([one.name for one in impact_words().measures])
        self.unit = WordsField(theme, placeholder=UNIT_HINT)
        self.better = ComboBox(theme, BETTER)
        self.numbers = {"before": NumberField(theme), "after": NumberField(theme)}
        self.days = {f"{key}_on": DateField(theme, self._parse_day, long_day, today) for key in self.numbers}
        self.chart = ChartView(theme, "What came of it", _LEAST_ARROW)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, compact=True, name="More for this measure")
        session = desk.session
        self._name = FieldBinding(session, self.name, MEASURE_LABELS["name"])
        self._unit = FieldBinding(session, self.unit, MEASURE_LABELS["unit"])
        self._numbers = {key: FieldBinding(session, one, MEASURE_LABELS[key]) for key, one in self.numbers.items()}
        self._days = {key: FieldBinding(session, one, MEASURE_LABELS[key]) for key, one in self.days.items()}
        self._build()
        self.better.setEnabled(not session.read_only)
        self.more.setVisible(not session.read_only)
        self.better.chosen.connect(self._on_better)
        self._name.saved.connect(self._on_named)
        self.more.clicked.connect(self._open_menu)
        self._shown: Measure | None = None
        self.load(measure)

    def load(self, measure: Measure) -> None:
        """Show it as the file has it now."""
        self.measure = measure
        self._name.bind(self._key("name"), measure.name or None, partial(_set_words, measure.id, "name"))
        self._unit.bind(self._key("unit"), measure.unit or None, partial(_set_words, measure.id, "unit"))
        self.better.set_value(measure.better)
        for key, number in self._numbers.items():
            number.bind(self._key(key), getattr(measure, key), partial(_set, measure.id, key))
        for key, day in self._days.items():
            day.bind(self._key(key), getattr(measure, key), partial(_set, measure.id, key))
        if measure != self._shown:
            self._shown = measure
            self.chart.show_chart(partial(measure_arrow, measure))
            self.more.setAccessibleName(f"More for the measure {measure.name}".strip())

    def commit(self) -> None:
        """Read what still stands in fields."""
        for words in (self.name, self.unit):
            if words.line.isModified():
                words.commit()
        for number in self.numbers.values():
            if number.line.isModified():
                number.commit()
        for day in self.days.values():
            if day.line.isModified():
                day.commit()

    def take_focus(self) -> None:
        """Into its name."""
        self.name.line.setFocus()

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with it."""
        menu = ChoiceMenu(self)
        menu.offer(UP, partial(self.move_wanted.emit, self.measure.id, -1))
        menu.offer(DOWN, partial(self.move_wanted.emit, self.measure.id, 1))
        menu.addSeparator()
        menu.offer(DELETE, partial(self.delete_wanted.emit, self.measure.id))
        return menu

    def _build(self) -> None:
        theme = self._desk.theme
        head = QHBoxLayout()
        head.setSpacing(theme.gap(6))
        head.addWidget(FormField(theme, MEASURE_LABELS["name"], self.name), 1)
        below = QVBoxLayout()
        below.addSpacing(theme.line(Role.LABEL) + theme.gap(5))
        below.addWidget(self.more)
        below.addStretch(1)
        head.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(10))
        column.addLayout(head)
        kinds = RowOrColumn(theme, gap=12, below=10, at_top=True)
        kinds.add(FormField(theme, MEASURE_LABELS["unit"], self.unit, optional=True), least=_LEAST_UNIT)
        kinds.add(FormField(theme, MEASURE_LABELS["better"], self.better), least=_LEAST_BETTER)
        column.addLayout(kinds)
        for key, number in self.numbers.items():
            row = RowOrColumn(theme, gap=12, below=10, at_top=True)
            row.add(FormField(theme, MEASURE_LABELS[key], number), least=_LEAST_NUMBER)
            day = self.days[f"{key}_on"]
            row.add(FormField(theme, MEASURE_LABELS[f"{key}_on"], day, optional=True), least=LEAST_DAY)
            column.addLayout(row)
        column.addWidget(self.chart)

    def _key(self, field: str) -> tuple[str, str, str]:
        return (TABLE, self.measure.id, field)

    def _parse_day(self, text: str) -> dt.date:
        return parse_day(text, self._desk.session.record.clock.today())

    def _on_better(self, key: str) -> None:
        self._desk.session.act(edit_measure, self.measure.id, "better", Better(key))

    def _on_named(self) -> None:
        """A measure that we know brings its unit, where nothing else was said yet."""
        known, now = impact_words().measure(self.name.text()), self.measure
        if known is not None and not now.unit and now.before is None and now.after is None:
            self._desk.session.act(_as_known, now.id, known.unit, known.better)

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)


def note(desk: Desk) -> Label:
    """Whose the names of measures are."""
    return Label(desk.theme, impact_words().measures_note, Role.META, "ink2", wrap=True)


def _set(measure: str, field: str, record: Record, value: Decimal | dt.date | None) -> Changes:
    return edit_measure(record, measure, field, value)


def _set_words(measure: str, field: str, record: Record, value: str | None) -> Changes:
    return edit_measure(record, measure, field, value or "")


def _as_known(record: Record, measure: str, unit: str, better: Better) -> Changes:
    return edit_measure(record, measure, "unit", unit).and_then(edit_measure(record, measure, "better", better))
