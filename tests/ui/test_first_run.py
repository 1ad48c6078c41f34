"""The first run: who you are, your registration cycle, where the file is kept; and then the first activity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otcpd.actions.cycle_dates import current_cycle
from otcpd.ui.pages.welcome.window import WelcomeWindow
from otcpd.ui.start import Program
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import undo_labels
from tests.ui.desk_support import Answers
from tests.ui.seeing import description_of, name_of
from tests.ui.welcome_support import focused, opened, press, program_in, welcomed


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


def test_a_new_file_and_its_first_activity_by_keyboard_alone(
    welcome: WelcomeWindow, program: Program, answers: Answers, qtbot: QtBot, tmp_path: Path
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
    assert name_of(focused()) == "Continue"
    press(Qt.Key.Key_Return)
    assert said[-1] == "Your registration cycle. Step 2 of 3."
    assert name_of(focused()) == "Continue"
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
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "Journal club on falls")
    window.save_now()
    assert [row.title for row in window.desk.session.record.activities.rows()] == ["Journal club on falls"]


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
    assert you.name_field.problem == "Write your name to go on."
    assert description_of(you.name.line) == "Write your name to go on."
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
