"""`otcpd add` and `otcpd attach`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from otcpd.actions.files import open_to_write
from otcpd.cli.given import Exit, Given
from otcpd.cli.output import data, progress, words
from otcpd.cli.parameters import PATH, record_argument
from otcpd.domain.dates import span
from otcpd.domain.durations import format_duration
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.quick_note import Note


@click.command("add")
@record_argument
@click.argument("line", nargs=-1, required=True, metavar="LINE")
@click.pass_obj
def add(given: Given, record: Path, line: Sequence[str]) -> None:
    """Add an activity from one line of plain English.

    \b
    otcpd add my.otcpd "2h journal club on falls yesterday #falls with Asha Rowan"

    Prints the id of the new activity, and on standard error how the line was read.
    """
    from otcpd.actions.quick_add import quick_add

    with open_to_write(record, given.services.around) as opened:
        added = quick_add(opened, " ".join(line))
    data(added.activity)
    words(read_back(added.read))
    for part in added.read.unread:
        words(part.sentence)
    if added.read.long:
        words("The line is long for a title, so all of it also went to ‘What it was’.")


def read_back(read: Note) -> str:
    """How a line was understood, in one sentence."""
    from otcpd.catalogue import load_catalogue

    catalogue = load_catalogue()
    kind = catalogue.type_label(read.type) if read.type else ""
    days = span(read.date, read.end_date or read.date, year=True)
    parts = [
        f"‘{read.title}’",
        f"{days}, because no date was read" if read.date_assumed else days,
        format_duration(read.minutes) if read.minutes else "no length given",
        kind,
        catalogue.category_label(read.category, long=True) or "no category yet",
        *(f"#{tag}" for tag in read.tags),
        f"with {', '.join(read.companions)}" if read.companions else "",
    ]
    return f"Kept: {'; '.join(part for part in parts if part)}."


@click.command("attach")
@record_argument
@click.argument("activity", metavar="ACTIVITY")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE…")
@click.option("--caption", default="", help="What the evidence shows.")
@click.pass_context
def attach(context: click.Context, record: Path, activity: str, files: Sequence[Path], caption: str) -> None:
    """Add files as evidence of the activity with the id ACTIVITY.

    Prints the id of each piece of evidence, one a line. A file that is refused does not hold up the others.
    """
    from otcpd.actions.evidence import attach as take_in

    given = context.find_object(Given)
    assert given is not None
    refused = 0
    with open_to_write(record, given.services.around) as opened, given.services.looking() as look:
        opened.activities.get(activity)
        for file in files:
            try:
                taken = take_in(opened, activity, file, look, caption=caption, progress=progress(file.name))
            except NotAcceptable as error:
                refused += 1
                words(error.text)
                continue
            data(taken.evidence)
            if taken.warning:
                words(taken.warning)
    if refused:
        context.exit(Exit.REFUSED)
