"""`otcpd list` of agreements, sessions and people: the fields of the contract, days, words, and the three forms."""

from __future__ import annotations

import csv
import io
from datetime import date, time

import pytest

from otcpd.actions.files import open_to_write
from otcpd.actions.people import add_person, edit_person, say_whether_ot, set_roles
from otcpd.actions.supervision.agenda import add_line, edit_action
from otcpd.actions.supervision.agreements import agree_to_terms, change_terms, edit_terms, end_agreement, new_agreement
from otcpd.actions.supervision.sessions import edit_session, hold_session, make_activity, miss_session, plan_session
from otcpd.actions.supervision.values import FieldValue
from otcpd.domain.person import PersonRole
from otcpd.domain.supervision import AgreementKind, MissedBy
from tests.cli.conftest import CommandLine

AGREEMENT = [
    *("id", "supervisee", "supervisor", "kind", "supervisor_is_ot", "every_weeks", "minutes", "mode", "place"),
    *("protected", "starts", "review_on", "ends", "state"),
]
SESSION = [
    *("id", "agreement", "date", "start", "minutes", "kind", "mode", "state", "missed_by", "reason", "protected_kept"),
    *("people", "agenda", "notes", "decisions", "actions", "activities", "goals", "next"),
]
PERSON = ["id", "name", "profession", "is_ot", "registration", "employer", "roles"]


@pytest.fixture
def supervised(otcpd: CommandLine) -> CommandLine:
    """Professional supervision with an OT, which changed in June; and with a manager, who is none and has left."""
    with open_to_write(otcpd.record, otcpd.services.around) as record:
        fiona = add_person(record, "Fiona Alder", "Occupational therapist", "Rowan Trust").created[-1]
        say_whether_ot(record, fiona, True)
        edit_person(record, fiona, "registration", "OT000456")
        set_roles(record, fiona, [PersonRole.SUPERVISOR])
        graham = add_person(record, "Graham Lärch", "Social worker").created[-1]
        begun = date(2026, 1, 5)
        terms: dict[str, FieldValue] = {"start": begun, "every_weeks": 6, "place": "Room 2", "agreed_on": begun}
        terms |= {"protected_supervisee": True, "protected_supervisor": True}
        professional = new_agreement(
            record, AgreementKind.PROFESSIONAL, supervisor=fiona, supervisor_is_ot=True, terms=terms
        ).created[0]
        change_terms(record, professional, date(2026, 6, 1))
        newest = record.agreements.get(professional).newest.id
        edit_terms(record, professional, newest, "every_weeks", 4)
        agree_to_terms(record, professional, newest, date(2026, 6, 1))
        line = new_agreement(
            record, AgreementKind.LINE_MANAGEMENT, supervisor=graham, terms={"start": date(2025, 3, 3)}
        ).created[0]
        end_agreement(record, line, date(2026, 3, 31), "New post")
        held = plan_session(record, date(2026, 10, 29), agreement=professional, start=time(14, 30)).created[0]
        hold_session(record, held)
        edit_session(record, held, "formative", "Seating for somebody who slides")
        edit_session(record, held, "next_on", date(2026, 11, 26))
        add_line(record, "session_topic", held, "Was I right to wait?")
        add_line(record, "session_decision", held, "Try the tilt")
        action = add_line(record, "session_action", held, "Ask the clinic").created[0]
        add_line(record, "session_action", held)
        edit_action(record, action, "who", record.owner)
        edit_action(record, action, "due", date(2026, 11, 26))
        make_activity(record, held)
        missed = plan_session(record, date(2026, 3, 2), agreement=line).created[0]
        miss_session(record, missed, MissedBy.SUPERVISOR, "duty_cover", protected_kept=False)
    return otcpd


def test_agreements_are_told_flat_with_the_terms_of_today(supervised: CommandLine) -> None:
    ended, active = supervised("list", supervised.record, "agreements", "--format", "json").json
    assert list(active) == list(ended) == AGREEMENT
    (fiona,) = supervised("list", supervised.record, "people", "--search", "fio ald", "--format", "json").json
    assert active == active | {
        "supervisor": fiona["id"],
        "kind": "professional",
        "supervisor_is_ot": True,
        "every_weeks": 4,
        "minutes": 60,
        "mode": "in_person",
        "place": "Room 2",
        "protected": True,
        "starts": "2026-01-05",
        "review_on": None,
        "ends": None,
        "state": "active",
    }
    assert active["supervisee"] == ended["supervisee"] != fiona["id"]
    assert (ended["ends"], ended["state"], ended["protected"]) == ("2026-03-31", "ended", False)


