"""Writing the whole CPD file out, its activities as a table, or its sessions for a calendar."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.actions.in_worker import WorkerSurroundings, reading_a_copy, told_as
from otcpd.actions.leftovers import Leftovers
from otcpd.actions.supervision.calendar_export import export_calendar
from otcpd.background import ReportProgress
from otcpd.catalogue import load_catalogue
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_out import TableWords, write_csv
from otcpd.exchange.json_document import document
from otcpd.exchange.json_folder import Content, evidence_in, folder_of
from otcpd.exchange.json_layout import COLUMNS
from otcpd.exchange.json_out import write_json
from otcpd.exchange.json_shape import (
    Row,
)
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where. Counts hold what is in the bin as well, where the format holds it."""

    path: Path
    activities: int
    evidence: int = 0
    sessions: int = 0
    """Sessions of supervision, where the format holds nothing else."""


Progress = Callable[[int, int], None]
"""Hears bytes of evidence done, and bytes in all."""


def export_job(
    path: Path, out: Path, folder: Path, around: WorkerSurroundings, progress: ReportProgress
) -> ExportReport:
    """The job for the worker process: `export` from the file at `path`, which the window may have open.

    What is written is a copy in `folder`: table after table of a file that changes meanwhile would not fit together.
    """
    with reading_a_copy(path, folder, around, told_as(progress, "Reading the file")) as record:
        progress(0, 0, "Writing your data")
        return export(record, out, told_as(progress, "Writing your evidence"))


class UnfinishedExport:
    """What an export that is given up may leave, and what was there before it."""

    def __init__(self, out: Path) -> None:
        """To be made before the export to `out` begins."""
        folder = folder_of(out)
        self._out = out
        self._stood = _identity(out)
        self._folder = folder
        self._before = evidence_in(folder)
        self._leftovers = Leftovers([out.parent, folder])

    def clear_away(self) -> bool:
        """Delete what came since, once the worker has been ended; says whether that was all of it.

        False if the export was whole already: the new file at `out` needs the evidence that came with it.
        """
        now = _identity(self._out)
        unfinished = now is None or now == self._stood
        if unfinished:
            for name in evidence_in(self._folder) - self._before:
                with contextlib.suppress(OSError):
                    (self._folder / name).unlink()
        self._leftovers.clear_away()
        return unfinished


def _identity(path: Path) -> tuple[int, int, int, int] | None:
    """What tells one file at this path from the next one there; None if there is none."""
    with contextlib.suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
    return None


def export(record: Record, out: Path, progress: Progress | None = None) -> ExportReport:
    """Writes the CPD file to `out`, in the format that its ending asks for.

    JSON is lossless but for the undo history, with evidence in the folder beside it; CSV is a table of
    the activities; ICS has the sessions of supervision for a calendar, without a word of what was said or with whom.
    The same content gives the same bytes. Raises NotAcceptable for other endings,
    FileDamaged for evidence that is not what came in, DiskFull, ReadOnly or MachineSaidNo; what stood
    at `out` is then untouched.
    """
    writer = _WRITERS.get(out.suffix.lower())
    if writer is None:
        *others, last = _WRITERS
        raise NotAcceptable(
            f"otcpd cannot write ‘{out.name}’." if out.suffix else f"‘{out.name}’ has no ending.",
            "Nothing was written.",
            f"End the name in {', '.join(others)} or {last}.",
        )
    refuse_own_file(record, out)
    if out.is_dir():
        raise NotAcceptable(f"‘{out.name}’ is a folder.", "Nothing was written.", "Name a file.")
    return writer(record, out, progress)


def _json(record: Record, out: Path, progress: Progress | None) -> ExportReport:
    tables = read_tables(record)
    found = document(record.owner, {table: list(rows.values()) for table, rows in tables.items()})
    sizes = {str(row["sha256"]): row["size"] for row in tables["evidence"].values() if row["sha256"]}
    total = sum(size for size in sizes.values() if isinstance(size, int))
    write_json(out, found, _counting(record.evidence.content, total, progress))
    counts = [len(listed) if isinstance(listed := found[name], list) else 0 for name in ("activities", "evidence")]
    return ExportReport(out, *counts)


def _counting(content: Content, total: int, progress: Progress | None) -> Content:
    """The same content; `progress` hears how much of it has been read."""
    done = 0

    def counted(sha256: str) -> Iterator[bytes]:
        nonlocal done
        for chunk in content(sha256):
            done += len(chunk)
            if progress is not None:
                progress(done, total)
            yield chunk

    return counted


def _csv(record: Record, out: Path, _progress: Progress | None) -> ExportReport:
    activities = record.activities.all()
    catalogue = load_catalogue()
    write_csv(
        out,
        activities,
        TableWords(
            categories={
                entry: catalogue.category_label(entry, long=True)
                for entry in {one.category for one in activities}
                if entry is not None
            },
            types={one.type: catalogue.type_label(one.type) for one in activities if one.type},
            posts={post.id: post.title for post in record.people.posts()},
        ),
    )
    return ExportReport(out, len(activities))


def _ics(record: Record, out: Path, _progress: Progress | None) -> ExportReport:
    return ExportReport(out, 0, sessions=export_calendar(record, out).sessions)


_WRITERS: Mapping[str, Callable[[Record, Path, Progress | None], ExportReport]] = {
    ".json": _json,
    ".csv": _csv,
    ".ics": _ics,
}


def read_tables(record: Record) -> dict[str, dict[str, Row]]:
    """Every row that our JSON carries, of whatever owner, in the bin or not: by table and id."""
    tables: dict[str, dict[str, Row]] = {}
    for table, columns in COLUMNS.items():
        rows = record.table(table, columns)
        tables[table] = {str(values[0]): dict(zip(columns, values, strict=True)) for values in rows}
    return tables
