"""Copies that are being written while another is wanted, or while the file is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.evidence import attach
from otcpd.disk import half_written
from otcpd.domain.evidence import Evidence
from otcpd.domain.sizes import MB
from otcpd.ui.messages import Message
from otcpd.ui.pages.opened_copies import OpenedCopies
from otcpd.ui.pages.settings.backups import BackupsSection
from otcpd.ui.pages.settings.page import SettingsPage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(log_file(tmp_path, clock))
        yield opened


def attached(program: Opened, folder: Path, *names: str) -> list[Evidence]:
    """Files of three megabytes, each different."""
    with program.services.looking() as look:
        for name in names:
            file = folder / name
            file.write_bytes(name.encode() * (3 * MB // len(name)))
            attach(program.record, program.newest(), file, look)
    return sorted(program.record.evidence.all(), key=lambda piece: piece.name)


def test_a_second_copy_waits_for_the_first(program: Opened, tmp_path: Path) -> None:
    first, second = attached(program, tmp_path, "a.txt", "b.txt")
    copies = OpenedCopies.of(program.window.desk)
    for piece in (first, second):
        program.desktop.place = tmp_path / f"copy of {piece.name}"
        copies.save(piece)
    targets = [tmp_path / "copy of a.txt", tmp_path / "copy of b.txt"]
    program.qtbot.waitUntil(lambda: all(target.exists() for target in targets), timeout=SLOW)
    assert [target.stat().st_size for target in targets] == [first.size, second.size]


def test_closing_gives_a_copy_up_and_leaves_nothing_half_written(program: Opened, tmp_path: Path) -> None:
    (piece,) = attached(program, tmp_path, "a.txt")
    folder = tmp_path / "out"
    folder.mkdir()
    program.desktop.place = folder / "copy.txt"
    desk = program.window.desk
    copies = OpenedCopies.of(desk)
    problems: list[object] = []
    desk.session.problem.connect(problems.append)
    said: list[Message] = []
    desk.messages.wanted.connect(said.append)
    copies.save(piece)
    program.qtbot.waitUntil(lambda: program.program.background.busy, timeout=SLOW)
    assert desk.session.close()
    assert not program.program.background.busy
    assert not problems
    assert not half_written(folder)
    assert said[-1].text == "No copy was saved as ‘copy.txt’: the file was closed first."


def test_closing_gives_the_copy_of_the_whole_file_up(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    other = tmp_path / "other"
    other.mkdir()
    window = program.window
    page = window.go_to("settings", "backups")
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, BackupsSection)
    program.desktop.place = tmp_path / "copy.otcpd"
    with program.qtbot.captureExceptions() as faults:
        section.save_copy.click()
        program.open(new_file(other / "new.otcpd", clock))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        program.qtbot.waitUntil(lambda: not program.program.background.busy, timeout=SLOW)
    assert not faults
