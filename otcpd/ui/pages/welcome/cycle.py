"""The second screen of a first run: the registration cycle, as HCPC has it or as the person knows better."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.catalogue import load_catalogue
from otcpd.domain.cycle import RegistrationCycle, cycle_of
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.own_cycle import OwnDates, with_own_dates
from otcpd.domain.ports import Clock
from otcpd.ui.pages.welcome import words
from otcpd.ui.pages.welcome.screen import Screen
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn


class Cycle(Screen):
    """Three dates, filled in already."""

    done = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.CYCLE, words.CYCLE_WHY, words.CYCLE_STEP, parent)
        self._clock = clock
        self._cycles = load_catalogue().cycles
        self.hcpc: RegistrationCycle = cycle_of(clock.today(), self._cycles)
        """HCPC's cycle of today."""
        self.start = self._field("start")
        self.end = self._field("end")
        self.opens = self._field("window_start")
        self.go_on = Button(theme, words.GO_ON, Kind.FILLED, trailing="arrow")
        row = RowOrColumn(theme, gap=14, below=14, at_top=True)
        row.add(FormField(theme, words.BEGINS, self.start), least=LEAST_DAY)
        row.add(FormField(theme, words.ENDS, self.end), least=LEAST_DAY)
        self.column.addLayout(row)
        doubt = "" if self.hcpc.window_confirmed else words.OPENS_HELP
        self.column.addWidget(FormField(theme, words.OPENS, self.opens, help_text=doubt))
        checked = long_day(load_catalogue().checked_on["hcpc"])
        self.column.addWidget(Label(theme, words.cycle_help(checked), Role.WHY, "ink2", wrap=True))
        self.add_ways(self.go_on)
        self.go_on.clicked.connect(self._finish)
        self._fill()

    @property
    def own(self) -> OwnDates:
        """What the person has put in the place of HCPC's dates."""
        return self._own_with("", None)

    def take_focus(self) -> None:
        self.go_on.setFocus()
        self.go_on.set_ring(True)

    def _field(self, name: str) -> DateField:
        made = DateField(self.theme, partial(self._read, name), long_day, self._clock.today)
        made.setProperty("date", name)
        made.committed.connect(self._on_committed)
        made.entered.connect(self._finish)
        return made

    def _fields(self) -> dict[str, DateField]:
        return {"start": self.start, "end": self.end, "window_start": self.opens}

    def _own_with(self, name: str, day: date | None) -> OwnDates:
        days: dict[str, date | None] = {}
        for other, field in self._fields().items():
            value = day if other == name else field.value()
            days[other] = value if value != getattr(self.hcpc, other) else None
        return OwnDates(**days)

    def _read(self, name: str, text: str) -> date:
        day = parse_day(text, self._clock.today())
        with_own_dates(self.hcpc, self._own_with(name, day), self._cycles)
        return day

    def _fill(self) -> None:
        for name, field in self._fields().items():
            if field.value() is None:
                field.set_value(getattr(self.hcpc, name))

    def _on_committed(self, _day: date | None) -> None:
        self._fill()  # an emptied field follows HCPC again

    def _finish(self) -> None:
        for field in self._fields().values():
            if not field.commit():
                field.setFocus()
                return
        self.done.emit()
