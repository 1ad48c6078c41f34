"""Taking many files in as evidence, step by step: for the window, which does other things in between.

Small files come in together, some at a time: each by itself would cost several writes to the disk and a job for the
worker process. A large one comes in piece by piece. What one drop brings is one step to undo; a drop of more than
`MOST_IN_A_STEP` files is several, and the window's own undo of a drop takes them all back, one after the other.
"""

from __future__ import annotations

import contextlib
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Protocol, TypeAlias

from otcpd.actions.evidence import Attached, AttachedSeveral, CameIn, begin_intake, of_evidence
from otcpd.actions.looking import BEYOND_READING, look_at_several_task, look_task
from otcpd.background import Failure, Result, Task
from otcpd.domain.errors import Busy, NotAcceptable, OtcpdError
from otcpd.exchange.evidence_text import EvidenceText
from otcpd.record.blobs import CHUNK, Intake, small_file
from otcpd.record.record import Record

AT_ONCE = 60
"""Small files that are looked into by one job, and become evidence together."""
READ_AT_ONCE = 20
"""Small files that are read between two events; and no more than a chunk of bytes."""
LISTED_AT_ONCE = 100
"""Entries of a folder that are read between two events."""
MOST_IN_A_STEP = 500
"""Files from which on a drop goes on in a new step: undoing thousands at once would hold the window."""

_SAFE = "The other files are not affected."
_LEFT_OUT = frozenset({"thumbs.db", "desktop.ini"})
"""What systems put into folders by themselves, beside files whose names begin with a dot."""


class Turn(Enum):
    """What to do before the next step."""

    ON = "on"
    """Nothing: go on at once, or after other things."""
    WAIT = "wait"
    """Wait for a moment: another program holds the CPD file."""


Outcome: TypeAlias = Result | Failure
_Steps: TypeAlias = Generator[Turn | Task, Outcome | None, None]
Act = Callable[[str, list[CameIn], str | None], AttachedSeveral | None]
"""Makes files evidence of an activity; None if that was refused, which the person has been told."""


class Hears(Protocol):
    """Is told what becomes of files. The first argument is the activity, or empty."""

    def on_asked(self, activity: str, count: int) -> None:
        """So many files are wanted, beside those asked for before."""

    def on_attached(self, activity: str, done: Attached) -> None:
        """One became evidence."""

    def on_refused(self, activity: str, name: str, error: OtcpdError) -> None:
        """One did not, or a folder could not be read."""

    def on_progress(self, name: str, done: int, size: int) -> None:
        """So many bytes of the one under way are there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file or folder to take in, the activity it proves or nothing, and the drop it belongs to."""

    activity: str
    path: Path
    drop: int


