"""The folded sections of the log's detail: what is done there stands in the file, and what stands there is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files, people
from otcpd.domain.activity import Activity
from otcpd.ui.pages.log.more_sections import Notes, PostSection, Tags, Time
from otcpd.ui.pages.log.reflection_section import ReflectionSection
from otcpd.ui.pages.log.standards_section import Standards
from otcpd.ui.pages.log.with_whom import WithWhom
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import Opened, new_file, opened_program
from tests.ui.seeing import description_of


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = new_file(tmp_path / "eilidh.otcpd", clock)
    with files.open_to_write(path, surroundings(clock, 5)) as record:
        activities.new_activity(record, title="Joint training on moving and handling")
        people.add_person(record, "Ann Birch", "Social worker", "Rowan Council")
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def activity(opened: Opened) -> Activity:
    return opened.record.activities.all()[0]


def test_a_known_person_is_added_with_profession_and_employer(opened: Opened) -> None:
    section = opened.detail.folds.section("with")
    assert isinstance(section, WithWhom)
    section.line.line.setFocus()
    opened.type("ann birch")
    opened.press(Qt.Key.Key_Return)
    (companion,) = activity(opened).companions
    assert (companion.name, companion.profession, companion.employer) == ("Ann Birch", "Social worker", "Rowan Council")
    assert opened.detail.folds.folds["with"].head.accessibleDescription() == "Ann Birch"
    opened.window.undo()
    assert activity(opened).companions == ()


def test_a_new_person_gets_a_profession_and_can_be_taken_off(opened: Opened) -> None:
    section = opened.detail.folds.section("with")
    assert isinstance(section, WithWhom)
    section.line.line.setFocus()
    opened.type("Iain Larch")
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Backtab)
    (row,) = section.rows
    row.profession.line.setFocus()
    opened.type("Physiotherapist")
    opened.press(Qt.Key.Key_Return)
    assert activity(opened).companions[0].profession == "Physiotherapist"
    section.rows[0].removed.emit(activity(opened).companions[0].person)
    assert activity(opened).companions == ()
    assert section.rows == []


def test_tags_are_set_and_offered(opened: Opened) -> None:
    section = opened.detail.folds.section("tags")
    assert isinstance(section, Tags)
    section.chips.line.setFocus()
    opened.type("Hoists,")
    assert activity(opened).tags == ("hoists",)
    opened.window.undo()
    assert section.chips.tags() == []


def test_protected_time_and_mandatory_training(opened: Opened) -> None:
    section = opened.detail.folds.section("time")
    assert isinstance(section, Time)
    section.protected.line.setFocus()
    opened.type("half a day")
    opened.press(Qt.Key.Key_Return)
    assert activity(opened).protected_minutes == 210
    section.mandatory.click()
    section.expires.line.setFocus()
    opened.type("1 Nov 2028")
    opened.log.leave()
    found = activity(opened)
    assert (found.mandatory, found.expires) == (True, date(2028, 11, 1))
    fact = opened.detail.folds.folds["time"].head.accessibleDescription()
    assert fact == "3 h 30 protected, mandatory, runs out on 1 November 2028"


def test_a_post_is_added_and_chosen(opened: Opened) -> None:
    section = opened.detail.folds.section("post")
    assert isinstance(section, PostSection)
    section.add.click()
    assert section.title_form.problem == "Give the post a name first."
    section.title.line.setFocus()
    opened.type("Senior OT")
    section.employer.line.setFocus()
    opened.type("Rowan Council")
    section.add.click()
    (post,) = opened.record.people.posts()
    assert activity(opened).post == post.id
    assert section.post.combo.currentText() == "Senior OT, Rowan Council"
    section.post.chosen.emit("none")
    assert activity(opened).post is None
    opened.window.undo()
    opened.window.undo()
    assert opened.record.people.posts() == []
    assert activity(opened).post is None


def test_standards_are_ticked(opened: Opened) -> None:
    section = opened.detail.folds.section("standards")
    assert isinstance(section, Standards)
    reference, box = next(iter(section.boxes.items()))
    box.click()
    assert activity(opened).standards == (reference,)
    assert description_of(opened.detail.folds.folds["standards"].head) == "1 chosen"
    opened.window.undo()
    assert not box.isChecked()


def test_arrows_go_through_the_standards_of_a_framework(opened: Opened) -> None:
    section = opened.detail.folds.section("standards")
    assert isinstance(section, Standards)
    boxes = list(section.boxes.values())
    opened.detail.folds.folds["standards"].head.setFocus()
    opened.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is boxes[0]
    opened.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is boxes[1]
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is boxes[0]


def test_answers_of_two_models_stand_side_by_side(opened: Opened) -> None:
    section = opened.detail.folds.section("reflection")
    assert isinstance(section, ReflectionSection)
    first = section.model.value()
    next(iter(section.fields.values())).editor.setFocus()
    opened.type("What mattered")
    section.model.set_value("driscoll")
    section.model.chosen.emit("driscoll")
    next(iter(section.fields.values())).editor.setFocus()
    opened.type("So what")
    opened.log.leave()
    facts = description_of(opened.detail.folds.folds["reflection"].head)
    assert facts == "HCPC questions, 1 of 4 answered; Borton and Driscoll, 1 of 3 answered"
    answers = {one.model: list(one.answers.values()) for one in activity(opened).reflections}
    assert answers == {first: ["What mattered"], "driscoll": ["So what"]}
    section.model.set_value(first)
    section.model.chosen.emit(first)
    assert next(iter(section.fields.values())).text() == "What mattered"


def test_notes_to_myself_start_private(opened: Opened) -> None:
    section = opened.detail.folds.section("notes")
    assert isinstance(section, Notes)
    assert section.text.tag.text() == "Only you, never exported"
    section.text.text.editor.setFocus()
    opened.type("Ask Ann about slings")
    opened.log.leave()
    assert activity(opened).notes_to_myself == "Ask Ann about slings"


def test_nothing_more_to_add_takes_an_activity_out_of_to_finish(opened: Opened) -> None:
    menu = opened.detail.top.make_menu()
    next(action for action in menu.actions() if action.text() == "Mark as finished").trigger()
    assert activity(opened).finished
    assert opened.window.sidebar.item("log").accessibleName() == "CPD log"
