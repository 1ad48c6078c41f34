"""Which days: this cycle, or from one day to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.log_filter import LogFilter
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.filters_words import THIS_CYCLE
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField


class DaysForm(QWidget):
    """Changes hold at once."""

    changed = Signal(object)
    """The new LogFilter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = desk.session.record.clock
        self._only = LogFilter()
        theme = desk.theme
        self.cycle = TickBox(theme, THIS_CYCLE)
        self.start = DateField(theme, self._parse, long_day, self._clock.today)
        self.end = DateField(theme, self._parse, long_day, self._clock.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.gap(4), 0, theme.gap(4), 0)
        column.setSpacing(theme.gap(10))
        column.addWidget(self.cycle)
        for label, field in (("From", self.start), ("Until", self.end)):
            column.addWidget(FormField(theme, label, field, optional=True))
            field.committed.connect(self._on_changed)
        self.cycle.clicked.connect(self._on_changed)

    def load(self, only: LogFilter) -> None:
        """Show what is filtered by."""
        self._only = only
        self.cycle.setChecked(only.cycle)
        for field, day in ((self.start, only.start), (self.end, only.end)):
            if field.value() != day:
                field.set_value(day)

    def leave(self) -> None:
        """Read what still stands in the fields."""
        self.start.commit()
        self.end.commit()

    def _parse(self, text: str) -> date:
        return parse_day(text, self._clock.today())

    def _on_changed(self) -> None:
        only = replace(self._only, cycle=self.cycle.isChecked(), start=self.start.value(), end=self.end.value())
        if only != self._only:
            self._only = only
            self.changed.emit(only)
