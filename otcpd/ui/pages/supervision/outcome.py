"""What became of a session: planned, held, missed or moved, and what there is to say of it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision import sessions
from otcpd.catalogue import load_catalogue
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import MissedBy, Session, SessionState
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.step import Shown
from otcpd.ui.pages.supervision.times_of_day import TimeField
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.beside_fields import beside_fields
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.text_field import TextField
from otcpd.ui.widgets.yes_or_no import YesOrNo

KEPT = "Was the time kept free all the same?"
OTHER = "other"


class MissedForm(QWidget):
    """On whose side, why, and whether the time was kept free. Each choice is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        theme = desk.theme
        self.by = ComboBox(theme, placeholder="Choose one")
        reasons = load_catalogue().supervision.missed_reasons
        self.why = ComboBox(theme, [(code, label) for code, label in reasons.items()], placeholder="Choose one")
        self.own = TextField(theme)
        self.kept = YesOrNo(theme, KEPT)
        self._own_form = FormField(theme, "In your words", self.own, optional=True)
        row = RowOrColumn(theme, gap=12, below=10, at_top=True)
        row.add(FormField(theme, "Who called it off", self.by), least=170)
        row.add(FormField(theme, "Why", self.why), least=200)
        row.add(self._own_form, least=200)
        choices = QWidget()
        choices.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(10))
        column.addWidget(choices)
        column.addWidget(self.kept)
        self.by.chosen.connect(self._keep)
        self.why.chosen.connect(self._on_why)
        self.own.left.connect(self._keep)
        self.own.entered.connect(self._keep)
        self.kept.chosen.connect(self._on_kept)

    def load(self, shown: Shown) -> None:
        """Show what is known of a missed session."""
        session = self._session = shown.session
        mine, theirs = MissedBy.SUPERVISEE, MissedBy.SUPERVISOR
        if session.as_supervisor:
            mine, theirs = theirs, mine
        other = shown.other[:1].upper() + shown.other[1:]
        self.by.set_options(
            [(mine.value, "I did"), (theirs.value, f"{other} did"), (MissedBy.BOTH.value, "We both did")]
        )
        self.by.set_value(session.missed_by or "")
        known = session.reason in load_catalogue().supervision.missed_reasons
        self.why.set_value(session.reason if known else OTHER if session.reason else "")
        own = "" if known else session.reason
        if not self.own.line.hasFocus():
            self.own.set_text(own)
        self._own_form.setVisible(self.why.value() == OTHER)
        self.kept.set_value(session.protected_kept)
        for part in (self.by, self.why, self.kept):
            part.setEnabled(not shown.read_only)
        self.own.set_read_only(shown.read_only)

    def commit(self) -> None:
        """Read what still stands in the field."""
        if self.own.line.isModified():
            self._keep()

    def _on_why(self, key: str) -> None:
        self._own_form.setVisible(key == OTHER)
        self._keep()
        if key == OTHER:
            self.own.line.setFocus()

    def _on_kept(self, kept: object) -> None:
        if self._session is not None:
            value = kept if isinstance(kept, bool) else None
            self._desk.session.act(sessions.edit_session, self._session.id, "protected_kept", value)

    def _keep(self, *_: object) -> None:
        session = self._session
        if session is None:
            return
        own = self.own.text().strip()
        reason = own if self.why.value() == OTHER and own else self.why.value()
        by = MissedBy(self.by.value()) if self.by.value() else None
        self.own.line.setModified(False)
        if (by, reason) != (session.missed_by, session.reason):
            kept = session.protected_kept
            self._desk.session.act(sessions.miss_session, session.id, by, reason, protected_kept=kept)


