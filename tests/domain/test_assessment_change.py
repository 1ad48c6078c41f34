"""What changed between two self-assessments, item by item and in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.assessment import Assessment, Mark
from otcpd.domain.assessment_change import ItemChange, Move, assessment_changes, changes_said

ITEM = "rcot_career@2022:leadership"
AT = datetime(2026, 9, 17, 9, tzinfo=UTC)
levels = st.none() | st.integers(1, 9)


def change(before: tuple[int | None, int | None], after: tuple[int | None, int | None]) -> ItemChange:
    return ItemChange(ITEM, Mark(ITEM, *before), Mark(ITEM, *after))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((4, 5), (5, 6), "Up from level 4 to level 5, as wanted. Level 6 wanted now, level 5 before."),
        ((4, 5), (5, 5), "Up from level 4 to level 5, as wanted."),
        ((4, 6), (5, 6), "Up from level 4 to level 5. Level 6 still wanted."),
        ((5, 6), (4, 6), "From level 5 to level 4. Level 6 still wanted."),
        ((4, None), (4, None), "Level 4, as before."),
        ((None, None), (3, 4), "Level 3, not marked before. Level 4 wanted now."),
        ((3, 4), (None, None), "Not marked any more, level 3 before. Level 4 no longer wanted."),
        ((None, None), (None, None), "No level marked."),
        ((5, 5), (5, 5), "Level 5, as before."),
    ],
)
def test_a_change_is_told_in_words(
    before: tuple[int | None, int | None], after: tuple[int | None, int | None], said: str
) -> None:
    assert change(before, after).said == said


@given(levels, levels, levels, levels)
def test_up_and_down_are_each_other_turned_round(
    now: int | None, target: int | None, later: int | None, to: int | None
) -> None:
    there, back = change((now, target), (later, to)), change((later, to), (now, target))
    turned = {Move.UP: Move.DOWN, Move.NEW: Move.GONE, Move.SAME: Move.SAME, Move.NONE: Move.NONE}
    turned |= {Move.DOWN: Move.UP, Move.GONE: Move.NEW}
    assert back.now is turned[there.now]
    assert back.target is turned[there.target]
    assert back.changed is there.changed
    assert there.said.endswith(".")
    assert "None" not in there.said


def test_two_dates_are_laid_over_each_other() -> None:
    def made(day: date, *marks: Mark) -> Assessment:
        return Assessment("1", "me", day, "f@1", AT, AT, marks={mark.item: mark for mark in marks})

    before = made(date(2025, 9, 17), Mark("f@1:a", 4, 5), Mark("f@1:b", 3), Mark("f@1:gone", 2))
    after = made(date(2026, 9, 17), Mark("f@1:a", 5, 6), Mark("f@1:b", 3), Mark("f@1:c", 1))
    changes = assessment_changes(before, after, ["f@1:a", "f@1:b", "f@1:c", "f@1:d"])
    assert [one.now for one in changes] == [Move.UP, Move.SAME, Move.NEW, Move.NONE]
    assert changes_said(changes) == "One went up, one marked for the first time and one stayed."
    assert changes_said(changes[3:]) == "No level is marked on either day."
