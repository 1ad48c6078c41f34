"""Taking invitations in from a calendar file, all that look like supervision, and saying what came of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from otcpd.actions.import_report import ImportReport
from otcpd.actions.supervision.invitations import News, Proposal, plan_invitations
from otcpd.actions.supervision.invitations_taking import take_invitations
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.words import joined, quoted, tally
from otcpd.record.record import Record

_UNLIKE = "Nothing in its title says that it is supervision. Plan the session by hand if it is."
_MOST_NAMED = 10


def import_calendar(
    record: Record, path: Path, *, before_writing: Callable[[], None], dry_run: bool = False
) -> ImportReport:
    """Plans, moves and calls off sessions as the calendar file at `path` says, in one step.

    Of a whole calendar only what looks like supervision is taken; an invitation that comes alone always is.
    `before_writing` is called when something will be taken. Raises what `plan_invitations` raises.
    """
    plan = plan_invitations(record, path)
    taken = [one for one in plan.proposals if one.likely]
    changes = Changes()
    if taken and not dry_run:
        before_writing()
        changes = take_invitations(record, plan)
    names = {person.id: person.name for person in record.people.all()}
    unlike = [_called(one) for one in plan.proposals if not one.likely]
    known = [f"{quoted(title)} on {long_day(day)}" for title, day in plan.known]
    return ImportReport(
        changes,
        tuple(_in_words(one, names) for one in taken),
        (*plan.left, *_listed(unlike, _UNLIKE), *_listed(known, "You have it already.", "You have them already.")),
        dry_run,
        plan.notes,
    )


def _in_words(one: Proposal, names: dict[str, str]) -> str:
    if one.news is News.CANCELLED:
        return f"{quoted(one.title)}: called off, planned for {one.was}"
    if one.news is News.CHANGED:
        place = one.invitation.place if one.invitation is not None else ""
        return f"{_called(one)}{f', {place}' if place else ''}: planned, before {one.was}"
    kind = load_catalogue().supervision.kind_label(one.kind)
    people = joined([names[person] for person in one.people if person in names])
    return f"{_called(one)}: new, {kind}{f', with {people}' if people else ''}"


def _called(one: Proposal) -> str:
    clock = f", {one.start:%H:%M}" if one.start is not None else ""
    return f"{quoted(one.title)} on {long_day(one.day)}{clock}"


def _listed(what: list[str], why: str, why_many: str = "") -> list[tuple[str, str]]:
    """Pairs of what and why; many are one number."""
    if len(what) > _MOST_NAMED:
        return [(tally(len(what), "appointment"), why_many or why)]
    return [(one, why) for one in what]
