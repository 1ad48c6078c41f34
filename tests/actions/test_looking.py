"""Looking into evidence in a worker process: one for many files, gone afterwards."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from otcpd.actions.looking import BEYOND_READING, looking_in_worker
from otcpd.domain.errors import FileMissing
from otcpd.domain.evidence import EvidenceKind
from tests.actions.support import written


def workers() -> set[int]:
    return {child.pid for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())}


def test_one_process_serves_for_many_files(tmp_path: Path) -> None:
    before, seen = workers(), set()
    with looking_in_worker() as look:
        assert workers() == before, "nobody has to wait for a worker that is not needed"
        for number in range(3):
            assert look(written(tmp_path / f"{number}.txt", f"Certificate {number}")).text == f"Certificate {number}"
            seen |= workers() - before
    assert len(seen) == 1
    assert workers() == before


def test_a_file_that_is_gone_does_not_end_the_looking(tmp_path: Path) -> None:
    with looking_in_worker() as look:
        with pytest.raises(FileMissing):
            look(tmp_path / "gone.txt")
        assert look(written(tmp_path / "there.txt")).kind is EvidenceKind.TEXT


def test_what_brings_the_worker_down_is_broken_and_the_next_file_is_read(tmp_path: Path) -> None:
    before = workers()
    with looking_in_worker() as look:
        look(written(tmp_path / "first.txt"))
        (worker,) = workers() - before
        psutil.Process(worker).suspend()
        killer = psutil.Popen(["sh", "-c", f"sleep 0.2; kill -9 {worker}"])
        assert look(written(tmp_path / "second.txt")) == BEYOND_READING
        killer.wait()
        assert look(written(tmp_path / "third.txt", "words")).text == "words"
