"""Profile checks over a real file."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import delete_activity, edit_activity, new_activity, set_layer
from otcpd.actions.checking import check
from otcpd.actions.gaps import edit_reason, give_reason, remove_reason
from otcpd.actions.portfolio import edit_portfolio, set_period, use_in_statement
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.domain.readiness import Finding, Level
from otcpd.record.record import Record
from tests.actions.support import journal_club, state

GAP = "2026-03-02/2026-06-30"
"""The one gap of `busy`: after 1 March, before 1 July."""


@pytest.fixture
def busy(record: Record) -> list[str]:
    """Twelve activities of two categories from November 2025 on, with nothing from March to June."""
    days = [date(2025, month, 1) for month in (11, 12)] + [date(2026, month, 1) for month in (1, 2, 3, 7, 8, 9, 10, 11)]
    days += [date(2026, 11, 10), date(2026, 11, 20)]
    kinds = (Category.WORK_BASED, Category.FORMAL)
    return [
        new_activity(record, title=f"Learning {place}", date=day, category=kinds[place % 2]).new_id
        for place, day in enumerate(days)
    ]


def findings(record: Record, rule: str) -> list[Finding]:
    return [one for one in check(record).findings if one.rule == rule]


def test_a_new_file_has_everything_before_it_and_checking_changes_nothing(record: Record) -> None:
    before = state(record)
    found = check(record)
    assert (found.start, found.end, found.ready) == (date(2025, 11, 1), date(2026, 11, 21), False)
    assert [(one.rule, one.level) for one in found.findings] == [
        ("R1", Level.ERROR),
        ("R2", Level.ERROR),
        ("R3", Level.NOTICE),
    ]
    assert all(one.source and one.why.endswith(".") and one.fix for one in found.findings)
    assert state(record) == before


# R1


@pytest.mark.usefixtures("busy")
def test_a_gap_wants_a_reason_and_is_content_with_one(record: Record) -> None:
    (gap,) = findings(record, "R1")
    assert (gap.level, gap.message, gap.fix) == (
        Level.ERROR,
        "No reason for the gap, 2 March to 30 June",
        "Give a reason",
    )
    assert gap.items == (GAP,)
    reason = give_reason(record, date(2026, 3, 2), date(2026, 6, 30), "family_leave").new_id
    assert check(record).findings == ()
    assert check(record).ready
    record.undo()
    assert findings(record, "R1") == [gap]
    record.redo()
    edit_reason(record, reason, "end", "2026-03-20")
    (short,) = findings(record, "R1")
    assert short.message == "The reason covers too little of the gap, 2 March to 30 June"
    remove_reason(record, reason)
    assert findings(record, "R1") == [gap]


@pytest.mark.usefixtures("busy")
def test_a_reason_that_may_not_leave_does_not_count(record: Record) -> None:
    reason = give_reason(record, date(2026, 3, 2), date(2026, 6, 30), "illness").new_id
    set_layer(record, "gap_reason", reason, "reason", Layer.PRIVATE)
    (gap,) = findings(record, "R1")
    assert gap.message == "The reason for the gap, 2 March to 30 June, is kept out of your profile"
    assert gap.fix == "Change who can read it"
    set_layer(record, "gap_reason", reason, "reason", Layer.REGULATOR)
    assert findings(record, "R1") == []


def test_an_activity_in_the_bin_opens_the_gap_it_closed(record: Record, busy: list[str]) -> None:
    filler = new_activity(record, date=date(2026, 5, 1), category=Category.OTHER).new_id
    assert findings(record, "R1") == []
    delete_activity(record, filler)
    assert [one.items for one in findings(record, "R1")] == [(GAP,)]


def test_two_months_without_cpd_are_worth_a_notice(record: Record, busy: list[str]) -> None:
    for one in busy[-3:]:
        delete_activity(record, one)
    delete_activity(record, busy[-4])
    give_reason(record, date(2026, 3, 2), date(2026, 6, 30), "leave")
    (notice,) = findings(record, "R1")
    assert (notice.level, notice.message) == (Level.NOTICE, "No CPD since 1 September 2026")
    assert check(record).ready


# R2, R3


def test_one_category_is_too_few(record: Record, busy: list[str]) -> None:
    assert findings(record, "R2") == []
    for one in busy:
        edit_activity(record, one, "category", Category.WORK_BASED)
    (few,) = findings(record, "R2")
    assert (few.level, few.message, few.fix) == (
        Level.ERROR,
        "Only one category of activity in this period",
        "Add an activity",
    )
    edit_activity(record, busy[0], "category", None)
    (few,) = findings(record, "R2")
    assert (few.items, few.fix) == ((busy[0],), "Choose a category")


def test_a_short_and_a_long_list_are_worth_knowing(record: Record, busy: list[str]) -> None:
    assert findings(record, "R3") == []
    delete_activity(record, busy[0])
    (few,) = findings(record, "R3")
    assert (few.level, few.message, few.fix) == (Level.NOTICE, "11 activities in your list", "Add an activity")
    for _one in range(40):
        journal_club(record)
    (many,) = findings(record, "R3")
    assert (many.message, many.fix) == ("51 activities in your list", "Look through the list")


# R4


@pytest.mark.parametrize(
    ("field", "words", "level", "message"),
    [
        ("summary", 449, None, ""),
        ("summary", 450, Level.WARNING, "Summary, 450 of 500 words, 50 left"),
        ("summary", 500, Level.WARNING, "Summary, 500 of 500 words, none left"),
        ("summary", 501, Level.ERROR, "Summary, 501 of 500 words, 1 too many"),
        ("statement", 1349, None, ""),
        ("statement", 1350, Level.WARNING, "Statement, 1,350 of 1,500 words, 150 left"),
        ("statement", 1501, Level.ERROR, "Statement, 1,501 of 1,500 words, 1 too many"),
    ],
)
def test_texts_are_counted_against_their_limits(
    record: Record, field: str, words: int, level: Level | None, message: str
) -> None:
    edit_portfolio(record, record.portfolios.current().id, field, "word\n" * words)
    assert [(one.level, one.message) for one in findings(record, "R4")] == ([(level, message)] if level else [])


# R8


def test_what_the_statement_rests_on_must_be_in_the_period(record: Record, busy: list[str]) -> None:
    use_in_statement(record, busy[0], True)
    assert findings(record, "R8") == []
    set_period(record, record.portfolios.current().id, date(2025, 12, 1), date(2026, 11, 21))
    (outside,) = findings(record, "R8")
    assert (outside.level, outside.message, outside.items) == (
        Level.ERROR,
        "‘Learning 0’ is outside your period",
        (busy[0],),
    )
    assert "It is dated 1 November 2025. Your profile covers 1 December 2025 to 21 November 2026." in outside.why
    use_in_statement(record, busy[0], False)
    assert findings(record, "R8") == []


def test_days_asked_for_are_checked_instead_of_those_fixed(record: Record, busy: list[str]) -> None:
    asked = check(record, date(2026, 7, 1), date(2026, 9, 30))
    assert (asked.start, asked.end) == (date(2026, 7, 1), date(2026, 9, 30))
    assert [one.rule for one in asked.findings] == ["R3"]
    with pytest.raises(NotAcceptable, match="is before the first"):
        check(record, date(2026, 9, 30), date(2026, 7, 1))
