"""`otcpd export` and `otcpd import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from otcpd.actions.files import open_to_read, open_to_write
from otcpd.actions.import_report import ImportReport
from otcpd.cli.given import Given
from otcpd.cli.output import data, one_line, words
from otcpd.cli.parameters import PATH, record_argument
from otcpd.domain.words import counted


@click.command("export")
@record_argument
@click.argument("out", type=PATH, metavar="OUT")
@click.option("--framework", metavar="CODE", help="Only this framework, as CASE JSON or as a table (CSV).")
@click.pass_obj
def export(given: Given, record: Path, out: Path, framework: str | None) -> None:
    """Write your data to a JSON, CSV or calendar (ICS) file.

    OUT.json, with its folder OUT.files for the evidence, holds everything but the undo history. OUT.csv
    holds the list of activities. OUT.ics holds the sessions of supervision for your calendar: day, time, place and
    kind, and nothing else. Import it again later and the calendar is brought up to date.

    With --framework, OUT.json is one framework in the form of CASE 1.0 for others to import, and OUT.csv is a table of
    its items. CODE is that of the framework, such as rcot_career, or of one of its editions, such as rcot_career@2022.
    """
    from otcpd.actions.exporting import export as write_out

    if framework is not None:
        _export_framework(given, record, out, framework)
        return
    with open_to_read(record, given.services.around) as opened:
        report = write_out(opened, out)
    data(str(report.path))
    if out.suffix.lower() == ".ics":
        words(f"Exported {counted(report.sessions, 'session')} for your calendar.")
        return
    evidence = f" and {counted(report.evidence, 'piece')} of evidence" if report.evidence else ""
    words(f"Exported {counted(report.activities, 'activity', 'activities')}{evidence}.")


def _export_framework(given: Given, record: Path, out: Path, code: str) -> None:
    from otcpd.actions.pathway.framework_export import export_framework

    with open_to_read(record, given.services.around) as opened:
        framework = export_framework(opened, out, code)
    data(str(out))
    items = counted(len(framework.items), "item")
    words(f"Exported ‘{one_line(framework.name)}’, edition {one_line(framework.edition)}, with {items}.")


@click.command("import")
@record_argument
@click.argument("file", type=PATH, metavar="FILE")
@click.option("--map", "pairs", multiple=True, metavar="COLUMN=FIELD", help="Which column of a table is which field.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be taken.")
@click.pass_obj
def import_(given: Given, record: Path, file: Path, pairs: Sequence[str], dry_run: bool) -> None:
    """Take in data from a JSON file, a profile PDF, a table, a calendar (ICS), references or a framework.

    Our own JSON, with its folder of evidence; a profile PDF of otcpd, with the evidence in its pages; a table (CSV or
    XLSX) from another program; invitations, which become planned sessions of supervision; references (RIS, NBIB or
    BibTeX), which go into the reading log; or a framework: CASE JSON, a matrix of Mahara, or a table with the columns
    Code, Title, Parent and Level. Prints what was taken, and what was not and why.
    """
    from otcpd.actions.importing import import_file

    services = given.services
    mapping = _columns(pairs)
    with (open_to_read if dry_run else open_to_write)(record, services.around) as opened, services.looking() as look:
        backups = services.backup_folder(opened.id)
        report = import_file(opened, file, mapping, dry_run=dry_run, look=look, backup_folder=backups)
    _print_report(report)


def _columns(pairs: Sequence[str]) -> dict[str, str]:
    """Column to field, from pairs such as "Course title=title"."""
    found: dict[str, str] = {}
    for pair in pairs:
        column, _sign, field = (part.strip() for part in pair.rpartition("="))
        if not column or not field:
            raise click.UsageError(f"--map wants COLUMN=FIELD, such as ‘Course title=title’, and not ‘{pair}’.")
        found[column] = field
    return found


def _print_report(report: ImportReport) -> None:
    for what in report.taken:
        data(f"taken: {one_line(what)}")
    for what, why in report.skipped:
        data(f"skipped: {one_line(what)}: {one_line(why)}")
    for note in report.notes:
        words(one_line(note))
    words(("This was a trial: nothing was changed." if report.dry_run else "Done.") + _left(report))


def _left(report: ImportReport) -> str:
    """How much was not taken as it stood, as a sentence behind another; empty for none."""
    number = len(report.skipped)
    if not number:
        return ""
    if report.put_right:
        return f" {counted(number, 'thing').capitalize()} skipped or put right."
    return f" {counted(number, 'entry', 'entries').capitalize()} skipped."
