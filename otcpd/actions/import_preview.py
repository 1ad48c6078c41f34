"""What an import would do, worked out in the worker process before anybody decides on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.import_report import ImportReport
from otcpd.actions.importing import import_file
from otcpd.actions.in_worker import WorkerSurroundings, reading
from otcpd.background import Limits, ReportProgress
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_in import Table
from otcpd.exchange.framework_table import holds_framework
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.exchange.table_fields import FIELDS, IGNORED, guessed_fields
from otcpd.exchange.table_headings import with_headings
from otcpd.exchange.table_in import read_table

PREVIEW_LIMITS = Limits(seconds=600.0, memory=2_000_000_000)
"""What looking at a file may take: it may be a stranger's, made to deceive."""

_EXAMPLES = 3
_MOST_COLUMNS = 24
"""Columns that a person is asked about, as many as our own tables have; those behind are known by their names."""

FIELD_CHOICES: tuple[tuple[str, str], ...] = (
    (IGNORED, "Leave it out"),
    *((field.code, field.heading) for field in FIELDS),
)
"""What a column can be taken for: code and words."""


@dataclass(frozen=True, slots=True)
class ImportColumn:
    """A column of a table: its heading, what stands below it first, and the field it is taken for (or IGNORED)."""

    heading: str
    examples: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What would come of an import; `report` is None while `problem` says why it cannot be done as it stands.

    `columns` are empty for anything but a table.
    """

    kind: ImportKind
    report: ImportReport | None
    columns: tuple[ImportColumn, ...] = ()
    problem: NotAcceptable | None = None


def preview_job(
    record: Path,
    source: Path,
    mapping: Mapping[str, str],
    folder: Path,
    around: WorkerSurroundings,
    progress: ReportProgress,
) -> ImportPreview:
    """The job for the worker process that looks at `source`. `mapping` names the field of each column, by heading.
    `folder` is for copies.

    Raises NotAcceptable for what cannot be taken in whatever the columns are, another person's data among it.
    """
    progress(0, 0, "Reading the file")
    kind = import_kind(source)
    table = read_table(source) if kind is ImportKind.TABLE else None
    if table is not None and not mapping and holds_framework(table):
        kind = ImportKind.FRAMEWORK
    columns = table_columns(table, mapping) if table is not None and kind is ImportKind.TABLE else ()
    with reading(record, around) as opened:
        try:
            report = import_file(opened, source, mapping, dry_run=True, folder=folder, table=table)
        except NotAcceptable as error:
            if not columns:
                raise
            return ImportPreview(kind, None, columns, _in_window_words(error, columns))
    return ImportPreview(kind, report, columns)


def table_columns(table: Table, mapping: Mapping[str, str]) -> tuple[ImportColumn, ...]:
    """The columns of a table with what they are taken for. A heading that comes twice is asked about once."""
    table, _above = with_headings(table, mapping)
    guesses = {place: code for code, place in guessed_fields(table.headings).items()}
    found: dict[str, ImportColumn] = {}
    for place, text in enumerate(table.headings[:_MOST_COLUMNS]):
        cells = [line.cell(place) for line in table.lines]
        examples = tuple(cell for cell in cells if cell)[:_EXAMPLES]
        if text in found or not (text.strip() or examples):
            continue
        found[text] = ImportColumn(text, examples, mapping.get(text, guesses.get(place, IGNORED)))
    return tuple(found.values())


def _in_window_words(error: NotAcceptable, columns: tuple[ImportColumn, ...]) -> NotAcceptable:
    """What is missing, for people who choose fields from lists instead of naming them."""
    taken = [column.field for column in columns if column.field != IGNORED]
    for code, word in (("date", "date"), ("title", "title")):
        if code not in taken:
            return NotAcceptable(f"No column is known to hold the {word}.", "Nothing was changed.", "Choose it below.")
    doubled = next((word for code, word in FIELD_CHOICES if taken.count(code) > 1), "")
    if doubled:
        return NotAcceptable(
            f"Two columns are to be ‘{doubled}’.", "Nothing was changed.", "Choose one column for each field."
        )
    return error
