"""Evidence: taking files in, linking them to activities, saving copies out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from otcpd.actions.files import refuse_own_file
from otcpd.disk import whole_file
from otcpd.domain.changes import Changes
from otcpd.domain.errors import FileMissing, NotAcceptable, OtcpdError
from otcpd.domain.evidence import EvidenceState
from otcpd.domain.order import keys_after
from otcpd.domain.sizes import MB, size_in_words
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.blobs import Intake, StoredBytes, gone
from otcpd.record.evidence import Entry
from otcpd.record.gate import DELETED, Step
from otcpd.record.many import insert_many, link_many, remove_many, set_each, set_many
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

    A file that the CPD file already has is not kept twice: its entry is linked, and comes out of the bin if it is
    there. The entry gets `caption` unless it has one, which other activities show.
    """
    (done,) = attach_several(record, activity, [CameIn(name, stored, found, caption)]).each
    return done


def attach_several(
    record: Record, activity: str, files: Sequence[CameIn], *, joins: str | None = None
) -> AttachedSeveral:
    """`finish_attaching` for several files in one step. `joins` names a step that this one goes on with."""
    used = set(record.activities.get(activity).evidence) if activity else set()
    last = record.evidence.last_position(activity) if activity else None
    positions = keys_after(last, len(files))
    with record.step("Add evidence", joins=joins) as step:
        made = _entries(record, step, files)
        uses: dict[str, str] = {}
        for (one, _), position in zip(made, positions, strict=True):
            if activity and one not in used:
                uses.setdefault(one, position)
        ends = [{"evidence": one, "activity": activity} for one in uses]
        link_many(step, "evidence_use", ends, [{"position": position} for position in uses.values()])
    for file, (_, already) in zip(files, made, strict=True):
        if file.found.text and not already:
            record.note_text(file.stored.sha256, file.found.text)
    each = (
        Attached(step.changes, evidence, _warning(file.name, file.stored, file.found, already=already), already)
        for file, (evidence, already) in zip(files, made, strict=True)
    )
    return AttachedSeveral(step.changes, tuple(each))


def _entries(record: Record, step: Step, files: Sequence[CameIn]) -> list[tuple[str, bool]]:
    """The entry of each file, and whether it stood there already.

    It is made if there is none yet. One in the bin comes back, under the name that the file has now: bytes that had
    two entries would be there twice as soon as somebody put the first one back.
    """
    there = record.evidence.entries_of([file.stored.sha256 for file in files])
    new: dict[str, dict[str, str | int]] = {}
    back: dict[str, str] = {}
    captions: dict[str, str] = {}
    found: list[tuple[str, bool]] = []
    for file in files:
        sha256, caption = file.stored.sha256, file.caption.strip()
        entry = there.get(sha256)
        already = entry is not None and not entry.binned
        if entry is None:
            entry = Entry(step.new_id(), caption, binned=False)
            new[sha256] = _values(step, entry.id, file, caption)
        elif entry.binned:
            back[entry.id] = file.name
        if caption and (entry.binned or not entry.caption.strip()):
            captions[entry.id] = caption
        there[sha256] = Entry(entry.id, caption or entry.caption, binned=False)
        found.append((entry.id, already))
    insert_many(step, "evidence", new.values())
    set_many(step, "evidence", back, DELETED, None)
    set_each(step, "evidence", "name", back)
    set_each(step, "evidence", "caption", captions)
    return found


def _values(step: Step, evidence: str, file: CameIn, caption: str) -> dict[str, str | int]:
    return {
        "id": evidence,
        "name": file.name,
        "caption": caption,
        "kind": file.found.kind,
        "state": file.found.state,
        "sha256": file.stored.sha256,
        "size": file.stored.size,
        "created": step.at,
    }


def _warning(name: str, stored: StoredBytes, found: EvidenceText, *, already: bool) -> str:
    words = {
        EvidenceState.LOCKED: f"‘{name}’ has a password. It is kept, but it cannot be shown or searched.",
        EvidenceState.BROKEN: f"‘{name}’ seems to be broken. It is kept as it is; check that it opens.",
        EvidenceState.UNKNOWN: f"‘{name}’ is of a kind that cannot be shown here. It is kept as it is.",
    }
    parts = [words.get(found.state, "")]
    if already:
        parts.append(f"‘{name}’ was in your CPD file already, so it is kept once.")
    elif stored.size >= LARGE:
        parts.append(f"‘{name}’ is {size_in_words(stored.size)}. Your CPD file and each backup grow by as much.")
    return " ".join(part for part in parts if part)


def _looked_at(look: Look, path: Path) -> EvidenceText:
    try:
        return look(path)
    except FileMissing as error:
        raise of_evidence(path, error) from error


def of_evidence(path: Path, error: OtcpdError, safe: str = "Nothing was added.") -> OtcpdError:
    """What looking into the file at `path` raised: where one is missing, it is the evidence, not the CPD file."""
    return NotAcceptable(*gone(path, safe)) if isinstance(error, FileMissing) else error


def remove_from_activity(record: Record, activity: str, evidence: str, *, keep: bool = False) -> Changes:
    """Takes evidence off an activity. Evidence that nothing uses any more goes to the bin as well, unless it is
    to be kept for later.

    An activity in the bin still uses its evidence: it comes back with it.
    """
    record.evidence.get(evidence)
    uses = record.evidence.uses(evidence)
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
    known = record.evidence.known(evidence)
    for one in evidence:
        if one not in known:
            record.evidence.get(one)  # says so
    with record.step("Remove evidence") as step:
        remove_many(step, "evidence_use", record.evidence.links(evidence))
        remove_many(step, "evidence", evidence)
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
