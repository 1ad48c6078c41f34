"""What became of time set aside: three buttons, and then why it was lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.reading import day_lengths
from otcpd.actions.supervision.protected import (
    activities_near,
    lost_it,
    name_activity,
    took_it,
    took_part,
    unsay,
)
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import short_day
from otcpd.domain.durations import format_duration, parse_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.protected_time import ProtectedSlot
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.protected import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.parsed_field import DurationField
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.text_field import TextField

NOT_SAID = "not said"


class OutcomePart(QWidget):
    """Each button is a step with a way back; the reason is saved when it is chosen or left."""

    said = Signal(str)
    """What became of it was said; in words, for a message."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slot: ProtectedSlot | None = None
        self._part = False
        """Part of it was chosen, and how much is still to be said."""
        theme = desk.theme
        self._ask = Label(theme, words.TO_SAY, Role.LABEL)
        self._became = IconLine(theme, "tick", "", token="ink", wrap=True)
        self.took, self.part, self.lost = (
            Button(theme, text, compact=True) for text in (words.TOOK, words.PART, words.LOST)
        )
        self.back = LinkButton(theme, words.TAKE_BACK)
        self.minutes = DurationField(theme, self._parse, format_duration, placeholder="1 h 30")
        self._minutes = FormField(theme, words.HOW_MUCH, self.minutes)
        reasons = load_catalogue().supervision.lost_reasons
        self.reason = ComboBox(theme, [(NOT_SAID, "Not said"), *reasons.items()])
        self.own = TextField(theme)
        self.used = ComboBox(theme)
        self._used = FormField(theme, words.USED_FOR, self.used, help_text=words.USED_FOR_WHY)
        self._reason = FormField(theme, words.WHY_LOST, self.reason)
        self._own = FormField(theme, words.OWN_REASON, self.own, optional=True)
        self._build()
        self._connect()

    def show_slot(self, slot: ProtectedSlot, shown: int | None) -> None:
        """Show one; its day is past or today."""
        if self._slot is None or self._slot.id != slot.id:
            self._part = False
            self.minutes.set_value(None)
        self._slot = slot
        look_only = self._desk.session.read_only
        said = slot.taken is not None
        self._ask.setVisible(not said and not shown)
        words_now = words.outcome(slot, shown)
        picture = "minus" if slot.lost and not slot.taken else "tick"
        self._became.show_line(picture, words_now, "ink", "ink2" if slot.lost else "accent")
        self._became.setVisible(bool(words_now))
        for button in (self.took, self.part, self.lost):
            button.setVisible(not said and not look_only)
        self.back.setVisible(said and not look_only)
        partly = self._part or (said and 0 < (slot.taken or 0) < slot.planned)
        self._minutes.setVisible(partly and not look_only)
        if slot.taken and not self.minutes.doubt and self.minutes.value() != slot.taken:
            self.minutes.set_value(slot.taken)
        self._reason.setVisible(bool(slot.lost) and not look_only)
        self._own.setVisible(bool(slot.lost) and not look_only)
        self._show_activities(slot)
        known = slot.reason in load_catalogue().supervision.lost_reasons
        self.reason.set_value(slot.reason if known else NOT_SAID if not slot.reason else "other")
        self.own.set_text("" if known else slot.reason)

    def take_focus(self) -> None:
        """Onto the first thing to do here."""
        for widget in (self.took, self.reason, self.back):
            if widget.isVisibleTo(self):
                widget.setFocus()
                return

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, theme.gap(6))
        column.setSpacing(theme.gap(10))
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.took, self.part, self.lost):
            flow.addWidget(button)
        said = RowOrColumn(theme, gap=10, below=2)
        said.add(self._became, takes_rest=True)
        said.add(self.back)
        why = RowOrColumn(theme, gap=14, below=12, at_top=True)
        for form, least in ((self._minutes, 150), (self._reason, 190), (self._own, 190)):
            why.add(form, least=least)
        column.addWidget(self._ask)
        column.addLayout(said)
        column.addLayout(Overhang(ways, fills=True))
        column.addLayout(why)
        column.addWidget(self._used)

    def _connect(self) -> None:
        self.took.clicked.connect(self._on_took)
        self.part.clicked.connect(self._on_part)
        self.lost.clicked.connect(self._on_lost)
        self.back.clicked.connect(self._on_back)
        self.minutes.committed.connect(self._on_minutes)
        self.reason.chosen.connect(self._on_reason)
        self.used.chosen.connect(self._on_used)
        self.own.left.connect(self._on_own)
        self.own.entered.connect(self._on_own)

    def _parse(self, text: str) -> int:
        minutes = parse_duration(text, day_lengths(self._desk.session.record))
        planned = self._slot.planned if self._slot is not None else 0
        if minutes >= planned:
            raise NotAcceptable(f"It was {format_duration(planned)} in all.", next_step="Give less than that.")
        return minutes

    def _on_took(self) -> None:
        if self._slot is not None:
            self._tell(self._desk.session.act(took_it, self._slot.id), "You took it")
            self.back.setFocus()

    def _on_part(self) -> None:
        if self._slot is not None:
            self._part = True
            self.show_slot(self._slot, None)
            self.minutes.setFocus()

    def _on_lost(self) -> None:
        if self._slot is not None:
            self._tell(self._desk.session.act(lost_it, self._slot.id, ""), "You lost it")
            self.reason.setFocus()

    def _on_back(self) -> None:
        if self._slot is not None:
            self._part = False
            self._tell(self._desk.session.act(unsay, self._slot.id), "Taken back")
            self.took.setFocus()

    def _on_minutes(self, minutes: int | None) -> None:
        slot = self._slot
        if slot is not None and minutes is not None and minutes != slot.taken:
            self._part = False
            done = self._desk.session.act(took_part, slot.id, minutes, slot.reason)
            self._tell(done, f"You took {format_duration(minutes)} of it")

    def _show_activities(self, slot: ProtectedSlot) -> None:
        """What of the log it may have been; not shown where there is nothing of about that day."""
        wanted = (slot.taken or slot.activity) and not self._desk.session.read_only
        near = activities_near(self._desk.session.record, slot) if wanted else []
        self._used.setVisible(bool(near))
        named = [(one.id, f"{one.title.strip() or common.NO_TITLE}, {short_day(one.date)}") for one in near]
        self.used.set_options([(NOT_SAID, words.NONE_OF_LOG), *named])
        self.used.set_value(slot.activity or NOT_SAID)

    def _on_used(self, key: str) -> None:
        if self._slot is not None:
            self._desk.session.act(name_activity, self._slot.id, None if key == NOT_SAID else key)

    def _on_reason(self, code: str) -> None:
        self._save_reason("" if code == NOT_SAID else code)

    def _on_own(self) -> None:
        text = " ".join(self.own.text().split())
        slot = self._slot
        if slot is not None and slot.lost and text and text != slot.reason:
            self._save_reason(text)

    def _save_reason(self, reason: str) -> None:
        slot = self._slot
        if slot is None or not slot.lost or reason == slot.reason:
            return
        session = self._desk.session
        if slot.taken:
            session.act(took_part, slot.id, slot.taken, reason)
        else:
            session.act(lost_it, slot.id, reason)

    def _tell(self, done: Changes | None, said: str) -> None:
        if done:
            self.said.emit(said)
