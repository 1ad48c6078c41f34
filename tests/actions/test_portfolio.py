"""The portfolio: texts, period, what is chosen, numbers of evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from otcpd.actions.activities import delete_activity, restore_activity
from otcpd.actions.portfolio import MOST_EVIDENCE, edit_portfolio, number_evidence, set_period, use_in_statement
from otcpd.actions.profile import profile_content
from otcpd.actions.reading import profile_period
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.period import Period
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, undone_and_redone, written
from tests.ports import FixedClock
from tests.record.support import found, undo_labels

TODAY = date(2026, 11, 21)
CYCLE_START, CYCLE_END = date(2025, 11, 1), date(2027, 10, 31)


@pytest.fixture
def portfolio(record: Record) -> str:
    return record.portfolios.current().id


# Texts


@pytest.mark.parametrize("field", ["summary", "statement", "name"])
def test_each_text_is_written_and_undone(record: Record, portfolio: str, field: str) -> None:
    undone_and_redone(
        record,
        lambda: edit_portfolio(record, portfolio, field, "I work in a council.\n\nI see adults."),
        lambda: getattr(record.portfolios.get(portfolio), field),
        f"Edit {field}",
    )
    assert getattr(record.portfolios.get(portfolio), field) == "I work in a council.\n\nI see adults."
    assert found(record, "council", "portfolio") == {portfolio}


def test_typing_the_statement_is_one_step_and_the_summary_another(
    record: Record, clock: FixedClock, portfolio: str
) -> None:
    for field in ("statement", "summary"):
        for end in range(1, 15):
            clock.advance(2)
            edit_portfolio(record, portfolio, field, "I chose four activities."[:end], typing=True)
    assert undo_labels(record) == ["Edit statement", "Edit summary"]


def test_what_a_portfolio_has_not_is_refused(record: Record, portfolio: str) -> None:
    with refused(record, NotAcceptable, "A portfolio has no text ‘owner’."):
        edit_portfolio(record, portfolio, "owner", "x")
    with refused(record, NotAcceptable, "The portfolio has no name yet."):
        edit_portfolio(record, portfolio, "name", " ")
    with refused(record, NotAcceptable, "There is no portfolio ‘nobody’."):
        edit_portfolio(record, "nobody", "summary", "x")


# Period


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, Period(CYCLE_START, TODAY)),
        (date(2026, 1, 1), None, Period(date(2026, 1, 1), TODAY)),
        (None, date(2026, 6, 30), Period(CYCLE_START, date(2026, 6, 30))),
        (date(2023, 11, 1), date(2025, 10, 31), Period(date(2023, 11, 1), date(2025, 10, 31))),
        (None, date(2024, 6, 30), Period(date(2023, 11, 1), date(2024, 6, 30))),
    ],
)
def test_a_period_is_fixed_or_follows_the_cycle(
    record: Record, portfolio: str, start: date | None, end: date | None, expected: Period
) -> None:
    set_period(record, portfolio, start, end)
    found = record.portfolios.get(portfolio)
    assert (found.start, found.end) == (start, end)
    assert profile_period(record, found) == expected
    content = profile_content(record)
    assert (content.cover.start, content.cover.end) == (expected.start, expected.end)


def test_days_asked_for_come_before_those_fixed(record: Record, portfolio: str) -> None:
    set_period(record, portfolio, date(2026, 1, 1), date(2026, 6, 30))
    asked = profile_period(record, record.portfolios.current(), date(2026, 2, 1), date(2026, 2, 28))
    assert asked == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_a_following_period_ends_today_and_then_with_its_cycle(
    record: Record, clock: FixedClock, portfolio: str
) -> None:
    clock.advance(days=30)
    assert profile_period(record, record.portfolios.current()).end == date(2026, 12, 21)
    clock.advance(days=365)
    assert profile_period(record, record.portfolios.current()).start == date(2027, 11, 1)


def test_changing_the_period_is_one_step(record: Record, portfolio: str) -> None:
    def seen() -> object:
        one = record.portfolios.get(portfolio)
        return one.start, one.end

    undone_and_redone(record, lambda: set_period(record, portfolio, CYCLE_START, CYCLE_END), seen, "Change the period")
    with refused(record, NotAcceptable, "is before the first"):
        set_period(record, portfolio, CYCLE_END, CYCLE_START)
    with refused(record, NotAcceptable, "31 October 9999 is out of reach."):
        set_period(record, portfolio, None, date(9999, 10, 31))
    with refused(record, NotAcceptable, "There is no portfolio"):
        set_period(record, "nobody", None, None)


# The statement's activities


def test_chosen_activities_stand_in_the_order_of_choosing(record: Record, portfolio: str) -> None:
    ids = [journal_club(record, date(2026, 11, day)) for day in (3, 1, 2)]
    for one in ids:
        assert use_in_statement(record, one, True).of("activity") == {one}
    assert record.portfolios.current().chosen == tuple(ids)
    assert not use_in_statement(record, ids[0], True), "what is chosen keeps its place"
    assert record.portfolios.current().chosen == tuple(ids)
    use_in_statement(record, ids[1], False)
    assert record.portfolios.current().chosen == (ids[0], ids[2])
    assert [row.chosen for row in record.activities.rows() if row.id == ids[1]] == [False]
    use_in_statement(record, ids[1], True, portfolio)
    assert record.portfolios.current().chosen == (ids[0], ids[2], ids[1])


def test_choosing_and_leaving_out_are_undone(record: Record, activity: str) -> None:
    def chosen() -> object:
        return record.portfolios.current().chosen

    undone_and_redone(record, lambda: use_in_statement(record, activity, True), chosen, "Use in my statement")
    undone_and_redone(record, lambda: use_in_statement(record, activity, False), chosen, "Leave out of my statement")
    assert not use_in_statement(record, activity, False)


def test_a_chosen_activity_leaves_with_the_bin_and_comes_back(record: Record, activity: str) -> None:
    use_in_statement(record, activity, True)
    delete_activity(record, activity)
    assert record.portfolios.current().chosen == ()
    restore_activity(record, activity)
    assert record.portfolios.current().chosen == (activity,)


def test_unknown_activities_and_portfolios_are_refused(record: Record, activity: str) -> None:
    with refused(record, NotAcceptable, "There is no activity"):
        use_in_statement(record, "nobody", True)
    with refused(record, NotAcceptable, "There is no portfolio"):
        use_in_statement(record, activity, True, "nobody")


# Numbers of evidence


def test_a_number_is_fixed_and_undone_and_the_others_flow_round_it(
    record: Record, portfolio: str, activity: str, tmp_path: Path
) -> None:
    one, two, three = (
        attached(record, activity, written(tmp_path / f"{name}.txt", name), name).evidence for name in "abc"
    )
    undone_and_redone(
        record,
        lambda: number_evidence(record, portfolio, three, 2),
        lambda: dict(record.portfolios.get(portfolio).evidence_numbers),
        "Number evidence",
    )
    index = {row.caption: row.number for row in profile_content(record).evidence}
    assert index == {"Dated list of CPD activities": 1, "c": 2, "a": 3, "b": 4}
    assert not number_evidence(record, portfolio, three, 2)
    number_evidence(record, portfolio, three, 7)
    number_evidence(record, portfolio, one, 2)
    assert record.portfolios.get(portfolio).evidence_numbers == {one: 2, three: 7}
    with refused(record, NotAcceptable, "E7 is taken. Nothing was changed. Choose another number."):
        number_evidence(record, portfolio, two, 7)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "E1 is the dated list of activities. Nothing was changed. Choose a number from 2 on."),
        (0, "Choose a number from 2 on."),
        (-3, "Choose a number from 2 on."),
        (MOST_EVIDENCE + 1, "E1000 is too high."),
        (10**30, "is too high."),
    ],
)
def test_numbers_that_cannot_be_are_refused(
    record: Record, portfolio: str, activity: str, tmp_path: Path, number: int, words: str
) -> None:
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    with refused(record, NotAcceptable, words):
        number_evidence(record, portfolio, evidence, number)


def test_numbering_what_is_not_there_is_refused(record: Record, portfolio: str) -> None:
    with refused(record, NotAcceptable, "There is no evidence"):
        number_evidence(record, portfolio, "nobody", 2)
