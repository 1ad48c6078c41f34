"""Coverage, against small cases made by hand and against the rule said the long way round."""

from __future__ import annotations

from datetime import date

from otcpd.domain.coverage import Column, Counted, Coverage, Grain, Matrix, columns, coverage, grains
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.period import Period

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
OURS = Framework(
    "senior",
    "2",
    "Senior OT",
    items=(
        FrameworkItem("lead", "Leading"),
        FrameworkItem("huddle", "Runs the huddle", "lead"),
        FrameworkItem("budget", "Holds a budget", "lead"),
        FrameworkItem("teach", "Teaching"),
        FrameworkItem("old", "Types letters", retired=True),
        FrameworkItem("older", "Faxes letters", retired=True),
    ),
)
BEFORE = Framework("senior", "1", "Senior OT", items=(FrameworkItem("h", "Huddle"),), in_force=False)
LINKS = (
    FrameworkLink("senior@1:h", "senior@2:huddle", LinkKind.REPLACED_BY),
    FrameworkLink("rcot@1:x", "senior@2:teach", LinkKind.SAME),
    FrameworkLink("rcot@1:y", "senior@2:teach", LinkKind.RELATED),
)
ALL = Frameworks((OURS, BEFORE), LINKS)


def entry(key: str, day: date, *refs: str, minutes: int | None = 60) -> Counted:
    return Counted(key, day, f"Title {key}", minutes, refs)


LOG = (
    entry("d", date(2026, 11, 2), "rcot@1:x", "senior@2:lead", minutes=None),
    entry("a", date(2026, 1, 31), "senior@2:huddle", minutes=90),
    entry("b", date(2026, 2, 1), "senior@1:h", "senior@2:budget"),
    entry("c", date(2026, 2, 28), "rcot@1:y", "hcpc@1:2"),
    entry("e", date(2026, 5, 5), "senior@2:old"),
    entry("f", date(2027, 1, 1), "senior@2:teach"),
)


def found() -> Coverage:
    return coverage(ALL, OURS, LOG, YEAR)


def ids(of: Coverage, mask: int) -> str:
    return "".join(one.id for one in of.entries(mask))


def test_what_counts_is_the_item_what_is_below_it_and_what_says_the_same() -> None:
    one = found()
    assert {line.item.code: ids(one, line.mask) for line in one.lines} == {
        "lead": "abd",
        "huddle": "ab",
        "budget": "b",
        "teach": "d",
        "old": "e",
    }
    assert [(line.item.code, line.depth) for line in one.lines] == [
        ("lead", 0),
        ("huddle", 1),
        ("budget", 1),
        ("teach", 0),
        ("old", 0),
    ]
    assert [line.item.code for line in one.pillars] == ["lead", "teach", "old"]
    assert ids(one, one.nowhere) == "c"
    lead = one.lines[0]
    assert (lead.count, one.minutes(lead.mask), one.last(lead.mask)) == (3, 150, date(2026, 11, 2))
    assert one.last(0) is None


def test_months_quarters_and_years_hold_the_days_of_the_period() -> None:
    one = found()
    months = columns(one, Grain.MONTHS)
    assert [column.head for column in months][:3] == ["Jan", "Feb", "Mar"]
    assert {column.over for column in months} == {"2026"}
    assert (len(months), months[1].said, months[1].period.end) == (12, "February 2026", date(2026, 2, 28))
    matrix = Matrix(one, one.lines, months)
    assert matrix.counts(0) == (1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    assert ids(one, matrix.cell(0, 1)) == "b"
    assert matrix.sums == (1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0)
    quarters = Matrix(one, one.lines, columns(one, Grain.QUARTERS))
    assert [column.head for column in quarters.columns] == ["Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec"]
    assert quarters.counts(0) == (2, 0, 0, 1)
    assert (quarters.covered, quarters.counts(3)[3]) == (5, 1)
    years = Matrix(one, one.lines, columns(one, Grain.YEARS))
    assert [line.count for line in one.lines] == [years.counts(row)[0] for row in range(5)]


def test_a_period_that_begins_within_a_quarter_has_only_its_own_days() -> None:
    one = coverage(ALL, OURS, LOG, Period(date(2026, 2, 1), date(2027, 1, 15)))
    first, *_, last = columns(one, Grain.QUARTERS)
    assert (first.period, first.said) == (Period(date(2026, 2, 1), date(2026, 3, 31)), "January to March 2026")
    assert last.period == Period(date(2027, 1, 1), date(2027, 1, 15))


def test_few_activities_may_be_columns_themselves() -> None:
    one = found()
    made = columns(one, Grain.ACTIVITIES)
    assert [(column.head, column.over, column.said) for column in made][:2] == [
        ("31", "Jan 2026", "Title a"),
        ("1", "Feb 2026", "Title b"),
    ]
    assert Matrix(one, one.lines, made).counts(0) == (1, 1, 0, 0, 1)
    assert grains(YEAR, 5, dict.fromkeys(Grain, 12)) == (Grain.MONTHS, Grain.QUARTERS, Grain.YEARS, Grain.ACTIVITIES)
    assert grains(YEAR, 5, dict.fromkeys(Grain, 4)) == (Grain.QUARTERS, Grain.YEARS)
    assert grains(Period(date(1990, 1, 1), date(2026, 1, 1)), 0, {}) == (Grain.YEARS,)


def test_an_empty_framework_and_an_empty_log_have_nothing() -> None:
    nothing = coverage(ALL, Framework("x", "1", "Empty"), LOG, YEAR)
    assert (nothing.lines, nothing.has_levels, nothing.nowhere.bit_count()) == ((), False, 5)
    bare = coverage(ALL, OURS, (), YEAR)
    matrix = Matrix(bare, bare.lines, columns(bare, Grain.MONTHS))
    assert (matrix.covered, bare.nowhere, [line.item.code for line in bare.lines][-1]) == (0, 0, "teach")


def test_items_in_a_circle_are_all_there_and_end() -> None:
    items = (FrameworkItem("a", "A", "b"), FrameworkItem("b", "B", "a"), FrameworkItem("c", "C", "b"))
    one = coverage(Frameworks(), Framework("f", "1", "F", items=items), [entry("x", date(2026, 3, 1), "f@1:c")], YEAR)
    assert sorted(line.item.code for line in one.lines) == ["a", "b", "c"]
    assert isinstance(columns(one, Grain.MONTHS)[0], Column)
