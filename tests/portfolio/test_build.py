"""What goes into a profile, in which order, under which number."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from datetime import date, timedelta

from otcpd.domain.activity import Category, Companion
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.portfolio.content import ActivityRow, GapRow
from tests.portfolio.samples import (
    EILIDH,
    NOON,
    PERIOD,
    activity,
    evidence,
    full_profile,
    gap_reason,
    portfolio,
    profile,
)

MARCH = date(2026, 3, 12)
MAY = date(2026, 5, 2)


def test_cover_says_who_and_when() -> None:
    cover = profile().cover
    assert (cover.name, cover.profession, cover.registration) == (
        EILIDH.name,
        EILIDH.profession,
        EILIDH.registration,
    )
    assert (cover.start, cover.end, cover.prepared) == (
        date(2025, 11, 1),
        date(2026, 11, 21),
        date(2026, 11, 21),
    )


def test_content_crosses_to_another_process_unchanged() -> None:
    content = full_profile()
    assert pickle.loads(pickle.dumps(content)) == content


def test_activities_are_numbered_by_date_whatever_order_they_come_in() -> None:
    content = profile([activity("late", MAY, "Late"), activity("early", MARCH, "Early")])
    assert [(row.number, row.title) for row in content.activities] == [(1, "Early"), (2, "Late")]


def test_only_the_period_is_listed() -> None:
    inside = [
        activity("touches", date(2026, 2, 27), "Touches", end_date=date(2026, 3, 1)),
        activity("last", date(2026, 3, 31), "Last"),
    ]
    outside = [
        activity("before", date(2026, 2, 28), "Before"),
        activity("after", date(2026, 4, 1), "After"),
        activity("future", date(2027, 1, 1), "Future"),
    ]
    content = profile(
        [*outside, *inside],
        of=portfolio(chosen=("before", "last")),
        period=Period(date(2026, 3, 1), date(2026, 3, 31)),
    )
    assert [row.title for row in content.activities] == ["Touches", "Last"]
    assert [row.title for row in content.statement_activities] == ["Last"]


def test_nothing_dated_after_the_day_of_preparing_is_listed() -> None:
    content = profile(
        [activity("a", date(2026, 12, 1))], period=Period(date(2026, 1, 1), date(2026, 12, 31)), with_gaps=False
    )
    assert content.dated_list == ()


def test_deleted_and_other_peoples_things_never_appear() -> None:
    content = profile(
        [
            activity("gone", MARCH, "Gone", deleted=NOON),
            activity("other", MARCH, "Other", owner="person-2"),
            activity("kept", MARCH, "Kept", evidence=("file",)),
        ],
        files=[evidence("file", "Thrown away", deleted=NOON)],
        of=portfolio(chosen=("gone", "kept")),
        with_gaps=False,
    )
    assert [row.title for row in content.activities] == ["Kept"]
    assert [row.number for row in content.statement_activities] == [1]
    assert [row.number for row in content.evidence] == [1]


def test_a_title_that_stays_behind_is_replaced_and_the_entry_stays() -> None:
    content = profile(
        [activity("a", MARCH, "About Ms Alder", layers={"title": Layer.SUPERVISION})], of=portfolio(chosen=("a",))
    )
    assert [row.title for row in content.activities] == ["Activity of 12 March 2026"]
    assert content.statement_activities[0].title == "Activity of 12 March 2026"
    assert content.left_out.texts == 1


def test_what_is_not_printed_is_not_there_and_not_counted_as_kept_back() -> None:
    texts = {
        "description": "What",
        "learning": "Learnt",
        "practice_impact": "Effect",
        "service_user_benefit": "Benefit",
        "type": "Tea with Ms Birch",
    }
    for layer in Layer:
        one = activity("a", MARCH, layers=dict.fromkeys(texts, layer), **texts)
        content = profile([one], of=portfolio(chosen=("a",)))
        assert [text for text in texts.values() if text in repr(content)] == []
        assert content.left_out.texts == 0


def test_summary_and_statement_are_counted_or_kept_back() -> None:
    shown = profile(of=portfolio(summary="Three little words", statement="one\ntwo"))
    assert (shown.summary.text, shown.summary.words, shown.summary.limit) == ("Three little words", 3, 500)
    assert (shown.statement.words, shown.statement.limit) == (2, 1500)
    kept = profile(of=portfolio(summary="Three little words", layers={"summary": Layer.PRIVATE}))
    assert (kept.summary.text, kept.summary.words, kept.left_out.texts) == ("", 0, 1)


def test_companions_are_nowhere() -> None:
    content = profile([activity("a", MARCH, companions=(Companion("p", "Fiona Larch"),))])
    assert "Larch" not in repr(content)


def test_gaps_stand_where_they_are_in_the_list() -> None:
    content = full_profile()
    kinds = [type(row) for row in content.dated_list]
    assert kinds == [ActivityRow, ActivityRow, ActivityRow, GapRow, ActivityRow, ActivityRow]
    (gap,) = content.gaps
    assert (gap.start, gap.end) == (date(2026, 3, 13), date(2026, 6, 21))
    assert [(one.reason, one.note) for one in gap.reasons] == [("Family or carer’s leave", "I came back on 15 June.")]


def test_a_gap_whose_reason_stays_behind_shows_none() -> None:
    hidden = gap_reason(
        date(2025, 11, 1),
        date(2026, 11, 21),
        "carer",
        "Private matters",
        reason_layer=Layer.PRIVATE,
        note_layer=Layer.SUPERVISION,
    )
    content = profile(reasons=[hidden])
    assert [gap.reasons for gap in content.gaps] == [()]
    assert content.left_out.texts == 2


def test_a_gap_shows_the_reason_without_the_note_that_stays_behind() -> None:
    half = gap_reason(date(2025, 11, 1), date(2026, 11, 21), "Own words", "Mine", note_layer=Layer.PRIVATE)
    (gap,) = profile(reasons=[half]).gaps
    assert [(one.reason, one.note) for one in gap.reasons] == [("Own words", "")]


def test_totals_name_every_category_and_come_last_with_what_has_none() -> None:
    content = profile(
        [
            activity("a", MARCH, minutes=60),
            activity("b", MARCH, minutes=None),
            activity("c", MAY, category=None, minutes=30),
        ]
    )
    assert [(one.category, one.activities, one.minutes) for one in content.totals] == [
        ("Work-based", 2, 60),
        ("Professional", 0, 0),
        ("Formal", 0, 0),
        ("Self-directed", 0, 0),
        ("Other", 0, 0),
        ("No category", 1, 30),
    ]
    assert [row.category for row in content.activities] == ["Work-based", "Work-based", "–"]


def test_statement_activities_follow_the_persons_order() -> None:
    assert [one.number for one in full_profile().statement_activities] == [3, 1]


def test_standards_say_where_to_look() -> None:
    rows = {row.number: row.shown_by for row in full_profile().standards}
    assert rows == {
        "1": "Part 2 (E1), the dated list of 5 activities.",
        "2": "Part 2 (E1), four categories of activity.",
        "3": "Part 3, the statement: activities 1 and 3.",
        "4": "Part 3, the statement: activities 1 and 3.",
        "5": "This profile, my own work, supported by 4 pieces of evidence, E1 to E4, in part 4.",
    }


def test_standards_name_what_the_person_linked_to_them_beside_the_statement() -> None:
    content = profile(
        [
            activity("a", MARCH, standards=("hcpc_cpd@2006:3", "hcpc_cpd@2006:1", "hcpc_conduct@2024:4")),
            activity("b", MAY, standards=("hcpc_cpd@2006:3", "hcpc_cpd@2006:4"), category=Category.FORMAL),
        ],
        of=portfolio(chosen=("b",)),
    )
    rows = {row.number: row.shown_by for row in content.standards}
    assert rows["3"] == "Part 3, the statement: activity 2. See also part 2: activity 1."
    assert rows["4"] == "Part 3, the statement: activity 2."
    assert rows["1"] == "Part 2 (E1), the dated list of 2 activities. See also part 2: activity 1."


def test_standards_never_say_that_the_statement_is_not_there_when_it_is() -> None:
    linked = activity("a", MARCH, standards=("hcpc_cpd@2006:4",))
    rows = {row.number: row.shown_by for row in profile([linked], of=portfolio(statement="What I did.")).standards}
    assert (rows["3"], rows["4"]) == (
        "Part 3, the statement.",
        "Part 3, the statement. See also part 2: activity 1.",
    )
    rows = {row.number: row.shown_by for row in profile([linked]).standards}
    assert (rows["3"], rows["4"]) == ("–", "See also part 2: activity 1.")


def test_standards_name_many_activities_by_ranges_or_count_them() -> None:
    def third(linked: Iterable[int], chosen: Iterable[int]) -> str:
        marked = frozenset(linked)
        many = [
            activity(f"{n:03}", PERIOD.start + timedelta(n), standards=("hcpc_cpd@2006:3",) if n in marked else ())
            for n in range(1, 61)
        ]
        content = profile(many, of=portfolio(chosen=tuple(f"{n:03}" for n in chosen)))
        return content.standards[2].shown_by

    assert third(range(20, 61), range(1, 20)) == (
        "Part 3, the statement: activities 1 to 19. See also part 2: activities 20 to 60."
    )
    assert third(range(2, 59, 2), range(1, 60, 2)) == (
        "Part 3, the statement: 30 activities. See also 29 activities in part 2."
    )


def test_an_empty_profile_has_every_part() -> None:
    content = profile(with_gaps=False)
    assert content.dated_list == ()
    assert [row.number for row in content.evidence] == [1]
    assert [row.shown_by for row in content.standards] == [
        *["–"] * 4,
        "This profile, my own work, supported by the dated list as evidence E1.",
    ]
    assert content.declaration[0] == "I, Eilidh Rowan (OT000123), declare that:"
