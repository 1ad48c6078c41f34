"""Reasons for gaps."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.gaps import edit_reason, give_reason, remove_reason
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.ports import FixedClock
from tests.record.support import found, sound, undo_labels

START, END = date(2026, 3, 13), date(2026, 6, 21)


@pytest.fixture
def reason(record: Record) -> str:
    return give_reason(record, START, END, "family_leave", "I was needed at home.").new_id


def test_a_reason_is_given_and_undone(record: Record) -> None:
    undone_and_redone(
        record,
        lambda: give_reason(record, START, END, " leave ", " Six weeks in Skye. "),
        record.gap_reasons.all,
        "Give a reason",
    )
    (given,) = record.gap_reasons.all()
    assert (given.start, given.end, given.reason, given.note) == (START, END, "leave", "Six weeks in Skye.")
    assert given.owner == record.owner
    assert found(record, "skye", "gap_reason") == {given.id}


def test_own_words_and_a_single_day_are_enough(record: Record) -> None:
    give_reason(record, START, START, "Between two posts")
    (given,) = record.gap_reasons.all()
    assert (given.reason, given.start, given.end) == ("Between two posts", START, START)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("reason", "illness", "illness"),
        ("note", "", ""),
        ("start", "2026-03-20", date(2026, 3, 20)),
        ("end", "2026-07-01", date(2026, 7, 1)),
    ],
)
def test_each_field_is_edited_and_undone(record: Record, reason: str, field: str, value: str, kept: object) -> None:
    def seen() -> object:
        (one,) = record.gap_reasons.all()
        return getattr(one, field)

    undone_and_redone(record, lambda: edit_reason(record, reason, field, value), seen, "Edit reason")
    assert seen() == kept


def test_typing_a_note_is_one_step(record: Record, clock: FixedClock, reason: str) -> None:
    for end in range(1, 12):
        clock.advance(2)
        edit_reason(record, reason, "note", "I was away."[:end], typing=True)
    assert undo_labels(record) == ["Give a reason", "Edit reason"]


def test_a_reason_is_taken_away_and_comes_back(record: Record, reason: str) -> None:
    undone_and_redone(record, lambda: remove_reason(record, reason), record.gap_reasons.all, "Remove reason")
    assert record.gap_reasons.all() == []
    assert found(record, "needed", "gap_reason") == frozenset()


def test_days_out_of_order_and_no_reason_are_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "The last day, 13 March 2026, is before the first, 21 June 2026."):
        give_reason(record, END, START, "leave")
    with refused(record, NotAcceptable, "13 March 206 is out of reach. Nothing was changed."):
        give_reason(record, date(206, 3, 13), END, "leave")
    with refused(record, NotAcceptable, "The gap has no reason yet. Nothing was changed. Choose one from the list."):
        give_reason(record, START, END, " ")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("start", "soon", "‘soon’ is not a date."),
        ("start", "", "‘’ is not a date."),
        ("end", "31/12/2026", "Write dates as year-month-day, as in 2026-11-19."),
        ("start", "2026-06-22", "is before the first, 22 June 2026."),
        ("end", "2026-03-12", "The last day, 12 March 2026, is before the first"),
        ("reason", "  ", "The gap has no reason yet."),
        ("owner", "x", "A reason has no field ‘owner’."),
    ],
)
def test_edits_that_cannot_be_are_refused(record: Record, reason: str, field: str, value: str, words: str) -> None:
    with refused(record, NotAcceptable, words):
        edit_reason(record, reason, field, value)
    assert len(record.gap_reasons.all()) == 1
    assert sound(record)


def test_an_unknown_reason_is_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no reason with the id nobody."):
        edit_reason(record, "nobody", "note", "x")
    with refused(record, NotAcceptable, "There is no reason with the id nobody."):
        remove_reason(record, "nobody")
