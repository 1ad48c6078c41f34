"""Two days that a person types: the first and the last of a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.dates import check_order, long_day, parse_day
from otcpd.domain.errors import OtcpdError
from otcpd.domain.period import Period
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.date_field import LEAST_DAY, DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.row_or_column import RowOrColumn


class OwnDays(QWidget):
    """`changed` comes when one of them has been read."""

    changed = Signal()

    def __init__(
        self, theme: Theme, today: Callable[[], date], *, least: int = LEAST_DAY, parent: QWidget | None = None
    ) -> None:
        """In less than twice `least` logical pixels the two stand below each other."""
        super().__init__(parent)
        self._today = today
        self.start = DateField(theme, self._parse, long_day, today)
        self.end = DateField(theme, self._parse, long_day, today)
        self._end_form = FormField(theme, "To", self.end)
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(FormField(theme, "From", self.start), least=least)
        days.add(self._end_form, least=least)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(days)
        for field in (self.start, self.end):
            field.committed.connect(self._on_committed)

    def show_period(self, period: Period) -> None:
        """Show these days."""
        self.start.set_value(period.start)
        self.end.set_value(period.end)

    def period(self) -> Period | None:
        """The days; None, with a sentence below a field, while they are none."""
        start, end = self.start.value(), self.end.value()
        if start is None or end is None or self.start.doubt or self.end.doubt:
            return None
        try:
            check_order(start, end)
        except OtcpdError as error:
            self._end_form.set_problem(error.text)
            return None
        self._end_form.set_problem("")
        return Period(start, end)

    def commit(self) -> bool:
        """Read both now. False if they are none; the focus is then on them."""
        good = [self.start.commit(), self.end.commit()]
        if self.period() is None or not all(good):
            self.take_focus()
            return False
        return True

    def take_focus(self) -> None:
        """Into the first of them."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """What stands below the last day; empty while it is well."""
        return self._end_form.problem

    def _parse(self, text: str) -> date:
        return parse_day(text, self._today())

    def _on_committed(self, _day: object) -> None:
        self.changed.emit()
