"""The evidence index: numbers, captions, and what is not in it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.evidence import EvidenceKind
from otcpd.domain.layers import Layer
from otcpd.portfolio.content import EvidenceRow
from otcpd.portfolio.numbering import number_evidence
from tests.portfolio.samples import activity, evidence, portfolio, profile

EARLY, LATE = date(2026, 3, 12), date(2026, 5, 2)


def test_the_dated_list_is_the_first_piece() -> None:
    assert profile().evidence == (EvidenceRow(1, "Dated list of CPD activities", "Dated list", None, ()),)


def test_the_statement_comes_first_in_the_numbers_then_the_list() -> None:
    content = profile(
        [activity("a", EARLY, evidence=("x",)), activity("b", LATE, evidence=("y", "z"))],
        files=[evidence("x", "X"), evidence("y", "Y"), evidence("z", "Z")],
        of=portfolio(chosen=("b",)),
    )
    assert [(row.number, row.caption) for row in content.evidence[1:]] == [(2, "Y"), (3, "Z"), (4, "X")]
    assert [row.evidence for row in content.activities] == [(4,), (2, 3)]


def test_fixed_numbers_stay_and_the_free_ones_go_round_them() -> None:
    content = profile(
        [activity("a", EARLY, evidence=("x", "y", "z"))],
        files=[evidence("x", "X"), evidence("y", "Y"), evidence("z", "Z")],
        of=portfolio(evidence_numbers={"z": 2, "elsewhere": 3}),
    )
    assert [(row.number, row.caption) for row in content.evidence[1:]] == [(2, "Z"), (4, "X"), (5, "Y")]


def test_a_shared_piece_is_listed_once_with_all_it_supports() -> None:
    content = profile(
        [activity("a", EARLY, evidence=("x",)), activity("b", LATE, evidence=("x",))],
        files=[evidence("x", "Certificate", kind=EvidenceKind.IMAGE, size=5)],
    )
    assert content.evidence[1:] == (EvidenceRow(2, "Certificate", "Picture", 5, (1, 2), "x"),)


def test_a_file_for_other_eyes_is_neither_listed_nor_numbered() -> None:
    content = profile(
        [activity("a", EARLY, evidence=("x", "y"))],
        files=[evidence("x", "Mine", layer=Layer.SUPERVISION), evidence("y", "Open")],
    )
    assert [(row.number, row.caption) for row in content.evidence[1:]] == [(2, "Open")]
    assert content.activities[0].evidence == (2,)
    assert content.left_out.files == 1


def test_without_a_caption_that_may_leave_the_number_stands_alone() -> None:
    content = profile(
        [activity("a", EARLY, evidence=("x", "y"))],
        files=[
            evidence("x", "Letter from Mr Birch", caption_layer=Layer.PRIVATE),
            evidence("y", name="Letter from Mr Birch.pdf"),
        ],
    )
    assert [row.caption for row in content.evidence[1:]] == ["Evidence E2", "Evidence E3"]
    assert "Birch" not in repr(content)
    assert content.left_out.uncaptioned == 2


def test_evidence_that_no_listed_activity_uses_is_not_listed() -> None:
    before = activity("a", date(2024, 1, 1), evidence=("x",))
    content = profile([before], files=[evidence("x", "X"), evidence("y", "Y")])
    assert len(content.evidence) == 1


IDS = st.lists(st.sampled_from("abcdefgh"))


@given(IDS, st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-2, 12)))
def test_numbers_are_unique_above_one_and_keep_what_was_fixed(used: list[str], fixed: dict[str, int]) -> None:
    numbers = number_evidence(used, fixed)
    assert set(numbers) == set(used)
    assert len(set(numbers.values())) == len(numbers)
    assert all(number > 1 for number in numbers.values())
    wanted = list(fixed.values())
    for one, number in fixed.items():
        if one in numbers and number > 1 and wanted.count(number) == 1:
            assert numbers[one] == number


@given(IDS)
def test_without_fixed_numbers_they_run_on_from_two(used: list[str]) -> None:
    numbers = number_evidence(used, {})
    assert list(numbers.values()) == list(range(2, 2 + len(numbers)))
