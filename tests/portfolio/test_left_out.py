"""What the last page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from otcpd.portfolio.content import LeftOut
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.portfolio.left_out import left_out_lines
from tests.portfolio.samples import PERIOD, activity, portfolio, profile


def test_nothing_left_out_says_nothing() -> None:
    content = profile([activity("a", date(2026, 3, 12))])
    assert left_out_lines(content, []) == ()


def test_each_kind_has_its_sentence_and_one_is_not_many() -> None:
    counts = LeftOut(texts=1, files=2, uncaptioned=1, before=97, future=1, chosen=2, undescribed=18)
    content = replace(profile(), left_out=counts)
    refused = [PreparedPiece(2, refusal=Refusal.EMAIL), PreparedPiece(3, paragraphs=("x",))]
    assert left_out_lines(content, refused, inexact=2) == (
        "97 activities before 1 November 2025: outside the period.",
        "One activity: after the day of preparing.",
        "Two activities chosen for the statement: outside the period.",
        "18 activities: listed in part 2, and not described in the statement.",
        "One text: private, or part of my supervision.",
        "Two files: private, or part of my supervision.",
        "One piece of evidence: listed, but not shown as pages; part 4 gives the reason.",
        "One piece of evidence: without a caption.",
        "Two characters: printed as a box, because no font here has them.",
    )


def test_several_pieces_have_a_reason_each_and_one_character_is_one_box() -> None:
    refused = [PreparedPiece(number, refusal=Refusal.EMAIL) for number in (2, 3, 4)]
    assert left_out_lines(profile(), refused, inexact=1) == (
        "Three pieces of evidence: listed, but not shown as pages; part 4 gives the reason for each.",
        "One character: printed as a box, because no font here has it.",
    )


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (1, 0, "One activity before 1 November 2025: outside the period."),
        (0, 3, "Three activities after 21 November 2026: outside the period."),
        (2, 9, "11 activities before 1 November 2025 or after 21 November 2026: outside the period."),
    ],
)
def test_only_the_side_is_named_on_which_something_lies(before: int, after: int, line: str) -> None:
    assert left_out_lines(replace(profile(), left_out=LeftOut(before=before, after=after)), []) == (line,)


def test_only_a_statement_that_rests_on_some_leaves_others_out() -> None:
    many = [activity(f"{n}", date(2026, 3, n + 1)) for n in range(4)]
    assert profile(many, period=PERIOD).left_out.undescribed == 0
    assert profile(many, of=portfolio(chosen=("0",))).left_out.undescribed == 3
