"""What the checkers say of every document, in both forms."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pytest

from otcpd.portfolio.papers.write import paper_as_docx, paper_as_pdf
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.papers.samples import CASES
from tests.portfolio.reading import read_pdf


@pytest.mark.parametrize("case", CASES)
def test_checkers_find_nothing_wrong_and_everything_is_tagged(case: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper_as_pdf(CASES[case]))
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]).strip()
    seen = outloud.check(str(path))
    assert (seen.error, seen.errors) == (None, 0)
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []
    reading = read_pdf(path)
    assert reading.unmarked == 0
    assert reading.embedded
    assert all(reading.embedded.values())
    assert all(f"Page {number} of {len(reading.pages)}" in page for number, page in enumerate(reading.pages, start=1))
    assert [one.title for one in reading.bookmarks][1:] == [one.text for one in reading.document.find("H2")]


@pytest.mark.parametrize("case", CASES)
def test_the_same_content_gives_the_same_bytes(case: str) -> None:
    assert paper_as_pdf(CASES[case]) == paper_as_pdf(CASES[case])
    assert paper_as_docx(CASES[case]) == paper_as_docx(CASES[case])


@pytest.mark.parametrize("case", CASES)
def test_the_word_document_has_the_same_headings_in_order(case: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper_as_pdf(CASES[case]))
    pdf, word = read_pdf(path), WordReading(paper_as_docx(CASES[case]))
    assert word.styled("Title") == [one.text for one in pdf.document.find("H1")]
    assert word.styled("Heading1") == [one.text for one in pdf.document.find("H2")]
    with zipfile.ZipFile(BytesIO(paper_as_docx(CASES[case]))) as package:
        assert package.testzip() is None