def test_sessions_are_told_with_all_that_hangs_on_them(supervised: CommandLine) -> None:
    missed, held = supervised("list", supervised.record, "sessions", "--format", "json").json
    assert list(missed) == list(held) == SESSION
    (action,) = held["actions"]
    assert list(action) == ["id", "text", "owner", "due", "state"]
    assert (action["text"], action["due"], action["state"]) == ("Ask the clinic", "2026-11-26", "open")
    assert (held["date"], held["start"], held["minutes"], held["next"]) == ("2026-10-29", "14:30", 60, "2026-11-26")
    assert (held["agenda"], held["decisions"]) == (["Was I right to wait?"], ["Try the tilt"])
    assert held["notes"] == {
        "normative": "",
        "formative": "Seating for somebody who slides",
        "restorative": "",
        "cases": "",
    }
    (made,) = supervised("list", supervised.record, "--format", "json").json
    assert held["activities"] == [made["id"]]
    assert (missed["state"], missed["missed_by"], missed["reason"]) == ("missed", "supervisor", "duty_cover")
    assert (missed["protected_kept"], missed["start"], held["protected_kept"]) == (False, None, None)


def test_people_say_who_they_are(supervised: CommandLine) -> None:
    fiona, graham = supervised("list", supervised.record, "people", "--format", "json").json
    assert list(fiona) == PERSON
    assert (fiona["is_ot"], fiona["registration"], fiona["employer"]) == (True, "OT000456", "Rowan Trust")
    assert (fiona["roles"], graham["roles"], graham["is_ot"]) == (["supervisor"], [], None)
    found = supervised("list", supervised.record, "people", "--search", "larch", "--format", "json").json
    assert [one["name"] for one in found] == ["Graham Lärch"]
    assert supervised("list", supervised.record, "people", "--search", "f").code == 4


@pytest.mark.parametrize(
    ("kind", "options", "found"),
    [
        ("agreements", ("--from", "1 April 2026"), ["2026-01-05"]),
        ("agreements", ("--to", "31 December 2025"), ["2025-03-03"]),
        ("agreements", ("--from", "31 March 2026", "--to", "31 March 2026"), ["2025-03-03", "2026-01-05"]),
        ("agreements", ("--search", "graham line"), ["2025-03-03"]),
        ("agreements", ("--search", "hoist"), []),
        ("sessions", ("--from", "3 March 2026"), ["2026-10-29"]),
        ("sessions", ("--to", "28 October 2026"), ["2026-03-02"]),
        ("sessions", ("--search", "slid"), ["2026-10-29"]),
        ("sessions", ("--search", "clinic"), ["2026-10-29"]),
    ],
)
def test_days_and_words_choose(supervised: CommandLine, kind: str, options: tuple[str, ...], found: list[str]) -> None:
    listed = supervised("list", supervised.record, kind, *options, "--format", "json").json
    assert [one["date"] if kind == "sessions" else one["starts"] for one in listed] == found


def test_tables_are_for_people(supervised: CommandLine) -> None:
    agreements = supervised("list", supervised.record, "agreements").lines
    assert agreements[0].split("  ")[-1] == "State"
    cells = [cell.strip() for cell in agreements[2].split("  ") if cell.strip()]
    assert cells[1:] == ["Professional", "Fiona Alder", "Every 4 weeks, 1 h", "5 January 2026", "Active"]
    sessions = supervised("list", supervised.record, "sessions").lines
    assert "29 October 2026, 14:30" in sessions[2]
    assert sessions[2].endswith("Held    Fiona Alder")
    people = supervised("list", supervised.record, "people").lines
    assert "Yes" in people[1]
    assert people[1].endswith("Supervisor")


def test_a_table_of_sessions_for_programs(supervised: CommandLine) -> None:
    said = supervised("list", supervised.record, "sessions", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert list(rows[0]) == SESSION
    assert rows[1]["agenda"] == '["Was I right to wait?"]'
    assert (rows[0]["protected_kept"], rows[1]["protected_kept"]) == ("false", "")
