"""Writing a profile PDF in one go, for tests that are about what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from otcpd.disk import whole_files
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.left_out import left_out_lines
from otcpd.portfolio.pdf.compose import Matter
from otcpd.portfolio.pdf.write import PdfWritten, Progress, write_pdfs


def silent(done: int, total: int, words: str) -> None:
    """Nobody watches the progress."""


def write_profile_pdf(
    content: ProfileContent,
    path: Path,
    pieces: Sequence[PreparedPiece] = (),
    *,
    most_bytes: int | None = None,
    carried: bytes = b"",
    progress: Progress = silent,
) -> list[PdfWritten]:
    """Write `content`, with evidence as prepared, to `path` or to parts beside it."""
    matter = Matter(content, tuple(pieces), left_out_lines(content, pieces), carried)
    with whole_files() as files:
        return write_pdfs(matter, path, files, progress, most_bytes=most_bytes)
