"""Taking data in from other files: our own JSON, a profile PDF, a table of activities, a calendar, references, or a
framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from otcpd.actions.carried_ids import CARRIED, carried_id, with_held_ids
from otcpd.actions.evidence import Look
from otcpd.actions.import_report import ImportReport
from otcpd.actions.importing_calendar import import_calendar
from otcpd.actions.importing_document import held_by, import_document
from otcpd.actions.importing_table import import_table
from otcpd.actions.pathway.framework_import import import_framework
from otcpd.actions.pathway.importing_references import import_references
from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.actions.safety import back_up
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.csv_in import Table
from otcpd.exchange.framework_table import holds_framework
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.exchange.json_in import ReadJson, read_json
from otcpd.exchange.table_in import read_table
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
    folder: Path | None = None,
    table: Table | None = None,
) -> ImportReport:
    """Takes in what is in the file at `path`; its content says what it is, not its name.

    All is checked before anything is written, and all is one step that can be undone. `mapping` says
    for tables which column (by its heading) holds which field. With `dry_run` nothing is written.
    `look` reads the words in new evidence, for the search. Into `backup_folder` goes a proved backup of a
    CPD file that has entries, before the first thing is written. What comes out of a PDF lies in `folder` meanwhile,
    which whoever may be ended in the midst of it is given; without it, in one of our own. `table` is what is in the
    file, if it is a table that was read already. Raises NotAcceptable for what cannot be
    taken in, another person's data among it; MachineSaidNo if no backup can be made.
    """
    backed_up = partial(_back_up_first, record, backup_folder)
    if not dry_run:
        _ = record.gate  # says at once that the file is open for reading only
    kind = ImportKind.TABLE if table is not None else import_kind(path)
    if kind is ImportKind.TABLE:
        table = table or read_table(path)
        if not mapping and holds_framework(table):
            return import_framework(record, path, dry_run=dry_run, table=table, before_writing=backed_up)
        return import_table(record, table, mapping or {}, dry_run=dry_run, before_writing=backed_up)
    if mapping:
        raise NotAcceptable(
            f"Only the columns of a table can be mapped, and this is {_WORDS[kind]}.",
            "Nothing was changed.",
            "Leave the mapping out.",
        )
    if kind is ImportKind.FRAMEWORK:
        return import_framework(record, path, dry_run=dry_run, before_writing=backed_up)
    if kind is ImportKind.CALENDAR:
        return import_calendar(record, path, dry_run=dry_run, before_writing=backed_up)
    if kind is ImportKind.REFERENCES:
        return import_references(record, path, dry_run=dry_run, before_writing=backed_up)
    with _working(folder) as place:
        document = _read(kind, path, _known(record), place)
        return import_document(record, document, dry_run=dry_run, look=look, before_writing=backed_up)


_WORDS = {
    ImportKind.JSON: "JSON",
    ImportKind.PROFILE: "a PDF",
    ImportKind.CALENDAR: "a calendar",
    ImportKind.REFERENCES: "a list of references",
    ImportKind.FRAMEWORK: "a framework",
}


def _known(record: Record) -> frozenset[str]:
    """The ids of what is in the file; none if it has no entries and is about to take over all ids."""
    held = held_by(record)
    return held.ids(CARRIED) if held.has_entries else frozenset()


@contextmanager
def _working(folder: Path | None) -> Iterator[Path]:
    """The folder, or a new one that goes at the end."""
    if folder is not None:
        yield folder
        return
    with WorkingFolder(no_room_to_work) as made:
        yield made.path


def _read(kind: ImportKind, path: Path, known: frozenset[str], folder: Path) -> ReadJson:
    """What is in the file, under the ids that our file has. What comes out of a PDF lies in `folder`."""
    if kind is ImportKind.JSON:
        found = read_json(path, text_id)
    else:
        from otcpd.exchange.pdf_in import read_profile_pdf  # pikepdf is slow to import and seldom needed

        found = read_profile_pdf(path, text_id, folder, known | {carried_id(one) for one in known})
    return replace(found, document=with_held_ids(found.document, known))


def _back_up_first(record: Record, folder: Path | None) -> None:
    if folder is not None and held_by(record).has_entries:
        back_up(record.path, folder, record.clock.now())
