"""Which activities a filter lets through, and how it is kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.activity import Category, Status
from otcpd.domain.log_filter import NO_CATEGORY, Links, LogFilter, read_filter
from otcpd.domain.period import Period

CYCLE = Period(dt.date(2025, 11, 1), dt.date(2027, 10, 31))
NONE = Links()


@dataclass(frozen=True, slots=True)
class One:
    id: str = "a"
    date: dt.date = dt.date(2026, 5, 1)
    end_date: dt.date | None = None
    category: Category | None = Category.FORMAL
    type: str = "course"
    status: Status = Status.CAPTURED
    evidence_count: int = 0
    tags: tuple[str, ...] = ("falls", "hoists")


def some(*values: str) -> frozenset[str]:
    return frozenset(values)


@pytest.mark.parametrize(
    ("only", "fits"),
    [
        (LogFilter(), True),
        (LogFilter(categories=some("formal", NO_CATEGORY)), True),
        (LogFilter(categories=some("other")), False),
        (LogFilter(types=some("course")), True),
        (LogFilter(types=some("")), False),
        (LogFilter(tags=some("hoists", "seating")), True),
        (LogFilter(tags=some("seating")), False),
        (LogFilter(evidence=False), True),
        (LogFilter(evidence=True), False),
        (LogFilter(unreflected=True), True),
        (LogFilter(standards=some("s:1", "s:2")), True),
        (LogFilter(standards=some("s:2")), False),
        (LogFilter(people=some("fiona")), True),
        (LogFilter(people=some("nobody")), False),
        (LogFilter(goals=some("audit")), True),
        (LogFilter(goals=some("placement")), False),
        (LogFilter(protected=True), True),
        (LogFilter(cycle=True), True),
        (LogFilter(start=dt.date(2026, 5, 1), end=dt.date(2026, 5, 1)), True),
        (LogFilter(start=dt.date(2026, 5, 2)), False),
        (LogFilter(end=dt.date(2026, 4, 30)), False),
        (LogFilter(cycle=True, start=dt.date(2020, 1, 1), end=dt.date(2026, 4, 30)), False),
        (LogFilter(categories=some("formal"), tags=some("seating")), False),
    ],
)
def test_each_thing_that_is_chosen_must_hold(only: LogFilter, fits: bool) -> None:
    links = Links({"s:1": {"a"}, "s:2": {"b"}}, {"fiona": {"a", "b"}}, frozenset({"a"}), {"audit": {"a"}})
    assert only.fits(One(), links, CYCLE) is fits


def test_days_count_up_to_the_end_of_an_activity() -> None:
    long = One(date=dt.date(2025, 10, 30), end_date=dt.date(2025, 11, 2))
    assert LogFilter(cycle=True).fits(long, NONE, CYCLE)
    assert not LogFilter(cycle=True).fits(One(date=dt.date(2025, 10, 31)), NONE, CYCLE)
    assert LogFilter(categories=some(NO_CATEGORY)).fits(One(category=None), NONE, CYCLE)


WORDS = st.frozensets(st.sampled_from(["formal", NO_CATEGORY, "falls", "s:1", "fiona", "", "Ä"]), max_size=3)
DAYS = st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1))
YES_NO = st.booleans()
FILTERS = st.builds(
    LogFilter, WORDS, WORDS, WORDS, WORDS, WORDS, YES_NO, st.none() | YES_NO, YES_NO, YES_NO, DAYS, DAYS
)
ROWS = st.lists(
    st.builds(
        One,
        id=st.sampled_from("abcd"),
        date=st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1)),
        category=st.none() | st.sampled_from(Category),
        type=st.sampled_from(["", "formal"]),
        status=st.sampled_from(Status),
        evidence_count=st.integers(0, 2),
        tags=st.sampled_from([(), ("falls",), ("Ä", "falls")]),
    ),
    max_size=8,
)
IDS = st.frozensets(st.sampled_from("abcd"))


@given(only=FILTERS, rows=ROWS, standard=IDS, person=IDS, protected=IDS)
def test_the_sieve_keeps_what_fits_in_its_order(
    only: LogFilter, rows: list[One], standard: frozenset[str], person: frozenset[str], protected: frozenset[str]
) -> None:
    links = Links({"s:1": standard}, {"fiona": person}, protected)
    assert only.sieve(rows, links, CYCLE) == [row for row in rows if only.fits(row, links, CYCLE)]


@given(only=FILTERS, more=FILTERS, rows=ROWS)
def test_more_that_is_chosen_never_lets_more_through(only: LogFilter, more: LogFilter, rows: list[One]) -> None:
    both = LogFilter(more.categories, only.types, evidence=only.evidence, start=only.start)
    fewer = LogFilter(types=only.types, evidence=only.evidence, start=only.start)
    assert set(both.sieve(rows, NONE, CYCLE)) <= set(fewer.sieve(rows, NONE, CYCLE))


@given(only=FILTERS)
def test_what_is_kept_comes_back(only: LogFilter) -> None:
    assert read_filter(json.loads(json.dumps(only.to_json()))) == only
    assert bool(only) == bool(only.to_json())


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "falls",
        {"tags": "falls"},
        {"tags": ["falls", 3]},
        {"start": "31 May"},
        {"start": 3},
        {"evidence": 1},
        {"evidence": None},
        {"cycle": "yes"},
        {"tags": ["falls"], "shape": "round"},
    ],
)
def test_what_another_version_wrote_never_makes_a_filter_wider(value: object) -> None:
    assert read_filter(value) is None
    assert read_filter({}) == LogFilter()
