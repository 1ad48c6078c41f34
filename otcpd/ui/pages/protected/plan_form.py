"""The form that sets time aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.protected import plan_time
from otcpd.domain.dates import long_day
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.pages.protected.slot_fields import SlotFields
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule


class PlanForm(QWidget):
    """Opened by the page; it closes itself once the time is planned."""

    planned = Signal(str)
    """The id of the time that was set aside."""
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.setAccessibleName(words.PLAN)
        self.fields = SlotFields(desk)
        self.plan = Button(theme, words.PLAN_THIS, Kind.FILLED, compact=True)
        self.close_button = Button(theme, words.CLOSE, Kind.QUIET, compact=True)
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        row.addWidget(self.plan)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, theme.gap(4))
        column.setSpacing(theme.gap(12))
        column.addWidget(self.fields)
        column.addLayout(Overhang(ways, fills=True))
        column.addWidget(Rule(theme))
        self.plan.clicked.connect(self._on_plan)
        self.close_button.clicked.connect(self.put_away)

    def open(self) -> None:
        """Show it with half a day today, and the focus in the day."""
        if self.isHidden():
            record = self._desk.session.record
            self.fields.begin(self._desk.session.services.clock.today(), day_lengths(record).half_day)
            self.show()
        self.fields.day.setFocus()
        self.fields.day.line.selectAll()

    def put_away(self) -> None:
        """Close it; nothing is planned."""
        self.hide()
        self.closed.emit()

    def _on_plan(self) -> None:
        wanted = self.fields.read()
        if wanted is None:
            return
        session = self._desk.session
        made = session.act(plan_time, *wanted)
        if made:
            self.hide()
            self._desk.messages.offer_undo(f"Planned for {long_day(wanted[0])}", session.undo, passing=True)
            self.planned.emit(made.new_id)
