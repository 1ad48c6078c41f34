"""What a session is about: topics beforehand, decisions, and actions that stay open until somebody closes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otcpd.actions.supervision import values
from otcpd.actions.supervision.agreed_record import check_open
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.order import key_between
from otcpd.domain.supervision import ActionState, SessionAction, Topic
from otcpd.record.gate import Step
from otcpd.record.record import Record
from otcpd.record.session_line import InLine, Line

LISTS = ("session_topic", "session_decision", "session_action")
"""The tables of lines that a person writes in a session, in her order."""
_ONE = {"session_topic": "topic", "session_decision": "decision", "session_action": "action"}
_ACTION_FIELDS = {"text": values.text, "who": values.maybe_person, "due": values.maybe_day}


@dataclass(frozen=True, slots=True)
class Carried:
    """An action from an earlier session. `times`: so many sessions were held since the one that made it; `day` is the
    day of that one."""

    action: SessionAction
    day: date
    times: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """What lies before a session: its own topics, those of earlier ones not talked about yet, actions from last time,
    and activities marked to be brought that are no topic yet (ids)."""

    topics: tuple[Topic, ...]
    carried_topics: tuple[tuple[Topic, date], ...]
    actions: tuple[Carried, ...]
    to_bring: tuple[str, ...]


def agenda_of(record: Record, session: str) -> Agenda:
    """What lies before a session.

    Actions are those open from earlier sessions of the same agreement and of those it renews, and those closed since
    the last of them: so that one sees what was done. A session without an agreement carries what others of its people
    without one left.
    """
    current, line = record.sessions.get(session), Line(record.reader, session)
    everything = line.sessions()
    here = next((one.place for one in everything if one.id == session), None)
    earlier = {one.id: one for one in everything if here is None or one.place < here}
    held = [one for one in earlier.values() if one.held]
    topics = [
        (topic, earlier[topic.session].day)
        for topic in line.topics_not_discussed(unless_in=session)
        if topic.session in earlier
    ]
    # Open now, or when the session before this one ended.
    actions = [
        Carried(action, earlier[action.session].day, _held_after(held, earlier[action.session]))
        for action in line.actions_open_since(held[-1].day if held else None)
        if action.session in earlier
    ]
    known = line.activities_as_topics() | {topic.activity for topic in current.topics}
    brought = tuple(one for one in record.sessions.to_bring() if one not in known)
    topics.sort(key=lambda pair: earlier[pair[0].session].place)
    actions.sort(key=lambda one: earlier[one.action.session].place)
    return Agenda(current.topics, tuple(topics), tuple(actions), brought)


def _held_after(held: Sequence[InLine], one: InLine) -> int:
    return sum(1 for later in held if later.place > one.place)


def add_line(
    record: Record, table: str, session: str, text: str = "", *, after: str | None = None, typing: bool = False
) -> Changes:
    """Adds a topic, a decision or an action (`table` of `LISTS`) behind another, or at the end.

    Raises NotAcceptable for a session that is none, or whose record was agreed to.
    """
    current = record.sessions.get(session)
    check_open(record, session)
    with record.step(f"New {_ONE[table]}", typing=typing) as step:
        put_line(record, step, table, current.id, text, after=after)
    return step.changes


def add_topic_of(record: Record, session: str, activity: str) -> Changes:
    """Makes an activity of the log a topic, in its title's words, and takes its mark "bring to supervision" away."""
    current, found = record.sessions.get(session), record.activities.get(activity)
    with record.step("New topic") as step:
        row = put_line(record, step, "session_topic", current.id, found.title)
        step.set("session_topic", row, "activity", activity)
        step.set("activity", activity, "bring", 0)
    return step.changes


def edit_line(record: Record, table: str, line: str, text: str, *, typing: bool = False) -> Changes:
    """Changes the words of a topic, decision or action."""
    with record.step(f"Edit {_ONE[table]}", typing=typing) as step:
        check_open(record, _existing(step, table, line))
        step.set(table, line, "text", text)
    return step.changes


def remove_line(record: Record, table: str, line: str) -> Changes:
    """Takes a topic, decision or action away."""
    with record.step(f"Remove {_ONE[table]}") as step:
        check_open(record, _existing(step, table, line))
        step.remove(table, line)
    return step.changes


def move_line(record: Record, table: str, line: str, after: str | None) -> Changes:
    """Puts a line behind another of its session, or first."""
    with record.step(f"Move {_ONE[table]}") as step:
        session = _existing(step, table, line)
        check_open(record, session)
        order = [one for one in _order(record, table, session) if one[0] != line]
        step.set(table, line, "position", _key(order, after, first=after is None))
    return step.changes


def tick_topic(record: Record, topic: str, session: str | None) -> Changes:
    """Says in which session a topic was talked about; None: in none yet."""
    with record.step("Tick topic" if session else "Untick topic") as step:
        _existing(step, "session_topic", topic)
        step.set("session_topic", topic, "discussed_in", record.sessions.get(session).id if session else None)
    return step.changes


def edit_action(record: Record, action: str, field: str, value: FieldValue) -> Changes:
    """Sets who does an action (a person's id, None for all) or by when. Raises NotAcceptable for what cannot be."""
    stored = values.stored(record, _ACTION_FIELDS, field, value, "An action")
    with record.step("Edit action") as step:
        _existing(step, "session_action", action)
        step.set("session_action", action, field, stored)
    return step.changes


def close_action(record: Record, action: str, state: ActionState, day: date | None = None) -> Changes:
    """Closes an action as done or dropped, on `day` (today if not given), or opens it again."""
    labels = {
        ActionState.OPEN: "Open action again",
        ActionState.DONE: "Tick action",
        ActionState.DROPPED: "Drop action",
    }
    closed = None if state is ActionState.OPEN else values.day(record, day or record.clock.today())
    with record.step(labels[state]) as step:
        _existing(step, "session_action", action)
        step.set("session_action", action, "state", state)
        step.set("session_action", action, "closed_on", closed)
    return step.changes


def put_line(
    record: Record, step: Step, table: str, session: str, text: str, *, after: str | None = None, **more: str
) -> str:
    """Adds a line within a step and returns its id; see `add_line`. `more` are columns besides, as the file keeps
    them."""
    row = {"session": session, "text": text, "position": _key(_order(record, table, session), after, first=False)}
    if table == "session_action":
        row["state"] = ActionState.OPEN
    return step.insert(table, {**row, **more})


def _order(record: Record, table: str, session: str) -> Sequence[tuple[str, str]]:
    """(id, position) of the lines of a session, in their order."""
    return record.reader.rows(
        f"SELECT id, position FROM {table} WHERE session = ? AND deleted IS NULL ORDER BY position, id", (session,)
    )


def _key(order: Sequence[tuple[str, str]], after: str | None, *, first: bool) -> str:
    keys = [position for _id, position in order]
    if first:
        return key_between(None, keys[0] if keys else None)
    place = next((number for number, (row, _key) in enumerate(order) if row == after), len(order) - 1)
    before = keys[place] if keys else None
    return key_between(before, keys[place + 1] if place + 1 < len(keys) else None)


def _existing(step: Step, table: str, line: str) -> str:
    """The session of a line. Raises NotAcceptable if there is no such line."""
    found = step.connection.execute(f"SELECT session FROM {table} WHERE id = ?", (line,)).fetchone()
    if found is None:
        raise NotAcceptable(f"This {_ONE[table]} is not there any more.", "Nothing was changed.")
    return str(found[0])
