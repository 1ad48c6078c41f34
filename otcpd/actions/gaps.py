"""Reasons for gaps."""

from __future__ import annotations

from datetime import date

from otcpd.actions.confidentiality import carry_decisions
from otcpd.actions.days import check_reach
from otcpd.domain.changes import Changes
from otcpd.domain.dates import check_order, from_iso
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.gaps import GapReason
from otcpd.record.record import Record
from otcpd.record.settings import setting_id

_FIELDS = ("reason", "note", "start", "end")


def give_reason(record: Record, start: date, end: date, reason: str, note: str = "") -> Changes:
    """Explains the days from `start` to `end`. `reason` is a code of the catalogue or the person's words.

    Raises NotAcceptable for days out of order or an empty reason.
    """
    check_order(start, end)
    check_reach(start, end)
    _check_reason(reason)
    begun = setting_id(_note_key(start))
    with record.step("Give a reason") as step:
        if note_begun(record, start):
            step.remove("setting", begun)
        made = step.insert(
            "gap_reason",
            {"start": start.isoformat(), "end": end.isoformat(), "reason": reason.strip(), "note": note.strip()},
        )
        carry_decisions(record, step, ("gap_note", start.isoformat()), ("gap_reason", made, "note"), note)
    return step.changes


def note_begun(record: Record, start: date) -> str:
    """The note begun for the gap that begins on `start`, before it has a reason; empty if there is none."""
    return record.settings.get(_note_key(start)) or ""


def begin_note(record: Record, start: date, note: str, *, typing: bool = False) -> Changes:
    """Keeps a note for a gap that has no reason yet; `give_reason` takes its place."""
    with record.step("Edit note", typing=typing) as step:
        step.put("setting", setting_id(_note_key(start)), {"key": _note_key(start), "value": note})
    return step.changes


def edit_reason(record: Record, gap_reason: str, field: str, value: str, *, typing: bool = False) -> Changes:
    """Sets one field of a reason; days as ISO dates.

    Raises NotAcceptable for an id or a field that is none, days out of order, or an empty reason.
    """
    if field not in _FIELDS:
        raise NotAcceptable(f"A reason has no field ‘{field}’.", "Nothing was changed.")
    current = _existing(record, gap_reason)
    if field == "reason":
        _check_reason(value)
    if field == "start":
        check_order(from_iso(value), current.end)
    if field == "end":
        check_order(current.start, from_iso(value))
    with record.step("Edit reason", typing=typing) as step:
        step.set("gap_reason", gap_reason, field, value)
    return step.changes


def remove_reason(record: Record, gap_reason: str) -> Changes:
    """Takes a reason away; the gap is unexplained again. Raises NotAcceptable for an id that is none."""
    _existing(record, gap_reason)
    with record.step("Remove reason") as step:
        step.remove("gap_reason", gap_reason)
    return step.changes


def _note_key(start: date) -> str:
    return f"note for the gap from {start.isoformat()}"


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise NotAcceptable("The gap has no reason yet.", "Nothing was changed.", "Choose one from the list.")


def _existing(record: Record, gap_reason: str) -> GapReason:
    for one in (*record.gap_reasons.all(), *record.gap_reasons.all(binned=True)):
        if one.id == gap_reason:
            return one
    raise NotAcceptable(f"There is no reason with the id {gap_reason}.", "Nothing was changed.")
