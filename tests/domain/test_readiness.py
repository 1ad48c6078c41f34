"""Profile checks R1, R2, R3, R4 and R8. "Today" is 21 November 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.activity import Activity, Category
from otcpd.domain.dates import add_months
from otcpd.domain.gaps import GapReason
from otcpd.domain.layers import Layer
from otcpd.domain.listing import listed
from otcpd.domain.period import Period
from otcpd.domain.readiness import (
    Cause,
    Finding,
    Level,
    ProfileFacts,
    check_readiness,
    dates_of_chosen,
    gaps_without_reason,
    length_of_list,
    mixture,
    word_limits,
)
from otcpd.domain.readiness_rules import ReadinessRules, RuleSource

TODAY = date(2026, 11, 21)
PERIOD = Period(date(2025, 11, 1), TODAY)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SOURCE = RuleSource("A source", "example.org", date(2026, 11, 2))
RULES = ReadinessRules(
    gap_months=3,
    gap_notice_months=2,
    min_categories=2,
    list_min=12,
    list_max=50,
    summary_words=500,
    statement_words=1500,
    warn_percent=90,
    sources=dict.fromkeys(("R1", "R2", "R3", "R4", "R8"), SOURCE),
)


def activity(day: date, category: Category | None = Category.FORMAL, *, end: date | None = None) -> Activity:
    return Activity(
        id=day.isoformat(), owner="me", date=day, end_date=end, title="Hoists", created=NOON, modified=NOON,
        category=category,
    )  # fmt: skip


def monthly(count: int, first: date = date(2025, 11, 10)) -> list[Activity]:
    kinds = list(Category)
    return [activity(add_months(first, month), kinds[month % 5]) for month in range(count)]


def facts(
    *activities: Activity,
    period: Period = PERIOD,
    chosen: tuple[str, ...] = (),
    summary: str = "",
    statement: str = "",
    gap_reasons: tuple[GapReason, ...] = (),
) -> ProfileFacts:
    return ProfileFacts(period, TODAY, activities, chosen, summary, statement, gap_reasons)


def words(number: int) -> str:
    return "word " * number


def levels(findings: list[Finding]) -> list[tuple[str, Level]]:
    return [(finding.rule, finding.level) for finding in findings]


def test_a_good_profile_is_ready() -> None:
    readiness = check_readiness(facts(*monthly(13), summary=words(266), statement=words(1236)), RULES)
    assert readiness.findings == ()
    assert readiness.ready
    assert (readiness.start, readiness.end) == (PERIOD.start, PERIOD.end)


class TestGaps:
    LOG = (*monthly(5), *monthly(6, date(2026, 6, 22)))

    def test_a_gap_without_reason_is_an_error(self) -> None:
        (finding,) = gaps_without_reason(facts(*self.LOG), RULES)
        assert finding == Finding(
            rule="R1",
            level=Level.ERROR,
            message="No reason for the gap, 11 March to 21 June",
            why="HCPC expects one for any three months without CPD.",
            source="A source, read on 2 November 2026",
            fix="Give a reason",
            items=("2026-03-11/2026-06-21",),
            cause=Cause.NO_REASON,
        )

    def test_a_reason_mends_it_and_a_short_one_says_so(self) -> None:
        leave = GapReason("g", "me", date(2026, 3, 11), date(2026, 6, 21), "leave")
        assert gaps_without_reason(facts(*self.LOG, gap_reasons=(leave,)), RULES) == []
        short = replace(leave, end=date(2026, 3, 12))
        (finding,) = gaps_without_reason(facts(*self.LOG, gap_reasons=(short,)), RULES)
        assert finding.message == "The reason covers too little of the gap, 11 March to 21 June"
        assert finding.cause is Cause.REASON_TOO_SHORT

    def test_a_reason_that_the_profile_may_not_show_does_not_help(self) -> None:
        private = GapReason("g", "me", date(2026, 3, 11), date(2026, 6, 21), "illness", reason_layer=Layer.PRIVATE)
        (finding,) = gaps_without_reason(facts(*self.LOG, gap_reasons=(private,)), RULES)
        assert finding.message == "The reason for the gap, 11 March to 21 June, is kept out of your profile"
        assert (finding.fix, finding.cause) == ("Change who can read it", Cause.REASON_WITHHELD)
        in_her_words = replace(private, note="I was away from work.")
        assert gaps_without_reason(facts(*self.LOG, gap_reasons=(in_her_words,)), RULES) == []

    def test_a_gap_of_another_year_names_it(self) -> None:
        period = Period(date(2024, 1, 1), TODAY)
        log = [activity(date(2024, 1, 1)), *monthly(36, date(2024, 6, 1))]
        (finding,) = gaps_without_reason(facts(*log, period=period), RULES)
        assert finding.message == "No reason for the gap, 2 January to 31 May 2024"

    def test_two_months_are_a_notice_while_they_grow(self) -> None:
        (finding,) = gaps_without_reason(facts(*monthly(11)), RULES)
        assert (finding.level, finding.fix) == (Level.NOTICE, "Add an activity")
        assert (finding.message, finding.cause) == ("No CPD since 10 September 2026", Cause.GAP_GROWS)
        assert finding.why == "From 10 December 2026 HCPC would expect a reason for three months without CPD."

    def test_deleted_activities_do_not_fill_a_gap(self) -> None:
        filler = replace(activity(date(2026, 5, 1)), deleted=NOON)
        assert len(gaps_without_reason(facts(*self.LOG, filler), RULES)) == 1


class TestMixture:
    def test_two_types_are_enough(self) -> None:
        log = (activity(date(2026, 1, 1)), activity(date(2026, 2, 1), Category.OTHER))
        assert mixture(facts(*log), RULES) == []

    @pytest.mark.parametrize(
        ("log", "message", "fix"),
        [
            ((), "No activity in this period yet", "Add an activity"),
            ((activity(date(2026, 1, 1)),), "Only one category of activity in this period", "Add an activity"),
            (
                (activity(date(2026, 1, 1), None),),
                "No activity in this period has a category yet",
                "Choose a category",
            ),
            (
                (activity(date(2026, 1, 1)), activity(date(2020, 1, 1), Category.OTHER)),
                "Only one category of activity in this period",
                "Add an activity",
            ),
        ],
    )
    def test_fewer_are_an_error(self, log: tuple[Activity, ...], message: str, fix: str) -> None:
        (finding,) = mixture(facts(*log), RULES)
        assert (finding.rule, finding.level, finding.message, finding.fix) == ("R2", Level.ERROR, message, fix)
        assert finding.why == "HCPC asks for a mixture, with at least two types of activity."

    def test_names_the_activities_that_lack_a_category(self) -> None:
        (finding,) = mixture(facts(activity(date(2026, 1, 1)), activity(date(2026, 1, 2), None)), RULES)
        assert finding.items == ("2026-01-02",)


class TestLengthOfList:
    def days(self, number: int) -> list[Activity]:
        return [activity(date(2026, 1, 1) + timedelta(days=day)) for day in range(number)]

    @pytest.mark.parametrize(("number", "noticed"), [(0, 1), (11, 1), (12, 0), (50, 0), (51, 1)])
    def test_outside_the_suggestion_is_a_notice(self, number: int, noticed: int) -> None:
        assert levels(length_of_list(facts(*self.days(number)), RULES)) == [("R3", Level.NOTICE)] * noticed

    @pytest.mark.parametrize(("number", "cause"), [(11, Cause.LIST_SHORT), (51, Cause.LIST_LONG)])
    def test_too_short_and_too_long_are_told_apart(self, number: int, cause: Cause) -> None:
        (finding,) = length_of_list(facts(*self.days(number)), RULES)
        assert finding.cause is cause

    def test_words(self) -> None:
        (finding,) = length_of_list(facts(*self.days(1)), RULES)
        assert finding.message == "One activity in your list"
        assert finding.why == "HCPC suggests roughly 12 to 50. It is a guide, not a limit."


class TestWordLimits:
    @pytest.mark.parametrize(
        ("number", "level"),
        [(0, None), (449, None), (450, Level.WARNING), (500, Level.WARNING), (501, Level.ERROR)],
    )
    def test_warns_at_ninety_per_cent_and_objects_above(self, number: int, level: Level | None) -> None:
        findings = word_limits(facts(summary=words(number)), RULES)
        assert levels(findings) == ([("R4", level)] if level else [])

    def test_words(self) -> None:
        found = word_limits(facts(summary=words(470), statement=words(1538)), RULES)
        assert [(finding.message, finding.fix) for finding in found] == [
            ("Summary, 470 of 500 words, 30 left", "Open the summary"),
            ("Statement, 1,538 of 1,500 words, 38 too many", "Shorten the statement"),
        ]
        assert [finding.cause for finding in found] == [Cause.SUMMARY_WORDS, Cause.STATEMENT_WORDS]
        (full,) = word_limits(facts(summary=words(500)), RULES)
        assert full.message == "Summary, 500 of 500 words, none left"


class TestDatesOfChosen:
    OLD = activity(date(2025, 5, 3), end=date(2025, 5, 4))
    PLANNED = activity(date(2026, 12, 24))
    ACROSS = activity(date(2025, 10, 30), end=date(2025, 11, 2))

    def test_outside_and_future_are_errors_when_chosen(self) -> None:
        chosen = (self.OLD.id, self.PLANNED.id, self.ACROSS.id, "unknown", self.OLD.id)
        found = dates_of_chosen(facts(self.OLD, self.PLANNED, self.ACROSS, chosen=chosen), RULES)
        assert [(finding.message, finding.why, finding.items) for finding in found] == [
            (
                "‘Hoists’ is outside your period",
                "It is dated 3 to 4 May 2025. Your profile covers 1 November 2025 to 21 November 2026.",
                (self.OLD.id,),
            ),
            (
                "‘Hoists’ is still to come",
                "It is dated 24 December 2026. A profile tells of what you have done.",
                (self.PLANNED.id,),
            ),
        ]
        assert {finding.level for finding in found} == {Level.ERROR}
        assert [finding.cause for finding in found] == [Cause.OUTSIDE_PERIOD, Cause.STILL_TO_COME]

    def test_a_planned_activity_is_no_fact_even_inside_a_chosen_period(self) -> None:
        later = Period(PERIOD.start, date(2027, 10, 31))
        found = dates_of_chosen(facts(self.PLANNED, chosen=(self.PLANNED.id,), period=later), RULES)
        assert levels(found) == [("R8", Level.ERROR)]

    def test_others_are_only_left_out_of_the_list(self) -> None:
        everything = (self.PLANNED, self.OLD, self.ACROSS)
        assert dates_of_chosen(facts(*everything), RULES) == []
        assert listed(everything, PERIOD, TODAY) == [self.ACROSS]


def test_gravest_first() -> None:
    readiness = check_readiness(facts(summary=words(480), statement=words(2000)), RULES)
    assert levels(list(readiness.findings)) == [
        ("R1", Level.ERROR),
        ("R2", Level.ERROR),
        ("R4", Level.ERROR),
        ("R4", Level.WARNING),
        ("R3", Level.NOTICE),
    ]
    assert not readiness.ready


@given(
    st.lists(st.tuples(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.sampled_from([None, *Category])), max_size=20),
    st.integers(0, 600),
)
def test_any_log_gets_findings_in_plain_words(log: list[tuple[date, Category | None]], length: int) -> None:
    activities = [activity(day, category) for day, category in log]
    chosen = tuple(one.id for one in activities[::2])
    readiness = check_readiness(facts(*activities, chosen=chosen, summary=words(length)), RULES)
    assert readiness.ready == (not any(finding.level is Level.ERROR for finding in readiness.findings))
    for finding in readiness.findings:
        assert finding.message
        assert not finding.message.endswith(".")
        assert finding.why.endswith(".")
        assert finding.fix[0].isupper()
