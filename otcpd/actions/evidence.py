"""Evidence: taking files in, linking them to activities, saving copies out."""

from __future__ import annotations

from collections.abc import Callable
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
    """Takes a file in as evidence of an activity, in one go.

    Raises NotAcceptable for a file that is empty, missing or vanishes meanwhile.
    """
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
    """Links bytes that have come in to an activity: the one step that can be undone.

    A file that the CPD file already has is not kept twice: its entry is linked. The entry gets `caption`
    unless it has one, which other activities show.
    """
    same = record.evidence.with_content(stored.sha256)
    position = keys_after(record.evidence.last_position(activity), 1)[0]
    linked = same and same[0] in record.activities.get(activity).evidence
    caption = caption.strip()
    with record.step("Add evidence") as step:
        if same:
            evidence = same[0]
            if caption and not record.evidence.get(evidence).caption.strip():
                step.set("evidence", evidence, "caption", caption)
        else:
            evidence = step.insert(
                "evidence",
                {
                    "name": name,
                    "caption": caption,
                    "kind": found.kind,
                    "state": found.state,
                    "sha256": stored.sha256,
                    "size": stored.size,
                    "created": step.at,
                },
            )
        if not linked:
            step.link("evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})
    if found.text and not same:
        record.note_text(stored.sha256, found.text)
    return Attached(step.changes, evidence, _warning(name, stored, found, already=bool(same)))


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


def remove_from_activity(record: Record, activity: str, evidence: str) -> Changes:
    """Takes evidence off an activity. Evidence that nothing uses any more goes to the bin as well.

    An activity in the bin still uses its evidence: it comes back with it.
    """
    uses = set(record.evidence.get(evidence).used_in)
    uses |= {one.id for one in record.activities.all(binned=True) if evidence in one.evidence}
    with record.step("Remove evidence") as step:
        if activity in uses:
            step.unlink("evidence_use", {"evidence": evidence, "activity": activity})
        if uses == {activity}:
            step.remove("evidence", evidence)
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
