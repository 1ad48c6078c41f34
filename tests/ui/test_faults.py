"""Where exceptions end that nobody caught: in words for people, and in a report without a word of theirs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.domain.errors import FileDamaged
from otcpd.ui.shell.faults import FaultHandler
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.opened import services_in


@pytest.fixture
def faults(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, clock: FixedClock) -> FaultHandler:
    return FaultHandler(services_in(tmp_path / "data", clock), theme, qapp)


def test_a_fault_of_ours_leaves_a_report_without_words_of_the_person(faults: FaultHandler, tmp_path: Path) -> None:
    faults.caught(ValueError, ValueError("Mrs Alder fell"), None)
    dialog = faults.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Something went wrong in otcpd itself"
    (report,) = (tmp_path / "data" / "reports").iterdir()
    assert "ValueError" in report.read_text()
    assert "Alder" not in report.read_text()
    dialog.act.click()
    assert QGuiApplication.clipboard().text() == report.read_text()
    assert faults.dialog is None


def test_an_error_for_people_keeps_its_own_words(faults: FaultHandler, tmp_path: Path) -> None:
    faults.caught(FileDamaged, FileDamaged("Parts cannot be read.", "The rest is whole.", "Restore a backup."), None)
    dialog = faults.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Parts cannot be read"
    assert dialog.accessibleDescription() == "The rest is whole. Restore a backup."
    assert not dialog.act.isVisible()
    dialog.reject()
    assert not (tmp_path / "data").exists()


def test_one_dialog_at_a_time(faults: FaultHandler) -> None:
    faults.caught(ValueError, ValueError(), None)
    first = faults.dialog
    faults.caught(ValueError, ValueError(), None)
    assert faults.dialog is first
    assert first is not None
    first.reject()


def test_a_program_without_a_terminal_tells_all_the_same(
    faults: FaultHandler, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)  # as in a windowed build on Windows
    faults.caught(ValueError, ValueError(), None)
    assert faults.dialog is not None
    assert len(list((tmp_path / "data" / "reports").iterdir())) == 1
    faults.dialog.reject()


def test_it_takes_over_only_while_it_is_entered(faults: FaultHandler) -> None:
    before = sys.excepthook
    with faults:
        assert sys.excepthook == faults.caught
    assert sys.excepthook is before