class MoveForm(QWidget):
    """To when; a press moves it. It stands out at the left by `RING_SPACE`."""

    moved = Signal(str)
    """The session in its place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: Session | None = None
        theme = desk.theme
        self.day = DateField(theme, self._parse, long_day, desk.session.record.clock.today)
        self.day.keep_whole()
        self.time = TimeField(theme)
        reasons = load_catalogue().supervision.missed_reasons
        self.why = ComboBox(theme, [(code, label) for code, label in reasons.items()], placeholder="Choose one")
        self.move_button = Button(theme, "Move the session", icon="calendar")
        row = RowOrColumn(theme, gap=12, below=10, at_top=True)
        row.add(FormField(theme, "To which day", self.day), least=190, stands_in=RING_SPACE)
        row.add(FormField(theme, "Time", self.time), least=90, stands_in=RING_SPACE)
        row.add(FormField(theme, "Why", self.why, optional=True), least=180, stands_in=RING_SPACE)
        row.add(beside_fields(theme, self.move_button))
        self.setLayout(row)
        self.move_button.clicked.connect(self._on_move)

    def load(self, session: Session) -> None:
        """A session that may be moved. What was typed for it stays."""
        other = self._session is None or self._session.id != session.id
        self._session = session
        if other:
            self.day.set_value(None)
            self.time.set_value(session.start)
            self.why.set_value("")

    def take_focus(self) -> None:
        """Into the day."""
        self.day.line.setFocus()

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _on_move(self) -> None:
        if self._session is None or not self.day.commit() or not self.time.commit():
            return
        day = self.day.value()
        if day is None:
            self.take_focus()
            return
        done = self._desk.session.act(sessions.move_session, self._session.id, day, self.time.value(), self.why.value())
        if done:
            self.moved.emit(self._desk.session.record.sessions.get(self._session.id).moved_to or "")


class Outcome(QWidget):
    """A quiet row of choices; below it what the choice asks for. It stands out at the left by `RING_SPACE`."""

    session_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._asked = ""
        theme = desk.theme
        states = load_catalogue().supervision.session_states
        order = (SessionState.PLANNED, SessionState.HELD, SessionState.MISSED, SessionState.MOVED)
        self.choices = SegmentedControl(theme, "What became of it", [(state.value, states[state]) for state in order])
        self.question = Label(theme, "", Role.LABEL, wrap=True)
        top = QWidget()
        row = RowOrColumn(theme, gap=12, below=2)
        row.add(self.question, takes_rest=True)
        row.add(self.choices)
        top.setLayout(row)
        self._missed: MissedForm | None = None
        self._moving: MoveForm | None = None
        self.moved_to = LinkButton(theme, "Open the session in its place")
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, 0, 0)
        column.setSpacing(theme.gap(10))
        column.addWidget(top)
        column.addLayout(Overhang(self.moved_to))
        self.choices.chosen.connect(self._on_chosen)
        self.moved_to.clicked.connect(self._on_moved_to)

    @property
    def missed(self) -> MissedForm:
        """What there is to say of a missed session; built when first asked for."""
        if self._missed is None:
            self._missed = MissedForm(self._desk)
            self._column.addWidget(self._missed)
        return self._missed

    @property
    def moving(self) -> MoveForm:
        """To when it is moved; built when first asked for."""
        if self._moving is None:
            self._moving = MoveForm(self._desk)
            self._moving.moved.connect(self.session_wanted)
            self._column.addLayout(Overhang(self._moving, fills=True, right=0))
        return self._moving

    def load(self, shown: Shown) -> None:
        """Show what became of a session; nothing is asked before its day."""
        other = self._shown is None or self._shown.session.id != shown.session.id
        session = shown.session
        if other or session.state is not SessionState.PLANNED:
            self._asked = ""
        self._shown = shown
        state = self._asked or session.state.value
        self.choices.set_value(state)
        self.choices.setEnabled(not shown.read_only and not shown.locked)
        self.question.setText(_question(session, shown.today))
        missed = state == SessionState.MISSED
        moving = state == SessionState.MOVED and session.state is not SessionState.MOVED
        if missed:
            self.missed.load(shown)
        if moving:
            self.moving.load(session)
        for form, wanted in ((self._missed, missed), (self._moving, moving)):
            if form is not None:
                form.setVisible(wanted)
        self.moved_to.setVisible(session.state is SessionState.MOVED and session.moved_to is not None)
        due = session.day <= shown.today
        self.setVisible((due or session.state is not SessionState.PLANNED or bool(self._asked)) and not shown.locked)

    def ask_move(self) -> None:
        """It is to be moved."""
        self._ask(SessionState.MOVED)
        self.moving.take_focus()

    def call_off(self) -> None:
        """It will not take place."""
        if self._shown is not None:
            self._desk.session.act(sessions.miss_session, self._shown.session.id, None)
            self.missed.by.combo.setFocus()

    def commit(self) -> None:
        """Read what still stands in fields."""
        if self._shown is not None and self._shown.session.state is SessionState.MISSED:
            self.missed.commit()

    def _ask(self, state: SessionState) -> None:
        if self._shown is not None:
            self._asked = state.value
            self.load(self._shown)

    def _on_chosen(self, key: str) -> None:
        if self._shown is None:
            return
        state, session = SessionState(key), self._shown.session
        if state is SessionState.MOVED:
            self.ask_move()
            return
        self._asked = ""
        act = self._desk.session.act
        if state is SessionState.HELD:
            done = act(sessions.hold_session, session.id)
        elif state is SessionState.MISSED:
            done = act(sessions.miss_session, session.id, None)
        else:
            done = act(sessions.plan_again, session.id)
        if not done:
            self.load(self._shown)

    def _on_moved_to(self) -> None:
        if self._shown is not None:
            self.session_wanted.emit(self._shown.session.moved_to or "")


def _question(session: Session, today: dt.date) -> str:
    if session.state is SessionState.PLANNED:
        if session.day > today:
            return "Will it take place?"
        return "What became of it?" if session.day < today else "Today. What becomes of it?"
    return {
        SessionState.HELD: "It was held.",
        SessionState.MISSED: "It was missed.",
        SessionState.MOVED: "It was moved to another day.",
    }[session.state]
