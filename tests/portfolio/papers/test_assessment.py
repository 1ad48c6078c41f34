"""A self-assessment on paper: the wheel, what was marked and why, what changed since."""

from __future__ import annotations

from datetime import date

from otcpd.portfolio.charts.wheel import Spoke, Wheel
from otcpd.portfolio.papers.assessment import assessment_layout
from otcpd.portfolio.papers.assessment_content import AssessmentLine, AssessmentPaper
from otcpd.portfolio.papers.layout import Bullets, Facts, Grid, Heading, Picture, Quiet, Written
from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf

WHEEL = Wheel((1, 2, 3), (Spoke("Leadership", 2, 3, 1), Spoke("Research")), "18 September 2025")
AUDIT = ("Audit, 29 January 2026",)
PAPER = AssessmentPaper(
    "Eilidh Rowan",
    "RCOT Career Development Framework",
    "Pillar",
    date(2026, 9, 17),
    date(2026, 11, 21),
    (
        AssessmentLine(
            "Leadership", 2, 3, "I led the audit.", ("Audit, 29 January 2026",), "Up from level 1 to level 2."
        ),
        AssessmentLine("Research"),
    ),
    WHEEL,
    "Fiona Alder",
    "OT000123",
    date(2025, 9, 18),
    "One went up.",
)


def test_it_has_the_picture_first_and_then_the_words() -> None:
    layout = assessment_layout(PAPER)
    assert [type(block) for block in layout.blocks[:2]] == [Facts, Picture]
    (table,) = [block for block in layout.blocks if isinstance(block, Grid)]
    assert table.rows == (
        ("Leadership", "2", "3", "Up from level 1 to level 2."),
        ("Research", "–", "–", "–"),
    )
    assert [block.text for block in layout.blocks if isinstance(block, Written)] == ["One went up.", "I led the audit."]
    assert [block.items for block in layout.blocks if isinstance(block, Bullets)] == [AUDIT]
    assert "Leadership, level 2" in [block.text for block in layout.blocks if isinstance(block, Heading)]


def test_without_marks_it_says_so() -> None:
    layout = assessment_layout(AssessmentPaper("", "A profile", "Item", PAPER.day, PAPER.prepared))
    assert [type(block).__name__ for block in layout.blocks] == ["Facts", "Heading", "Lead", "Quiet"]
    assert isinstance(layout.blocks[-1], Quiet)


def test_both_files_are_made_and_are_the_same_each_time() -> None:
    pdf, docx = paper_as_pdf(PAPER), paper_as_docx(PAPER)
    assert pdf.startswith(b"%PDF")
    assert (paper_as_pdf(PAPER), paper_as_docx(PAPER)) == (pdf, docx)
