"""The pathway in our JSON: united, refused, and read from files of before there was one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from otcpd.actions.activities import new_activity
from otcpd.actions.exporting import export, read_tables
from otcpd.actions.importing import import_file
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.exchange.filling import new_record
from tests.record.pathway_rows import Rows, add_pathway

Document = dict[str, Any]

OTHER = "You have it already with other content, and yours stays as it is."
PATHWAY = (
    *("frameworks", "framework_links", "role_aims", "opportunities", "assessments"),
    *("learning_plans", "impacts", "readings"),
)
OF_POST = {"setting": "", "grade": "", "locality": "", "specialisms": "", "note": "", "wte": None, "fixed_until": None}
SAID_OF_GOAL = ("id", "deleted", "title")


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Record]:
    """A CPD file with an activity, a post and a whole pathway."""
    with new_record(tmp_path / "mine.otcpd") as record:
        activity = new_activity(record, title="Journal club").new_id
        with record.step("New post") as step:
            step.insert("post", {"title": "Occupational therapist", "start": "2024-02-01"})
        add_pathway(record, activity)
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


def test_the_fields_of_a_goal_are_those_that_are_promised(mine: Record, exported: Document) -> None:
    (goal,) = exported["goals"]
    (milestone,) = goal.pop("milestones")
    assert (milestone["text"], milestone["due"], milestone["done_on"]) == ("Shadow Fiona", None, "2026-10-01")
    assert {key: value for key, value in goal.items() if value} == {
        "id": goal["id"],
        "title": "Lead the huddle",
        "why": "Nobody does",
        "measurable": "Every week",
        "framework_item": "senior@1:lead",
        "level_now": 1,
        "level_target": 2,
        "target_date": "2026-12-31",
        "review_dates": ["2026-11-15"],
        "state": "open",
    }
    assert exported["version"] == 3
    assert [one["goals"] for one in exported["activities"]] == [[goal["id"]]]
    assert [one["goal"] for plan in exported["learning_plans"] for one in plan["goals"]] == [goal["id"]] * 2
    (framework,) = exported["frameworks"]
    assert [item["code"] for item in framework["items"]] == ["lead", "teach"]
    assert [one["before"] for one in exported["impacts"][0]["measures"]] == ["9.5"]
    assert mine.people.posts()[0].wte == 60


def test_a_pathway_alone_makes_entries_and_comes_in_whole(mine: Record, exported: Document, tmp_path: Path) -> None:
    with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
        assert _import(other, tmp_path, exported) == (
            "one person",
            "one post",
            "one goal",
            "one activity",
            "one portfolio",
            "one framework",
            "one link between frameworks",
            "one role aimed for",
            "one opportunity",
            "one self-assessment",
            "two learning plans",
            "one impact",
            "one reading",
        )
        export(other, tmp_path / "again.json")
        assert json.loads((tmp_path / "again.json").read_text("utf-8")) == exported
        assert other.search("hips homes")["reading"]
        assert mine.frameworks.all() == other.frameworks.all()
    for name in (*PATHWAY, "goals"):
        with new_record(tmp_path / f"{name}.otcpd", 3, number="OT000888") as third:
            _only(third, mine, name)
            with pytest.raises(NotAcceptable, match="OT000888"):
                _import(third, tmp_path, exported)


_ROWS_OF: dict[str, tuple[str, dict[str, str]]] = {
    "frameworks": ("framework", {"code": "a", "edition": "1"}),
    "framework_links": ("framework_link", {"source": "a@1:b", "target": "c@1:d"}),
    "role_aims": ("role_aim", {"title": "Senior"}),
    "opportunities": ("opportunity", {"title": "A day"}),
    "assessments": ("assessment", {"date": "2026-01-01"}),
    "learning_plans": ("learning_plan", {"title": "Mine"}),
    "impacts": ("impact", {"title": "Kit"}),
    "readings": ("reading", {"title": "Hips"}),
    "goals": ("goal", {"title": "Lead"}),
}


def _only(record: Record, stamped: Record, name: str) -> None:
    """Only one row of one kind in the file: it is hers, and nobody takes it over."""
    table, values = _ROWS_OF[name]
    columns = {row[1] for row in stamped.reader.rows(f'PRAGMA table_info("{table}")')}
    with record.step("New") as step:
        step.insert(table, values | {one: step.at for one in ("created", "modified") if one in columns})


def test_the_same_persons_pathway_is_united(mine: Record, exported: Document, tmp_path: Path) -> None:
    with new_record(tmp_path / "laptop.otcpd", 2) as laptop:
        new_activity(laptop, title="Her own")
        _import(laptop, tmp_path, exported)
        rows: Rows = {table: str(laptop.reader.value(f"SELECT min(id) FROM {table}")) for table in ("goal", "impact")}
        with laptop.step("Edit goal") as step:
            step.insert("goal_milestone", {"goal": rows["goal"], "text": "Here", "position": "n"})
            step.set("goal", rows["goal"], "title", "Lead it well")
        with mine.step("Edit goal") as step:
            step.insert("goal_milestone", {"goal": rows["goal"], "text": "There", "position": "n"})
            step.insert("impact_measure", {"impact": rows["impact"], "name": "Falls", "better": "lower"})
        export(mine, tmp_path / "again.json")
        report = import_file(laptop, tmp_path / "again.json")
        assert report.taken == (
            "one addition to goals that you had already",
            "one addition to impacts that you had already",
        )
        assert ("goal ‘Lead the huddle’", OTHER) in report.skipped
        texts = laptop.reader.rows("SELECT text FROM goal_milestone ORDER BY position, id")
        assert [text for (text,) in texts] == ["Shadow Fiona", "Here", "There"]
        assert (laptop.verify(), laptop.integrity()) == ([], [])
        taken, skipped = (outcome := import_file(laptop, tmp_path / "again.json")).taken, outcome.skipped
        assert taken == ()
        assert ("two learning plans", "You have them already.") in skipped


@pytest.mark.parametrize("version", [1, 2])
def test_json_of_before_there_was_a_pathway_is_taken_as_before(mine: Record, tmp_path: Path, version: int) -> None:
    with new_record(tmp_path / "old.otcpd", 4) as record:
        new_activity(record, title="Journal club")
        with record.step("Fill") as step:
            step.insert("goal", {"title": "Lead"})
            step.insert("post", {"title": "Occupational therapist"})
        export(record, tmp_path / "old.json")
    document = json.loads((tmp_path / "old.json").read_text("utf-8"))
    document["version"] = version
    for name in PATHWAY:
        assert document.pop(name) == []
    (goal,), (post,) = document["goals"], document["posts"]
    document["goals"] = [{key: goal[key] for key in SAID_OF_GOAL}]
    assert {key: post.pop(key) for key in OF_POST} == OF_POST
    assert post.pop("layers") == {}
    with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
        taken = _import(other, tmp_path, document)
        assert taken == ("one person", "one post", "one goal", "one activity", "one portfolio")
        export(other, tmp_path / "again.json")
        again = json.loads((tmp_path / "again.json").read_text("utf-8"))
        assert (again["goals"], again["version"]) == ([goal], 3)
        assert goal["state"] == "open"
        assert mine.verify() == []


def _first(found: Document, name: str) -> Document:
    chosen: Document = found[name][0]
    return chosen


_SPOILT: dict[str, tuple[Callable[[Document], None], str]] = {
    "state": (lambda found: _first(found, "goals").update(state="late"), "should be one of: open"),
    "level": (lambda found: _first(found, "goals").update(level_now=100), "whole number from 0 to 99"),
    "review": (lambda found: _first(found, "goals").update(review_dates=["2026-02-30"]), "‘review_dates’"),
    "step": (lambda found: _first(found, "goals")["milestones"][0].update(due="soon"), "‘due’"),
    "aim": (lambda found: _first(found, "goals").update(aim=found["owner"]), "no role aimed for with the id"),
    "activity": (lambda found: _first(found, "readings").update(activities=[found["owner"]]), "no activity"),
    "number": (lambda found: _first(found, "impacts")["measures"][0].update(after="four"), "no number such as 12.5"),
    "dots": (lambda found: _first(found, "impacts")["measures"][0].update(after="1.2.3"), "no number such as 12.5"),
    "better": (lambda found: _first(found, "impacts")["measures"][0].update(better="more"), "higher, lower"),
    "setting": (lambda found: _first(found, "posts").update(setting="prison"), "council"),
    "part of a post": (lambda found: _first(found, "posts").update(wte=400), "whole number from 0 to 200"),
    "plan": (lambda found: _first(found, "learning_plans").update(start=None), "‘start’ is missing"),
    "agreed by": (lambda found: _plan(found)["agreements"][0].update(person=None), "‘person’ is missing"),
    "cost": (lambda found: _plan(found)["learning"][0].update(pence=-1), "whole number from 0"),
    "kind": (lambda found: _first(found, "frameworks").pop("kind"), "‘kind’ is missing"),
    "link": (lambda found: _first(found, "framework_links").update(kind="near"), "same, related"),
    "edition": (lambda found: _first(found, "frameworks").update(edition="2:1"), "holds @ or a colon"),
    "code": (lambda found: _first(found, "frameworks").update(code="a@1"), "holds @ or a colon"),
    "id of a mark": (lambda found: _mark(found).update(id=found["owner"]), "made of its ends"),
    "two marks": (lambda found: _first(found, "assessments")["marks"].append(dict(_mark(found))), "there twice"),
    "layer": (lambda found: _first(found, "assessments").update(layers={"date": "private"}), "‘date’ has no layer"),
}


def _mark(found: Document) -> Document:
    chosen: Document = _first(found, "assessments")["marks"][0]
    return chosen


def _plan(found: Document) -> Document:
    chosen: Document = next(one for one in found["learning_plans"] if one["agreements"])
    return chosen


def test_ids_that_are_made_of_ends_may_be_left_out(exported: Document, tmp_path: Path) -> None:
    bare = json.loads(json.dumps(exported))
    for one in (_mark(bare), _first(bare, "assessments")["shown_by"][0], _plan(bare)["goals"][0]):
        del one["id"]
    with new_record(tmp_path / "new.otcpd", 2, number="OT000999") as other:
        _import(other, tmp_path, bare)
        export(other, tmp_path / "again.json")
        assert json.loads((tmp_path / "again.json").read_text("utf-8")) == exported


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
