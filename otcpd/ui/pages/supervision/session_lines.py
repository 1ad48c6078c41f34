"""Topics, decisions and actions of a session: lines that save themselves while they are typed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision import agenda
from otcpd.actions.supervision.agenda import Agenda
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import day_and_month, long_day
from otcpd.domain.person import SOMEBODY
from otcpd.domain.supervision import ActionState, Session
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.words import Names
from otcpd.ui.pages.typed_lines import TypedLines
from otcpd.ui.widgets.check_content import ACTIONS, DECISIONS, TOPICS, TOPICS_BEFORE, Assigning, CheckLine

FROM_LOG = "From your log"


class SessionLines(TypedLines):
    """Lines of one table."""

    table = ""

    def text_key(self, line: str) -> tuple[str, ...]:
        return (self.table, line, "text")

    def add_line(self, record: Record, text: str, after: str | None, thing: str) -> Changes:
        return agenda.add_line(record, self.table, thing, text, after=after, typing=True)

    def edit_line(self, record: Record, text: str, line: str) -> Changes:
        return agenda.edit_line(record, self.table, line, text, typing=True)

    def remove_line(self, record: Record, line: str) -> Changes:
        return agenda.remove_line(record, self.table, line)

    def move_line(self, record: Record, line: str, after: str | None) -> Changes:
        return agenda.move_line(record, self.table, line, after)


class TopicLines(SessionLines):
    """Own topics first, then those not talked about in earlier sessions. With `ticks` each says whether it was."""

    activity_wanted = Signal(str)
    """The entry of the log that a topic is about."""
    table = "session_topic"

    def __init__(self, desk: Desk, *, ticks: bool, parent: QWidget | None = None) -> None:
        self._about: dict[str, str] = {}
        super().__init__(desk, TOPICS if ticks else TOPICS_BEFORE, parent)

    def load(self, session: Session, lies: Agenda, *, fixed: bool) -> None:
        """Show the topics of a session."""
        told = [(one, FROM_LOG if one.activity is not None else "", False) for one in lies.topics]
        told += [(one, _origin(day), True) for one, day in lies.carried_topics]
        self._about = {one.id: one.activity for one, _, _ in told if one.activity is not None}
        lines = [
            CheckLine(
                one.id,
                one.text,
                one.discussed_in == session.id,
                aside=aside,
                fixed=carried,
                leads_on=one.activity is not None,
            )
            for one, aside, carried in told
        ]
        self.show_lines(session.id, lines, fixed=fixed)

    def lead_on(self, line: str) -> None:
        self.activity_wanted.emit(self._about.get(line, ""))

    def tick(self, line: str, on: bool) -> Changes | None:
        return self.desk.session.act(agenda.tick_topic, line, self.thing if on else None)


class DecisionLines(SessionLines):
    """What was decided."""

    table = "session_decision"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, DECISIONS, parent)

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show the decisions of a session."""
        self.show_lines(session.id, [CheckLine(one.id, one.text) for one in session.decisions], fixed=fixed)


class ActionLines(SessionLines):
    """What somebody will do, and by when."""

    table = "session_action"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._people: tuple[tuple[str, str], ...] = ()
        self._known: dict[str, tuple[str, dt.date | None]] = {}
        super().__init__(desk, ACTIONS, parent)

    def load(self, session: Session, names: Names, *, fixed: bool) -> None:
        """Show the actions of a session."""
        people = who_options(session, names)
        if session.id != self.thing or not set(people) <= set(self._people):  # a choice that is open is not taken away
            self.thing, self._people = session.id, people
            self.renew()
        self._known = {one.id: (one.who or "", one.due) for one in session.actions}
        lines = [
            CheckLine(one.id, one.text, one.state is ActionState.DONE, one.who or "", one.due, _dropped(one.state))
            for one in session.actions
        ]
        self.show_lines(session.id, lines, fixed=fixed)

    def assigning(self) -> Assigning:
        return Assigning(self._people, self._parse, long_day, self.desk.session.record.clock.today)

    def tick(self, line: str, on: bool) -> Changes | None:
        state = ActionState.DONE if on else ActionState.OPEN
        return self.desk.session.act(agenda.close_action, line, state)

    def assign(self, line: str, who: str, due: object) -> None:
        before = self._known.get(line, ("", None))
        if who != before[0]:
            self.desk.session.act(agenda.edit_action, line, "who", who or None)
        if due != before[1]:
            self.desk.session.act(agenda.edit_action, line, "due", due if isinstance(due, dt.date) else None)

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self.desk.session.record.clock.today())


def who_options(session: Session, names: Names) -> tuple[tuple[str, str], ...]:
    """Keys and words of those who can do an action; the empty key stands for all."""
    # Who was given an action keeps it, also where that person has left the session since.
    keepers = (one.who for one in session.actions if one.who not in (None, session.owner))
    others = dict.fromkeys((*session.people, *keepers))
    return tuple((one or "", who_words(one, session, names)) for one in (session.owner, *others, None))


def who_words(who: str | None, session: Session, names: Names) -> str:
    """ "You", "Fiona", "Both of you"."""
    if who is None:
        return "All of you" if len(session.people) > 1 else "Both of you"
    return "You" if who == session.owner else names.first(who) or SOMEBODY


def _origin(day: dt.date) -> str:
    return f"From {day_and_month(day)}"


def _dropped(state: ActionState) -> str:
    return "Will not be done" if state is ActionState.DROPPED else ""
