"""Protected time: what is promised, planned, had and lost, as tables and as rules that hold for all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.entitled_time import days_away, entitled_minutes, months_of
from otcpd.domain.period import Period
from otcpd.domain.protected_balance import Balance, balance, usual_period
from otcpd.domain.protected_time import Entitlement, Per, ProtectedSlot, ProtectedUse
from otcpd.domain.protected_use import ProtectedFacts
from otcpd.domain.supervision import SessionState

TODAY = date(2026, 11, 22)
HALF_DAY = 210
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SIX = Period(date(2026, 6, 1), date(2026, 11, 30))


@dataclass(frozen=True)
class Done:
    """An activity with protected minutes."""

    id: str
    date: dt.date
    protected_minutes: int
    type: str = ""
    deleted: dt.datetime | None = None


@dataclass(frozen=True)
class Had:
    """A session whose time was kept free."""

    day: dt.date
    minutes: int | None = 60
    state: SessionState = SessionState.HELD
    as_supervisor: bool = False
    protected_kept: bool | None = True
    made: str | None = None
    deleted: dt.datetime | None = None


def promised(minutes: int, per: Per, start: date, end: date | None = None) -> Entitlement:
    return Entitlement(f"{start}{minutes}", "me", start, minutes, per, end)


def slot(
    day: date,
    taken: int | None = None,
    *,
    planned: int = HALF_DAY,
    use: ProtectedUse = ProtectedUse.CPD,
    reason: str = "",
    activity: str | None = None,
) -> ProtectedSlot:
    return ProtectedSlot(f"{day}{use}{planned}", "me", day, planned, use, taken, reason, activity=activity)


def figures(found: Balance) -> tuple[int, int, int, int]:
    return found.entitled, found.planned, found.taken, found.lost


@pytest.mark.parametrize(
    ("entitlements", "period", "minutes"),
    [
        pytest.param([promised(210, Per.MONTH, date(2026, 1, 1))], SIX, 1260, id="six whole months"),
        pytest.param([promised(210, Per.MONTH, date(2026, 11, 16))], SIX, 105, id="from the middle of a month"),
        pytest.param(
            [promised(210, Per.MONTH, date(2026, 1, 1), date(2026, 6, 15))], SIX, 105, id="ended in mid-month"
        ),
        pytest.param([promised(420, Per.MONTH, date(2027, 1, 1))], SIX, 0, id="not begun yet"),
        pytest.param([promised(420, Per.MONTH, date(2024, 1, 1), date(2025, 1, 1))], SIX, 0, id="long ended"),
        pytest.param(
            [
                promised(210, Per.MONTH, date(2025, 4, 1), date(2026, 8, 31)),
                promised(420, Per.MONTH, date(2026, 9, 1)),
            ],
            SIX,
            3 * 210 + 3 * 420,
            id="changed in mid-year",
        ),
        pytest.param(
            [promised(210, Per.MONTH, date(2025, 4, 1)), promised(60, Per.MONTH, date(2025, 4, 1))],
            SIX,
            6 * 270,
            id="side by side",
        ),
        pytest.param(
            [promised(60, Per.WEEK, date(2026, 1, 5))], Period(date(2026, 3, 2), date(2026, 3, 29)), 240, id="weeks"
        ),
        pytest.param([promised(60, Per.WEEK, date(2026, 1, 1))], YEAR, 3129, id="52 weeks and a day"),
        pytest.param([promised(2940, Per.YEAR, date(2023, 7, 1))], YEAR, 2940, id="a whole year"),
        pytest.param(
            [promised(2940, Per.YEAR, date(2023, 7, 1))],
            Period(date(2024, 1, 1), date(2024, 12, 31)),
            2940,
            id="a leap year",
        ),
        pytest.param(
            [promised(366, Per.YEAR, date(2024, 1, 1))],
            Period(date(2024, 2, 1), date(2024, 2, 29)),
            29,
            id="its February",
        ),
        pytest.param(
            [promised(2800, Per.MONTH, date(2025, 1, 1))],
            Period(date(2025, 2, 28), date(2025, 2, 28)),
            100,
            id="one day of February",
        ),
        pytest.param(
            [promised(310, Per.MONTH, date(2025, 12, 17))],
            Period(date(2025, 12, 1), date(2026, 1, 31)),
            150 + 310,
            id="over the year's end",
        ),
    ],
)
def test_what_is_promised(entitlements: Sequence[Entitlement], period: Period, minutes: int) -> None:
    assert entitled_minutes(entitlements, period) == minutes


def test_leave_gives_no_time_and_is_told_apart() -> None:
    facts = ProtectedFacts(
        entitlements=[promised(300, Per.MONTH, date(2026, 1, 1))],
        away=[Period(date(2026, 6, 16), date(2026, 8, 31)), Period(date(2026, 8, 1), date(2026, 8, 20))],
    )
    found = balance(facts, SIX, TODAY)
    assert [one.entitled for one in found.months] == [150, 0, 0, 300, 300, 300]
    assert [one.away for one in found.months] == [15, 31, 31, 0, 0, 0]
    assert [one.on_leave for one in found.months] == [False, True, True, False, False, False]


def test_a_deleted_entitlement_promises_nothing() -> None:
    gone = replace(promised(300, Per.MONTH, date(2026, 1, 1)), deleted=dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    assert entitled_minutes([gone], SIX) == 0


A_DAY = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("facts", "planned", "taken", "lost"),
    [
        pytest.param(ProtectedFacts(slots=[slot(A_DAY, 210)]), 210, 210, 0, id="taken"),
        pytest.param(ProtectedFacts(slots=[slot(A_DAY, 60)]), 210, 60, 150, id="part of it"),
        pytest.param(ProtectedFacts(slots=[slot(A_DAY, 0)]), 210, 0, 210, id="lost"),
        pytest.param(ProtectedFacts(slots=[slot(A_DAY, 240)]), 210, 240, 0, id="more than planned"),
        pytest.param(ProtectedFacts(slots=[slot(A_DAY)]), 210, 0, 0, id="not said"),
        pytest.param(ProtectedFacts(slots=[slot(date(2026, 11, 28))]), 210, 0, 0, id="coming"),
        pytest.param(ProtectedFacts(activities=[Done("a", A_DAY, 90)]), 0, 90, 0, id="an activity, nothing planned"),
        pytest.param(ProtectedFacts(activities=[Done("a", date(2026, 11, 28), 90)]), 0, 0, 0, id="an activity to come"),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, 60, activity="a")], activities=[Done("a", A_DAY, 90)]),
            210,
            60,
            150,
            id="an activity that the slot names",
        ),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, activity="a")], activities=[Done("a", A_DAY, 90)]),
            210,
            90,
            0,
            id="it tells what was taken while nobody said",
        ),
        pytest.param(
            ProtectedFacts(
                slots=[slot(A_DAY, activity="a"), slot(date(2026, 11, 11), activity="a")],
                activities=[Done("a", A_DAY, 90)],
            ),
            420,
            90,
            0,
            id="once only",
        ),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, 0, activity="a")], activities=[Done("a", A_DAY, 90)]),
            210,
            0,
            210,
            id="what she says of the slot comes first",
        ),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY)]), 0, 60, 0, id="a session"),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY, protected_kept=None)]), 0, 0, 0, id="nobody said it was kept"),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY, protected_kept=False)]), 0, 0, 0, id="it was not kept"),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY, state=SessionState.MISSED)]), 0, 0, 0, id="missed"),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY, as_supervisor=True)]), 0, 0, 0, id="she supervised"),
        pytest.param(ProtectedFacts(sessions=[Had(A_DAY, minutes=None)]), 0, 0, 0, id="nobody noted how long"),
        pytest.param(
            ProtectedFacts(sessions=[Had(A_DAY, made="a")], activities=[Done("a", A_DAY, 50)]),
            0,
            50,
            0,
            id="the activity made of it stands for it",
        ),
        pytest.param(
            ProtectedFacts(sessions=[Had(A_DAY, made="a")], activities=[Done("a", A_DAY, 0)]),
            0,
            60,
            0,
            id="but not without protected minutes",
        ),
        pytest.param(
            ProtectedFacts(
                sessions=[Had(A_DAY, made="a")], activities=[Done("a", A_DAY, 0)], slots=[slot(A_DAY, 30, activity="a")]
            ),
            210,
            30,
            180,
            id="unless a slot names it",
        ),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, 45, use=ProtectedUse.SUPERVISION)], sessions=[Had(A_DAY)]),
            210,
            45,
            165,
            id="time set aside for supervision is that of the session",
        ),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, use=ProtectedUse.SUPERVISION)], sessions=[Had(A_DAY)]),
            210,
            60,
            0,
            id="which tells what was taken while nobody said",
        ),
        pytest.param(
            ProtectedFacts(
                slots=[slot(A_DAY, 45, use=ProtectedUse.SUPERVISION)],
                sessions=[Had(A_DAY, made="a")],
                activities=[Done("a", A_DAY, 60)],
            ),
            210,
            45,
            165,
            id="and that of the activity made of it",
        ),
        pytest.param(
            ProtectedFacts(
                slots=[slot(A_DAY, use=ProtectedUse.SUPERVISION)],
                sessions=[Had(A_DAY, made="a")],
                activities=[Done("a", A_DAY, 50)],
            ),
            210,
            50,
            0,
            id="which then tells what was taken",
        ),
        pytest.param(
            ProtectedFacts(
                slots=[slot(A_DAY, activity="a"), slot(A_DAY, use=ProtectedUse.SUPERVISION)],
                sessions=[Had(A_DAY, made="a")],
                activities=[Done("a", A_DAY, 60)],
            ),
            420,
            60,
            0,
            id="a session that one slot names is not told by another",
        ),
        pytest.param(
            ProtectedFacts(slots=[slot(A_DAY, 210)], sessions=[Had(A_DAY)]),
            210,
            270,
            0,
            id="time for CPD is other time",
        ),
    ],
)
def test_each_minute_counts_once(facts: ProtectedFacts, planned: int, taken: int, lost: int) -> None:
    assert figures(balance(facts, SIX, TODAY)) == (0, planned, taken, lost)


def test_where_the_hours_went_and_why_they_were_lost() -> None:
    facts = ProtectedFacts(
        slots=[
            slot(date(2026, 9, 1), 0, reason="duty"),
            slot(date(2026, 10, 1), 30, planned=60, reason="No cover, again"),
            slot(date(2026, 10, 8), 0, planned=60, reason="duty"),
            slot(date(2026, 10, 9)),
        ],
        activities=[
            Done("a", A_DAY, 45, "reflective_practice"),
            Done("b", A_DAY, 25, "research"),
            Done("c", A_DAY, 40, "course"),
            Done("d", A_DAY, 5),
        ],
        sessions=[Had(A_DAY), Had(date(2026, 9, 3), made="d")],
    )
    found = balance(facts, SIX, TODAY)
    assert found.reasons == (("duty", 270), ("No cover, again", 30))
    assert found.uses == (
        (ProtectedUse.CPD, 70),
        (ProtectedUse.SUPERVISION, 65),
        (ProtectedUse.REFLECTION, 45),
        (ProtectedUse.RESEARCH, 25),
    )


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 22), date(2026, 6, 1), date(2026, 11, 30)),
        (date(2026, 2, 28), date(2025, 9, 1), date(2026, 2, 28)),
        (date(2024, 2, 1), date(2023, 9, 1), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_the_usual_period_is_six_whole_months(today: date, first: date, last: date) -> None:
    assert usual_period(today) == Period(first, last)


DAYS = st.dates(date(2019, 12, 1), date(2029, 1, 31))
PERIODS = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)), DAYS, st.integers(min_value=0, max_value=800)
)
ENTITLEMENTS = st.lists(
    st.builds(
        lambda start, minutes, per, days: promised(
            minutes, per, start, None if days is None else start + timedelta(days=days)
        ),
        DAYS,
        st.integers(min_value=1, max_value=60_000),
        st.sampled_from(Per),
        st.none() | st.integers(min_value=0, max_value=900),
    ),
    max_size=4,
)
SLOTS = st.lists(
    st.builds(
        slot,
        DAYS,
        st.none() | st.integers(min_value=0, max_value=600),
        planned=st.integers(min_value=1, max_value=600),
        use=st.sampled_from(ProtectedUse),
        activity=st.none() | st.sampled_from("abc"),
    ),
    max_size=6,
)
ACTIVITIES = st.lists(
    st.builds(Done, st.sampled_from("abcdef"), DAYS, st.integers(min_value=0, max_value=600)),
    max_size=6,
    unique_by=lambda one: one.id,
)
SESSIONS = st.lists(
    st.builds(Had, DAYS, st.none() | st.integers(min_value=0, max_value=120), made=st.none() | st.sampled_from("abc")),
    max_size=6,
)
FACTS = st.builds(ProtectedFacts, ENTITLEMENTS, SLOTS, ACTIVITIES, SESSIONS, st.lists(PERIODS, max_size=3))


@given(FACTS, PERIODS, st.integers(min_value=0, max_value=800))
def test_parts_add_up_to_the_whole(facts: ProtectedFacts, period: Period, cut: int) -> None:
    whole = balance(facts, period, TODAY)
    middle = period.start + timedelta(days=cut % period.days)
    parts = [balance(facts, Period(period.start, middle), TODAY)]
    if middle < period.end:
        parts.append(balance(facts, Period(middle + timedelta(days=1), period.end), TODAY))
    assert figures(whole) == tuple(sum(column) for column in zip(*map(figures, parts), strict=True))
    assert sum(minutes for _, minutes in whole.uses) == whole.taken
    assert sum(minutes for _, minutes in whole.reasons) == whole.lost
    assert all(min(one.entitled, one.planned, one.taken, one.lost, one.away) >= 0 for one in whole.months)
    assert whole.lost <= whole.planned


@given(PERIODS)
def test_months_are_the_period_without_a_gap(period: Period) -> None:
    months = list(months_of(period))
    assert (months[0].start, months[-1].end) == (period.start, period.end)
    assert sum(one.days for one in months) == period.days
    assert all(after.start - before.end == timedelta(days=1) for before, after in pairwise(months))


@given(PERIODS, st.lists(PERIODS, max_size=4))
def test_days_away_are_each_counted_once(period: Period, away: list[Period]) -> None:
    each = {period.start + timedelta(days=step) for step in range(period.days)}
    assert days_away(period, away) == sum(any(day in one for one in away) for day in each)


@given(st.integers(min_value=1, max_value=60_000), st.sampled_from([Per.MONTH, Per.YEAR]), DAYS, st.integers(1, 7))
def test_a_whole_year_gives_what_was_promised(minutes: int, per: Per, start: date, later: int) -> None:
    year = Period(date(start.year + later, 1, 1), date(start.year + later, 12, 31))
    whole = minutes * (12 if per is Per.MONTH else 1)
    assert entitled_minutes([promised(minutes, per, start)], year) == whole
