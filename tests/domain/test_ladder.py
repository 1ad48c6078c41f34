"""What the log holds for each thing that a role asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from otcpd.domain.activity import Category
from otcpd.domain.career import Expectation, ExpectationKind, RoleAim
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import Evidence, LadderFacts, Rung, Shown, ladder
from otcpd.domain.ladder_suggestions import WordIndex, stems, suggestions

TODAY = date(2026, 11, 21)
MADE = datetime(2026, 1, 1, tzinfo=UTC)
OWN = Framework(
    "lead",
    "1",
    "Team lead",
    items=(
        FrameworkItem("L", "Leadership"),
        FrameworkItem("L1", "Supervises students on placement", parent="L"),
        FrameworkItem("E", "Evidence, research and development"),
    ),
)
RCOT = Framework(
    "rcot", "2022", "RCOT", items=(FrameworkItem("leading", "Leadership"), FrameworkItem("t", "Theme", "leading"))
)
FRAMEWORKS = Frameworks(
    (OWN, RCOT),
    (
        FrameworkLink("lead@1:L", "rcot@2022:leading"),
        FrameworkLink("lead@1:E", "rcot@2022:t", LinkKind.RELATED),
    ),
)


def shown(key: str, day: date = date(2026, 9, 1), *standards: str, written: bool = True, evidence: int = 1) -> Shown:
    return Shown(key, day, f"Title {key}", written, evidence, standards=standards)


def facts(*activities: Shown, **goal_items: str) -> LadderFacts:
    return LadderFacts(TODAY, FRAMEWORKS, sorted(activities, key=_day), goal_items)


def _day(activity: Shown) -> date:
    return activity.day


def only(expectation: Expectation, found: LadderFacts) -> Rung:
    (rung,) = ladder(RoleAim("a", "me", "Team lead", MADE, MADE, expectations=(expectation,)), found).rungs
    return rung


ITEM = Expectation("e", ExpectationKind.ITEM, item="lead@1:L")
TRAINING = Expectation("e", ExpectationKind.TRAINING, "Adult protection")


@pytest.mark.parametrize(
    ("marked", "standing", "level_told"),
    [(5, Evidence.THIN, "You marked level 5, the role asks 6. "), (6, Evidence.HELD, ""), (7, Evidence.HELD, "")],
)
def test_what_is_asked_above_her_level_is_not_held(marked: int, standing: Evidence, level_told: str) -> None:
    log = (shown("a", TODAY, "lead@1:L"), shown("b", TODAY, "lead@1:L1"))
    asked = replace(ITEM, level=6)
    found = replace(facts(*log), marked={ITEM.item: marked})
    rung = only(asked, found)
    assert (rung.standing, rung.why) == (standing, f"{level_told}Two activities written up, two with evidence.")
    assert only(ITEM, found).standing is Evidence.HELD, "no level is asked"
    assert only(replace(asked, done_on=TODAY), found).standing is Evidence.HELD, "met is met"
    assert only(asked, replace(facts(), marked={ITEM.item: marked})).standing is Evidence.MISSING


@pytest.mark.parametrize(
    ("activities", "standing", "why"),
    [
        ((), Evidence.MISSING, "Nothing in your log is linked to it."),
        ((shown("a", TODAY, "lead@1:E"),), Evidence.MISSING, "Nothing in your log is linked to it."),
        ((shown("a", TODAY, "lead@1:L"),), Evidence.THIN, "One activity shows it, two would do."),
        (
            (shown("a", TODAY, "lead@1:L"), shown("b", TODAY, "lead@1:L1")),
            Evidence.HELD,
            "Two activities written up, two with evidence.",
        ),
        (
            (shown("a", TODAY, "rcot@2022:leading"), shown("b", TODAY, "lead@1:L1", evidence=0)),
            Evidence.HELD,
            "Two activities written up, one with evidence.",
        ),
        (
            (shown("a", TODAY, "lead@1:L", evidence=0), shown("b", TODAY, "lead@1:L", evidence=0)),
            Evidence.THIN,
            "None has evidence.",
        ),
        (
            (shown("a", TODAY, "lead@1:L", written=False),),
            Evidence.THIN,
            "One activity is linked, none of them written up yet.",
        ),
        (
            (shown("a", TODAY, "lead@1:L"), shown("b", TODAY, "lead@1:L", written=False)),
            Evidence.THIN,
            "Two activities, only one of them written up.",
        ),
        (
            (shown("a", date(2020, 5, 4), "lead@1:L"), shown("b", date(2020, 5, 5), "lead@1:L")),
            Evidence.THIN,
            "The newest is of 5 May 2020, more than three years ago.",
        ),
        (
            (shown("a", date(2023, 11, 21), "lead@1:L"), shown("b", date(2020, 5, 5), "lead@1:L")),
            Evidence.HELD,
            "Two activities written up, two with evidence.",
        ),
    ],
)
def test_items(activities: tuple[Shown, ...], standing: Evidence, why: str) -> None:
    rung = only(ITEM, facts(*activities))
    assert (rung.standing, rung.why) == (standing, why)


def test_a_goal_on_the_item_counts_and_the_newest_comes_first() -> None:
    first = Shown("a", date(2026, 1, 1), "First", written=True, evidence=1, goals=("g", "other"))
    second = shown("b", date(2026, 2, 1), "lead@1:L1", "lead@1:L")
    rung = only(ITEM, facts(first, second, g="lead@1:L1", other="8C1"))
    assert (rung.standing, rung.activities) == (Evidence.HELD, ("b", "a"))


@pytest.mark.parametrize(
    ("training", "standing", "why"),
    [
        (None, Evidence.MISSING, "No formal or mandatory learning in your log has these words in its title."),
        (
            Shown("a", date(2026, 3, 2), "Protection of the adult, level 2"),
            Evidence.MISSING,
            "No formal or mandatory learning in your log has these words in its title.",
        ),
        (
            Shown("a", date(2026, 3, 2), "Protection of the adult, level 2", category=Category.FORMAL),
            Evidence.HELD,
            "Done on 2 March 2026.",
        ),
        (
            Shown("a", date(2025, 3, 2), "Adult protection", mandatory=True, expires=date(2026, 3, 2)),
            Evidence.THIN,
            "It ran out on 2 March 2026.",
        ),
    ],
)
def test_training(training: Shown | None, standing: Evidence, why: str) -> None:
    rung = only(TRAINING, facts(*filter(None, (training,))))
    assert (rung.standing, rung.why) == (standing, why)


def test_what_somebody_says_holds() -> None:
    met = Expectation("e", ExpectationKind.ITEM, item="lead@1:L", done_on=date(2026, 5, 1))
    assert (only(met, facts()).standing, only(met, facts()).why) == (Evidence.HELD, "Marked as met on 1 May 2026.")
    for kind in ExpectationKind:
        named = Expectation("e", kind, "Words", item="lead@1:L", activity="a")
        assert only(named, facts(shown("a"))).standing is Evidence.HELD
        assert only(named, facts()).standing is Evidence.MISSING, "an activity in the bin shows nothing"
    in_words = Expectation("e", ExpectationKind.OTHER, "Has led a team")
    assert only(in_words, facts()).why == "The log cannot tell. Mark it as met when it is."


def test_the_sentence() -> None:
    asked = (ITEM, TRAINING, Expectation("o", ExpectationKind.OTHER, "A licence", done_on=TODAY))
    aim = RoleAim("a", "me", "Team lead", MADE, MADE, expectations=asked)
    assert ladder(aim, facts(shown("a", TODAY, "lead@1:L"))).sentence == "1 of 3 held, 1 thin, 1 missing"
    assert ladder(RoleAim("a", "me", "", MADE, MADE), facts()).sentence == ""


def test_suggestions_are_found_by_words_and_near_links() -> None:
    index = WordIndex()
    log = [
        shown("old", date(2026, 1, 1)),
        shown("new", date(2026, 2, 1)),
        shown("near", date(2026, 3, 1), "lead@1:L"),
        shown("none", date(2026, 4, 1)),
    ]
    index.add(
        [
            ("old", "Supervising a student: placement half-way review"),
            ("new", "Supervised students on placements"),
            ("near", "Student away day"),
            ("none", "Hoists for student rooms"),
        ]
    )

    def found(*already: str) -> list[tuple[str, str]]:
        text = "Supervises students on placement"
        return [tuple(one) for one in suggestions(text, "lead@1:L1", FRAMEWORKS, index, log, {}, already)]  # type: ignore[misc]

    assert found() == [
        ("near", "Says ‘students’, linked to ‘Leadership’."),
        ("new", "Says ‘placement’, ‘supervises’ and ‘students’."),
        ("old", "Says ‘placement’, ‘supervises’ and ‘students’."),
    ]
    assert [key for key, _why in found("new")] == ["near", "old"]


def test_words_are_the_same_whatever_their_ending() -> None:
    for first, second in (
        ("supervision", "supervising"),
        ("leadership", "leading"),
        ("assessment", "assessed"),
        ("students", "student"),
        ("placement", "placements"),
    ):
        assert set(stems(first)) == set(stems(second)), first
    assert not stems("with the a of practice")
