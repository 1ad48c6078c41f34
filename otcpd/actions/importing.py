"""Taking data in from other files: our own JSON, or a table of activities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from otcpd.actions.evidence import Look
from otcpd.actions.import_report import ImportReport
from otcpd.actions.importing_document import held_by, import_document
from otcpd.actions.importing_table import import_table
from otcpd.actions.safety import back_up
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_in import read_csv
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.exchange.json_in import read_json
from otcpd.record.ids import text_id
from otcpd.record.record import Record

__all__ = ["ImportReport", "import_file"]


def import_file(
    record: Record,
    path: Path,
    mapping: Mapping[str, str] | None = None,
    *,
    dry_run: bool = False,
    look: Look | None = None,
    backup_folder: Path | None = None,
) -> ImportReport:
    """Takes in what is in the file at `path`; its content says what it is, not its name.

    All is checked before anything is written, and all is one step that can be undone. `mapping` says
    for tables which column (by its heading) holds which field. With `dry_run` nothing is written.
    `look` reads the words in new evidence, for the search. Into `backup_folder` goes a proved backup of a
    CPD file that has entries, before the first thing is written. Raises NotAcceptable for what cannot be
    taken in, another person's data among it; MachineSaidNo if no backup can be made.
    """
    backed_up = partial(_back_up_first, record, backup_folder)
    if not dry_run:
        _ = record.gate  # says at once that the file is open for reading only
    if import_kind(path) is ImportKind.TABLE:
        return import_table(record, read_csv(path), mapping or {}, dry_run=dry_run, before_writing=backed_up)
    if mapping:
        raise NotAcceptable(
            "Only the columns of a table can be mapped, and this is JSON.",
            "Nothing was changed.",
            "Leave the mapping out.",
        )
    document = read_json(path, text_id)
    return import_document(record, document, dry_run=dry_run, look=look, before_writing=backed_up)


def _back_up_first(record: Record, folder: Path | None) -> None:
    if folder is not None and held_by(record).has_entries:
        back_up(record.path, folder, record.clock.now())
