"""Faults of a PDF that are of no particular kind for the library."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from otcpd.portfolio.evidence.stripping.pdf import strip_pdf
from otcpd.portfolio.evidence.stripping.plan import NotStripped
from tests.portfolio.evidence.finished_pdf import prepared

LOST_COUNT = b"""%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
2 0 obj
<< /}ount 2 /Kids [ 3 0 R 4 0 R ] /Type /Pages >>
3 0 obj
<< /MediaBox [ 0 0 595 842 ] /Parent 2 0 R /Type /Page >>
<< /Length 176 >>
"""
"""Half a file, in which the number of pages is garbled."""


@pytest.fixture
def garbled(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.pdf"
    path.write_bytes(LOST_COUNT)
    with pytest.raises(RuntimeError, match="/Count is wrong"):
        pikepdf.open(path, suppress_warnings=True)
    return path


def test_it_is_shown_or_refused(garbled: Path) -> None:
    piece = prepared(garbled)
    assert bool(piece.pages) != bool(piece.refusal)


def test_it_is_not_stripped(garbled: Path, tmp_path: Path) -> None:
    with (tmp_path / "copy").open("wb+") as copy, pytest.raises(NotStripped):
        strip_pdf(garbled, copy)
