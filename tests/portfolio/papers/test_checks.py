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
def test_checkers_find_nothing_wrong_in_either_form(case: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    drawn, word = paper_as_pdf(CASES[case]), paper_as_docx(CASES[case])
    path.write_bytes(drawn)
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
    headings = [one.text for one in reading.document.find("H2")]
    assert [one.title for one in reading.bookmarks][1:] == headings
    _same_in_word(WordReading(word), [one.text for one in reading.document.find("H1")], headings)
    with zipfile.ZipFile(BytesIO(word)) as package:
        assert package.testzip() is None
    assert paper_as_pdf(CASES[case]) == drawn
    assert paper_as_docx(CASES[case]) == word


def _same_in_word(word: WordReading, title: list[str], headings: list[str]) -> None:
    assert word.styled("Title") == title
    assert word.styled("Heading1") == headings
