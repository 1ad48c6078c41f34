"""Fixtures of the tests of the actions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.actions.support import journal_club
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings


@pytest.fixture
def around(clock: FixedClock) -> Surroundings:
    """Surroundings for one more opening, with other chance than the file was made with."""
    return surroundings(clock, seed=7)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "eilidh.otcpd"


@pytest.fixture
def record(path: Path, clock: FixedClock) -> Iterator[Record]:
    """A new CPD file of Eilidh Rowan, open for writing."""
    with new_record(path, clock) as opened:
        yield opened


@pytest.fixture
def activity(record: Record) -> str:
    """A journal club on 3 November 2026."""
    return journal_club(record)
