"""What stands over every page: messages, dialogs, the menu."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from otcpd.domain.errors import FileMissing
from otcpd.record.backup import Backup
from otcpd.ui.shell.restoring import RestoreDialog, RestoringDialog
from otcpd.ui.shell.unsaved import UnsavedDialog
from otcpd.ui.widgets.dialog import Dialog
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _toast(scene: Scene) -> None:
    scene.desk.messages.offer_undo("‘Peer supervision’ deleted", scene.settle)


def _problem(scene: Scene) -> None:
    error = FileMissing("The file is not there any more.", "Nothing was added.", "Look for it and add it again.")
    scene.desk.session.problem.emit(error)


def _menu(scene: Scene) -> None:
    scene.window.menu.call()


def _opened(scene: Scene, dialog: Dialog) -> QWidget:
    scene.others.append(dialog)
    dialog.open()
    scene.settle()
    return dialog


def _erase(scene: Scene) -> QWidget:
    text = "21 activities and 16 files go from this computer. Your backup of today, 08:40, is not touched."
    question = "Delete this CPD file for good?"
    made = Dialog(
        scene.theme, question, text, safe="Keep the file", act="Delete the file", dangerous=True, parent=scene.window
    )
    return _opened(scene, made)


def _unsaved(scene: Scene) -> QWidget:
    return _opened(scene, UnsavedDialog(scene.theme, "Not saved. The disk is full.", scene.window))


def _restore(scene: Scene) -> QWidget:
    when = datetime(2026, 11, 20, 8, 40, tzinfo=UTC)
    backup = Backup(Path("2026-11-20.otcpd"), when, 1_200_000)
    happened = "The file is damaged: some of it cannot be read."
    day = scene.desk.session.services.clock.today()
    return _opened(scene, RestoreDialog(scene.theme, happened, [backup], day, scene.window))


def _restoring(scene: Scene) -> QWidget:
    return _opened(scene, RestoringDialog(scene.theme, "Eilidh Rowan.otcpd", scene.window))


STATES = (
    State("message", "log", arrange=_toast),
    State("problem", "log", arrange=_problem),
    State("menu", "log", arrange=_menu),
    State("dialog-erase", "", arrange=_erase, spoils=False),
    State("dialog-unsaved", "", arrange=_unsaved, spoils=False),
    State("dialog-restore", "", arrange=_restore, spoils=False),
    State("dialog-restoring", "", arrange=_restoring, spoils=False),
)
