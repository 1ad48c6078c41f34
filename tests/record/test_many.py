"""Many rows changed at once leave what row by row would leave: in the table, in the journal, for undo."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from otcpd.actions import activities, several
from otcpd.actions.undoing import redo, undo
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.record.many import link_many, set_each, set_many
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import new_record

STANDARD = "hcpc_sop@2023:10"


@pytest.fixture
def record(tmp_path: Path, clock: FixedClock) -> Record:
    return new_record(tmp_path / "r.otcpd", clock)


def made(record: Record, count: int = 30) -> list[str]:
    return [activities.new_activity(record, title=f"Clinic {n}").new_id for n in range(count)]


def changes_of(record: Record, step: str | None) -> list[tuple[object, ...]]:
    """What a step wrote into the journal, without ids that are different each time."""
    rows = record.gate.connection.execute(
        'SELECT tbl, row, field, before, after, replaces FROM change WHERE step = ? ORDER BY tbl, row, "field"', (step,)
    ).fetchall()
    return [tuple(row) for row in rows]


def test_a_tag_for_many_is_one_step_and_one_undo(record: Record) -> None:
    ids = made(record)
    activities.set_tags(record, ids[3], ["falls"])
    changes = several.tag_several(record, ids, " #Falls ")
    assert {record.activities.get(one).tags for one in ids} == {("falls",)}
    assert changes.of("activity") == set(ids) - {ids[3]}
    undo(record)
    assert [record.activities.get(one).tags for one in ids[2:5]] == [(), ("falls",), ()]
    redo(record)
    assert {record.activities.get(one).tags for one in ids} == {("falls",)}
    undo(record)
    several.tag_several(record, ids, "falls")  # the links are in the bin and come back
    assert {record.activities.get(one).tags for one in ids} == {("falls",)}


def test_deleting_many_stamps_and_journals_as_one_by_one_does(record: Record) -> None:
    ids = made(record, 4)
    for one in ids:
        activities.edit_activity(record, one, "title", "Seating")
    alone = activities.delete_activity(record, ids[0])
    together = several.delete_several(record, ids[1:])
    (single,) = changes_of(record, alone.step)
    many = changes_of(record, together.step)
    assert [change[0] for change in many] == ["activity"] * 3
    assert {(change[2], change[3]) for change in many} == {(single[2], single[3])}
    assert all(change[5] is not None for change in (single, *many)), "each says which change it replaces"
    assert record.activities.rows() == []
    assert record.activities.get(ids[1]).modified == record.activities.get(ids[0]).modified
    several.restore_several(record, ids)
    assert {row.id for row in record.activities.rows()} == set(ids)


def test_a_new_link_says_in_the_journal_what_a_single_one_says(record: Record) -> None:
    first, second = made(record, 2)
    alone = activities.set_standards(record, first, [STANDARD])
    together = several.add_standard_to_several(record, [second], STANDARD)
    (single,), (many,) = changes_of(record, alone.step), changes_of(record, together.step)
    assert str(many[4]).replace(str(many[1]), "").replace(second, "") == str(single[4]).replace(
        str(single[1]), ""
    ).replace(first, "")
    assert together.created == (many[1],)


def test_what_is_so_already_makes_no_step(record: Record) -> None:
    ids = made(record, 3)
    several.categorise_several(record, ids, Category.FORMAL)
    assert not several.categorise_several(record, ids, Category.FORMAL)
    assert {record.activities.get(one).category for one in ids} == {Category.FORMAL}
    several.delete_several(record, ids)
    assert not several.delete_several(record, ids)


def test_the_statement_takes_them_in_their_order_and_lets_them_go(record: Record) -> None:
    ids = made(record, 4)
    several.use_several_in_statement(record, ids[:2], True)
    several.use_several_in_statement(record, [ids[3], ids[0], ids[2]], True)
    assert record.portfolios.current().chosen == (ids[0], ids[1], ids[3], ids[2])
    several.use_several_in_statement(record, ids[:3], False)
    assert record.portfolios.current().chosen == (ids[3],)
    several.use_several_in_statement(record, ids[:1], True)
    assert record.portfolios.current().chosen == (ids[3], ids[0])


def test_what_cannot_be_changes_nothing(record: Record) -> None:
    ids = made(record, 2)
    with pytest.raises(NotAcceptable):
        several.tag_several(record, ids, " # ")
    with pytest.raises(NotAcceptable):
        several.add_standard_to_several(record, ids, "hcpc_sop@1999:1")
    assert record.activities.tags() == []


def test_verify_and_replay_find_nothing_odd(record: Record, tmp_path: Path) -> None:
    ids = made(record, 25)
    several.tag_several(record, ids, "falls")
    several.delete_several(record, ids[:22])
    undo(record)
    undo(record)
    redo(record)
    report = record.verify()
    assert report == []


HALF_AND_PARTS = "Cafe\N{COMBINING ACUTE ACCENT} \udcff"
STORED = "Café \N{REPLACEMENT CHARACTER}"


def test_values_are_kept_as_those_set_one_by_one_are(record: Record) -> None:
    ids = made(record, 3)
    with record.step("One") as step:
        step.set("activity", ids[0], "title", HALF_AND_PARTS)
        step.set("activity", ids[0], "finished", True)
    with record.step("Many") as step:
        set_many(step, "activity", ids, "title", HALF_AND_PARTS)
        set_many(step, "activity", ids, "finished", True)
        set_each(step, "activity", "type", {ids[1]: HALF_AND_PARTS, ids[2]: "Café"})
        link_many(step, "activity_standard", [{"activity": ids[1], "standard": "cafe\N{COMBINING ACUTE ACCENT}"}])
    assert {record.activities.get(one).title for one in ids} == {STORED}
    assert [record.activities.get(one).type for one in ids] == ["", STORED, "Café"]
    assert record.activities.get(ids[1]).standards == ("café",)
    assert not step.changes.of("activity") & {ids[0]}, "what is so already is no change"
    stored = [str(value) for change in changes_of(record, step.changes.step) for value in change]
    assert all(value == unicodedata.normalize("NFC", value) for value in stored)
    assert record.verify() == []


def test_links_that_come_back_take_few_statements(record: Record) -> None:
    ids = made(record, 40)
    several.use_several_in_statement(record, ids, True)
    several.use_several_in_statement(record, ids, False)
    heard: list[str] = []
    engine: Any = record.gate.connection
    engine.set_trace_callback(heard.append)
    several.use_several_in_statement(record, ids[::-1], True)
    engine.set_trace_callback(None)
    assert record.portfolios.current().chosen == tuple(ids[::-1])
    assert sum(one.startswith("SELECT") for one in heard) < 40, "none for each link"
    assert record.verify() == []
