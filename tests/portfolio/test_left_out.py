"""What the last page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from otcpd.portfolio.content import LeftOut
from otcpd.portfolio.evidence.pieces import PreparedPiece, Refusal
from otcpd.portfolio.left_out import left_out_lines
from tests.portfolio.samples import PERIOD, activity, portfolio, profile


def test_nothing_left_out_says_nothing() -> None:
    content = profile([activity("a", date(2026, 3, 12))])
    assert left_out_lines(content, []) == ()


def test_each_kind_has_its_sentence_and_one_is_not_many() -> None:
    content = replace(
        profile(),
        left_out=LeftOut(texts=1, files=2, uncaptioned=1, outside=97, future=1, chosen=2, undescribed=18),
    )
    refused = [PreparedPiece(2, refusal=Refusal.EMAIL), PreparedPiece(3, paragraphs=("x",))]
    assert left_out_lines(content, refused, inexact=2) == (
        "97 activities outside the period are not listed.",
        "One activity dated after the day of preparing is not listed.",
        "Two activities chosen for the statement are not used, because of their date.",
        "18 activities are listed, and were not chosen for the statement.",
        "One text is kept for the writer or for supervision.",
        "Two files of evidence are kept for the writer or for supervision.",
        "One piece of evidence is listed but not shown as pages; its reason stands in part 4.",
        "One piece of evidence has no caption here, and is listed by number alone.",
        "Two characters that the fonts here cannot show are printed as a box.",
    )


def test_only_a_statement_that_rests_on_some_leaves_others_out() -> None:
    many = [activity(f"{n}", date(2026, 3, n + 1)) for n in range(4)]
    assert profile(many, period=PERIOD).left_out.undescribed == 0
    assert profile(many, of=portfolio(chosen=("0",))).left_out.undescribed == 3
