"""The annex with what was read: a reference list with its italics, in all three forms, for those who want it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import outloud
import pdfua
import pytest
from docx import Document

from otcpd.domain.citing import plain, reference_list
from otcpd.domain.reading import ReadingKind, Reference
from otcpd.portfolio.content import ProfileContent, ReadingAnnex
from otcpd.portfolio.copy_text import copy_blocks
from otcpd.portfolio.docx.write import profile_docx
from otcpd.portfolio.pdf.citations import citation_runs
from otcpd.portfolio.wording import DECLARATION_HEADING, READING_HEADING, STANDARDS_HEADING
from tests.portfolio.reading import read_pdf
from tests.portfolio.samples import full_profile
from tests.portfolio.writing import write_profile_pdf

WORKS = (
    Reference(
        title="Rails, steps and confidence at the front door: a study of what people do once the rails are in",
        authors="Rowan, Eilidh\nAlder, Fiona",
        year="2024",
        container="British Journal of Occupational Therapy",
        volume="87",
        issue="3",
        pages="12-20",
        doi="10.1177/0308022624",
    ),
    Reference(ReadingKind.BOOK, "Enabling homes", "Birch, Ian\nA, B\nC, D\nE, F", "2019", publisher="Tree Press"),
    Reference(ReadingKind.BOOK, "Łódź < Größe & более", "Żółw, Ż", "2020", publisher="دار"),
)
LINES = reference_list((str(number), one, None) for number, one in enumerate(WORKS))
ANNEX = ReadingAnnex(tuple(line.runs for line in LINES))


@pytest.mark.parametrize("annex", [ANNEX, ReadingAnnex(())], ids=["three", "none"])
def test_the_pdf_has_it_after_the_standards(annex: ReadingAnnex, tmp_path: Path) -> None:
    path = tmp_path / "profile.pdf"
    content: ProfileContent = replace(full_profile(), reading=annex)

    write_profile_pdf(content, path)

    reading = read_pdf(path)
    headings = [one.text for one in reading.document.find("H2")]
    assert headings[-4:-1] == [STANDARDS_HEADING, READING_HEADING, DECLARATION_HEADING]
    assert READING_HEADING in [one.title for one in reading.bookmarks]
    paragraphs = [one.whole_text for one in reading.document.find("P")]
    assert [plain(work) in paragraphs for work in annex.works] == [True] * len(annex.works)
    seen = outloud.check(str(path))
    assert (seen.error, seen.errors) == (None, 0)
    assert [found for found in pdfua.validate(str(path)).findings if found.severity is pdfua.Severity.ERROR] == []


def test_the_word_copy_has_it_with_true_italics(tmp_path: Path) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(profile_docx(replace(full_profile(), reading=ANNEX)))

    document = Document(str(path))

    shown = {paragraph.text: paragraph for paragraph in document.paragraphs}
    for line in LINES:
        runs = shown[plain(line.runs)].runs
        italic = "".join(run.text for run in runs if run.italic)
        assert italic == "".join(run.text for run in line.runs if run.italic)


def test_the_plain_text_has_a_line_for_each_work_and_nobody_gets_it_unasked() -> None:
    block = copy_blocks(replace(full_profile(), reading=ANNEX))[-1]

    assert (block.title, block.text.splitlines()) == (READING_HEADING, [plain(work) for work in ANNEX.works])
    assert len(copy_blocks(full_profile())) == 3


def test_what_is_italic_in_the_pdf_is_whole_words_and_the_sign_after_them() -> None:
    slanted = ["".join(run.text for run in citation_runs(work) if run.italic) for work in ANNEX.works]

    assert slanted == ["et al.Enabling homes.", "British Journal of Occupational Therapy,", f"{WORKS[2].title}."]
    assert ["".join(run.text for run in citation_runs(work)) for work in ANNEX.works] == list(map(plain, ANNEX.works))
