"""`otcpd backup`, `restore`, `verify` and `erase`."""

from __future__ import annotations

from pathlib import Path

import click

from otcpd.actions import safety
from otcpd.actions.files import open_to_read, open_to_write
from otcpd.actions.safety import Erased
from otcpd.cli.given import Exit, Given
from otcpd.cli.output import data, words
from otcpd.cli.parameters import PATH, record_argument
from otcpd.domain.words import counted


@click.command("backup")
@record_argument
@click.argument("folder", type=PATH, metavar="DIR")
@click.pass_obj
def backup(given: Given, record: Path, folder: Path) -> None:
    """Copy a CPD file into the folder DIR.

    The copy is opened and read whole. Prints its path.
    """
    services = given.services
    open_to_read(record, services.around).close()
    made = safety.copy_to(record, folder, services.clock.now())
    data(str(made.path))
    words("Copied. The copy was opened and read whole.")


@click.command("restore")
@click.argument("backup", type=PATH, metavar="BACKUP")
@record_argument
@click.pass_obj
def restore(given: Given, backup: Path, record: Path) -> None:
    """Put a copy of BACKUP in the place of RECORD. What stood there is kept beside it."""
    kept = safety.restore(backup, record, given.services.around)
    data(str(record))
    words(f"Restored. What was there before is kept as ‘{kept}’." if kept else "Restored.")


@click.command("verify")
@record_argument
@click.pass_context
def verify(context: click.Context, record: Path) -> None:
    """Check that a CPD file is whole.

    Looks at its structure, its history, and every byte of evidence. Prints each difference, one a line.
    """
    given = context.find_object(Given)
    assert given is not None
    with open_to_read(record, given.services.around) as opened:
        verdict = safety.verify(opened)
    for name, found in (
        ("structure", verdict.structure),
        ("history", verdict.journal),
        ("evidence", verdict.evidence),
    ):
        for one in found:
            data(f"{name}: {one}")
    if verdict.clean:
        words("All is well.")
        return
    words("There are differences. The file was not changed. Make a copy of it, then restore a backup.")
    context.exit(Exit.FINDINGS)


@click.command("erase")
@record_argument
@click.argument("row", metavar="ID")
@click.argument("field", required=False, metavar="[FIELD]")
@click.option("--reason", required=True, help="Why, without repeating what is to go. It stays in the file.")
@click.option("--renew-backups", is_flag=True, help="Make a new backup and let those go that hold it.")
@click.pass_obj
def erase(given: Given, record: Path, row: str, field: str | None, reason: str, renew_backups: bool) -> None:
    """Erase a text or an entry for good.

    One text (FIELD), or everything in the entry, file or person with this ID. Unlike deleting this cannot
    be undone. A mark with the time and your reason stays.
    """
    services = given.services
    with open_to_write(record, services.around) as opened:
        folders = services.backup_folders(opened.id)
        erased = safety.erase(opened, row, field, reason, *folders, draft=services.draft_file(opened.id))
    words("Erased. It is in no part of the CPD file any more.")
    if erased.draft:
        words("A draft of a quick note held it and was deleted.")
    if erased.coming:
        words("A file still to be added was named by it, and is not waited for any more.")
    if renew_backups:
        made = safety.renew_backups(record, folders[0], services.clock.now(), erased.backups)
        gone = counted(len(erased.backups), "older backup")
        words(f"Backed up anew; {gone} let go. The new one is ‘{made.path}’.")
    elif erased.backups:
        _name_backups(erased)
    words("Copies you have made elsewhere yourself are as they were.")


def _name_backups(erased: Erased) -> None:
    number = len(erased.backups)
    words(
        f"{counted(number, 'backup').capitalize()} made before may still hold it. To renew "
        f"{'it' if number == 1 else 'them'}, run the same line again with --renew-backups."
    )
    for one in erased.backups:
        words(f"  {one.path}")
