"""Taking our JSON in: taking over a whole file, or uniting two of the same person."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from otcpd.actions.evidence import Look
from otcpd.actions.exporting import read_tables
from otcpd.actions.import_plan import Held, Plan, plan_takeover, plan_union
from otcpd.actions.import_report import ImportReport
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable, OtcpdError
from otcpd.domain.registration import registration_number
from otcpd.exchange.json_in import ReadJson
from otcpd.exchange.json_reading import ReadDocument
from otcpd.exchange.json_shape import (
    Row,
)
from otcpd.record.gate import StepKind
from otcpd.record.record import Record

LABEL = "Import"


def import_document(
    record: Record,
    found: ReadJson,
    *,
    before_writing: Callable[[], None],
    dry_run: bool = False,
    look: Look | None = None,
) -> ImportReport:
    """Takes a checked document in, whose ids are those of the file where it has the same things.

    A CPD file without entries takes over its person and all ids. One with entries is united with it if
    it is the same person's: new rows come in, rows that are there stay as they are. `before_writing` is
    called when all is checked and something will change. Raises NotAcceptable for another person's.
    """
    plan = _plan(record, found)
    report = partial(ImportReport, taken=plan.taken, skipped=(*found.left_out, *plan.skipped), notes=found.notes)
    if dry_run or not plan.changes_anything:
        return report(Changes(), dry_run=dry_run)
    before_writing()
    new_bytes = _take_bytes(record, found, plan)
    if look is not None:
        # First: a file that brings the program down while it is read shall leave nothing half done.
        _note_words(record, new_bytes, look)
    with record.step(LABEL, StepKind.IMPORT) as step:
        for table, rows in plan.rows.items():
            for row in rows:
                step.put(table, str(row["id"]), row)
        if plan.owner != record.owner:
            step.set("record", record.id, "owner", plan.owner)
        for table, key in plan.put_away:
            step.remove(table, key)
        for table, key in plan.handed_over:
            step.set(table, key, "owner", plan.owner)
    return report(step.changes)


def held_by(record: Record) -> Held:
    """What the CPD file holds."""
    return Held(record.owner, read_tables(record), record.history.put_away_by_undo())


def _plan(record: Record, found: ReadJson) -> Plan:
    held, document = held_by(record), found.document
    ours, theirs = held.rows["person"][record.owner], _person(document)
    if document.owner != record.owner and not held.has_entries:
        return plan_takeover(held, document)
    if document.owner == record.owner or _same_registration(ours, theirs):
        return plan_union(held, document, partial=found.partial)
    raise NotAcceptable(
        f"This is the data of {_name(theirs)}, and your CPD file is that of {_name(ours)}.",
        "Nothing was changed.",
        "Make a new CPD file for it and import it there.",
    )


def _person(document: ReadDocument) -> Row:
    return next(row for row in document.rows["person"] if row["id"] == document.owner)


def _name(person: Row) -> str:
    name = str(person["name"]).strip() or "somebody without a name"
    return f"{name} ({person['registration']})" if person["registration"] else name


def _same_registration(ours: Row, theirs: Row) -> bool:
    numbers = [_number(str(person["registration"])) for person in (ours, theirs)]
    return bool(numbers[0]) and numbers[0] == numbers[1]


def _number(text: str) -> str:
    try:
        return registration_number(text)
    except NotAcceptable:
        return ""


def _take_bytes(record: Record, found: ReadJson, plan: Plan) -> dict[str, Path]:
    """Brings the bytes of new evidence in, before the step that refers to them; returns those that were new."""
    wanted = {str(row["sha256"]) for row in plan.rows.get("evidence", ())} - {""}
    new = {sha256: found.files[sha256] for sha256 in sorted(wanted - record.evidence.stored())}
    for sha256, path in new.items():
        intake = record.intake(path)
        try:
            while intake.step():
                pass
        except BaseException:
            intake.cancel()
            raise
        if intake.finish().sha256 != sha256:
            raise NotAcceptable(
                f"The file {sha256} changed while it was read.", "Nothing was changed.", "Try the import again."
            )
    return new


def _note_words(record: Record, files: dict[str, Path], look: Look) -> None:
    for sha256, path in files.items():
        # The search finds less without the words; the import stands all the same.
        with contextlib.suppress(OtcpdError):
            text = look(path).text
            if text:
                record.note_text(sha256, text)
