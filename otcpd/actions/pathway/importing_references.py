"""Bringing references into the reading log: what is new, what is there already, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.import_report import ImportReport
from otcpd.actions.in_worker import WorkerSurroundings, reading
from otcpd.actions.pathway.readings import reading_row
from otcpd.background import Limits, ReportProgress
from otcpd.domain.author_names import who_wrote
from otcpd.domain.changes import Changes
from otcpd.domain.reading import Reference
from otcpd.domain.same_work import KnownWorks
from otcpd.domain.words import quoted, shortened
from otcpd.exchange.references import NotUnderstood
from otcpd.exchange.references_in import read_references
from otcpd.record.gate import StepKind
from otcpd.record.many import insert_many
from otcpd.record.record import Record

REFERENCE_LIMITS = Limits(seconds=120.0, memory=2_000_000_000)
"""What looking at a file of references may take: it may be a stranger's, made to deceive."""

LABEL = "Bring in references"
ALREADY = "You have it already."
TWICE = "It stands in the file twice."


@dataclass(frozen=True, slots=True)
class Known:
    """A reference that is not taken, since it is there. `reading` is the entry of the log; empty where the file itself
    has it twice."""

    reference: Reference
    reading: str


@dataclass(frozen=True, slots=True)
class ReferencePlan:
    """What would come of a file of references. `name` is the file's."""

    name: str
    new: tuple[Reference, ...]
    known: tuple[Known, ...]
    not_understood: tuple[NotUnderstood, ...]


def plan_references(record: Record, path: Path) -> ReferencePlan:
    """What is in the file at `path`, set against the reading log. Raises what `read_references` raises."""
    found = read_references(path)
    works = KnownWorks()
    for key, reference in record.readings.references():
        works.add(key, reference)
    new: list[Reference] = []
    known: list[Known] = []
    for reference in found.references:
        there = works.find(reference)
        if there is None:
            new.append(reference)
            works.add("", reference)
        else:
            known.append(Known(reference, there))
    return ReferencePlan(path.name, tuple(new), tuple(known), found.not_understood)


def references_job(path: Path, source: Path, around: WorkerSurroundings, progress: ReportProgress) -> ReferencePlan:
    """`plan_references` for the file at `path`, which the window may have open, from the references at `source`."""
    progress(0, 0, "Reading the references")
    with reading(path, around) as record:
        return plan_references(record, source)


def take_references(record: Record, references: Sequence[Reference], joins: str | None = None) -> Changes:
    """Adds references to the reading log, to read, in one step.

    `joins` is the step of those before them, for many that come in parts: all are undone together.
    """
    with record.step(LABEL, StepKind.IMPORT, joins=joins) as step:
        rows = [{**reading_row(record, step, one, {}), "id": step.new_id()} for one in references]
        insert_many(step, "reading", rows)
    return step.changes


def import_references(
    record: Record, path: Path, *, before_writing: Callable[[], None], dry_run: bool = False
) -> ImportReport:
    """Takes what is new in the file of references at `path`, in one step.

    `before_writing` is called when something will be taken. Raises what `read_references` raises.
    """
    plan = plan_references(record, path)
    changes = Changes()
    if plan.new and not dry_run:
        before_writing()
        changes = take_references(record, plan.new)
    skipped = [(in_short(one.reference), ALREADY if one.reading else TWICE) for one in plan.known]
    skipped += [(_where(one), one.what) for one in plan.not_understood]
    taken, put_right = tuple(map(in_short, plan.new)), bool(plan.not_understood)
    return ImportReport(changes, taken, tuple(skipped), dry_run, put_right=put_right)


def in_short(reference: Reference) -> str:
    """ "Rowan and Alder (2024), ‘Rails’"."""
    year = f"({reference.year})" if reference.year else ""
    before = " ".join(filter(None, (who_wrote(reference.authors), year)))
    title = quoted(reference.title) if reference.title else "No title"
    return f"{before}, {title}" if before else title


def _where(one: NotUnderstood) -> str:
    return f"{quoted(shortened(one.entry, 80))}, line {one.line:,}" if one.entry else f"Line {one.line:,}"
