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
    built = Signal()
    """Its fields are there now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fields: SlotFields | None = None
        self.setAccessibleName(words.PLAN)
        self.hide()

    @property
    def fields(self) -> SlotFields:
        """Its fields, built when they are first needed."""
        return self._fields or self._build()

    def _build(self) -> SlotFields:
        theme = self._desk.theme
        fields = self._fields = SlotFields(self._desk)
        self.plan = Button(theme, words.PLAN_THIS, Kind.FILLED, compact=True)
        self.close_button = Button(theme, words.CLOSE, Kind.QUIET, compact=True)
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        row.addWidget(self.plan)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, theme.gap(4))
        column.setSpacing(theme.gap(12))
        column.addWidget(fields)
        column.addLayout(Overhang(ways, fills=True))
        column.addWidget(Rule(theme))
        self.plan.clicked.connect(self._on_plan)
        self.close_button.clicked.connect(self.put_away)
        self.built.emit()
        return fields

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
