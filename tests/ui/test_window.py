"""The window round the pages: opening what can and cannot be opened, closing, menu, text size, memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files, safety
from otcpd.record.header import read_header
from otcpd.ui.machine import MachineSettings
from otcpd.ui.messages import Message
from otcpd.ui.shell.unsaved import UnsavedDialog
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.dialog import Dialog
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, new_file, opened_program
from tests.ui.seeing import Heard, Told, name_of


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    path = new_file(tmp_path / "eilidh.otcpd", clock)
    with files.open_to_write(path, surroundings(clock, 5)) as record:
        activities.new_activity(record, title="Journal club on falls")
    return path


def question(program: Opened) -> Dialog:
    """The dialog that stands instead of a window."""
    opening = program.program.opening
    assert opening is not None
    assert opening.dialog is not None
    return opening.dialog


def test_the_title_ends_with_the_name_of_the_program(program: Opened, path: Path) -> None:
    window = program.open(path)
    assert window.windowTitle() == "CPD log - eilidh.otcpd - otcpd"


def test_a_missing_file_is_said_and_the_welcome_screen_follows(program: Opened, tmp_path: Path) -> None:
    program.program.start(tmp_path / "nowhere.otcpd")
    dialog = question(program)
    assert "nowhere.otcpd" in dialog.windowTitle()
    dialog.reject()
    assert program.program.window is None
    assert program.program.welcome is not None


def test_a_missing_file_can_be_looked_for(program: Opened, path: Path, tmp_path: Path) -> None:
    program.program.start(tmp_path / "nowhere.otcpd")
    program.desktop.files = [path]
    assert question(program).act.text() == "Find it…"
    question(program).act.click()
    assert program.record.path == path


def test_something_else_than_a_cpd_file_is_said(program: Opened, tmp_path: Path) -> None:
    other = tmp_path / "notes.otcpd"
    other.write_text("Dear diary, this is a text and no CPD file at all.")
    program.program.start(other)
    assert "is not a CPD file" in question(program).windowTitle()
    question(program).reject()
    assert other.read_text().startswith("Dear diary")


def test_a_damaged_file_comes_back_from_its_newest_backup(program: Opened, path: Path, clock: FixedClock) -> None:
    program.open(path)
    folder = program.services.backup_folder(program.record.id)
    program.close()
    safety.back_up(path, folder, clock.now())
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    program.program.start(path)
    dialog = question(program)
    assert dialog.windowTitle().startswith("This file is damaged. Restore a backup?")
    dialog.accept()
    program.qtbot.waitUntil(partial(has_window, program), timeout=SLOW)
    assert program.titles() == ["Journal club on falls"]
    assert program.toast.startswith("This is the backup made at 09:12. The damaged file is kept as ‘")
    assert read_header(path) is not None


def has_window(program: Opened) -> bool:
    return program.program.window is not None


def test_a_damaged_file_without_a_backup_stays_as_it_is(program: Opened, path: Path) -> None:
    half = path.read_bytes()[:5000]
    path.write_bytes(half)
    program.program.start(path)
    assert question(program).windowTitle().startswith("This file is damaged")
    question(program).reject()
    assert path.read_bytes() == half


def test_a_second_window_reads_and_says_so(program: Opened, path: Path, clock: FixedClock) -> None:
    with files.open_to_write(path, surroundings(clock, 6)):
        program.program.start(path)
        question(program).accept()
        window = program.window
        window.go_to("log")
        assert program.record.read_only
        assert not program.log.new_button.isVisible()
        assert program.detail.texts["learning"].text.editor.isReadOnly()
        window.activateWindow()
        program.qtbot.waitUntil(window.isActiveWindow, timeout=SLOW)
        program.log.pane.list.setFocus()
        program.press(Qt.Key.Key_Delete)
        assert program.titles() == ["Journal club on falls"]
        program.close()


def test_opening_another_file_takes_the_place_of_the_first(
    program: Opened, path: Path, tmp_path: Path, clock: FixedClock
) -> None:
    first = program.open(path)
    program.desktop.files = [new_file(tmp_path / "other.otcpd", clock)]
    program.ctrl(Qt.Key.Key_O)
    assert program.record.path.name == "other.otcpd"
    assert not first.isVisible()
    with files.open_to_write(path, surroundings(clock, 6)) as record:
        assert not record.read_only


@pytest.mark.small_disk
def test_closing_on_a_full_disk_asks_and_loses_nothing(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        path = new_file(disk.folder / "eilidh.otcpd", clock)
        program.open(path)
        program.log.start_new()
        disk.fill()
        program.detail.texts["learning"].text.editor.setPlainText("What I learnt. " * 3000)
        program.window.close()
        assert program.window.isVisible()
        dialog = program.window.findChild(UnsavedDialog)
        assert isinstance(dialog, UnsavedDialog)
        program.desktop.place = tmp_path / "rescued.txt"
        dialog.elsewhere.emit()
        dialog.reject()
        assert "What I learnt. What I learnt." in (tmp_path / "rescued.txt").read_text()
        assert program.toast == "Your text is in ‘rescued.txt’. You can close the window now."
        assert name_of(program.window.sidebar.saved) == "Not in this file"
        program.window.sidebar.saved.click()
        assert program.toast == "Not in this file. Your text is in ‘rescued.txt’."
        program.window.close()
        assert not program.window.isVisible()
        program.close()


@pytest.mark.small_disk
def test_trying_again_closes_once_there_is_room(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    with small_disk(tmp_path / "disk", size="1m") as disk:
        path = new_file(disk.folder / "eilidh.otcpd", clock)
        program.open(path)
        program.log.start_new()
        disk.fill()
        program.detail.texts["learning"].text.editor.setPlainText("What I learnt. " * 3000)
        told = Told()
        program.window.desk.messages.wanted.connect(told.note)
        program.window.save_now()
        assert program.detail.top.state.failed
        assert told.values == []  # the detail says it where the text is
        program.window.go_to("portfolio")
        program.window.save_now()
        (message,) = told.values
        assert isinstance(message, Message)
        assert message.icon == "error"
        program.window.go_to("log")
        program.window.close()
        dialog = program.window.findChild(UnsavedDialog)
        assert isinstance(dialog, UnsavedDialog)
        disk.empty()
        dialog.act.click()
        program.qtbot.waitUntil(_Gone(program).now, timeout=SLOW)
        with files.open_to_read(path, surroundings(clock, 7)) as record:
            assert record.activities.all()[0].learning.startswith("What I learnt.")
        program.close()


class _Gone:
    def __init__(self, program: Opened) -> None:
        self._program = program

    def now(self) -> bool:
        return not self._program.window.isVisible()


def test_the_menu_shows_on_f10_and_holds_every_command_with_its_key(program: Opened, path: Path) -> None:
    window = program.open(path)
    assert not window.menu.isVisible()
    program.press(Qt.Key.Key_F10)
    assert window.menu.isVisible()
    keys = {
        action.text(): [key.toString() for key in action.shortcuts()]
        for name in ("File", "Edit", "Go", "View")
        for action in window.menu.of(name).actions()
    }
    assert keys["New activity"] == ["Ctrl+N"]
    assert keys["CPD log"] == ["Ctrl+2"]
    assert keys["Portfolio"] == ["Ctrl+6"]
    assert keys["Undo"] == ["Ctrl+Z"]
    assert "Delete activity\tDelete" in keys
    program.press(Qt.Key.Key_F10)
    assert not window.menu.isVisible()


def test_alt_alone_shows_the_menu(program: Opened, path: Path) -> None:
    window = program.open(path)
    program.press(Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    assert window.menu.isVisible()
    window.menu.put_away()


def test_text_size_changes_at_once_and_is_remembered(program: Opened, path: Path) -> None:
    window = program.open(path)
    theme, heard = window.desk.theme, Heard(window.desk.announcer)
    program.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert theme.factor == 1.15
    program.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    program.press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert theme.factor == 1.0
    for _ in range(9):
        program.press(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert theme.factor == 2.0
    assert heard.sentences[-1] == "Text size 200%"
    assert MachineSettings(program.services.settings_file).number("text_size", 1.0) == 2.0
    program.press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.factor == 1.0


def test_the_theme_is_remembered(program: Opened, path: Path) -> None:
    window = program.open(path)
    by_name = {action.text(): action for action in window.menu.of("View").actions()}
    by_name["Dark"].trigger()
    assert window.desk.theme.tokens.dark
    window.menu.of("View").aboutToShow.emit()
    assert [name for name, action in by_name.items() if action.isChecked()] == ["Usual text size", "Dark"]
    assert MachineSettings(program.services.settings_file).theme is ThemeChoice.DARK
    by_name["Follow the system"].trigger()


def test_the_last_file_opens_by_itself(program: Opened, path: Path) -> None:
    program.open(path)
    program.close()
    program.program.start(None)
    assert program.record.path == path


def test_a_settings_file_that_is_broken_costs_nothing(tmp_path: Path) -> None:
    for content in ("", "[1, 2]", '{"recent": 7, "theme": 3, "text_size": "large", "records": []}'):
        place = tmp_path / "settings.json"
        place.write_text(content)
        settings = MachineSettings(place)
        assert settings.recent() == []
        assert settings.theme is ThemeChoice.SYSTEM
        assert settings.number("text_size", 1.0) == 1.0
        assert settings.record_id(tmp_path) == ""


def test_a_backup_is_made_and_told_at_the_foot(program: Opened, path: Path) -> None:
    window = program.open(path)
    with program.qtbot.waitSignal(window.desk.backups.told, timeout=SLOW):
        window.desk.backups.look()
    assert window.sidebar.backup.text() == "Backup checked 09:12"
    assert len(safety.backups(program.services.backup_folder(program.record.id))) == 1


class Shown(QObject):
    """Notes what shows as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.windows: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # the name is Qt's
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(program: Opened, qapp: QApplication, path: Path) -> None:
    shown = Shown(qapp)
    program.open(path)
    for fold in program.detail.folds.folds.values():
        fold.open()
    program.log.start_new()
    program.window.go_to("portfolio")
    qapp.removeEventFilter(shown)
    assert shown.windows == ["MainWindow"]


def test_at_every_text_size_and_width_everything_stays_within_the_window(program: Opened, path: Path) -> None:
    window = program.open(path)
    theme: Theme = window.desk.theme
    for factor, width in ((1.0, 640), (1.0, 1024), (1.5, 911), (2.0, 640), (2.0, 1366)):
        theme.set_factor(factor)
        window.resize(width, 600)
        program.qtbot.waitUntil(_Fits(program, width).now, timeout=SLOW)
    theme.set_factor(1.0)


class _Fits:
    def __init__(self, program: Opened, width: int) -> None:
        self._program = program
        self._width = width

    def now(self) -> bool:
        return self._program.window.width() == self._width


def test_starting_imports_nothing_heavy() -> None:
    heavy = ("reportlab", "pikepdf", "pypdfium2", "sqlite_utils", "PIL", "click")
    code = f"import sys, otcpd.ui.start, otcpd.ui.pages.log.page; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
