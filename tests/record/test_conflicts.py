"""Two copies of one file, edited apart: the journals alone tell what conflicts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.record import opening
from otcpd.record.history import Change, Conflict, conflicts
from otcpd.record.ids import text_id
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import add_activity, add_tag, delete, edit, new_record, surroundings, type_text

Pair = tuple[Record, Record, str]


@pytest.fixture
def copies(path: Path, clock: FixedClock) -> Iterator[Pair]:
    """Two copies of one file with one activity, each open for writing, with other chance."""
    with new_record(path, clock) as made:
        activity = add_activity(made)
        edit(made, activity, "learning", "as it was")
    with copied(path, clock, 11) as ours, copied(path, clock, 12) as theirs:
        yield ours, theirs, activity


def copied(path: Path, clock: FixedClock, seed: int) -> Record:
    target = path.with_name(f"copy {seed}.otcpd")
    shutil.copyfile(path, target)
    return opening.open_for_writing(target, surroundings(clock, seed))


def journal(record: Record) -> list[Change]:
    return record.history.all_changes()


def between(ours: Record, theirs: Record) -> list[Conflict]:
    found = conflicts(journal(ours), journal(theirs))
    turned = conflicts(journal(theirs), journal(ours))
    assert sorted((one.row, one.field) for one in found) == sorted((one.row, one.field) for one in turned)
    return found


def answer(record: Record, activity: str, text: str) -> str:
    """An answer to a prompt: its id is what it answers, so two copies make the same row."""
    reflection = text_id("reflection", activity, "gibbs")
    row = text_id("reflection_answer", reflection, "feelings")
    with record.step("Edit reflection") as step:
        step.put("reflection", reflection, {"activity": activity, "model": "gibbs"})
        step.put(
            "reflection_answer",
            row,
            {"activity": activity, "reflection": reflection, "prompt": "feelings", "text": text},
        )
    return row


def test_copies_share_no_new_change_and_no_new_step(copies: Pair) -> None:
    ours, theirs, activity = copies
    before = {change.id for change in journal(ours)}
    for record in (ours, theirs):
        edit(record, activity, "learning", "the same words")
        add_activity(record)
        add_tag(record, activity, "falls")
    new_ours = {change.id for change in journal(ours)} - before
    new_theirs = {change.id for change in journal(theirs)} - before
    assert new_ours
    assert len(new_ours) == len(new_theirs)
    assert not new_ours & new_theirs
    assert not {change.session for change in journal(ours) if change.id in new_ours} & {
        change.session for change in journal(theirs)
    }
    assert ours.id == theirs.id, "copies keep the id of the file"


def test_a_field_edited_in_both_copies_is_a_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    edit(ours, activity, "learning", "ours at first")
    edit(ours, activity, "learning", "ours")
    edit(theirs, activity, "learning", "theirs")
    (conflict,) = between(ours, theirs)
    assert (conflict.table, conflict.row, conflict.field) == ("activity", activity, "learning")
    assert (conflict.ours.after, conflict.theirs.after) == ("ours", "theirs")


def test_a_conflict_is_found_whatever_the_clocks_say(copies: Pair, clock: FixedClock) -> None:
    ours, theirs, activity = copies
    edit(ours, activity, "learning", "ours")
    clock.advance(days=-400)
    edit(theirs, activity, "learning", "theirs")
    assert [one.field for one in between(ours, theirs)] == ["learning"]


def test_an_edit_in_one_copy_only_is_no_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    edit(ours, activity, "learning", "ours")
    edit(ours, activity, "minutes", 30)
    delete(ours, activity)
    assert between(ours, theirs) == []


def test_other_fields_are_no_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    edit(ours, activity, "learning", "ours")
    edit(theirs, activity, "minutes", 30)
    add_activity(ours)
    add_activity(theirs)
    assert between(ours, theirs) == []


def test_the_same_value_in_both_is_no_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    edit(ours, activity, "learning", "a detour")
    edit(ours, activity, "learning", "the same")
    edit(theirs, activity, "learning", "the same")
    add_tag(ours, activity, "falls")
    add_tag(theirs, activity, "falls")
    assert between(ours, theirs) == []


def test_deleting_here_and_editing_there_touches_two_fields(copies: Pair) -> None:
    ours, theirs, activity = copies
    delete(ours, activity)
    delete(theirs, activity)
    edit(theirs, activity, "learning", "theirs")
    assert between(ours, theirs) == [], "the same instant in the bin"


def test_first_answers_to_one_prompt_are_a_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    row = answer(ours, activity, "I felt calm")
    assert answer(theirs, activity, "I felt") == row
    answer(theirs, activity, "I felt rushed")
    (conflict,) = between(ours, theirs)
    assert (conflict.table, conflict.row, conflict.field) == ("reflection_answer", row, "text")
    assert (conflict.ours.after, conflict.theirs.after) == ("I felt calm", "I felt rushed")


def test_the_same_first_answer_is_no_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    answer(ours, activity, "I felt calm")
    answer(theirs, activity, "I")
    answer(theirs, activity, "I felt calm")
    assert between(ours, theirs) == []


def test_a_copy_taken_in_the_middle_of_typing(path: Path, clock: FixedClock) -> None:
    with new_record(path, clock) as ours:
        activity = add_activity(ours)
        type_text(ours, activity, "learning", "falls")
        with copied(path, clock, 12) as theirs:
            clock.advance(5)
            type_text(ours, activity, "learning", "falls and splints")
            assert between(ours, theirs) == [], "only one has gone on"
            edit(theirs, activity, "learning", "theirs")
            (conflict,) = between(ours, theirs)
            assert (conflict.ours.after, conflict.theirs.after) == ("falls and splints", "theirs")
            edit(ours, activity, "learning", "theirs")
            assert between(ours, theirs) == []


def test_erasing_in_one_copy_is_no_conflict(copies: Pair) -> None:
    ours, theirs, activity = copies
    ours.erase(activity, "learning", "a name")
    assert between(ours, theirs) == []


_EDIT = st.tuples(st.sampled_from(("learning", "description", "title")), st.sampled_from(("a", "b", "c")))


@given(ours=st.lists(_EDIT, max_size=5), theirs=st.lists(_EDIT, max_size=5))
def test_conflicts_are_the_fields_that_both_changed_to_other_values(
    tmp_path_factory: pytest.TempPathFactory, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    clock = FixedClock()
    path = tmp_path_factory.mktemp("copies") / "eilidh.otcpd"
    with new_record(path, clock) as made:
        activity = add_activity(made, "as it was")
    with copied(path, clock, 11) as left, copied(path, clock, 12) as right:
        changed = []
        for record, edits in ((left, ours), (right, theirs)):
            shared = len(journal(record))
            for name, value in edits:
                edit(record, activity, name, value)
            changed.append({change.field for change in journal(record)[shared:]})
        values = [{change.field: change.after for change in journal(record)} for record in (left, right)]
        expected = {name for name in changed[0] & changed[1] if values[0][name] != values[1][name]}
        assert {one.field for one in between(left, right)} == expected
