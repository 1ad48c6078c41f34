"""Looking at evidence inside the window: private copies of files, and jobs that draw their pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from otcpd.actions.profile_folder import WorkingFolder, forget
from otcpd.background import Limits, ReportProgress, Task, task
from otcpd.disk import machine_errors, whole_file
from otcpd.domain.errors import DiskFull, MachineSaidNo, NotAcceptable
from otcpd.domain.evidence import Evidence, EvidenceKind, EvidenceState
from otcpd.domain.picture import PageSizes, Picture
from otcpd.domain.sizes import MB, size_in_words
from otcpd.record.record import Record

LIMITS = Limits(seconds=30.0, memory=700_000_000)
"""What drawing one part of a page, or measuring the pages of a file, may take."""
LARGEST = 1_000 * MB
"""Bytes of a file from which on it is not copied in order to be shown."""
MOST_COPIES = 8
MOST_COPIED = 500 * MB
"""Copies that are kept for coming back to, and their bytes; the one asked for last is kept in any case."""
MOST_CHARACTERS = 300_000
"""Characters of a text that are shown."""
LONGEST_LINE = 4_000
"""Characters after which a line is broken: one of a million would hold the window while it is laid out."""


def sizes_task(path: Path, kind: EvidenceKind) -> Task:
    """The job that measures the pages of a PDF, or of a picture; its value is a `PageSizes`."""
    return task(measure, path, kind).within(LIMITS)


def rows_task(path: Path, kind: EvidenceKind, page: int, width: int, top: int, rows: int) -> Task:
    """The job that draws some rows of a page; its value is a `Picture`."""
    return task(draw, path, kind, page, width, top, rows).within(LIMITS)


def text_task(path: Path) -> Task:
    """The job that reads the words in a file; its value is the text."""
    return task(read_text, path).within(LIMITS)


def measure(path: Path, kind: EvidenceKind, progress: ReportProgress) -> PageSizes:
    """What `sizes_task` does in the worker process."""
    progress(0, 1)
    if kind is EvidenceKind.IMAGE:
        from otcpd.portfolio.evidence.pictures.preview import picture_sizes

        return picture_sizes(path)
    from otcpd.exchange.page_pictures import page_sizes

    return page_sizes(path)


def draw(
    path: Path, kind: EvidenceKind, page: int, width: int, top: int, rows: int, progress: ReportProgress
) -> Picture:
    """What `rows_task` does in the worker process."""
    progress(0, 1)
    if kind is EvidenceKind.IMAGE:
        from otcpd.portfolio.evidence.pictures.preview import picture_rows

        return picture_rows(path, page, width, top=top, rows=rows)
    from otcpd.exchange.page_pictures import page_picture

    return page_picture(path, page, width, top=top, rows=rows)


def read_text(path: Path, progress: ReportProgress) -> str:
    """What `text_task` does in the worker process."""
    from otcpd.exchange.evidence_text import read_evidence

    progress(0, 1)
    found = read_evidence(path)
    if found.state is not EvidenceState.READABLE:
        raise NotAcceptable("The words of this file cannot be read.")
    return found.text[: MOST_CHARACTERS + 1]


def text_to_show(text: str) -> tuple[str, bool]:
    """The beginning of a text, in lines that can be laid out quickly; and whether there is more of it."""
    lines: list[str] = []
    for line in text[:MOST_CHARACTERS].split("\n"):
        lines += [line[start : start + LONGEST_LINE] for start in range(0, len(line), LONGEST_LINE)] or [""]
    return "\n".join(lines), len(text) > MOST_CHARACTERS


def why_not_shown(piece: Evidence) -> str:
    """A plain sentence on why there is no preview of a piece of evidence; empty if one may be tried."""
    match piece:
        case Evidence(sha256=""):
            return "This file was erased for good."
        case Evidence(state=EvidenceState.LOCKED):
            return "This file has a password, so it cannot be shown here. It is kept as it is."
        case Evidence(state=EvidenceState.BROKEN):
            return "This file seems to be broken. It is kept as it is; check that another program opens it."
        case Evidence(kind=EvidenceKind.OTHER) | Evidence(state=EvidenceState.UNKNOWN):
            return "This kind of file cannot be shown here. It is kept as it is."
    if piece.size > LARGEST:
        return f"This file is {size_in_words(piece.size)}: too large to be shown here. It is kept as it is."
    return ""


def copy_out(record: Record, sha256: str, path: Path) -> Iterator[int]:
    """Writes bytes to a private place, at most 1 MB each time it is asked; gives how many are there so far.

    Raises FileDamaged at the end if they are not what came in, DiskFull, ReadOnly or MachineSaidNo; then, and when it
    is given up, nothing is left there.
    """
    done = 0
    try:
        with machine_errors(path), path.open("wb") as file:
            for chunk in record.evidence.content(sha256):
                file.write(chunk)
                done += len(chunk)
                yield done
    except BaseException:
        forget(path)
        raise


def put_copy_task(source: Path, target: Path) -> Task:
    """The job that writes a private copy where the person wants it; what stood there stays unless all goes well."""
    return task(put_copy, source, target)


def put_copy(source: Path, target: Path, progress: ReportProgress) -> None:
    """What `put_copy_task` does in the worker process. Raises DiskFull, ReadOnly or MachineSaidNo."""
    size = source.stat().st_size
    done = 0
    with whole_file(target) as out, source.open("rb") as file:
        while data := file.read(MB):
            out.write(data)
            done += len(data)
            progress(done, size)


class PreviewCopies:
    """Copies of evidence in a private folder, for as long as the window looks at them.

    `close` deletes them; what a crash leaves behind goes with the next export.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._folder: WorkingFolder | None = None
        self._made = 0
        self._ready: dict[str, Path] = {}
        """By SHA-256, the one asked for last at the end."""

    def ready(self, sha256: str) -> Path | None:
        """The copy of these bytes; None while there is none."""
        path = self._ready.pop(sha256, None)
        if path is not None:
            self._ready[sha256] = path
        return path

    def make(self, sha256: str) -> Iterator[int]:
        """Makes a copy of these bytes, at most 1 MB each time it is asked; gives how many bytes are there so far.

        `ready` gives it when all are. Raises FileDamaged at the end if the bytes are not what came in,
        DiskFull, ReadOnly or MachineSaidNo.
        """
        try:
            if self._folder is None:
                self._folder = WorkingFolder()
            self._made += 1
            path = self._folder.path / f"{self._made}-{sha256}"  # two views may ask for the same bytes at once
            yield from copy_out(self._record, sha256, path)
        except DiskFull as error:
            raise _no_room() from error
        self._ready[sha256] = path
        self._thin_out()

    def forget(self, sha256: str) -> None:
        """Delete a copy: its bytes were erased, say."""
        path = self._ready.pop(sha256, None)
        if path is not None:
            forget(path)

    def close(self) -> None:
        """Delete all copies. May be called twice."""
        self._ready.clear()
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()

    def _thin_out(self) -> None:
        while len(self._ready) > 1 and (len(self._ready) > MOST_COPIES or self._bytes() > MOST_COPIED):
            self.forget(next(iter(self._ready)))

    def _bytes(self) -> int:
        return sum(path.stat().st_size for path in self._ready.values() if path.exists())


def _no_room() -> MachineSaidNo:
    return DiskFull(
        "This file cannot be shown. The disk that holds temporary files is full.",
        "Your CPD file is unchanged.",
        "Make room on that disk, and look again.",
    )
