"""Evidence: taking files in, linking them to activities, saving copies out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.disk import whole_file
from otcpd.domain.changes import Changes
from otcpd.domain.errors import FileMissing, NotAcceptable
from otcpd.domain.evidence import EvidenceState
from otcpd.domain.order import keys_after
from otcpd.domain.sizes import MB, size_in_words
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.blobs import Intake, StoredBytes
from otcpd.record.gate import Step
from otcpd.record.record import Record

LARGE = 50 * MB
"""Bytes from which on a file is kept with a word of warning: every backup holds it too."""

Look = Callable[[Path], EvidenceText]
"""Tells what a file is and the text inside it; runs in the worker process."""


@dataclass(frozen=True, slots=True)
class Attached:
    """One file taken in: what changed, the evidence's id, and what the person should know, if anything."""

    changes: Changes
    evidence: str
    warning: str = ""
    """A sentence or two; empty when all is well."""
    already: bool = False
    """The CPD file had it, so it is kept once."""


@dataclass(frozen=True, slots=True)
class CameIn:
    """The bytes of one file are in the CPD file; nothing refers to them yet. `name` is the file's."""

    name: str
    stored: StoredBytes
    found: EvidenceText
    caption: str = ""


@dataclass(frozen=True, slots=True)
class AttachedSeveral:
    """Several files became evidence in one step; one of `each` for each file, in their order."""

    changes: Changes
    each: tuple[Attached, ...]


def begin_intake(record: Record, path: Path) -> Intake:
    """Begins to take a file in; the window calls its `step` between events and `attach` at the end.

    Raises NotAcceptable for a file that is not there or is a folder.
    """
    return record.intake(path)


def attach(
    record: Record,
    activity: str,
    path: Path,
    look: Look,
    *,
    caption: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Attached:
    """Takes a file in as evidence of an activity, or of none yet if `activity` is empty, in one go.

    Raises NotAcceptable for a file that is empty, missing or vanishes meanwhile.
    """
    if activity:
        record.activities.get(activity)
    intake = begin_intake(record, path)
    try:
        while intake.step():
            if progress is not None:
                progress(intake.done, intake.size)
        found = _looked_at(look, path)
    except BaseException:
        intake.cancel()
        raise
    return finish_attaching(record, activity, path.name, intake.finish(), found, caption=caption)


def finish_attaching(
    record: Record, activity: str, name: str, stored: StoredBytes, found: EvidenceText, *, caption: str = ""
) -> Attached:
    """Makes bytes that have come in evidence, of an activity unless it is empty: the one step that can be undone.

    A file that the CPD file already has is not kept twice: its entry is linked. The entry gets `caption`
    unless it has one, which other activities show.
    """
    (done,) = attach_several(record, activity, [CameIn(name, stored, found, caption)]).each
    return done


def attach_several(
    record: Record, activity: str, files: Sequence[CameIn], *, joins: str | None = None
) -> AttachedSeveral:
    """`finish_attaching` for several files in one step. `joins` names a step that this one goes on with."""
    used = set(record.activities.get(activity).evidence) if activity else set()
    last = record.evidence.last_position(activity) if activity else None
    positions = iter(keys_after(last, len(files)))
    made: list[tuple[str, bool]] = []
    with record.step("Add evidence", joins=joins) as step:
        for file in files:
            evidence, already = _entry(record, step, file)
            made.append((evidence, already))
            position = next(positions)
            if activity and evidence not in used:
                used.add(evidence)
                step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})
    for file, (_, already) in zip(files, made, strict=True):
        if file.found.text and not already:
            record.note_text(file.stored.sha256, file.found.text)
    each = (
        Attached(step.changes, evidence, _warning(file.name, file.stored, file.found, already=already), already)
        for file, (evidence, already) in zip(files, made, strict=True)
    )
    return AttachedSeveral(step.changes, tuple(each))


