"""The content of what is printed of a session: its record, its anonymised version, the agenda before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from otcpd.actions.supervision.agenda import Carried, agenda_of
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import add_months
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.supervision import (
    PRIVATE_NOTES,
    Agreement,
    Decision,
    MissedBy,
    Session,
    SessionAction,
    SessionState,
    Topic,
)
from otcpd.portfolio.papers.anonymising import Keep, anonymised
from otcpd.portfolio.papers.content import (
    ActionNow,
    AgendaPaper,
    Meeting,
    PaperAction,
    PaperNote,
    PaperTopic,
    Participant,
    SessionRecordPaper,
    SigningLine,
    WorkloadFigure,
)
from otcpd.record.line_layers import line_layers
from otcpd.record.record import Record

_OWN_HEADINGS = {"wellbeing": "How I am", "notes_to_myself": "Notes to myself"}
_SIDES = {
    MissedBy.SUPERVISEE: "Missed on the supervisee’s side.",
    MissedBy.SUPERVISOR: "Missed on the supervisor’s side.",
    MissedBy.BOTH: "Missed on both sides.",
}
_USUAL = default_layer("session_topic", "text")
"""That of all lines of sessions."""
_WORKLOAD_MONTHS = 12
"""So far back figures of workload are told in an agenda."""


def session_record_content(record: Record, session: str, *, own_copy: bool = False) -> SessionRecordPaper:
    """The record of a session as both sides may read it.

    With `own_copy` it is the person's own, with what only she reads. A text that she made private is only in that
    one. Raises NotAcceptable for a session that is none.
    """
    current = record.sessions.get(session)
    level = Layer.PRIVATE if own_copy else Layer.SUPERVISION
    people = PaperPeople(record)
    agreement = _agreement(record, current)
    carried = agenda_of(record, session)
    topics = (*(topic for topic, _ in carried.carried_topics if topic.discussed_in == session), *current.topics)
    functions = load_catalogue().supervision.functions
    told = _told_at(record, level)
    return SessionRecordPaper(
        meeting=_meeting(record, current, people, agreement, level),
        prepared=record.clock.today(),
        topics=tuple(_topic(record, one, session, level) for one in topics if told(one)),
        notes=tuple(
            PaperNote(entry.label, text) for code, entry in functions.items() if (text := _text(current, code, level))
        ),
        cases=_text(current, "cases", level),
        decisions=tuple(one.text.strip() for one in current.decisions if told(one)),
        actions=tuple(_action(one, people) for one in current.actions if told(one)),
        carried=tuple(_carried(one, people) for one in carried.actions if told(one.action)),
        next_on=current.next_on,
        agreed=_signing(current, people, agreement),
        own=tuple(_own(current)) if own_copy else (),
    )


def anonymised_content(record: Record, session: str, keep: Keep | None = None) -> SessionRecordPaper:
    """The record as evidence for HCPC: nobody of the file can be told from it. Cases are in it if `keep` says so."""
    return anonymised(session_record_content(record, session), PaperPeople(record).everybody(), keep)


def agenda_content(record: Record, session: str) -> AgendaPaper:
    """What lies before a session: actions from last time, topics of this one and carried ones, the workload.

    Nothing that only the person reads. Raises NotAcceptable for a session that is none.
    """
    current = record.sessions.get(session)
    people = PaperPeople(record)
    before = agenda_of(record, session)
    topics = (*(topic for topic, _ in before.carried_topics), *before.topics)
    level = Layer.SUPERVISION
    told = _told_at(record, level)
    return AgendaPaper(
        meeting=_meeting(record, current, people, _agreement(record, current), level),
        prepared=record.clock.today(),
        topics=tuple(_topic(record, one, session, level) for one in topics if told(one)),
        actions=tuple(_carried(one, people) for one in before.actions if told(one.action)),
        workload=tuple(workload_before(record, current)),
    )


def workload_before(record: Record, session: Session) -> Iterator[WorkloadFigure]:
    """The figures of workload that were noted in the year before a session."""
    first = add_months(session.day, -_WORKLOAD_MONTHS)
    for one in record.protected_time.workload():
        if first <= one.day <= session.day:
            yield WorkloadFigure(one.day, one.caseload, one.waiting, one.duty_half_days)


def _agreement(record: Record, session: Session) -> Agreement | None:
    return None if session.agreement is None else record.agreements.get(session.agreement)


def _meeting(
    record: Record, session: Session, people: PaperPeople, agreement: Agreement | None, level: Layer
) -> Meeting:
    words = load_catalogue().supervision
    moved = None if session.moved_to is None else record.sessions.get(session.moved_to).day
    return Meeting(
        title=words.kinds[session.kind].title,
        day=session.day,
        people=people.of_session(session, agreement),
        start=session.start,
        minutes=session.minutes,
        mode=words.modes[session.mode],
        place=session.place.strip(),
        name="" if agreement is None else agreement.name.strip(),
        led_by_ot=session.led_by_ot,
        moved_to=moved,
        missed=_missed(session, level),
    )


def _missed(session: Session, level: Layer) -> str:
    """Why it was not held, in sentences; empty for one that was, or is to come."""
    if session.state not in (SessionState.MISSED, SessionState.MOVED):
        return ""
    words = load_catalogue().supervision
    reason = words.missed_reason_label(_text(session, "reason", level))
    parts = [
        _SIDES[session.missed_by] if session.missed_by is not None else "",
        f"{reason.rstrip('.')}." if reason else "",
    ]
    if session.state is SessionState.MISSED and session.protected_kept is not None:
        parts.append("The time was kept free." if session.protected_kept else "The time was not kept free.")
    return " ".join(filter(None, parts))


def _text(session: Session, name: str, level: Layer) -> str:
    """One of its texts, if it may leave at this level."""
    text: str = getattr(session, name)
    return text.strip() if may_leave(session.layer_of(name), level) else ""


def _told_at(record: Record, level: Layer) -> Callable[[Topic | Decision | SessionAction], bool]:
    """Which lines of sessions have words, and words that may leave at this level."""
    layers = line_layers(record.reader)

    def told(line: Topic | Decision | SessionAction) -> bool:
        return bool(line.text.strip()) and may_leave(layers.get(line.id, _USUAL), level)

    return told


def _own(session: Session) -> Iterator[PaperNote]:
    for name in PRIVATE_NOTES:
        text = _text(session, name, Layer.PRIVATE)
        if text:
            yield PaperNote(_OWN_HEADINGS[name], text)


def _topic(record: Record, topic: Topic, session: str, level: Layer) -> PaperTopic:
    about = ""
    if topic.activity is not None:
        activity = record.activities.get(topic.activity)
        about = activity.title.strip() if may_leave(activity.layer_of("title"), level) else ""
    return PaperTopic(topic.text.strip(), about, topic.discussed_in == session)


def _action(action: SessionAction, people: PaperPeople) -> PaperAction:
    return PaperAction(
        action.text.strip(),
        people.name(action.who),
        action.due,
        ActionNow[action.state.name],
        action.closed_on,
    )


def _carried(one: Carried, people: PaperPeople) -> PaperAction:
    made = _action(one.action, people)
    return PaperAction(made.text, made.who, made.due, made.state, made.closed_on, one.day, one.times)


def _signing(session: Session, people: PaperPeople, agreement: Agreement | None) -> tuple[SigningLine, ...]:
    """Who agrees to the record, with the day. Of a group only the two sides' days are known: the owner's own, and that
    of the one who leads it."""
    if session.state is not SessionState.HELD:
        return ()
    own, other = session.agreed_supervisee, session.agreed_supervisor
    if session.as_supervisor:
        own, other = other, own
    everybody = people.of_session(session, agreement)
    two = len(everybody) == 2
    return tuple(
        SigningLine(one.name, one.role, own if one.own else other if two or _alone(one.role, everybody) else None)
        for one in everybody
    )


def _alone(role: str, everybody: Sequence[Participant]) -> bool:
    """Whether only one of them has this role: the one who leads."""
    return sum(1 for one in everybody if one.role == role) == 1
