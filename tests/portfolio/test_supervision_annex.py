"""The annex on supervision: facts alone, in all three forms, and only for those who want it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import outloud
import pdfua
import pytest

from otcpd.portfolio.content import ProfileContent, SupervisionAnnex, SupervisionRow
from otcpd.portfolio.copy_text import copy_blocks, copy_text
from otcpd.portfolio.docx.write import profile_docx
from otcpd.portfolio.wording import DECLARATION_HEADING, STANDARDS_HEADING, SUPERVISION_HEADING
from tests.portfolio.docx.reading import WordReading
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import PERIOD, full_profile
from tests.portfolio.writing import write_profile_pdf

ROWS = (
    SupervisionRow("Professional supervision", "Every 4 to 6 weeks, 1 h", True, PERIOD.start, PERIOD.end, 8, 500),
    SupervisionRow("Clinical or practice supervision", "", False, date(2026, 2, 1), date(2026, 6, 30), 1, 0),
)
CELLS = [
    ["Professional supervision", "Every 4 to 6 weeks, 1 h", "Yes", "1 Nov 2025", "21 Nov 2026", "8", "8 h 20"],
    ["Clinical or practice supervision", "–", "No", "1 Feb 2026", "30 Jun 2026", "1", "–"],
]
SUM = "9 sessions held, 8 h 20 in all."


@pytest.fixture(params=[ROWS, ()], ids=["two", "none"])
def content(request: pytest.FixtureRequest) -> ProfileContent:
    """A profile with the annex, with agreements in it or without any."""
    return replace(full_profile(), supervision=SupervisionAnnex(request.param))


def test_the_pdf_has_it_between_standards_and_declaration(content: ProfileContent, tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    write_profile_pdf(content, path)
    reading = read_pdf(path)
    headings = [one.text for one in reading.document.find("H2")]
    assert headings[-4:-1] == [STANDARDS_HEADING, SUPERVISION_HEADING, DECLARATION_HEADING]
    assert SUPERVISION_HEADING in [one.whole_text.rpartition(" ")[0] for one in reading.document.find("TOCI")]
    assert SUPERVISION_HEADING in [one.title for one in reading.bookmarks]
    tables = [one for one in reading.document.find("Table") if "Led by an OT" in one.find("TR")[0].whole_text]
    rows = [[cell.whole_text for cell in row.children] for one in tables for row in one.find("TR")[1:]]
    assert rows == CELLS[: len(rows)]
    assert len(rows) == len((content.supervision or SupervisionAnnex(())).rows)
    seen = outloud.check(str(path))
    assert (seen.error, seen.errors) == (None, 0)
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []


def test_the_word_copy_and_the_plain_text_have_it_too() -> None:
    content = replace(full_profile(), supervision=SupervisionAnnex(ROWS))
    word = WordReading(profile_docx(content))
    assert word.styled("Heading1")[-3] == SUPERVISION_HEADING
    assert [row.texts for row in word.table("Led by an OT").rows[1:]] == CELLS
    assert any(SUM in text.replace("\u00a0", " ") for text in word.texts)
    block = copy_blocks(content)[-1]
    assert (block.title, block.limit) == (SUPERVISION_HEADING, None)
    assert block.text.splitlines() == [
        SUM,
        "Professional supervision. Every 4 to 6 weeks, 1 h. Led by an OT: yes. 1 Nov 2025 to 21 Nov 2026. 8 held. "
        "8 h 20.",
        "Clinical or practice supervision. Led by an OT: no. 1 Feb 2026 to 30 Jun 2026. 1 held.",
    ]
    assert block.text in copy_text(content)


def test_nobody_gets_it_unasked(tmp_path: Path) -> None:
    content = full_profile()
    write_profile_pdf(content, tmp_path / "profile.pdf")
    assert "Annex" not in read_pdf(tmp_path / "profile.pdf").everything
    assert len(copy_blocks(content)) == 3
    assert SUPERVISION_HEADING not in WordReading(profile_docx(content)).styled("Heading1")
