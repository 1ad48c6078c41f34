"""`otcpd export` and `otcpd import`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from otcpd.actions.files import open_to_read, open_to_write
from otcpd.cli.given import Given
from otcpd.cli.output import data, words
from otcpd.cli.parameters import PATH, record_argument


@click.command("export")
@record_argument
@click.argument("out", type=PATH, metavar="OUT")
@click.pass_obj
def export(given: Given, record: Path, out: Path) -> None:
    """Write your data to a JSON or CSV file.

    OUT.json, with its folder OUT.files for the evidence, holds everything but the undo history. OUT.csv
    holds the list of activities.
    """
    from otcpd.actions.exporting import export as write

    with open_to_read(record, given.services.around) as opened:
        write(opened, out)
    data(str(out))


@click.command("import")
@record_argument
@click.argument("file", type=PATH, metavar="FILE")
@click.option("--map", "pairs", multiple=True, metavar="COLUMN=FIELD", help="Which column of a table is which field.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be taken.")
@click.pass_obj
def import_(given: Given, record: Path, file: Path, pairs: Sequence[str], dry_run: bool) -> None:
    """Take in data from a JSON or CSV file.

    Our own JSON, with its folder of evidence, or a table from another program.
    """
    from otcpd.actions.importing import import_file

    with open_to_write(record, given.services.around) as opened:
        import_file(opened, file, columns(pairs), dry_run=dry_run)
    words("Taken.")


def columns(pairs: Sequence[str]) -> dict[str, str]:
    """ "Course title=title" as a mapping of column to field."""
    found: dict[str, str] = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column.strip() or not field.strip():
            raise click.UsageError(f"--map wants COLUMN=FIELD, such as “Course title=title”, and not “{pair}”.")
        found[column.strip()] = field.strip()
    return found
