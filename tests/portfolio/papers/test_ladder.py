"""What the next role asks, on paper."""

from __future__ import annotations

from datetime import date

from otcpd.portfolio.papers.ladder import ladder_layout
from otcpd.portfolio.papers.ladder_content import LadderGroup, LadderLine, LadderPaper
from otcpd.portfolio.papers.layout import Bullets, Grid, Lead, Quiet
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf

RULE = "Held means two activities."
PAPER = LadderPaper(
    "Eilidh Rowan",
    "Team lead",
    date(2026, 11, 21),
    "1 of 2 held, 1 missing",
    RULE,
    (
        LadderGroup(
            "Leadership",
            (
                LadderLine("Leads an audit", "6", "Held", "Two activities written up.", ("Audit, 29 January 2026",)),
                LadderLine("Runs the rota", "", "Missing", "Nothing in your log is linked to it."),
            ),
        ),
    ),
    "Rowan Council",
    date(2028, 4, 1),
    "OT000123",
)


def test_a_table_for_each_group_and_what_shows_it() -> None:
    blocks = ladder_layout(PAPER).blocks
    (table,) = [block for block in blocks if isinstance(block, Grid)]
    assert table.rows == (
        ("Leads an audit", "6", "Held", "Two activities written up."),
        ("Runs the rota", "–", "Missing", "Nothing in your log is linked to it."),
    )
    assert [block.text for block in blocks if isinstance(block, Lead)] == ["1 of 2 held, 1 missing."]
    assert [block.items for block in blocks if isinstance(block, Bullets)] == [("Audit, 29 January 2026",)]
    assert blocks[-1] == Quiet(RULE, small=True)


def test_without_anything_asked_it_says_so() -> None:
    blocks = ladder_layout(LadderPaper("", "", PAPER.prepared, "", RULE)).blocks
    assert [block.text for block in blocks if isinstance(block, Quiet)] == ["Nothing is asked yet."]


def test_both_files_are_made_and_are_the_same_each_time() -> None:
    pdf, docx = paper_as_pdf(PAPER), paper_as_docx(PAPER)
    assert pdf.startswith(b"%PDF")
    assert (paper_as_pdf(PAPER), paper_as_docx(PAPER)) == (pdf, docx)
