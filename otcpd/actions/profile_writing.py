"""The last job of an export: everything that was asked for is drawn, written and put in place together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from otcpd.actions.profile_plan import ListedOnly, ProfileMade, ProfilePlan
from otcpd.actions.profile_targets import zipped
from otcpd.background import ReportProgress
from otcpd.disk import WholeFiles, whole_files
from otcpd.portfolio.carrying import with_pieces
from otcpd.portfolio.content import ProfileContent
from otcpd.portfolio.copy_text import copy_text
from otcpd.portfolio.evidence.originals import OriginalFile, write_originals_folder, write_originals_zip
from otcpd.portfolio.evidence.pieces import PreparedPiece
from otcpd.portfolio.left_out import left_out_lines


def write_all(
    content: ProfileContent,
    pieces: Sequence[PreparedPiece],
    plan: ProfilePlan,
    carried: bytes,
    originals: Sequence[OriginalFile],
    progress: ReportProgress,
) -> ProfileMade:
    """Writes the PDF or PDFs, and the Word copy, the texts and the originals if they are wanted.

    `carried` is the data that each PDF carries; `originals` are the files that go beside it, if they are
    wanted. Runs in the worker process. Raises DiskFull, ReadOnly or MachineSaidNo; every place is then as it was.
    """
    from otcpd.portfolio.pdf.compose import Matter
    from otcpd.portfolio.pdf.inexact import inexact_characters
    from otcpd.portfolio.pdf.write import write_pdfs

    def copied(done: int, total: int) -> None:
        progress(done, total, "Copying the evidence")

    inexact = inexact_characters(content, (words for piece in pieces for words in piece.paragraphs))
    matter = Matter(content, tuple(pieces), left_out_lines(content, pieces, len(inexact)), with_pieces(carried, pieces))
    with _no_empty_folder(plan.originals), whole_files() as files:
        written = write_pdfs(matter, plan.out, files, progress, most_bytes=plan.most_bytes)
        others = _write_texts(content, pieces, plan, files)
        if plan.originals is not None:
            _write_originals(originals, plan.originals, files, copied)
            others.append(plan.originals)
    captions = {row.number: row.caption for row in content.evidence}
    return ProfileMade(
        content,
        pdfs=tuple(one.path for one in written),
        others=tuple(others),
        listed_only=tuple(
            ListedOnly(one.number, captions[one.number], one.refusal) for one in pieces if one.refusal is not None
        ),
        too_large=tuple(one.path for one in written if one.too_large),
        inexact=inexact,
        with_details=tuple(one.number for one in originals if one.path is not None and not one.clean),
        not_blacked_out=tuple(one.number for one in originals if one.not_blacked_out),
        not_copied=tuple(one.number for one in originals if one.path is None),
    )


def _write_texts(
    content: ProfileContent, pieces: Sequence[PreparedPiece], plan: ProfilePlan, files: WholeFiles
) -> list[Path]:
    """The Word copy and the texts for the online form, as far as they are wanted; gives their places."""
    written: list[Path] = []
    if plan.docx is not None:
        from otcpd.portfolio.docx.write import profile_docx

        files.begin(plan.docx).write(profile_docx(content, pieces))
        written.append(plan.docx)
    if plan.copy_text is not None:
        files.begin(plan.copy_text).write(copy_text(content).encode())
        written.append(plan.copy_text)
    return written


def _write_originals(
    originals: Sequence[OriginalFile], place: Path, files: WholeFiles, report: Callable[[int, int], None]
) -> None:
    """The evidence as numbered files."""
    if zipped(place):
        write_originals_zip(originals, files.begin(place), report)
    else:
        write_originals_folder(originals, place, files, report)


@contextmanager
def _no_empty_folder(place: Path | None) -> Iterator[None]:
    """Takes a folder that was made for the originals away again if the export fails."""
    was_there = place is None or place.exists()
    try:
        yield
    except BaseException:
        if place is not None and not was_there:
            with contextlib.suppress(OSError):
                place.rmdir()
        raise
