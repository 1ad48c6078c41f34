"""A command line to talk to: real files, a clock that stands still, a window that only says it was opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from otcpd.actions.evidence import Look
from otcpd.actions.files import new_file
from otcpd.actions.services import Services
from otcpd.cli import run
from otcpd.domain.errors import CannotOpen
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock, SeededBits


@dataclass(frozen=True, slots=True)
class Said:
    """What came of one command line."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output read as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


@dataclass
class CommandLine:
    """Runs command lines on one CPD file of Asha Rowan's."""

    services: Services
    record: Path
    capture: pytest.CaptureFixture[str]
    opened: list[Path | None] = field(default_factory=list)
    window_code: int = 0

    def __call__(self, *arguments: object) -> Said:
        """Runs `otcpd` with these arguments; a Path is written as text."""
        self.capture.readouterr()
        code = run([str(one) for one in arguments], self.services, self._open_window)
        captured = self.capture.readouterr()
        return Said(code, captured.out, captured.err)

    def _open_window(self, _services: Services, record: Path | None) -> int:
        self.opened.append(record)
        return self.window_code

    def add(self, line: str) -> str:
        """Adds an activity and returns its id."""
        return self("add", self.record, line).out.strip()


def _never(_path: Path) -> None:
    raise CannotOpen("This test migrates nothing.")


@contextmanager
def looking_here() -> Iterator[Look]:
    """Looks into evidence without a process of its own."""
    yield read_evidence


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock, random_bits: SeededBits) -> Services:
    """Everything from outside, under the test's control; evidence is read in this process."""
    around = Surroundings(clock, random_bits, "Test computer", "otcpd test", _never)
    return Services(clock=clock, around=around, looking=looking_here, data_folder=tmp_path / "own folder")


@pytest.fixture
def record(tmp_path: Path, services: Services) -> Path:
    """A new CPD file."""
    path = tmp_path / "my cpd.otcpd"
    new_file(path, "Asha Rowan", "OT012345", services.around).close()
    return path


@pytest.fixture
def otcpd(services: Services, record: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line, with a new CPD file to work on."""
    return CommandLine(services, record, capsys)


@pytest.fixture
def other_window(services: Services, record: Path) -> Iterator[Record]:
    """The CPD file, open for writing in another window."""
    from otcpd.actions.files import open_to_write

    with open_to_write(record, services.around) as opened:
        yield opened
