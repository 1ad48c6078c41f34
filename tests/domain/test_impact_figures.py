"""What changed, in figures: small cases made by hand, and rules that hold for all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.impact import Better, Impact, Measure
from otcpd.domain.impact_figures import (
    NO_THEME,
    Way,
    difference,
    middle,
    roll_up,
    share_words,
    theme_of,
    together,
    way,
)
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
WAIT = "Wait from referral to visit"


def measure(before: str | None, after: str | None, better: Better = Better.LOWER, name: str = WAIT) -> Measure:
    def number(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    return Measure("m", name, "days", better, number(before), number(after))


def chain(key: str, *measures: Measure, theme: str = "Falls", day: str = "2026-03-01", **more: Any) -> Impact:
    made = Impact(key, "o", date.fromisoformat(day), key, AT, AT, theme, measures=measures)
    return replace(made, **more)


@pytest.mark.parametrize(
    ("before", "after", "better", "expected", "between"),
    [
        ("14", "9", Better.LOWER, Way.BETTER, "5"),
        ("14", "9", Better.HIGHER, Way.WORSE, "5"),
        ("9", "14", Better.HIGHER, Way.BETTER, "5"),
        ("9", "14", Better.LOWER, Way.WORSE, "5"),
        ("9", "9.0", Better.LOWER, Way.SAME, "0"),
        ("0.1", "0.3", Better.HIGHER, Way.BETTER, "0.2"),
        ("-3", "2", Better.HIGHER, Way.BETTER, "5"),
        ("9", None, Better.LOWER, Way.WAITING, None),
        (None, "9", Better.LOWER, Way.WAITING, None),
        (None, None, Better.HIGHER, Way.WAITING, None),
    ],
)
def test_a_measure_goes_one_way(
    before: str | None, after: str | None, better: Better, expected: Way, between: str | None
) -> None:
    one = measure(before, after, better)
    assert way(one) is expected
    assert difference(one) == (None if between is None else Decimal(between))


NUMBER = st.none() | st.decimals(-1000, 1000, places=2)


@given(NUMBER, NUMBER)
def test_what_is_better_one_way_is_worse_the_other(before: Decimal | None, after: Decimal | None) -> None:
    one = Measure("m", WAIT, "days", Better.LOWER, before, after)
    turned = {Way.BETTER: Way.WORSE, Way.WORSE: Way.BETTER}
    assert way(replace(one, better=Better.HIGHER)) is turned.get(way(one), way(one))
    assert way(replace(one, before=after, after=before)) is turned.get(way(one), way(one))


class TestTogether:
    def test_counts_what_is_the_same_and_gives_middle_values(self) -> None:
        found = together(
            [
                measure("20", "10"),
                measure("14", "9", name=" wait from  Referral to visit"),
                measure("10", "12"),
                measure("8", None),
                measure("3", "3"),
            ]
        )
        (one,) = found
        assert (one.name, one.unit) == (WAIT, "days")
        assert dict(one.ways) == {Way.BETTER: 2, Way.SAME: 1, Way.WORSE: 1, Way.WAITING: 1}
        assert one.measured == 4
        assert (one.before, one.after) == (Decimal(12), Decimal("9.5")), "of those measured twice alone"

    def test_keeps_apart_what_is_counted_otherwise(self) -> None:
        days, weeks = measure("14", "9"), replace(measure("2", "1"), unit="weeks")
        turned = measure("1", "2", Better.HIGHER)
        assert [(one.unit, one.better) for one in together([days, weeks, turned])] == [
            ("days", Better.LOWER),
            ("weeks", Better.LOWER),
            ("days", Better.HIGHER),
        ]

    @given(
        st.lists(
            st.builds(
                Measure,
                st.just("m"),
                st.sampled_from(["A", "a ", "B"]),
                st.just("days"),
                st.sampled_from(Better),
                NUMBER,
                NUMBER,
            )
        )
    )
    def test_loses_and_invents_none(self, ones: list[Measure]) -> None:
        found = together(ones)
        assert sum(count for one in found for _, count in one.ways) == len(ones)
        for one in found:
            assert (one.before is None) is (one.measured == 0)
            pairs = [m.before for m in ones if m.before is not None and m.after is not None]
            assert one.before is None or min(pairs) <= one.before <= max(pairs)


def test_the_middle_of_an_even_number_lies_between_two() -> None:
    assert middle([Decimal(4), Decimal(1), Decimal(9), Decimal(2)]) == Decimal(3)
    assert middle([Decimal(7)]) == Decimal(7)


@pytest.mark.parametrize(
    ("some", "whole", "told"),
    [
        (3, 4, "3 of 4"),
        (19, 19, "19 of 19"),
        (13, 20, "13 of 20 (65%)"),
        (1, 1000, "1 of 1,000 (0%)"),
        (5, 1000, "5 of 1,000 (1%)"),
    ],
)
def test_few_are_no_percentage(some: int, whole: int, told: str) -> None:
    assert share_words(some, whole) == told


class TestRollUp:
    def test_one_small_file_by_hand(self) -> None:
        found = roll_up(
            [
                chain("a", measure("14", "9"), people=12, feedback="Good.", story="First."),
                chain("b", measure("6", "8"), theme="falls ", day="2026-05-01", people=3, story="Second."),
                chain("c", theme="Carers", day="2026-04-01", story="Third."),
                chain("d", measure("4", None), theme="", day="2026-06-01"),
                chain("left", measure("1", "5"), told=False),
                chain("other year", day="2025-12-31", story="Old."),
            ],
            YEAR,
        )
        assert (found.all.chains, found.all.people, found.all.people_unknown) == (4, 15, 2)
        assert (found.all.unmeasured, found.all.waiting, found.all.feedback) == (1, 1, 1)
        assert (found.all.measures(Way.BETTER), found.all.measures(Way.WORSE)) == (1, 1)
        assert [part.theme for part in found.themes] == ["Falls", "Carers", NO_THEME]
        assert found.kept_out == 1
        assert [one.text for one in found.stories] == ["Second.", "Third.", "First."], "themes take turns, newest first"

    def test_of_chosen_themes_alone(self) -> None:
        chains = [chain("a"), chain("b", theme="Carers"), chain("c", theme="")]
        assert roll_up(chains, YEAR, ["carers", NO_THEME]).all.chains == 2
        assert roll_up(chains, YEAR, []).all.chains == 0

    def test_a_private_story_is_not_told(self) -> None:
        private = chain("a", story="Mine.", layers={"story": Layer.PRIVATE})
        assert roll_up([private], YEAR).stories == ()

    def test_of_nothing(self) -> None:
        found = roll_up([], YEAR)
        assert (found.all.chains, found.all.people, found.themes, found.stories) == (0, None, (), ())

    @given(
        st.lists(
            st.builds(
                chain,
                st.uuids().map(str),
                theme=st.sampled_from(["", "Falls", " falls", "Carers"]),
                people=st.none() | st.integers(0, 9),
                story=st.sampled_from(["", "A story."]),
                told=st.booleans(),
            ),
            max_size=12,
        )
    )
    def test_the_themes_make_the_whole(self, chains: list[Impact]) -> None:
        found = roll_up(chains, YEAR)
        for name in ("chains", "people_unknown", "unmeasured", "waiting", "feedback"):
            assert sum(getattr(part, name) for part in found.themes) == getattr(found.all, name)
        assert sum(part.people or 0 for part in found.themes) == (found.all.people or 0)
        assert found.all.chains + found.kept_out == len(chains)
        assert len(found.stories) == sum(bool(one.story) for one in chains if one.told)


def test_a_theme_is_one_however_it_is_spaced() -> None:
    assert theme_of("  Leaving   hospital ") == "Leaving hospital"
    assert theme_of(" ") == NO_THEME
