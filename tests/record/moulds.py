"""CPD files that are made once and copied for each test: making them takes longer than most tests do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from otcpd.domain.ports import Clock
from otcpd.record import opening
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import SeededBits

Make = Callable[[Path, Surroundings], Record]


@dataclass(frozen=True, slots=True)
class _Mould:
    content: bytes
    chance: object
    """Where the making left its chance: it must not give the ids of the file's rows again."""


_moulds: dict[tuple[object, ...], _Mould] = {}


def moulded(path: Path, clock: Clock, seed: int, what: str, make: Make) -> Record:
    """A CPD file like the one that `make` makes, open for writing at `path`, where nothing is yet.

    `what` names it. It has to be the same whenever it is made with a clock that stands at one time and with one seed.
    """
    bits = SeededBits(seed)
    around = surroundings_with(bits, clock)
    key = what, clock.now(), seed
    if key not in _moulds:
        make(path, around).close()
        _moulds[key] = _Mould(path.read_bytes(), bits.state)
    else:
        opening.refuse_taken(path)
        path.write_bytes(_moulds[key].content)
        bits.go_on_from(_moulds[key].chance)
    return opening.open_for_writing(path, around)


def surroundings_with(bits: SeededBits, clock: Clock) -> Surroundings:
    """Surroundings of a test."""
    return Surroundings(clock, bits, "study-laptop", "otcpd test", nothing_before_migration)


def nothing_before_migration(path: Path) -> None:
    """Stands in for the backup before a migration where a test has none to lose."""
