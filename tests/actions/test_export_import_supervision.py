"""Supervision and protected time in our JSON: united, refused, and read from files of before there were any."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from otcpd.actions.activities import new_activity
from otcpd.actions.exporting import export, read_tables
from otcpd.actions.importing import import_file
from otcpd.actions.people import make_person, set_roles
from otcpd.actions.supervision.agenda import add_line, close_action, tick_topic
from otcpd.actions.supervision.agreements import end_agreement, new_agreement, renew_agreement
from otcpd.actions.supervision.sessions import hold_session, move_session, plan_session
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import PersonRole
from otcpd.domain.supervision import ActionState, AgreementKind
from otcpd.record.record import Record
from tests.exchange.filling import new_record

Document = dict[str, Any]


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Record]:
    """A CPD file with an agreement, a session that was moved, and the one in its place, with what was agreed there."""
    with new_record(tmp_path / "mine.otcpd") as record:
        with record.step("New person") as step:
            fiona = make_person(step, "Fiona Alder")
        set_roles(record, fiona, [PersonRole.SUPERVISOR, PersonRole.MENTOR])
        agreement = new_agreement(
            record, AgreementKind.PROFESSIONAL, supervisor=fiona, terms={"start": date(2026, 1, 5)}
        ).created[0]
        moved = plan_session(record, date(2026, 10, 22), agreement=agreement, start=time(10)).created[0]
        add_line(record, "session_topic", moved, "Seating")
        move_session(record, moved, date(2026, 10, 29), time(14, 30))
        held = record.sessions.all()[-1].id
        hold_session(record, held)
        for text in ("Share the questions", "Ask for half a day"):
            add_line(record, "session_action", held, text)
        tick_topic(record, record.sessions.get(held).topics[0].id, held)
        end_agreement(record, agreement, date(2026, 10, 31), "New post")
        renew_agreement(record, agreement, date(2026, 11, 1))
        yield record


@pytest.fixture
def exported(mine: Record, tmp_path: Path) -> Document:
    """What it is in JSON."""
    export(mine, tmp_path / "mine.json")
    found: Document = json.loads((tmp_path / "mine.json").read_text("utf-8"))
    return found


def _import(record: Record, folder: Path, document: Document) -> tuple[str, ...]:
    (folder / "in.json").write_text(json.dumps(document), "utf-8")
    return import_file(record, folder / "in.json").taken


def test_the_fields_are_those_that_are_promised(exported: Document) -> None:
    first, renewed = sorted(exported["agreements"], key=lambda one: str(one["terms"][0]["start"]))
    assert renewed["renews"] == first["id"]
    assert (first["ends"], first["end_reason"], first["supervisee"]) == ("2026-10-31", "New post", exported["owner"])
    assert (first["terms"][0]["every_weeks"], first["terms"][0]["weeks_from"]) == (6, 4)
    moved, held = sorted(exported["sessions"], key=lambda one: str(one["date"]))
    assert (moved["state"], moved["moved_to"], moved["agenda"]) == ("moved", held["id"], [])
    assert (held["start"], held["minutes"], held["protected_kept"]) == ("14:30", 60, None)
    assert held["notes"] == {"normative": "", "formative": "", "restorative": "", "cases": ""}
    assert [(one["text"], one["owner"], one["state"]) for one in held["actions"]] == [
        ("Share the questions", None, "open"),
        ("Ask for half a day", None, "open"),
    ]
    assert [(one["text"], one["discussed_in"]) for one in held["agenda"]] == [("Seating", held["id"])]
    (fiona,) = (one for one in exported["people"] if one["id"] != exported["owner"])
    assert (fiona["roles"], fiona["is_ot"], fiona["contact"]) == (["mentor", "supervisor"], None, "")


def test_supervision_alone_makes_entries_that_nobody_else_takes_over(
    mine: Record, exported: Document, tmp_path: Path
) -> None:
    with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
        assert _import(other, tmp_path, exported) == (
            "two people",
            "one portfolio",
            "two agreements",
            "two sessions",
        )
        assert other.owner == mine.owner
        assert other.sessions.all() == mine.sessions.all()
        assert other.agreements.all() == mine.agreements.all()
        assert other.people.all() == mine.people.all()
    with new_record(tmp_path / "third.otcpd", 3, number="OT000888") as third:
        plan_session(third, date(2026, 10, 29))
        with pytest.raises(NotAcceptable, match="OT000888"):
            _import(third, tmp_path, exported)


def test_the_same_persons_supervision_is_united(mine: Record, exported: Document, tmp_path: Path) -> None:
    """She is there under another id, and her agreements are hers all the same."""
    with new_record(tmp_path / "laptop.otcpd", 2) as laptop:
        plan_session(laptop, date(2026, 11, 26))
        assert _import(laptop, tmp_path, exported) == ("one person", "two agreements", "two sessions")
        assert {one.supervisee for one in laptop.agreements.all()} == {laptop.owner} != {mine.owner}
        assert len(laptop.sessions.all()) == 3
        held = next(one for one in laptop.sessions.all() if one.actions)
        close_action(laptop, held.actions[0].id, ActionState.DONE)
        add_line(laptop, "session_action", held.id, "Send the paper")
        add_line(mine, "session_action", held.id, "Book the clinic")
        export(mine, tmp_path / "again.json")
        report = import_file(laptop, tmp_path / "again.json")
        assert report.taken == ("one addition to sessions that you had already",)
        assert ("action ‘Share the questions’", _OTHER) in report.skipped
        texts = [one.text for one in laptop.sessions.get(held.id).actions]
        assert texts == ["Share the questions", "Ask for half a day", "Send the paper", "Book the clinic"]
        assert laptop.sessions.get(held.id).actions[0].state is ActionState.DONE
        assert (laptop.verify(), laptop.integrity()) == ([], [])


_OTHER = "You have it already with other content, and yours stays as it is."


def test_json_of_before_there_was_supervision_is_taken_as_before(tmp_path: Path) -> None:
    with new_record(tmp_path / "mine.otcpd") as record:
        new_activity(record, title="Journal club")
        with record.step("New person") as step:
            make_person(step, "Fiona Alder")
        export(record, tmp_path / "old.json")
    document = json.loads((tmp_path / "old.json").read_text("utf-8"))
    document["version"] = 1
    for name in ("agreements", "sessions", "entitlements", "protected_time", "workload"):
        assert document.pop(name) == []
    for person in document["people"]:
        assert [person.pop(name) for name in ("is_ot", "contact", "roles")] == [None, "", []]
    for activity in document["activities"]:
        assert activity.pop("bring") is False
    with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
        assert _import(other, tmp_path, document) == ("two people", "one activity", "one portfolio")
        export(other, tmp_path / "again.json")
        assert json.loads((tmp_path / "again.json").read_text("utf-8"))["version"] == 3


@pytest.mark.parametrize("version", [0, 4])
def test_another_version_is_refused(exported: Document, tmp_path: Path, version: int) -> None:
    with new_record(tmp_path / "new.otcpd", 2) as other, pytest.raises(NotAcceptable, match=r"newer otcpd|missing"):
        _import(other, tmp_path, exported | {"version": version})


def _session(found: Document) -> Document:
    chosen: Document = max(found["sessions"], key=lambda one: str(one["date"]))
    return chosen


def _agreement(found: Document) -> Document:
    chosen: Document = next(one for one in found["agreements"] if one["ends"])
    return chosen


_SPOILT: dict[str, tuple[Callable[[Document], None], str]] = {
    "kind": (lambda found: _session(found).update(kind="chat"), "should be one of: professional"),
    "state": (lambda found: _session(found).pop("state"), "‘state’ is missing"),
    "missed by": (lambda found: _session(found).update(missed_by="nobody"), "supervisee, supervisor, both"),
    "time": (lambda found: _session(found).update(start="24:00"), "no time of day such as 14:30"),
    "time in words": (lambda found: _session(found).update(start="2 pm"), "no time of day such as 14:30"),
    "day": (lambda found: _session(found).update(next_on="2026-02-30"), "‘next_on’"),
    "kept": (lambda found: _session(found).update(protected_kept="yes"), "neither true nor false"),
    "note": (lambda found: _session(found)["notes"].update(managerial="x"), "the field ‘managerial’"),
    "action": (lambda found: _session(found)["actions"][0].update(owner="0" * 36), "‘owner’"),
    "moved": (lambda found: _session(found).update(moved_to=found["owner"]), "no session with the id"),
    "circle": (lambda found: _session(found).update(moved_to=_session(found)["id"]), "‘moved_to’ leads back"),
    "made": (lambda found: _session(found).update(made=found["owner"]), "no activity with the id"),
    "role": (lambda found: found["people"][0].update(roles=["boss"]), "should only hold: supervisor"),
    "terms": (lambda found: _agreement(found).update(terms=[]), "it has no terms"),
    "weeks": (lambda found: _agreement(found)["terms"][0].update(every_weeks=0), "whole number from 1 to 104"),
    "no weeks": (lambda found: _agreement(found)["terms"][0].pop("every_weeks"), "whole number from 1 to 104"),
    "ends": (lambda found: _agreement(found).update(ends="2025-12-31"), "5 January 2026"),
    "supervisee": (lambda found: _agreement(found).update(supervisee=None), "‘supervisee’ is missing"),
    "layer": (lambda found: _agreement(found).update(layers={"kind": "private"}), "‘kind’ has no layer"),
}


@pytest.mark.parametrize("what", _SPOILT)
def test_what_cannot_be_is_refused_and_named(exported: Document, tmp_path: Path, what: str) -> None:
    spoil, told = _SPOILT[what]
    spoil(exported)
    with new_record(tmp_path / "new.otcpd", 2) as other:
        before = read_tables(other)
        with pytest.raises(NotAcceptable) as refused:
            _import(other, tmp_path, exported)
        assert told in refused.value.happened
        assert read_tables(other) == before


def test_an_agreement_that_an_undo_took_away_goes_and_comes_without_terms(tmp_path: Path) -> None:
    with new_record(tmp_path / "mine.otcpd") as record:
        new_agreement(record, AgreementKind.PEER)
        record.undo()
        export(record, tmp_path / "first.json")
        with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
            import_file(other, tmp_path / "first.json")
            assert other.agreements.all() == []
            export(other, tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
