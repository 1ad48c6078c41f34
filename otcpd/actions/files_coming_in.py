"""Evidence on its way in is noted in the program's own folder, so that what an end cut off can be told and added later.

The note stands beside the draft of the quick note, and only for as long as files are on their way.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from otcpd.actions.services import Services
from otcpd.disk import machine_errors, whole_file
from otcpd.domain.errors import MachineSaidNo, OtcpdError
from otcpd.domain.mentions import path_mentions
from otcpd.domain.plain_values import read_json
from otcpd.record.record import Record


class ComingIn(NamedTuple):
    """A file or folder on its way in. `activity` is the id of what it proves, or empty."""

    activity: str
    path: Path


def note_of(services: Services, record_id: str) -> Path:
    """Where the note stands that belongs to the CPD file with this record id."""
    return beside(services.draft_file(record_id))


def beside(draft: Path) -> Path:
    """Where it stands beside the draft of a quick note."""
    return draft.with_suffix(".files.json")


def note_coming(note: Path, some: Sequence[ComingIn]) -> None:
    """Adds files to the note. That it cannot be written stops nobody: the files come in all the same."""
    _write(note, list(dict.fromkeys((*coming(note), *some))))


def note_settled(note: Path, some: Sequence[ComingIn]) -> None:
    """Takes files off the note, which goes with the last one. That it stays, if it must, costs one question."""
    settled = set(some)
    _write(note, [one for one in coming(note) if one not in settled])


def forget_coming(note: Path, words: Collection[str], activity: str = "") -> bool:
    """Takes files off the note whose path holds one of these words, and those for the activity with this id; says
    whether there were any. What cannot be read goes whole.

    Raises MachineSaidNo if the note cannot be written anew or deleted.
    """
    if not note.exists():
        return False
    noted = coming(note)
    whole = {activity} - {""}
    kept = [one for one in noted if one.activity not in whole and not path_mentions(str(one.path), words)]
    if noted and kept == noted:
        return False
    try:
        _rewrite(note, kept)
    except OtcpdError as error:
        raise MachineSaidNo(
            "The list of files that were still to be added could not be cleared of it.",
            "Your CPD file is as it should be.",
            "Delete the folder ‘drafts’ in otcpd’s own folder.",
        ) from error
    return True


def coming(note: Path) -> list[ComingIn]:
    """What the note says; nothing if it is not there or cannot be read."""
    try:
        found = read_json(note.read_bytes())
    except OSError:
        return []
    pairs = found if isinstance(found, list) else []
    return [one for one in map(_one, pairs) if one is not None]


def cut_off(record: Record, note: Path) -> list[ComingIn]:
    """What the note says and is no evidence yet. Of folders nobody knows, so they count."""
    noted = coming(note)
    if not noted:
        return []
    known = {one.id for one in record.activities.rows()}
    there = [(piece.name, piece.size, record.evidence.uses(piece.id)) for piece in record.evidence.all()]
    found: list[ComingIn] = []
    for one in noted:
        if one.activity and one.activity not in known:
            continue
        size = _size(one.path)
        same = [uses for name, of_size, uses in there if name == one.path.name and size in (None, of_size)]
        if not any(not one.activity or one.activity in uses for uses in same):
            found.append(one)
    return found


def _write(note: Path, some: list[ComingIn]) -> None:
    with suppress(OtcpdError):
        _rewrite(note, some)


def _rewrite(note: Path, some: list[ComingIn]) -> None:
    with machine_errors(note.parent):
        if not some:
            note.unlink(missing_ok=True)
            return
        note.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(note) as file:
            file.write(json.dumps([(one.activity, str(one.path)) for one in some]).encode())


def _one(pair: object) -> ComingIn | None:
    if not isinstance(pair, list) or len(pair) != 2:
        return None
    activity, path = pair
    return ComingIn(activity, Path(path)) if isinstance(activity, str) and isinstance(path, str) else None


def _size(path: Path) -> int | None:
    """Bytes of a file; None for what is not there or is no file."""
    try:
        return path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):  # ValueError: a path with a zero byte
        return None
