"""Opening a CPD file in the worker process: while the window has closed it, or beside the window for reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from otcpd.actions.profile_folder import no_room_to_work
from otcpd.background import ReportProgress
from otcpd.domain.errors import DiskFull, MachineSaidNo
from otcpd.record import opening
from otcpd.record.backup import copy_as
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record

_SEED_BITS = 256


@dataclass(frozen=True, slots=True)
class WorkerSurroundings:
    """What opening needs from outside, as plain values: the time at which the job was given, and a seed."""

    now: datetime
    today: date
    machine: str
    program: str
    seed: int

    def surroundings(self) -> Surroundings:
        """For use in the worker."""
        return Surroundings(
            clock=_StillClock(self.now, self.today),
            random_bits=_SeededBits(self.seed),
            machine=self.machine,
            program=self.program,
            before_migration=_refuse_migration,
        )


def for_worker(around: Surroundings) -> WorkerSurroundings:
    """The same surroundings for a job that is about to be given."""
    seed = around.random_bits.bits(_SEED_BITS)
    return WorkerSurroundings(around.clock.now(), around.clock.today(), around.machine, around.program, seed)


@dataclass(frozen=True, slots=True)
class _StillClock:
    """Stands at the moment at which the job was given: what it does is one thing, done at one time."""

    instant: datetime
    day: date

    def now(self) -> datetime:
        return self.instant

    def today(self) -> date:
        return self.day


class _SeededBits:
    """Bits that follow from a seed, which itself is chance."""

    def __init__(self, seed: int) -> None:
        self._seed = seed.to_bytes(_SEED_BITS // 8, "big")
        self._drawn = 0

    def bits(self, count: int) -> int:
        found = b""
        while len(found) * 8 < count:
            found += hashlib.sha256(self._seed + self._drawn.to_bytes(8, "big")).digest()
            self._drawn += 1
        return int.from_bytes(found, "big") >> (len(found) * 8 - count)


def _refuse_migration(path: Path) -> None:
    raise MachineSaidNo(
        f"‘{path.name}’ was exchanged for an older file meanwhile.", "Nothing was changed.", "Open the file again."
    )


def writing(path: Path, around: WorkerSurroundings) -> Record:
    """Opens a file that the window has closed. Raises what `opening.open_for_writing` raises."""
    return opening.open_for_writing(path, around.surroundings())


def reading(path: Path, around: WorkerSurroundings) -> Record:
    """Opens a file for reading, beside the window: each look at it is short, so that saves come through."""
    return opening.open_for_reading(path, around.surroundings())


@contextmanager
def reading_a_copy(
    path: Path, folder: Path, around: WorkerSurroundings, progress: Callable[[int, int], None]
) -> Iterator[Record]:
    """Opens a copy of the file, made in `folder`, for work that reads it in one go: saves go on meanwhile.

    The folder is the window's, which deletes it: see `WorkingFolder`. Raises DiskFull if the copy has no room there.
    """
    copy = folder / "copy.otcpd"
    try:
        copy_as(path, copy, progress=progress)
    except DiskFull as error:
        raise no_room_to_work() from error
    with reading(copy, around) as record:
        yield record


def told_as(progress: ReportProgress, words: str = "") -> Callable[[int, int], None]:
    """Tells how far something is as the progress of a job, with the same words all the while."""

    def told(done: int, total: int) -> None:
        progress(done, total, words)

    return told
