"""What both journeys have to leave behind."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2

from otcpd.actions import safety
from otcpd.actions.files import open_to_read
from otcpd.domain.activity import Category
from tests.outside.waiting import PATIENCE, settled
from tests.ports import FixedClock
from tests.record.support import surroundings

FIRST = "Home hazards and falls"
SECOND = "Journal club on hoists"
LEARNT = "Light matters more than rugs."


def wait_for_file(path: Path) -> None:
    """Wait until a whole file is in place; it comes in one piece."""
    settled(path.exists, path.name)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Wait until the program has ended, as it should."""
    assert process.wait(PATIENCE) == 0


def check(record_path: Path, pdf: Path) -> None:
    """The file has what was written, is whole, and the profile shows it."""
    with open_to_read(record_path, surroundings(FixedClock())) as record:
        assert safety.verify(record).clean
        second, first = record.activities.rows()
        assert (first.title, second.title) == (FIRST, SECOND)
        assert record.activities.get(first.id).learning == LEARNT
        assert first.category is Category.WORK_BASED
        assert len(record.gap_reasons.all()) == 1
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    for expected in ("Eilidh Rowan", "OT000123", FIRST, SECOND):
        assert expected in " ".join(words.split())
