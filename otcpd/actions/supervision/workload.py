"""The person's own figures of her workload: numbers only, so that nothing of a service user can get into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from otcpd.actions.days import check_reach
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.words import quoted
from otcpd.domain.workload import Workload
from otcpd.record.record import Record

MOST = {"caseload": 2_000, "waiting": 20_000, "duty_half_days": 62}
"""The most that can be meant; a month has no more than 62 half days."""
_WHAT = {
    "caseload": "people on a caseload",
    "waiting": "people waiting",
    "duty_half_days": "half days of duty in a month",
}
_NOTHING = "Nothing was changed."


def read_figure(name: str, text: str) -> int | None:
    """The figure of a field (a key of `MOST`), None for an empty one. Raises NotAcceptable for anything else than a
    whole number in reach."""
    plain = "".join(text.split())
    if not plain:
        return None
    if not re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,9}", plain, re.ASCII):
        below = re.fullmatch(r"[-−–][0-9.,]+", plain) is not None
        raise NotAcceptable(
            f"{quoted(' '.join(text.split()))} is {'below nothing' if below else 'not a whole number'}.",
            next_step="Write a figure only, as 34.",
        )
    figure = int(plain.replace(",", ""))
    _check(name, figure)
    return figure


def note_workload(
    record: Record,
    day: date,
    caseload: int | None = None,
    waiting: int | None = None,
    duty_half_days: int | None = None,
) -> Changes:
    """Notes how things stood on a day. A day has one note: figures given later take the place of those there, and
    those not given stay. Raises NotAcceptable without a figure, for one out of reach, or for a day to come."""
    figures = {"caseload": caseload, "waiting": waiting, "duty_half_days": duty_half_days}
    given = {name: figure for name, figure in figures.items() if figure is not None}
    if not given:
        raise NotAcceptable("There is no figure yet.", _NOTHING, "Give one of them at least.")
    for name, figure in given.items():
        _check(name, figure)
    _check_day(record, day)
    there = next((one for one in record.protected_time.workload() if one.day == day), None)
    with record.step("Note your workload") as step:
        if there is None:
            step.insert("workload", {"date": day.isoformat(), **given})
        else:
            for name, figure in given.items():
                step.set("workload", there.id, name, figure)
    return step.changes


def edit_workload(record: Record, note: str, figures: Mapping[str, int | None]) -> Changes:
    """Sets figures of a note (by the keys of `MOST`), None for not noted. Raises NotAcceptable for a note or field that
    is none, a figure out of reach, or if no figure would be left."""
    now = _note(record, note)
    for name, figure in figures.items():
        if name not in MOST:
            raise NotAcceptable(f"Workload has no figure ‘{name}’.", _NOTHING)
        if figure is not None:
            _check(name, figure)
    if all(figures.get(name, getattr(now, name)) is None for name in MOST):
        raise NotAcceptable("No figure would be left.", _NOTHING, "Delete the note if it is wrong.")
    with record.step("Edit your workload") as step:
        for name, figure in figures.items():
            step.set("workload", note, name, figure)
    return step.changes


def remove_workload(record: Record, note: str) -> Changes:
    """Deletes a note. Raises NotAcceptable for an id that is none."""
    _note(record, note)
    with record.step("Delete a note of your workload") as step:
        step.remove("workload", note)
    return step.changes


def _check(name: str, figure: int) -> None:
    if figure < 0:
        raise NotAcceptable(f"{figure:,} is below nothing.", _NOTHING, "Write a figure from 0 on.")
    if figure > MOST[name]:
        raise NotAcceptable(
            f"{figure:,} {_WHAT[name]} is out of reach.", next_step=f"Write a figure up to {MOST[name]:,}."
        )


def _check_day(record: Record, day: date) -> None:
    check_reach(day)
    today = record.clock.today()
    if day > today:
        raise NotAcceptable(f"{long_day(day)} is still to come.", _NOTHING, f"Pick a date up to {long_day(today)}.")


def _note(record: Record, note: str) -> Workload:
    for one in record.protected_time.workload():
        if one.id == note:
            return one
    raise NotAcceptable(f"There is no note of workload with the id {note}.", _NOTHING)
