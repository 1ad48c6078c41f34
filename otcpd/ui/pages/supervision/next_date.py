"""The next date, proposed from the agreement: one press plans the session."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.sessions import plan_next
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import WEEKDAYS, long_day
from otcpd.domain.supervision import Session
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.step import Shown
from otcpd.ui.pages.supervision.times_of_day import TimeField
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.beside_fields import beside_fields
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.row_or_column import RowOrColumn


class NextDate(QWidget):
    """A day, a time, and "Plan the next session"; once it is planned, when it is.

    It stands out at the left by `RING_SPACE`.
    """

    session_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        self._next = ""
        theme, clock = desk.theme, desk.session.record.clock
        self.day = DateField(theme, self._parse, long_day, clock.today)
        self.day.keep_whole()
        self.time = TimeField(theme)
        self.plan = Button(theme, "Plan the next session", icon="calendar")
        self.told = IconLine(theme, "calendar", "", wrap=True)
        self.open = LinkButton(theme, "Open it")
        self._form = QWidget()
        row = RowOrColumn(theme, gap=12, below=8, at_top=True)
        row.add(FormField(theme, "Next session", self.day), least=190, stands_in=RING_SPACE)
        row.add(FormField(theme, "Time", self.time), least=90, stands_in=RING_SPACE)
        row.add(beside_fields(theme, self.plan))
        self._form.setLayout(row)
        self._planned = QWidget()
        beside = RowOrColumn(theme, gap=8, below=0)
        beside.add(self.told, stands_in=RING_SPACE)
        beside.add(self.open)
        self._planned.setLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        column.addWidget(self._planned)
        self.plan.clicked.connect(self._on_plan)
        self.open.clicked.connect(self._on_open)

    def load(self, shown: Shown) -> None:
        """Show what comes after a session: what is planned, or what is proposed."""
        session = shown.session
        other = self._session is None or self._session.id != session.id
        self._session = session
        coming = shown.coming
        self._next = coming.id if coming is not None else ""
        self._planned.setVisible(coming is not None)
        self._form.setVisible(coming is None and not shown.read_only)
        if coming is not None:
            at = f" at {coming.start:%H:%M}" if coming.start is not None else ""
            self.told.setText(f"Next: {WEEKDAYS[coming.day.weekday()]} {long_day(coming.day)}{at}")
        if other:
            self.day.set_value(shown.proposed)
            self.time.set_value(session.start)

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _on_plan(self) -> None:
        if self._session is None or not self.day.commit() or not self.time.commit():
            return
        day = self.day.value()
        if day is None:
            self.day.line.setFocus()
            return
        if self._desk.session.act(plan_next, self._session.id, day, self.time.value()):
            self._desk.announcer.say(self, f"The next session is planned for {long_day(day)}")

    def _on_open(self) -> None:
        self.session_wanted.emit(self._next)
