"""otcpd without its own fonts: a program that was not installed whole says so, and harms nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import otcpd
from otcpd.actions.demo import demo
from tests.ports import FixedClock
from tests.record.support import surroundings

SAID = "otcpd’s own fonts are missing. Your CPD file is unchanged. Install otcpd again."


@pytest.fixture(scope="module")
def without_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the program, and no font in it."""
    folder = tmp_path_factory.mktemp("program")
    left_out = shutil.ignore_patterns("*.ttf", "__pycache__")
    shutil.copytree(Path(otcpd.__file__).parent, folder / "otcpd", ignore=left_out)
    return folder


def run(program: Path, data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    around = {**os.environ, "PYTHONPATH": str(program), "OTCPD_DATA": str(data)}
    command = [sys.executable, "-m", "otcpd", *words]
    return subprocess.run(command, env=around, cwd=program, capture_output=True, text=True, timeout=120, check=False)


def test_no_sample_is_made(without_fonts: Path, tmp_path: Path) -> None:
    done = run(without_fonts, tmp_path / "data", "demo", str(tmp_path / "sample.otcpd"))
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (5, SAID)
    assert not list(tmp_path.glob("*sample*"))


def test_no_profile_is_written_and_no_fault_reported(without_fonts: Path, tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "my.otcpd"
    demo(path, surroundings(clock), activities=1, today=clock.today()).close()
    before = path.read_bytes()
    data = tmp_path / "data"
    done = run(without_fonts, data, "profile", str(path), str(tmp_path / "profile.pdf"))
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (5, SAID)
    assert not (tmp_path / "profile.pdf").exists()
    assert path.read_bytes() == before
    assert not [one for one in data.rglob("*") if "fault" in one.name]
