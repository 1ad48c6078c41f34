"""Reasons for gaps."""

from __future__ import annotations

from datetime import date

from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record

_FIELDS = ("reason", "note", "start", "end")


def give_reason(record: Record, start: date, end: date, reason: str, note: str = "") -> Changes:
    """Explains the days from `start` to `end`. `reason` is a code of the catalogue or the person's words.

    Raises NotAcceptable for days out of order or an empty reason.
    """
    check_order(start, end)
    if not reason.strip():
        raise NotAcceptable("The gap has no reason yet.", "Nothing was changed.", "Choose one from the list.")
    with record.step("Give a reason") as step:
        step.insert(
            "gap_reason",
            {"start": start.isoformat(), "end": end.isoformat(), "reason": reason.strip(), "note": note.strip()},
        )
    return step.changes


def edit_reason(record: Record, gap_reason: str, field: str, value: str, *, typing: bool = False) -> Changes:
    """Sets one field of a reason; days as ISO dates."""
    if field not in _FIELDS:
        raise NotAcceptable(f"A reason has no field “{field}”.", "Nothing was changed.")
    with record.step("Edit reason", typing=typing) as step:
        step.set("gap_reason", gap_reason, field, value)
    return step.changes


def remove_reason(record: Record, gap_reason: str) -> Changes:
    """Takes a reason away; the gap is unexplained again."""
    with record.step("Remove reason") as step:
        step.remove("gap_reason", gap_reason)
    return step.changes
