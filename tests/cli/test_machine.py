"""What the machine does to us: no permission, no room, no reader, and a fault of our own."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

import click
import pytest

from otcpd.actions.services import Services
from otcpd.background import WorkerBug
from otcpd.cli import run
from tests.cli.conftest import CommandLine


def raising(error: BaseException) -> Callable[[Services, Path | None], int]:
    """A window that goes wrong in this way."""

    def open_window(_services: Services, _record: Path | None) -> NoReturn:
        raise error

    return open_window


def test_a_fault_of_ours_is_a_paragraph_a_report_and_code_70(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([], services, raising(KeyError("Mr Hawthorn"))) == 70
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err
    [report] = services.reports_folder.iterdir()
    assert str(report) in captured.err
    text = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text
    assert "open_window" in text
    assert "Hawthorn" not in text + captured.err


def test_a_fault_in_the_worker_is_reported_by_its_places_there(
    services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    there = 'Traceback:\n  File "/home/asha/otcpd/exchange/mail_text.py", line 7, in read_mail\nKeyError: Hawthorn\n'
    assert run([], services, raising(WorkerBug(there))) == 70
    [report] = services.reports_folder.iterdir()
    text = report.read_text(encoding="utf-8")
    assert "otcpd/exchange/mail_text.py:7 read_mail" in text
    assert not [word for word in ("Hawthorn", "asha") if word in text + capsys.readouterr().err]


def test_a_report_that_cannot_be_kept_is_not_mentioned(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    services.data_folder.write_text("a file where the folder should be", encoding="utf-8")
    assert run([], services, raising(ZeroDivisionError())) == 70
    assert "report" not in capsys.readouterr().err


def test_ctrl_c_is_code_130(services: Services, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], services, raising(KeyboardInterrupt())) == 130
    assert run([], services, raising(click.Abort())) == 130
    assert capsys.readouterr().err.startswith("Stopped.")


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, 5), (errno.EACCES, 5), (errno.EROFS, 5), (errno.EIO, 5), (errno.ENOENT, 3)]
)
def test_what_the_system_says_in_numbers(
    services: Services, capfd: pytest.CaptureFixture[str], number: int, code: int
) -> None:
    with _spare_output():
        assert run([], services, raising(OSError(number, os.strerror(number), "stick"))) == code
    assert capfd.readouterr().err.count("\n") == 1


def test_a_full_disk_under_standard_output_is_code_5(otcpd: CommandLine) -> None:
    full = Path("/dev/full")
    if not full.exists():  # only Linux has a disk that is always full
        return
    otcpd.add("falls")
    with full.open("w", encoding="utf-8") as nowhere:
        done = _program("list", otcpd.record, stdout=nowhere)
    assert done.returncode == 5
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_reader_that_goes_away_is_no_matter(otcpd: CommandLine) -> None:
    otcpd.add("falls")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = _program("list", otcpd.record, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_where_there_is_no_output_none_is_let_go(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert run([], services, raising(BrokenPipeError())) == 0
    assert run([], services, raising(OSError(errno.ENOSPC, "full", "stick"))) == 5


@contextmanager
def _spare_output() -> Iterator[None]:
    """Gives standard output back after it was let go: `run` expects its process to end."""
    kept = os.dup(1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _program(*arguments: object, stdout: IO[str] | int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "otcpd", *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
