"""Before a CPD file is open: doors, first run, sample, and files that cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QScrollBar
from pytestqt.qtbot import QtBot

from otcpd.actions import files
from otcpd.actions.activities import new_activity
from otcpd.actions.demo import demo
from otcpd.actions.settings import change_setting
from otcpd.domain.file_names import safe_name
from otcpd.record.opening import open_for_writing
from otcpd.record.settings import SAMPLE
from otcpd.ui.file_names import free_place
from otcpd.ui.pages.welcome.picture import Picture
from otcpd.ui.pages.welcome.window import WelcomeWindow
from otcpd.ui.shell.notice_bar import NoticeBar
from otcpd.ui.start import Program
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings
from tests.ui.desk_support import Answers
from tests.ui.seeing import Told, description_of, has_colour, name_of, role_of
from tests.ui.welcome_support import LIMIT, focused, opened, press, program_in, welcomed


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(tmp_path: Path, clock: FixedClock, theme: Theme, answers: Answers) -> Iterator[Program]:
    with program_in(tmp_path, clock, theme, answers) as made:
        yield made


@pytest.fixture
def welcome(program: Program, qtbot: QtBot) -> WelcomeWindow:
    return welcomed(program, qtbot)


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


def test_a_demo_file_says_that_it_is_invented_and_keeps_its_changes(
    program: Program, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "demo.otcpd"
    with demo(path, surroundings(clock), activities=12, today=clock.today()) as made:
        sample_of = made.settings.get(SAMPLE)
        assert made.settings.say_sample(made.id)
    program.open(path)
    window = opened(program, qtbot)
    (bar,) = window.findChildren(NoticeBar)
    assert name_of(bar) == "This file is full of invented content."
    new_activity(window.desk.session.record, title="Kept")
    bar.button.click()
    assert program.welcome is not None
    other = new_record(tmp_path / "mine.otcpd", clock)
    change_setting(other, SAMPLE, sample_of)  # as an import brings it
    program.welcome.made.emit(other)
    assert program.window is not None
    assert program.window.findChildren(NoticeBar) == []
    with files.open_to_read(path, surroundings(clock, 9)) as again:
        assert "Kept" in [row.title for row in again.activities.rows()]


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


def test_a_low_window_opens_at_its_top_and_follows_tab(welcome: WelcomeWindow, theme: Theme, qtbot: QtBot) -> None:
    theme.set_factor(2.0)
    welcome.resize(640, 440)
    welcome.show_screen(welcome.doors)
    down = welcome.scroller_of(welcome.doors).verticalScrollBar()
    qtbot.waitUntil(lambda: down.maximum() > 0)
    assert focused() is welcome.doors.new
    assert down.value() == 0
    press(Qt.Key.Key_Tab)
    assert welcome.doors.open.hasFocus()
    assert down.value() > 0


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_everything_fits_the_least_window(welcome: WelcomeWindow, theme: Theme, qtbot: QtBot, factor: float) -> None:
    theme.set_factor(factor)
    welcome.resize(640, 440)
    qtbot.waitUntil(lambda: welcome.width() == 640)
    for screen in (welcome.doors, welcome.you, welcome.cycle, welcome.place):
        welcome.show_screen(screen)
        bar = welcome.scroller_of(screen).horizontalScrollBar()
        qtbot.waitUntil(partial(has_no_reach, bar))
        assert welcome.scroller_of(screen).verticalScrollBar().value() == 0, "what one is asked is read first"


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
