"""The dates of a registration cycle: HCPC's, or the person's own."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.cycle_dates import (
    CycleChoice,
    CycleDate,
    check_cycle_date,
    cycle_choices,
    follow_hcpc,
    set_cycle_date,
)
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day, span
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.sources import Sources

FIRST_REGISTRATION = "If you first registered in the middle of a cycle, let it begin on that day."
LABELS = ("Begins on", "Ends on", "Renewal window opens on")
USE_HCPC = "Use HCPC’s dates"


class CycleCard(Card):
    """Pick a cycle, see HCPC's dates with their source, and put your own in their place. Emptied, a field follows
    HCPC again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "Registration cycle", parent=parent)
        self._desk = desk
        self._choice: CycleChoice | None = None
        theme, today = desk.theme, desk.session.record.clock.today
        self.cycle = ComboBox(theme)
        self.start = DateField(theme, partial(self._read, CycleDate.START), long_day, today)
        self.end = DateField(theme, partial(self._read, CycleDate.END), long_day, today)
        self.opens = DateField(theme, partial(self._read, CycleDate.WINDOW), long_day, today)
        self.use_hcpc = Button(theme, USE_HCPC, compact=True)
        self.of_hcpc = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.doubt = IconLine(theme, "info", "", icon_token="info", wrap=True)
        self.sources = Sources(theme, about="HCPC’s dates")
        self._build()
        self._bindings = {
            which: FieldBinding(desk.session, field, label)
            for (which, field), label in zip(self._fields().items(), LABELS, strict=True)
        }
        for binding in self._bindings.values():
            binding.saved.connect(self._on_saved)
        self.cycle.chosen.connect(self._on_cycle)
        self.use_hcpc.clicked.connect(self._on_use_hcpc)

    def refresh(self) -> None:
        """Show the cycle that is picked, at first that of today."""
        choices = cycle_choices(self._desk.session.record)
        today = self._desk.session.record.clock.today()
        now = next(one for one in choices if today <= one.holds.end)
        wanted = self.cycle.value() or now.hcpc.start.isoformat()
        self.cycle.set_options([(one.hcpc.start.isoformat(), _named(one, now)) for one in choices])
        self.cycle.set_value(wanted)
        self._show(next(one for one in choices if one.hcpc.start.isoformat() == wanted))

    def commit(self) -> None:
        """Read what stands in the fields."""
        for field in self._fields().values():
            field.commit()

    def _show(self, choice: CycleChoice) -> None:
        self._choice = choice
        holds = choice.holds
        cycle = choice.hcpc.start
        days = (holds.start, holds.end, holds.window_start)
        for (which, binding), day in zip(self._bindings.items(), days, strict=True):
            key = ("cycle", cycle.isoformat(), which.value)
            binding.bind(key, day, partial(_put_day, cycle, which))
        self.of_hcpc.setText(_of_hcpc(choice))
        self.sources.set_text(_source(choice))
        doubt = _doubt(choice)
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))
        had_focus = self.use_hcpc.hasFocus()
        self.use_hcpc.setVisible(choice.own.any and not self._desk.session.read_only)
        if had_focus and not choice.own.any:
            self.start.setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        self.body.addWidget(FormField(theme, "Cycle", self.cycle))
        row = RowOrColumn(theme, gap=14, below=12, at_top=True)
        row.add(FormField(theme, LABELS[0], self.start), least=LEAST_DAY)
        row.add(FormField(theme, LABELS[1], self.end), least=LEAST_DAY)
        self.body.addLayout(row)
        self.body.addWidget(FormField(theme, LABELS[2], self.opens))
        self.body.addWidget(self.doubt)
        self.body.addWidget(Label(theme, FIRST_REGISTRATION, Role.META, "ink2", wrap=True))
        self.body.addWidget(self.of_hcpc)
        self.body.addWidget(self.sources)
        self.body.addLayout(Overhang(self.use_hcpc))

    def _fields(self) -> dict[CycleDate, DateField]:
        return {CycleDate.START: self.start, CycleDate.END: self.end, CycleDate.WINDOW: self.opens}

    def _hcpc_start(self) -> date:
        assert self._choice is not None
        return self._choice.hcpc.start

    def _read(self, which: CycleDate, text: str) -> date:
        record = self._desk.session.record
        day = parse_day(text, record.clock.today())
        check_cycle_date(record, self._hcpc_start(), which, day)
        return day

    def _on_saved(self) -> None:
        self.refresh()  # an emptied field shows HCPC's date, also where nothing was written

    def _on_cycle(self, _key: str) -> None:
        self._choice = None
        self.refresh()

    def _on_use_hcpc(self) -> None:
        self._desk.session.act(follow_hcpc, self._hcpc_start())


def _put_day(hcpc_start: date, which: CycleDate, record: Record, day: date | None) -> Changes:
    return set_cycle_date(record, hcpc_start, which, day)


def _named(choice: CycleChoice, now: CycleChoice) -> str:
    text = span(choice.holds.start, choice.holds.end, year=True, brief=True)
    return f"{text} (now)" if choice is now else text


def _of_hcpc(choice: CycleChoice) -> str:
    cycle = choice.hcpc
    window = f"with the window from {long_day(cycle.window_start)}"
    return f"HCPC’s dates for OTs: {cycle.period.text}, {window}."


def _source(choice: CycleChoice) -> str:
    if choice.source is None:
        return ""
    return f"{choice.source.name}, read on {long_day(load_catalogue().checked_on['hcpc'])}."


def _doubt(choice: CycleChoice) -> str:
    """What was moved to fit, and what nobody has confirmed, unless the person knows better already."""
    cycle, own = choice.hcpc, choice.own
    if own.window_start is None and choice.holds.window_start != cycle.window_start:
        return (
            f"HCPC’s window opens on {long_day(cycle.window_start)}, which is not in this cycle."
            f" We moved it to {long_day(choice.holds.window_start)}. Check all three dates."
        )
    if not cycle.confirmed and None in (own.start, own.end, own.window_start):
        return (
            "HCPC has not published these dates yet. We took them from the last cycle. Change them once they are out."
        )
    if not cycle.window_confirmed and own.window_start is None:
        return "HCPC has not published this date yet. We took it from the last cycle."
    return ""
