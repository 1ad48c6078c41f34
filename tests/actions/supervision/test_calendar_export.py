"""Sessions in the person's calendar."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from otcpd.actions.people import add_person
from otcpd.actions.supervision.agenda import add_line
from otcpd.actions.supervision.calendar_export import calendar_entries, export_calendar
from otcpd.actions.supervision.sessions import (
    delete_session,
    edit_session,
    hold_session,
    miss_session,
    move_session,
    plan_session,
)
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.supervision import NOTES, PRIVATE_NOTES, AgreementKind, MissedBy, Mode
from otcpd.exchange.calendar_values import CalendarEntry, EntryState
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.ports import FixedClock

AHEAD, PAST = date(2026, 11, 26), date(2026, 11, 5)


def entries(record: Record) -> dict[str, CalendarEntry]:
    return {one.uid.removesuffix("@otcpd"): one for one in calendar_entries(record)}


def test_what_is_planned_held_missed_moved_and_deleted(record: Record, agreement: str) -> None:
    planned = plan_session(record, AHEAD, agreement=agreement, start=time(10)).created[0]
    untimed = plan_session(record, AHEAD, agreement=agreement).created[0]
    held, missed, moved, deleted = (
        plan_session(record, PAST, agreement=agreement, start=time(9)).created[0] for _ in "1234"
    )
    hold_session(record, held)
    miss_session(record, missed, MissedBy.SUPERVISOR, "Duty cover")
    instead = move_session(record, moved, AHEAD, time(14)).created[0]
    delete_session(record, deleted)
    found = entries(record)
    assert {key: one.state for key, one in found.items()} == {
        planned: EntryState.CONFIRMED,
        untimed: EntryState.TENTATIVE,
        held: EntryState.CONFIRMED,
        missed: EntryState.CANCELLED,
        moved: EntryState.CANCELLED,
        instead: EntryState.CONFIRMED,
        deleted: EntryState.CANCELLED,
    }
    assert (found[planned].title, found[planned].place, found[planned].minutes) == (
        "Professional supervision",
        "Room 2",
        60,
    )


def test_nothing_that_was_said_leaves(record: Record, agreement: str, tmp_path: Path) -> None:
    session = plan_session(record, PAST, agreement=agreement, start=time(10)).created[0]
    for name in (*NOTES, *PRIVATE_NOTES, "reason"):
        edit_session(record, session, name, f"confidential {name}")
    for table in ("session_topic", "session_decision", "session_action"):
        add_line(record, table, session, f"confidential {table}")
    miss_session(record, session, MissedBy.SUPERVISEE, "confidential reason")
    export_calendar(record, tmp_path / "out.ics")
    written = (tmp_path / "out.ics").read_text(encoding="utf-8")
    assert "Professional supervision" in written
    assert "CLASS:PRIVATE" in written
    assert "confidential" not in written
    assert "Alder" not in written
    assert "Rowan" not in written


def test_names_go_only_where_they_are_asked_for(record: Record, agreement: str, fiona: str) -> None:
    plan_session(record, AHEAD, agreement=agreement)
    others = [add_person(record, name).created[0] for name in ("Ann Birch", "Bo Larch", "Cy Elm")]
    plan_session(record, AHEAD, people=[fiona, *others], kind=AgreementKind.PEER, mode=Mode.VIDEO)
    titles = {one.title for one in calendar_entries(record, names=True)}
    assert "Professional supervision with Fiona Alder" in titles
    assert any(re.fullmatch("Peer supervision with .*, .* and 2 more", one) for one in titles)
    assert {one.title for one in calendar_entries(record)} == {"Professional supervision", "Peer supervision"}
    assert {one.place for one in calendar_entries(record)} == {"Room 2", "Video call"}


def test_a_change_makes_a_newer_version_of_the_same_entry(record: Record, agreement: str, clock: FixedClock) -> None:
    session = plan_session(record, AHEAD, agreement=agreement, start=time(10)).created[0]
    (before,) = calendar_entries(record)
    clock.advance(1)
    edit_session(record, session, "start", time(11))
    (after,) = calendar_entries(record)
    assert (after.uid, after.start) == (before.uid, time(11))
    assert after.sequence > before.sequence
    assert after.changed > before.changed


def test_an_invitation_keeps_the_name_and_the_count_of_its_own_calendar(record: Record, agreement: str) -> None:
    plan_session(record, AHEAD, agreement=agreement, calendar_uid="abc")
    moved = plan_session(record, AHEAD, agreement=agreement, calendar_uid="series#20261126T100000Z").created[0]
    move_session(record, moved, AHEAD + timedelta(days=1), time(10))
    found = {(one.uid, one.occurrence): one for one in calendar_entries(record)}
    assert found["abc", ""].sequence == 0
    assert found["series", "20261126T100000Z"].day == AHEAD + timedelta(days=1)


def test_of_two_with_one_name_the_one_that_goes_on_is_told(record: Record, agreement: str) -> None:
    kept = plan_session(record, AHEAD, agreement=agreement, calendar_uid="abc", start=time(9)).created[0]
    delete_session(record, plan_session(record, PAST, agreement=agreement, calendar_uid="abc").created[0])
    (one,) = calendar_entries(record)
    assert (one.day, one.state, one.start) == (AHEAD, EntryState.CONFIRMED, time(9))
    assert record.sessions.get(kept).calendar_uid == one.uid


def test_a_span_of_days_and_the_same_bytes_each_time(record: Record, agreement: str, tmp_path: Path) -> None:
    plan_session(record, AHEAD, agreement=agreement, start=time(10))
    plan_session(record, PAST, agreement=agreement)
    done = export_calendar(record, tmp_path / "a.ics", start=AHEAD)
    assert (done.sessions, done.cancelled) == (1, 0)
    export_calendar(record, tmp_path / "b.ics", start=AHEAD)
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


@pytest.mark.parametrize("name", ["folder", "own"])
def test_places_that_cannot_be(record: Record, name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with refused(record, NotAcceptable):
        export_calendar(record, {"folder": tmp_path / "folder", "own": record.path}[name])


def test_an_entry_has_no_field_for_words_of_a_session() -> None:
    told = {one.name for one in fields(CalendarEntry)}
    assert told == {"uid", "day", "title", "changed", "start", "minutes", "place", "state", "sequence", "occurrence"}


@pytest.mark.parametrize(
    "uid", ["a#99999999", "a#20261131T100000Z", "a#12345678x0000000", "a#²²²²²²²²", "#20261103", "#"]
)
def test_an_invitation_may_be_called_anything(record: Record, agreement: str, tmp_path: Path, uid: str) -> None:
    """Even what looks like one of a series, and is none: it once kept every session from being written."""
    plan_session(record, AHEAD, agreement=agreement, start=time(10), calendar_uid=uid)
    out = tmp_path / "out.ics"
    assert export_calendar(record, out).sessions == 1
    assert f"UID:{uid}" in out.read_text(encoding="utf-8")
