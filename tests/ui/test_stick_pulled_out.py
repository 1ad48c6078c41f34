"""A stick that is pulled out under the open window: it stays usable, says so once, and saves when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.shell.unsaved import UnsavedDialog
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program

PAGES = ("home", "evidence", "portfolio", "bin", "settings", "log")


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


def test_the_window_stays_usable_and_keeps_what_was_typed(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    stick.mkdir()
    window = program.open(log_file(stick, clock))
    editor = program.detail.texts["learning"].text.editor
    activity = program.newest()
    stick.rename(away)
    editor.setFocus()
    program.type("Light matters more than rugs.")
    window.save_now()
    assert window.sidebar.saved.text().startswith("Not saved yet")
    for page in PAGES:
        window.go_to(page)
    for section in ("backups", "data", "erase", "import"):
        window.go_to("settings", section)
    window.desk.backups.back_up()
    program.qtbot.waitUntil(lambda: not window.desk.backups.busy, timeout=SLOW)
    assert window.desk.backups.state.problem is not None
    window.close()
    dialog = window.findChild(UnsavedDialog)
    assert isinstance(dialog, UnsavedDialog)
    assert "Your CPD file is not where it was." in dialog.accessibleDescription()
    program.desktop.place = tmp_path / "rescued.txt"
    dialog.elsewhere.emit()
    dialog.reject()
    assert "Light matters more than rugs." in (tmp_path / "rescued.txt").read_text()
    away.rename(stick)
    session = window.desk.session
    program.qtbot.waitUntil(lambda: not session.autosave.drafts, timeout=SLOW)
    assert session.record.activities.get(activity).learning == "Light matters more than rugs."
    assert window.sidebar.saved.text().startswith("All changes saved")
