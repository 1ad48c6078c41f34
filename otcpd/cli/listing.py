"""`otcpd list`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from otcpd.actions.files import open_to_read
from otcpd.cli.given import Given
from otcpd.cli.listed import Listing, Wanted, search
from otcpd.cli.listing_goals import goals
from otcpd.cli.listing_people import agreements, people, sessions
from otcpd.cli.output import print_csv, print_json, print_table, words
from otcpd.cli.parameters import check_period, period_options, record_argument
from otcpd.cli.shapes import ACTIVITY_FIELDS, EVIDENCE_FIELDS, activity_object, evidence_object
from otcpd.domain.dates import span
from otcpd.domain.durations import format_duration
from otcpd.domain.sizes import size_in_words
from otcpd.record.record import Record

KINDS = ("activities", "evidence", "agreements", "sessions", "goals", "people")


@click.command("list")
@record_argument
@click.argument("kind", type=click.Choice(KINDS), default="activities", metavar=f"[{'|'.join(KINDS)}]")
@period_options
@click.option("--search", "query", metavar="WORDS", help="Only what holds all these words, or words that begin so.")
@click.option("--format", "layout", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.pass_obj
def list_(
    given: Given, record: Path, kind: str, start: date | None, end: date | None, query: str | None, layout: str
) -> None:
    """List activities, evidence, agreements, sessions, goals or people.

    The days choose activities that touch them, the evidence of such activities, agreements that run then, sessions, and
    goals that are to be reached then.
    """
    check_period(start, end)
    wanted = Wanted(start, end, query)
    if kind == "people" and wanted.has_days:
        raise click.UsageError("People have no days: leave --from and --to out.")
    with open_to_read(record, given.services.around) as opened:
        listing = _LISTERS[kind](opened, wanted)
    if layout == "json":
        print_json(listing.objects)
    elif layout == "csv":
        print_csv(listing.fields, listing.objects)
    else:
        print_table(listing.heads, listing.rows)
        if not listing.rows:
            words("Nothing found." if wanted.limited else "There is nothing here yet.")


def _activities(record: Record, wanted: Wanted) -> Listing:
    from otcpd.catalogue import load_catalogue

    catalogue = load_catalogue()
    holding = search(record, wanted, "activity")
    found = record.activities.all(wanted.start, wanted.end)
    found = [one for one in found if holding is None or one.id in holding]
    return Listing(
        ACTIVITY_FIELDS,
        [activity_object(one) for one in found],
        ("Id", "Date", "Length", "Category", "Evidence", "Title"),
        [
            (
                one.id,
                span(one.date, one.last_day, year=True),
                format_duration(one.minutes) if one.minutes else "",
                catalogue.category_label(one.category),
                str(len(one.evidence) or ""),
                one.title,
            )
            for one in found
        ],
    )


def _evidence(record: Record, wanted: Wanted) -> Listing:
    holding = search(record, wanted, "evidence")
    found = [one for one in record.evidence.all() if holding is None or one.id in holding]
    if wanted.start is not None or wanted.end is not None:
        used = {one for activity in record.activities.all(wanted.start, wanted.end) for one in activity.evidence}
        found = [one for one in found if one.id in used]
    return Listing(
        EVIDENCE_FIELDS,
        [evidence_object(one) for one in found],
        ("Id", "Kind", "Size", "Used", "Name", "Caption"),
        [
            (one.id, one.kind.value, size_in_words(one.size), str(len(one.used_in)), one.name, one.caption)
            for one in found
        ],
    )


_LISTERS: dict[str, Callable[[Record, Wanted], Listing]] = {
    "activities": _activities,
    "evidence": _evidence,
    "people": people,
    "agreements": agreements,
    "sessions": sessions,
    "goals": goals,
}