def _entry(record: Record, step: Step, file: CameIn) -> tuple[str, bool]:
    """The entry of a file, made if there is none yet; and whether there was one."""
    same = record.evidence.with_content(file.stored.sha256)
    caption = file.caption.strip()
    if same:
        if caption and not record.evidence.get(same[0]).caption.strip():
            step.set("evidence", same[0], "caption", caption)
        return same[0], True
    values: dict[str, str | int] = {
        "name": file.name,
        "caption": caption,
        "kind": file.found.kind,
        "state": file.found.state,
        "sha256": file.stored.sha256,
        "size": file.stored.size,
        "created": step.at,
    }
    return step.insert("evidence", values), False


def _warning(name: str, stored: StoredBytes, found: EvidenceText, *, already: bool) -> str:
    words = {
        EvidenceState.LOCKED: f"“{name}” has a password. It is kept, but it cannot be shown or searched.",
        EvidenceState.BROKEN: f"“{name}” seems to be broken. It is kept as it is; check that it opens.",
        EvidenceState.UNKNOWN: f"“{name}” is of a kind that cannot be shown here. It is kept as it is.",
    }
    parts = [words.get(found.state, "")]
    if already:
        parts.append(f"“{name}” was in your CPD file already, so it is kept once.")
    elif stored.size >= LARGE:
        parts.append(f"“{name}” is {size_in_words(stored.size)}. Your CPD file and each backup grow by as much.")
    return " ".join(part for part in parts if part)


def _looked_at(look: Look, path: Path) -> EvidenceText:
    try:
        return look(path)
    except FileMissing as error:  # it is the evidence that is gone, not the CPD file
        raise NotAcceptable(
            f"“{path.name}” is not there any more.",
            "Nothing was added.",
            "Check the folder, or connect the stick or drive it is on, and try again.",
        ) from error


def remove_from_activity(record: Record, activity: str, evidence: str, *, keep: bool = False) -> Changes:
    """Takes evidence off an activity. Evidence that nothing uses any more goes to the bin as well, unless it is
    to be kept for later.

    An activity in the bin still uses its evidence: it comes back with it.
    """
    uses = set(record.evidence.get(evidence).used_in)
    uses |= {one.id for one in record.activities.all(binned=True) if evidence in one.evidence}
    with record.step("Remove evidence") as step:
        if activity in uses:
            step.unlink("evidence_use", {"evidence": evidence, "activity": activity})
        if uses == {activity} and not keep:
            step.remove("evidence", evidence)
    return step.changes


def use_in_activity(record: Record, activity: str, evidence: str) -> Changes:
    """Makes a file that is in the CPD file evidence of one more activity, after those it has."""
    record.evidence.get(evidence)
    used = record.activities.get(activity).evidence
    with record.step("Use evidence in an activity") as step:
        if evidence not in used:
            position = keys_after(record.evidence.last_position(activity), 1)[0]
            step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})
    return step.changes


def remove_evidence(record: Record, evidence: Sequence[str]) -> Changes:
    """Puts files into the bin, and takes them off the activities that use them."""
    with record.step("Remove evidence") as step:
        for one in evidence:
            for activity in record.evidence.get(one).used_in:
                step.unlink("evidence_use", {"evidence": one, "activity": activity})
            step.remove("evidence", one)
    return step.changes


def edit_caption(record: Record, evidence: str, caption: str, *, typing: bool = False) -> Changes:
    """Sets the caption of a piece of evidence."""
    record.evidence.get(evidence)
    with record.step("Edit caption", typing=typing) as step:
        step.set("evidence", evidence, "caption", caption)
    return step.changes


def save_copy(record: Record, evidence: str, target: Path) -> None:
    """Writes the file out as it came in; whatever stood at `target` stays unless all went well.

    Raises NotAcceptable for a file that was erased, or when `target` is the CPD file itself; FileDamaged
    for bytes that are not what came in; DiskFull and its like.
    """
    if not record.evidence.get(evidence).sha256:
        raise NotAcceptable("This file was erased for good.", "Nothing was written.")
    refuse_own_file(record, target)
    with whole_file(target) as file:
        for chunk in record.evidence.chunks(evidence):
            file.write(chunk)