class TakingIn:
    """Files on their way in: `add` some, then ask for one step after the other with `advance`."""

    def __init__(self, record: Record, hears: Hears, act: Act) -> None:
        self._record = record
        self._hears = hears
        self._act = act
        self._waiting: deque[Wanted] = deque()
        self._steps: _Steps | None = None
        self._at: Wanted | None = None
        self._intake: Intake | None = None
        self._drops = 0
        self._step: tuple[int, str, int] = (0, "", 0)
        """The drop that the newest step belongs to, the id of the step, and how many files it has."""

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waits."""
        return self._steps is not None

    @property
    def activity(self) -> str | None:
        """The activity whose file is under way, empty for none; None while nothing is under way."""
        return self._at.activity if self._at is not None else None

    def add(self, activity: str, paths: list[Path]) -> None:
        """Take these files in, after those under way; and what is in these folders."""
        self._drops += 1
        self._waiting.extend(Wanted(activity, path, self._drops) for path in paths)
        self._hears.on_asked(activity, len(paths))
        if self._steps is None and self._waiting:
            self._at = self._waiting[0]
            self._steps = self._run()

    def advance(self, outcome: Outcome | None = None) -> Turn | Task | None:
        """The next step. After a `Task` its outcome is wanted here; None says that all is done."""
        if self._steps is None:
            return None
        try:
            return self._steps.send(outcome)
        except StopIteration:
            self._steps = self._at = None
            return None

    def cancel(self) -> None:
        """Give up what is under way and what waits; nothing of it stays. What has become evidence stays."""
        self._waiting.clear()
        steps, self._steps, self._at = self._steps, None, None
        if steps is not None:
            steps.close()
        self._forget_bytes()

    def _run(self) -> _Steps:
        while self._waiting:
            self._at = self._waiting[0]
            if self._at.path.is_dir():
                yield from self._open_folder(self._waiting.popleft())
                continue
            some: list[Wanted] = []
            yield from self._gather(some)
            if len(some) > 1:
                yield from self._take_several(some)
            else:
                yield from self._take_one(some[0] if some else self._waiting.popleft())

    # Folders

    def _open_folder(self, folder: Wanted) -> _Steps:
        self._hears.on_asked(folder.activity, -1)
        found: list[Path] = []
        folders = [folder.path]
        while folders:
            here = folders.pop()
            try:
                with os.scandir(here) as entries:
                    while some := list(islice(entries, LISTED_AT_ONCE)):
                        for entry in filter(_counts, some):
                            (folders if entry.is_dir(follow_symlinks=False) else found).append(Path(entry.path))
                        yield Turn.ON
            except OSError as error:
                self._hears.on_asked(folder.activity, 1)
                self._refuse(replace(folder, path=here), _closed(here, error))
        found.sort()
        self._hears.on_asked(folder.activity, len(found))
        self._waiting.extendleft(Wanted(folder.activity, path, folder.drop) for path in reversed(found))
        yield Turn.ON

    # Small files

    def _gather(self, some: list[Wanted]) -> _Steps:
        """Takes as many small files as stand next to each other, for one activity and from one drop."""
        for count in range(AT_ONCE):
            if not self._waiting:
                return
            wanted = self._waiting[0]
            if some and (wanted.activity, wanted.drop) != (some[0].activity, some[0].drop):
                return
            if not _is_small(wanted.path):
                return
            some.append(self._waiting.popleft())
            if count % READ_AT_ONCE == READ_AT_ONCE - 1:
                yield Turn.ON

    def _take_several(self, some: list[Wanted]) -> _Steps:
        self._at = some[0]
        outcome = yield look_at_several_task([one.path for one in some])
        if not isinstance(outcome, Result):
            for one in some:  # one of them brought the worker down: each by itself tells which
                yield from self._take_one(one)
            return
        assert isinstance(outcome.value, list)
        looked: list[tuple[Wanted, EvidenceText]] = []
        for one, found in zip(some, outcome.value, strict=True):
            if isinstance(found, EvidenceText):
                looked.append((one, found))
            else:
                self._refuse(one, of_evidence(one.path, found, _SAFE))
        come: list[CameIn] = []
        for part in _parts(looked, READ_AT_ONCE):
            yield from self._store(part, come)
        if come:
            self._attach(some[0], come)
            yield Turn.ON

    def _store(self, part: list[tuple[Wanted, EvidenceText]], come: list[CameIn]) -> _Steps:
        """Brings the bytes of some files in, in one transaction or two: never more than two chunks at once."""
        ready: list[tuple[Wanted, EvidenceText, bytes]] = []
        for one, found in part:
            try:
                ready.append((one, found, small_file(one.path, self._record.path)))
            except OtcpdError as error:
                self._refuse(one, error)
            if sum(len(data) for _, _, data in ready) > CHUNK:
                yield from self._keep(ready, come)
                ready = []
        if ready:
            yield from self._keep(ready, come)

    def _keep(self, ready: list[tuple[Wanted, EvidenceText, bytes]], come: list[CameIn]) -> _Steps:
        while True:
            try:
                kept = self._record.take_small([(data, found.text) for _, found, data in ready])
                break
            except Busy:
                self._hears.on_progress(ready[0][0].path.name, 0, len(ready[0][2]))
                yield Turn.WAIT
            except OtcpdError as error:
                for one, _, _ in ready:
                    self._refuse(one, error)
                return
        for (one, found, _), stored in zip(ready, kept, strict=True):
            come.append(CameIn(one.path.name, stored, replace(found, text="")))
        yield Turn.ON

    # One file, piece by piece

    def _take_one(self, wanted: Wanted) -> _Steps:
        self._at = wanted
        name = wanted.path.name
        try:
            intake = self._intake = begin_intake(self._record, wanted.path)
            yield Turn.ON
            yield from self._bring(intake, name)
            outcome = yield look_task(wanted.path)
            found = _found(outcome)
            while True:
                try:
                    stored = intake.finish()
                    break
                except Busy:
                    self._hears.on_progress(name, intake.done, max(intake.size, intake.done))
                    yield Turn.WAIT
        except OtcpdError as error:
            self._forget_bytes()
            self._refuse(wanted, of_evidence(wanted.path, error, _SAFE))
            return
        self._intake = None
        self._attach(wanted, [CameIn(name, stored, found)])
        if self._waiting:
            yield Turn.ON

    def _bring(self, intake: Intake, name: str) -> _Steps:
        more = True
        while more:
            turn = Turn.ON
            try:
                more = intake.step()
            except Busy:
                turn = Turn.WAIT  # nothing of the file is lost by waiting, and it can be given up
            self._hears.on_progress(name, intake.done, max(intake.size, intake.done))
            yield turn

    # The end of each

    def _attach(self, first: Wanted, files: list[CameIn]) -> None:
        drop, step, count = self._step
        joins = step if drop == first.drop and count < MOST_IN_A_STEP else ""
        done = self._act(first.activity, files, joins or None)
        if done is None:
            # Its activity is gone, or nothing can be written: the rest would fare no better.
            left = [one for one in self._waiting if one.activity == first.activity]
            self._waiting = deque(one for one in self._waiting if one.activity != first.activity)
            self._hears.on_asked(first.activity, -len(left) - len(files))
            return
        if done.changes.step:
            same = done.changes.step == joins
            self._step = (first.drop, done.changes.step, len(files) + (count if same else 0))
        for each in done.each:
            self._hears.on_attached(first.activity, each)

    def _refuse(self, wanted: Wanted, error: OtcpdError) -> None:
        self._hears.on_refused(wanted.activity, wanted.path.name, error)

    def _forget_bytes(self) -> None:
        intake, self._intake = self._intake, None
        if intake is not None:
            with contextlib.suppress(OtcpdError):  # what stays is swept when the file is next opened
                intake.cancel()


def _is_small(path: Path) -> bool:
    try:
        return path.is_file() and 0 < path.stat().st_size <= CHUNK
    except OSError:
        return False


def _counts(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is taken. Links to other folders are not: they may lead round in a circle."""
    if entry.name.startswith(".") or entry.name.lower() in _LEFT_OUT:
        return False
    return not (entry.is_symlink() and entry.is_dir())


def _parts(items: list[tuple[Wanted, EvidenceText]], size: int) -> Iterator[list[tuple[Wanted, EvidenceText]]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _found(outcome: Outcome | None) -> EvidenceText:
    """What the worker saw. A file that brought it down is kept as it is, like other broken ones."""
    if isinstance(outcome, Result):
        assert isinstance(outcome.value, EvidenceText)
        return outcome.value
    assert outcome is not None
    if isinstance(outcome.error, OtcpdError) and not isinstance(outcome.error, NotAcceptable):
        raise outcome.error
    return BEYOND_READING


def _closed(folder: Path, error: OSError) -> NotAcceptable:
    return NotAcceptable(
        f"The folder ‘{folder.name}’ could not be read ({error.strerror}).",
        "Nothing in it was added.",
        "Check that you may open it, and try again.",
    )
