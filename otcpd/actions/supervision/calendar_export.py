"""Sessions for the person's calendar: when and where, of which kind, and nothing that was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.catalogue import load_catalogue
from otcpd.catalogue.supervision import SupervisionWords
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import Mode, Session, SessionState
from otcpd.domain.words import joined
from otcpd.exchange.calendar_out import sequence_of, write_calendar
from otcpd.exchange.calendar_values import UK, CalendarEntry, EntryState, parts_of
from otcpd.record.record import Record

OURS = "@otcpd"
"""The end of the names that calendars have for sessions that began here."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class CalendarExport:
    """What was written: so many sessions, and so many of them only as word that they are off."""

    path: Path
    sessions: int
    cancelled: int


def export_calendar(
    record: Record,
    out: Path,
    *,
    start: date | None = None,
    end: date | None = None,
    names: bool = False,
    zone: str = UK,
) -> CalendarExport:
    """Writes the sessions of the days from `start` to `end` as a calendar file that updates what it wrote before.

    An entry says the kind of session, when and where; with `names` with whom as well. Sessions that were moved,
    missed or put into the bin are told as cancelled, so that the calendar drops them. `zone` is where the person's
    clocks are. Raises NotAcceptable for a place that cannot be, DiskFull, ReadOnly or MachineSaidNo.
    """
    refuse_own_file(record, out)
    if out.is_dir():
        raise NotAcceptable(f"‘{out.name}’ is a folder.", "Nothing was written.", "Name a file.")
    entries = calendar_entries(record, start=start, end=end, names=names)
    write_calendar(out, entries, zone)
    return CalendarExport(out, len(entries), sum(1 for one in entries if one.state is EntryState.CANCELLED))


def calendar_entries(
    record: Record, *, start: date | None = None, end: date | None = None, names: bool = False
) -> list[CalendarEntry]:
    """What `export_calendar` writes. Of two sessions that a calendar takes for the same, the one that goes on."""
    words = load_catalogue().supervision
    people = {one.id: one.name for one in record.people.all()} if names else {}
    found: dict[str, CalendarEntry] = {}
    sessions = [*record.sessions.all(start, end), *record.sessions.all(start, end, binned=True)]
    for session in sorted(sessions, key=_goes_on):
        found[calendar_key(session)] = _entry(session, words, people)
    return list(found.values())


def calendar_key(session: Session) -> str:
    """What calendars call a session: the name that it had in the invitation, or its own."""
    return session.calendar_uid or f"{session.id}{OURS}"


def calendar_place(session: Session, words: SupervisionWords) -> str:
    """Where a session is for a calendar: its place, or how one meets from afar."""
    afar = words.modes[session.mode] if session.mode in (Mode.VIDEO, Mode.PHONE) else ""
    return session.place.strip() or afar


def _goes_on(session: Session) -> bool:
    return _state(session) is not EntryState.CANCELLED


def _entry(session: Session, words: SupervisionWords, people: Mapping[str, str]) -> CalendarEntry:
    assert session.modified is not None, "every session of a file was changed at some time"
    uid, occurrence = parts_of(calendar_key(session))
    return CalendarEntry(
        uid=uid,
        day=session.day,
        title=_title(session, words, people),
        changed=max(session.modified, session.deleted or session.modified),
        start=session.start,
        minutes=session.minutes,
        place=calendar_place(session, words),
        state=_state(session),
        # Of somebody else's appointment only that calendar counts the versions.
        sequence=0 if session.calendar_uid else sequence_of(max(session.modified, session.deleted or session.modified)),
        occurrence=occurrence,
    )


def _title(session: Session, words: SupervisionWords, people: Mapping[str, str]) -> str:
    title = words.kinds[session.kind].title
    named = [people[one] for one in session.people if one in people]
    if len(named) > _MOST_NAMED:
        named = [*named[: _MOST_NAMED - 1], f"{len(named) - _MOST_NAMED + 1} more"]
    return f"{title} with {joined(named)}" if named else title


def _state(session: Session) -> EntryState:
    if session.deleted is not None or session.state in (SessionState.MOVED, SessionState.MISSED):
        return EntryState.CANCELLED
    return EntryState.TENTATIVE if session.start is None else EntryState.CONFIRMED
