"""What there is to read of supervision and protected time that lies in the bin."""

from __future__ import annotations

from collections.abc import Iterator

from otcpd.catalogue import load_catalogue
from otcpd.domain.durations import format_duration
from otcpd.domain.field_labels import SESSION_LABELS
from otcpd.domain.often import often_in_words
from otcpd.domain.supervision import Agreement, Session
from otcpd.domain.words import counted, joined
from otcpd.record.record import Record

Text = tuple[str, str]
"""A label and the words under it."""


def session_facts(record: Record, session: str) -> str:
    """Who was there, when, for how long, and what became of it, in a line."""
    found, words = record.sessions.get(session), load_catalogue().supervision
    mode = words.modes[found.mode]
    parts = [
        words.session_states[found.state],
        found.start.isoformat("minutes") if found.start else "",
        format_duration(found.minutes) if found.minutes else "",
        f"{mode[:1].lower()}{mode[1:]}",
        f"with {joined(_names(record, found.people))}" if found.people else "",
    ]
    return ", ".join(part for part in parts if part)


def agreement_facts(record: Record, agreement: str) -> str:
    """How often and how long, and how many sessions it has, in a line."""
    found = record.agreements.get(agreement)
    sessions = len(record.sessions.of_agreement(agreement))
    terms = found.newest
    often = f"{often_in_words(terms.often)}, {format_duration(terms.minutes)}"
    return f"{often}. Its sessions stay where they are: {counted(sessions, 'session')}." if sessions else f"{often}."


def texts_of_supervision(record: Record, kind: str, row: str) -> tuple[Text, ...]:
    """The texts of a deleted row of these tables that say something, each with its label."""
    if kind == "agreement":
        texts = _texts_of_agreement(record.agreements.get(row))
    elif kind == "supervision_session":
        texts = _texts_of_session(record.sessions.get(row))
    else:
        texts = _texts_of_time(record, kind, row)
    return tuple((label, text) for label, text in texts if text.strip())


def _texts_of_agreement(agreement: Agreement) -> Iterator[Text]:
    template = load_catalogue().supervision.templates[agreement.kind]
    for code, entry in template.texts.items():
        yield entry.label, getattr(agreement.newest, code)
    yield "Why it ended", agreement.end_reason


def _texts_of_session(session: Session) -> Iterator[Text]:
    yield "Why it was missed or moved", load_catalogue().supervision.missed_reason_label(session.reason)
    yield "Topics", _lines(topic.text for topic in session.topics)
    for name, label in SESSION_LABELS.items():
        yield label, getattr(session, name)
    yield "Decisions", _lines(one.text for one in session.decisions)
    yield "Actions", _lines(one.text for one in session.actions)


def _texts_of_time(record: Record, kind: str, row: str) -> Iterator[Text]:
    time = record.protected_time
    if kind == "entitlement":
        yield from (("Note", one.note) for one in time.entitlements(binned=True) if one.id == row)
    elif kind == "protected_slot":
        for slot in time.slots(binned=True):
            if slot.id == row:
                yield "Why it was lost", load_catalogue().supervision.lost_reason_label(slot.reason)
                yield "Note", slot.note
    elif kind == "workload":
        for figures in time.workload(binned=True):
            if figures.id == row:
                yield "People on the caseload", _number(figures.caseload)
                yield "People waiting", _number(figures.waiting)
                yield "Half days on duty a month", _number(figures.duty_half_days)


def _number(figure: int | None) -> str:
    return "" if figure is None else f"{figure:,}"


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(text for text in texts if text.strip())


def _names(record: Record, people: tuple[str, ...]) -> list[str]:
    known = {one.id: one.name for one in (*record.people.all(), *record.people.all(binned=True))}
    return [known.get(person, "").strip() or "somebody without a name" for person in people]
