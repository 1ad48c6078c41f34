"""Who can read what: the tag beside each text, the choice it opens, and the views of the three readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.domain.layers import Layer
from otcpd.ui.pages.log.reflection_section import ReflectionSection
from otcpd.ui.pages.log.texts import ActivityText
from otcpd.ui.readers.choice_sheet import ReaderSheet
from otcpd.ui.readers.dialog import WhoSeesWhat
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program
from tests.ui.seeing import name_of, role_of


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def sheet_of(text: ActivityText) -> ReaderSheet:
    """The choice that the tag opens."""
    text.tag.click()
    sheet = text.readers.choosing.sheet
    assert sheet is not None
    return sheet


def test_the_tag_opens_a_choice_that_shows_what_each_reader_would_see(opened: Opened) -> None:
    text = opened.detail.texts["learning"]
    assert name_of(text.tag) == "What I learnt: in your profile"
    sheet = sheet_of(text)
    assert [role_of(one) for one in sheet.choices.values()] == [QAccessible.Role.RadioButton] * 3
    assert [one.isChecked() for one in sheet.choices.values()] == [False, False, True]
    opened.qtbot.waitUntil(sheet.choices[Layer.REGULATOR].hasFocus)
    opened.press(Qt.Key.Key_Up)
    assert not sheet.views[Layer.REGULATOR].isVisible()
    sheet.compare.click()
    assert sheet.views[Layer.REGULATOR].isVisible()
    assert sheet.choices[Layer.REGULATOR].hasFocus()
    opened.press(Qt.Key.Key_Up)
    assert sheet.views[Layer.REGULATOR].text() == "Your profile may use: Title. Held back: What I learnt."
    assert sheet.views[Layer.SUPERVISION].text() == "Your supervisor may see: Title and What I learnt."
    assert opened.record.activities.get(opened.newest()).layers == {}, "looking round changes nothing"
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).layer_of("learning") is Layer.SUPERVISION
    assert name_of(text.tag) == "What I learnt: shared in supervision"
    opened.window.undo()
    assert name_of(text.tag) == "What I learnt: in your profile"


def test_an_answer_that_is_still_empty_can_get_its_readers(opened: Opened) -> None:
    section = opened.detail.folds.section("reflection")
    assert isinstance(section, ReflectionSection)
    answer = next(iter(section.answers.values()))
    answer.tag.click()
    sheet = answer.readers.choosing.sheet
    assert sheet is not None
    sheet.choices[Layer.SUPERVISION].click()
    assert answer.tag.layer() is Layer.SUPERVISION
    answer.text.editor.setFocus()
    opened.type("Kerbs")
    opened.log.leave()
    assert answer.tag.layer() is Layer.SUPERVISION
    assert answer.text.text() == "Kerbs"


def test_who_sees_what_shows_each_view_and_changes_readers(opened: Opened) -> None:
    key, session = opened.log.open_key, opened.window.desk.session
    session.act(activities.edit_activity, key, "learning", "Rugs")
    session.act(activities.edit_activity, key, "notes_to_myself", "Ask Ann")
    opened.log.details.show_readers()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, WhoSeesWhat)]
    opened.qtbot.waitUntil(dialog.views.segment("private").hasFocus)
    assert [row.title for row in dialog.list.rows.rows()] == ["Title", "What I learnt", "Notes to myself"]
    opened.press(Qt.Key.Key_Right)
    opened.press(Qt.Key.Key_Right)
    assert dialog.views.value() == "regulator"
    assert dialog.sentence.text() == "Two parts may be used in your profile. One stays with you."
    titles = [row.title for row in dialog.list.rows.rows()]
    assert titles == ["Title", "What I learnt", "Held back", "Notes to myself"]
    dialog.list.setFocus()
    opened.press(Qt.Key.Key_End)
    opened.press(Qt.Key.Key_Return)
    sheet = dialog.choosing.sheet
    assert sheet is not None
    sheet.choices[Layer.REGULATOR].click()
    assert dialog.sentence.text() == "Three parts may be used in your profile. Nothing is held back."
    assert opened.record.activities.get(key).layer_of("notes_to_myself") is Layer.REGULATOR
    dialog.close()


def test_who_sees_what_fits_the_smallest_window(opened: Opened) -> None:
    opened.window.resize(640, 440)
    opened.window.desk.theme.set_factor(2.0)
    opened.log.details.show_readers()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, WhoSeesWhat)]
    opened.qtbot.waitUntil(dialog.views.segment("private").hasFocus)
    assert dialog.width() <= opened.window.width()
    assert dialog.height() <= opened.window.height()
    assert dialog.views.geometry().right() <= dialog.width()
    dialog.close()
    opened.window.desk.theme.set_factor(1.0)
