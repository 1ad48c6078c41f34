"""Taking a framework in from a file: looked at first, and then one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from otcpd.actions.import_report import ImportReport
from otcpd.actions.pathway.framework_refs import move_refs
from otcpd.actions.pathway.framework_rows import (
    add_links,
    facts_of,
    insert_framework,
    set_facts,
    write_items,
    write_levels,
)
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.background import ReportProgress
from otcpd.domain.changes import Changes
from otcpd.domain.framework_plan import FrameworkPlan, Way, plan_import
from otcpd.domain.framework_reading import FrameworkFault, ReadFramework
from otcpd.domain.words import counted, quoted, tally
from otcpd.exchange.csv_in import Table
from otcpd.exchange.framework_in import read_framework
from otcpd.record.gate import StepKind
from otcpd.record.record import Record

LABEL = "Import framework"
_MOST_NAMED = 10
"""So many faults with the same words are told one by one."""


def read_job(path: Path, today: date, progress: ReportProgress) -> ReadFramework:
    """The job for the worker process that reads the framework of a file, which may be a stranger's.

    Raises NotAcceptable for a file that holds none, FileMissing or MachineSaidNo.
    """
    progress(0, 0, "Reading the file")
    return read_framework(path, today)


def preview_framework(
    record: Record, path: Path, *, name: str = "", edition: str = "", code: str = "", table: Table | None = None
) -> FrameworkPlan:
    """What taking in the framework of a file would do: see `plan_import`, whose words stand in place of the file's.

    Raises NotAcceptable for a file that holds no framework, FileMissing or MachineSaidNo.
    """
    read = read_framework(path, record.clock.today(), table)
    return plan_import(all_frameworks(record), read, name=name, edition=edition, code=code)


def take_framework(record: Record, plan: FrameworkPlan) -> Changes:
    """Takes in what was planned, in one step. What is linked to items stays linked, or is to the same under its new
    code. Nothing is changed where nothing would be."""
    if plan.idle:
        return Changes()
    framework, there = plan.framework, plan.there
    with record.step(LABEL, StepKind.IMPORT) as step:
        if plan.way is Way.UPDATE and there is not None:
            move_refs(step, {there.ref.item(old): there.ref.item(new) for old, new in plan.moves.items()})
            set_facts(step, there.id, facts_of(framework))
            write_items(step, there.id, framework.items)
            write_levels(step, there.id, framework.levels)
        else:
            insert_framework(step, framework)
            if plan.way is Way.NEWER and there is not None and there.own:
                step.set("framework", there.id, "in_force", False)
        add_links(step, plan.links)
    return step.changes


def import_framework(
    record: Record,
    path: Path,
    *,
    dry_run: bool = False,
    table: Table | None = None,
    before_writing: Callable[[], None] | None = None,
) -> ImportReport:
    """Takes in the framework of a file, or with `dry_run` only tells what it would. `before_writing` is called when
    something will be. Raises what `preview_framework` raises."""
    plan = preview_framework(record, path, table=table)
    changes = Changes()
    if not dry_run and not plan.idle:
        if before_writing is not None:
            before_writing()
        changes = take_framework(record, plan)
    return ImportReport(
        changes, taken_words(plan), told_faults(plan.faults), dry_run, (way_words(plan),), put_right=True
    )


def way_words(plan: FrameworkPlan) -> str:
    """What the framework is to those that are there, as a sentence."""
    there = f"edition {plan.there.edition}" if plan.there is not None else ""
    if plan.idle:
        return "You have it already, word for word."
    return {
        Way.NEW: "It is a new framework.",
        Way.UPDATE: "It brings your edition up to date. What is gone from it is retired and stays readable.",
        Way.NEWER: f"It replaces {there}, which stays readable with everything linked to it.",
        Way.OLDER: f"It is older than {there}, which stays the one in force.",
    }[plan.way]


def taken_words(plan: FrameworkPlan) -> tuple[str, ...]:
    """What would come in, in a few short lines; empty where nothing would change."""
    if plan.idle:
        return ()
    framework = plan.framework
    counts = (
        (len(plan.new), "new item", ""),
        (len(plan.changed), "changed item", ""),
        (len(plan.moves), "item with a new code", "items with new codes"),
        (len(plan.retired), "item retired", "items retired"),
        (len(plan.brought_back), "item brought back", "items brought back"),
        (len(plan.links), "link to other items", "links to other items"),
    )
    return (
        f"framework {quoted(framework.name)}, edition {framework.edition}",
        *(tally(count, one, many) for count, one, many in counts if count),
    )


def told_faults(faults: tuple[FrameworkFault, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of where and why; many of the same kind are one number and the first of them."""
    kinds: dict[str, list[FrameworkFault]] = {}
    for fault in faults:
        kinds.setdefault(_kind_of(fault), []).append(fault)
    found: list[tuple[str, str]] = []
    for same in kinds.values():
        shown = same if len(same) <= _MOST_NAMED else same[: _MOST_NAMED - 1]
        found += [(fault.where, fault.why) for fault in shown]
        if len(same) > len(shown):
            rest = len(same) - len(shown)
            found.append((counted(rest, "more place"), f"The same as at {shown[-1].where}. {same[-1].done}"))
    return tuple(found)


def _kind_of(fault: FrameworkFault) -> str:
    """The words of a fault without what is quoted in them."""
    parts = fault.what.split("‘")
    return "".join([parts[0], *(part.rpartition("’")[2] for part in parts[1:])])
