"""Collects what the benchmarks measured and prints it as the table of docs/performance.md."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from otcpd.actions.demo import demo
from otcpd.actions.files import open_to_write
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.benchmarks.ratios import Measured
from tests.ports import START, FixedClock, SeededBits

_MEASURED: list[Measured] = []


@pytest.fixture
def measured() -> Callable[[Measured], None]:
    """Notes a measurement for the table and fails the test past three times its target."""

    def note(result: Measured) -> None:
        _MEASURED.append(result)
        result.check()

    return note


def _no_migration(path: Path) -> None:
    raise AssertionError(f"{path} is new and needs no migration")


def _around() -> Surroundings:
    return Surroundings(FixedClock(), SeededBits(), "benchmark", "otcpd benchmark", _no_migration)


@pytest.fixture
def around() -> Surroundings:
    """What opening needs, under control."""
    return _around()


def _made(folder: Path, activities: int) -> Path:
    path = folder / f"{activities}.otcpd"
    demo(path, _around(), activities=activities, today=START.date()).close()
    return path


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 120 activities, not to be changed."""
    return _made(tmp_path_factory.mktemp("demo"), 120)


@pytest.fixture(scope="session")
def large_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 3,000 activities, not to be changed."""
    return _made(tmp_path_factory.mktemp("large"), 3000)


@pytest.fixture(scope="session")
def huge_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 25,000 activities, not to be changed."""
    return _made(tmp_path_factory.mktemp("huge"), 25_000)


@pytest.fixture
def large_record(large_path: Path, tmp_path: Path) -> Iterator[Record]:
    """A copy of the file of 3,000 activities, open for writing."""
    path = tmp_path / "ours.otcpd"
    shutil.copyfile(large_path, path)
    with open_to_write(path, _around()) as record:
        yield record


@pytest.fixture
def large_record_copy(large_path: Path, tmp_path: Path) -> Path:
    """Another copy of it, for the baseline."""
    path = tmp_path / "raw.otcpd"
    shutil.copyfile(large_path, path)
    return path


@pytest.fixture
def huge_record(huge_path: Path) -> Iterator[Record]:
    """The file of 25,000 activities, open for writing."""
    with open_to_write(huge_path, _around()) as record:
        yield record


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table below the results."""
    if _MEASURED:
        terminalreporter.section("benchmarks (ratio against a baseline in this run)")
        terminalreporter.write_line("| what | ours | baseline | ratio | target |")
        for result in sorted(_MEASURED, key=_name):
            terminalreporter.write_line(result.line)


def _name(result: Measured) -> str:
    return result.name
