"""Evidence on its way in while another program holds the CPD file: it waits, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.record.engine import Connection, connect
from otcpd.ui.pages.log.intake_bar import IntakeBar
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


@pytest.fixture
def film(tmp_path: Path) -> Path:
    film = tmp_path / "film.bin"
    film.write_bytes(b"film" * 1_000_000)
    return film


class Other(QObject):
    """Another program: takes the file once so many bytes have come in, and lets go when it was met."""

    def __init__(self, path: Path, at: int) -> None:
        super().__init__()
        self._connection: Connection = connect(path)
        self._at = at
        self._holding = False
        self.met = 0

    def follow(self, _name: str, done: int, _total: int) -> None:
        """To be connected to the progress."""
        if self._holding:
            self.met += 1
            if self.met == 2:
                self._connection.execute("ROLLBACK")
                self._holding = False
        elif done >= self._at and not self.met:
            self._connection.execute("BEGIN IMMEDIATE")
            self._holding = True

    def end(self) -> None:
        self._connection.close()


@pytest.mark.parametrize("at", [1, 4_000_000], ids=["midway", "when all has come in"])
def test_another_program_in_the_way_is_waited_out(opened: Opened, film: Path, at: int) -> None:
    intake = opened.detail.evidence.intake
    other = Other(opened.record.path, at)
    intake.progressed.connect(other.follow)
    with opened.qtbot.waitSignal(intake.attached, timeout=SLOW):
        intake.add(opened.newest(), [film])
    intake.progressed.disconnect(other.follow)
    other.end()
    assert other.met == 2
    (piece,) = opened.record.activities.get(opened.newest()).evidence
    assert b"".join(opened.record.evidence.chunks(piece)) == film.read_bytes()
    assert opened.toast == "‘film.bin’ added" or "cannot be shown here" in opened.toast


def test_a_file_that_waits_can_be_given_up(opened: Opened, film: Path) -> None:
    intake = opened.detail.evidence.intake
    other = connect(opened.record.path)
    other.execute("BEGIN IMMEDIATE")
    with opened.qtbot.waitSignal(intake.progressed, timeout=SLOW):
        intake.add(opened.newest(), [film])
    assert intake.busy
    (bar,) = opened.detail.evidence.findChildren(IntakeBar)
    assert bar.isVisible()
    intake.cancel()
    assert not bar.isVisible()
    other.execute("ROLLBACK")
    other.close()
    assert opened.record.activities.get(opened.newest()).evidence == ()
