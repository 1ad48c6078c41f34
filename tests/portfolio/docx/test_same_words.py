"""The Word copy and the PDF say the same, in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.portfolio.docx.write import profile_docx
from tests.portfolio.docx.cases import CASES
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.reading import PdfReading, read_pdf
from tests.portfolio.writing import write_profile_pdf

OWN_WORDS = "The pages of the evidence are in the PDF of this profile, and not in this Word copy."
ONLY_IN_THE_PDF = {"Pages"}
"""The head of the column of the evidence index that the copy has no pages for."""


@pytest.fixture(params=["full", "empty", "only gaps", "markup"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[PdfReading, WordReading]:
    content = CASES[request.param]
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content, path)
    return read_pdf(path), WordReading(profile_docx(content))


def test_headings_are_the_same(both: tuple[PdfReading, WordReading]) -> None:
    pdf, word = both
    for kind, style in (("H1", "Title"), ("H2", "Heading1"), ("H3", "Heading2")):
        assert [one.text for one in pdf.document.find(kind)] == word.styled(style)


def test_paragraphs_stand_in_the_pdf_in_the_same_order(both: tuple[PdfReading, WordReading]) -> None:
    pdf, word = both
    spoken = pdf.document.whole_text
    place = 0
    for paragraph in word.paragraphs:
        for part in paragraph.text.replace(OWN_WORDS, "").split("\t"):
            text = " ".join(part.split())
            place = spoken.index(text, place) + len(text)


def test_tables_have_the_same_heads(both: tuple[PdfReading, WordReading]) -> None:
    pdf, word = both
    heads = [[cell.whole_text for cell in table.find("TR")[0].children] for table in pdf.document.find("Table")]
    assert [[head for head in one if head not in ONLY_IN_THE_PDF] for one in heads] == [
        one.rows[0].texts for one in word.tables[1:]
    ]
