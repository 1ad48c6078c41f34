"""Before a CPD file is open: doors, first run, sample, and files that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.cycle_dates import current_cycle
from otcpd.domain.file_names import safe_name
from otcpd.record.opening import open_for_writing
from otcpd.ui.file_names import free_place
from otcpd.ui.machine import MachineSettings
from otcpd.ui.pages.welcome.picture import Picture
from otcpd.ui.pages.welcome.window import WelcomeWindow
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.shell.notice_bar import NoticeBar
from otcpd.ui.start import Program
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings, undo_labels
from tests.ui.desk_support import Answers, services
from tests.ui.seeing import Heard, Told, description_of, has_colour, name_of, role_of

LIMIT = 30_000


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(tmp_path: Path, clock: FixedClock, theme: Theme, answers: Answers, qtbot: QtBot) -> Iterator[Program]:
    given = services(tmp_path, clock)
    made = Program(given, theme, MachineSettings(given.settings_file), answers)
    yield made
    if made.window is not None:
        made.window.close()
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def welcome(program: Program, qtbot: QtBot) -> WelcomeWindow:
    program.start(None)
    assert program.welcome is not None
    program.welcome.resize(1280, 800)
    program.welcome.activateWindow()
    qtbot.waitUntil(program.welcome.isActiveWindow)
    return program.welcome


def opened(program: Program, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: program.window is not None, timeout=LIMIT)
    assert program.window is not None
    return program.window


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def has_no_reach(bar: QScrollBar) -> bool:
    """Whether there is nothing to scroll to."""
    return bar.maximum() == 0


def test_without_a_file_there_are_three_doors(welcome: WelcomeWindow) -> None:
    doors = (welcome.doors.new, welcome.doors.open, welcome.doors.sample)
    assert [name_of(door) for door in doors] == ["Start a new CPD file", "Open a CPD file", "Look round a sample"]
    assert all(role_of(door) == QAccessible.Role.Button for door in doors)
    assert description_of(welcome.doors.new) == "Two minutes: your name, HCPC number and where to keep it."
    assert focused() is welcome.doors.new
    press(Qt.Key.Key_Tab)
    assert focused() is welcome.doors.open
    press(Qt.Key.Key_Tab)
    assert focused() is welcome.doors.sample


def test_a_new_file_by_keyboard_alone(
    welcome: WelcomeWindow, program: Program, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    program.announcer.said.connect(said.append)
    press(Qt.Key.Key_Return)
    assert said[-1] == "About you. Step 1 of 3."
    assert name_of(focused()) == "Your name"
    QTest.keyClicks(focused(), "  Eilidh   Rowan ")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "HCPC number"
    QTest.keyClicks(focused(), "ot 000123")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Go on"
    press(Qt.Key.Key_Return)
    assert said[-1] == "Your registration cycle. Step 2 of 3."
    assert name_of(focused()) == "Go on"
    press(Qt.Key.Key_Return)
    assert said[-1] == "Where to keep it. Step 3 of 3."
    assert welcome.place.place.name == "CPD Eilidh Rowan.otcpd"
    answers.place = tmp_path / "mine"
    QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert name_of(focused()) == "Choose another place"
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Start my CPD file"
    press(Qt.Key.Key_Return)
    window = opened(program, qtbot)
    owner = window.desk.session.record.people.owner()
    assert (owner.name, owner.registration) == ("Eilidh Rowan", "OT000123")
    assert window.desk.session.record.path == tmp_path / "mine.otcpd"
    assert not current_cycle(window.desk.session.record).own
    assert program.machine.recent() == [tmp_path / "mine.otcpd"]
    assert program.welcome is None


def test_a_number_is_not_needed(welcome: WelcomeWindow, program: Program, answers: Answers, tmp_path: Path) -> None:
    welcome.doors.new.click()
    QTest.keyClicks(welcome.you.name.line, "Callum Birch")
    QTest.keyClick(welcome.you.name.line, Qt.Key.Key_Return)
    welcome.cycle.go_on.click()
    answers.place = tmp_path / "callum.otcpd"
    welcome.place.other.click()
    welcome.place.make.click()
    assert program.window is not None
    assert program.window.desk.session.record.people.owner().registration == ""


def test_a_cycle_that_began_later_is_kept(
    welcome: WelcomeWindow, program: Program, answers: Answers, tmp_path: Path
) -> None:
    welcome.doors.new.click()
    QTest.keyClicks(welcome.you.name.line, "Callum Birch")
    welcome.you.go_on.click()
    cycle = welcome.cycle
    assert [field.text() for field in (cycle.start, cycle.end, cycle.opens)] == [
        "1 November 2025",
        "31 October 2027",
        "1 August 2027",
    ]
    cycle.start.line.setFocus()
    cycle.start.line.selectAll()
    QTest.keyClicks(cycle.start.line, "1 Jan 2031")
    cycle.go_on.click()
    assert cycle.start.line.hasFocus(), "it is in another cycle"
    assert welcome.stack.currentIndex() == 2
    cycle.start.line.selectAll()
    QTest.keyClicks(cycle.start.line, "2 March 2026")
    QTest.keyClick(cycle.start.line, Qt.Key.Key_Return)
    answers.place = tmp_path / "callum.otcpd"
    welcome.place.other.click()
    welcome.place.make.click()
    assert program.window is not None
    record = program.window.desk.session.record
    assert current_cycle(record).start == date(2026, 3, 2)
    assert len(undo_labels(record)) == 1


def test_an_emptied_date_follows_hcpc_again(welcome: WelcomeWindow) -> None:
    welcome.show_screen(welcome.cycle)
    field = welcome.cycle.opens
    field.line.setFocus()
    field.line.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert field.text() == "1 August 2027"
    assert not welcome.cycle.own.any


def test_what_is_missing_or_wrong_is_told_in_place(welcome: WelcomeWindow) -> None:
    welcome.doors.new.click()
    you = welcome.you
    assert you.name_field.problem == ""
    you.go_on.click()
    assert you.name_field.problem == "There is no name yet."
    assert focused() is you.name.line
    QTest.keyClicks(you.name.line, "Eilidh Rowan")
    press(Qt.Key.Key_Tab)
    assert you.name_field.problem == ""
    QTest.keyClicks(you.number.line, "PH123456")
    assert you.number_field.problem == ""
    press(Qt.Key.Key_Tab)
    assert "number of another profession" in you.number_field.problem
    assert you.number_field.problem in description_of(you.number.line)
    you.go_on.click()
    assert focused() is you.number.line
    assert welcome.stack.currentIndex() == 1


def test_escape_and_back_go_back_and_keep_what_was_typed(welcome: WelcomeWindow) -> None:
    welcome.doors.new.click()
    QTest.keyClicks(welcome.you.name.line, "Eilidh Rowan")
    welcome.you.go_on.click()
    welcome.cycle.go_on.click()
    press(Qt.Key.Key_Escape)
    assert focused() is welcome.cycle.go_on
    press(Qt.Key.Key_Escape)
    assert welcome.you.name.text() == "Eilidh Rowan"
    press(Qt.Key.Key_Escape)
    assert focused() is welcome.doors.new


def test_a_place_that_is_taken_or_gone_is_told_and_nothing_is_lost(
    welcome: WelcomeWindow, program: Program, answers: Answers, tmp_path: Path
) -> None:
    said: list[str] = []
    program.announcer.said.connect(said.append)
    taken = tmp_path / "taken.otcpd"
    taken.write_bytes(b"something else")
    welcome.doors.new.click()
    QTest.keyClicks(welcome.you.name.line, "Eilidh Rowan")
    welcome.you.go_on.click()
    welcome.cycle.go_on.click()
    for place, words in ((taken, "There is already a file"), (tmp_path / "no" / "a.otcpd", "There is no folder")):
        answers.place = place
        welcome.place.other.click()
        assert not welcome.place.problem.isVisible()
        welcome.place.make.click()
        assert welcome.place.problem.text().startswith(words)
        assert said[-1].startswith(words)
        assert focused() is welcome.place.other
    assert taken.read_bytes() == b"something else"
    assert program.window is None


def test_open_brings_the_chosen_file(
    welcome: WelcomeWindow, program: Program, answers: Answers, clock: FixedClock, qtbot: QtBot, tmp_path: Path
) -> None:
    new_record(tmp_path / "mine.otcpd", clock).close()
    answers.files = [tmp_path / "mine.otcpd"]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert opened(program, qtbot).desk.session.record.path == tmp_path / "mine.otcpd"
    assert program.welcome is None


def test_a_file_that_cannot_be_opened_is_told_calmly_and_the_doors_stay(
    welcome: WelcomeWindow, program: Program, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    stranger = tmp_path / "holiday.otcpd"
    stranger.write_text("Dear diary")
    answers.files = [stranger]
    welcome.doors.open.click()
    assert program.opening is not None
    dialog = program.opening.dialog
    assert dialog is not None
    assert "holiday.otcpd" in name_of(dialog) or "holiday.otcpd" in dialog.windowTitle()
    assert dialog.parentWidget() is welcome
    qtbot.waitUntil(dialog.isVisible)
    dialog.safe.click()
    assert program.window is None
    assert welcome.isVisible()
    assert stranger.read_text() == "Dear diary"


def test_files_opened_lately_are_offered(program: Program, clock: FixedClock, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("older", "newer", "gone"):
        path = tmp_path / f"{name}.otcpd"
        new_record(path, clock).close()
        program.machine.note_opened(path, "id")
    (tmp_path / "gone.otcpd").unlink()
    program.show_welcome()
    assert program.welcome is not None
    offered = [
        button for button in program.welcome.doors.findChildren(QPushButton) if button.text() in ("newer", "older")
    ]
    assert [button.text() for button in offered] == ["newer", "older"]
    assert description_of(offered[0]) == str(tmp_path)
    offered[1].click()
    assert opened(program, qtbot).desk.session.record.path.name == "older.otcpd"


def test_the_last_file_opens_by_itself(program: Program, clock: FixedClock, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.otcpd"
    new_record(path, clock).close()
    program.machine.note_opened(path, "id")
    program.start(None)
    assert opened(program, qtbot).desk.session.record.path == path
    assert program.welcome is None


def test_the_sample_is_made_shown_and_thrown_away(
    welcome: WelcomeWindow, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    welcome.doors.sample.click()
    assert welcome.doors.cancel.isVisible()
    assert focused() is welcome.doors.cancel
    assert welcome.doors.bar.isVisible()
    told = Told()
    program.samples.progressed.connect(told.note)
    window = opened(program, qtbot)
    assert len(set(told.values)) > 1, "the bar moves; how often depends on the machine"
    path = window.desk.session.record.path
    assert path.name == "Sample.otcpd"
    assert len(window.desk.session.record.activities.rows()) > 100
    (bar,) = window.findChildren(NoticeBar)
    assert name_of(bar) == "Sample file. Nothing you do here is kept."
    assert name_of(window.sidebar.saved) == "Sample, not kept"
    assert program.machine.recent() == []
    bar.button.click()
    assert program.welcome is not None
    assert program.window is window
    made = tmp_path / "mine.otcpd"
    program.welcome.made.emit(new_record(made, FixedClock()))
    assert program.window is not window
    assert not path.exists()
    assert program.window.findChildren(NoticeBar) == []


def test_a_second_sample_takes_the_place_of_the_first(welcome: WelcomeWindow, program: Program, qtbot: QtBot) -> None:
    welcome.doors.sample.click()
    first = opened(program, qtbot)
    first.start_wanted.emit()
    assert program.welcome is not None
    program.welcome.doors.sample.click()
    qtbot.waitUntil(lambda: program.window is not first, timeout=LIMIT)
    assert program.window is not None
    assert program.window.desk.session.record.path.exists()


def test_making_the_sample_can_be_given_up(welcome: WelcomeWindow, program: Program, qtbot: QtBot) -> None:
    welcome.doors.sample.click()
    press(Qt.Key.Key_Return)
    assert not welcome.doors.cancel.isVisible()
    assert focused() is welcome.doors.sample
    assert not program.background.busy
    welcome.doors.sample.click()
    assert len(opened(program, qtbot).desk.session.record.activities.rows()) > 100


def test_closing_the_welcome_screen_ends_the_program_only_without_a_file(
    welcome: WelcomeWindow, program: Program, clock: FixedClock, qtbot: QtBot, tmp_path: Path
) -> None:
    ended: list[bool] = []
    program.finished.connect(lambda: ended.append(True))
    record = new_record(tmp_path / "mine.otcpd", clock)
    program.show_record(record)
    program.show_welcome()
    assert program.welcome is not None
    program.welcome.close()
    assert ended == []
    window = program.window
    assert window is not None
    window.close()
    assert ended == [True]
    open_for_writing(tmp_path / "mine.otcpd", surroundings(clock)).close()


def test_closing_the_doors_ends_the_program(welcome: WelcomeWindow, program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.finished):
        welcome.close()


@pytest.mark.parametrize(("width", "factor", "there"), [(1440, 1.0, True), (1099, 1.0, False), (1440, 1.5, False)])
def test_the_picture_gives_way(
    welcome: WelcomeWindow, theme: Theme, qtbot: QtBot, width: int, factor: float, there: bool
) -> None:
    theme.set_factor(factor)
    welcome.resize(width, 800)
    qtbot.waitUntil(lambda: welcome.width() == width)
    assert welcome.picture.isVisible() is there


def test_the_column_grows_with_the_text(welcome: WelcomeWindow, theme: Theme, qtbot: QtBot) -> None:
    welcome.resize(1600, 900)
    qtbot.waitUntil(lambda: welcome.doors.new.width() == 690)
    theme.set_factor(1.5)
    qtbot.waitUntil(lambda: welcome.doors.new.width() == 1035)


def test_many_files_opened_lately_fit_the_least_window(
    program: Program, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("CPD Eilidh Rowan", "CPD of my first post in Strathbracken", "Old"):
        (tmp_path / f"{name}.otcpd").touch()
        program.machine.note_opened(tmp_path / f"{name}.otcpd", "id")
    program.show_welcome()
    assert program.welcome is not None
    theme.set_factor(2.0)
    program.welcome.resize(640, 440)
    qtbot.waitUntil(partial(has_no_reach, program.welcome.scroller_of(program.welcome.doors).horizontalScrollBar()))


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_everything_fits_the_least_window(welcome: WelcomeWindow, theme: Theme, qtbot: QtBot, factor: float) -> None:
    theme.set_factor(factor)
    welcome.resize(640, 440)
    qtbot.waitUntil(lambda: welcome.width() == 640)
    for screen in (welcome.doors, welcome.you, welcome.cycle, welcome.place):
        welcome.show_screen(screen)
        bar = welcome.scroller_of(screen).horizontalScrollBar()
        qtbot.waitUntil(partial(has_no_reach, bar))


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_picture_is_painted_in_the_colours_of_the_theme(qtbot: QtBot, theme: Theme, choice: ThemeChoice) -> None:
    theme.set_choice(choice)
    picture = Picture(theme)
    qtbot.addWidget(picture)
    picture.resize(520, 900)
    assert has_colour(picture, theme.colour("accent"))


def test_names_for_files(tmp_path: Path) -> None:
    assert safe_name(' A/B: "C" \n') == "AB C"
    assert safe_name("...") == ""
    assert free_place(tmp_path, "CPD", ".otcpd").name == "CPD.otcpd"
    (tmp_path / "CPD.otcpd").touch()
    (tmp_path / "CPD 2.otcpd").touch()
    assert free_place(tmp_path, "CPD", ".otcpd").name == "CPD 3.otcpd"
