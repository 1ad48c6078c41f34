"""What may point to a person is pointed out below the text, decided on, undone and kept: through the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.pointing.lines import PointedLine
from otcpd.ui.pointing.pointed_out import PointedOut
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    return log_file(tmp_path, clock)


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, path: Path, clock: FixedClock
) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def learnt(opened: Opened) -> PointedOut:
    return opened.detail.texts["learning"].pointed_out


def lines(pointed_out: PointedOut) -> list[PointedLine]:
    return pointed_out.lines.shown() if pointed_out.lines is not None and pointed_out.isVisible() else []


def said(opened: Opened) -> str:
    return opened.detail.result.line.text()


def type_learning(opened: Opened, text: str, sentence: str) -> None:
    """Type into "What I learnt" and wait until this is said below it."""
    opened.detail.texts["learning"].text.editor.setFocus()
    opened.type(text)
    opened.qtbot.waitUntil(lambda: learnt(opened).sentence() == sentence, timeout=SLOW)


ONE = "One word may point to a person. You decide."
NOTHING = "Nothing here points to a person."


def test_a_number_is_pointed_out_found_fine_undone_and_kept(opened: Opened, path: Path) -> None:
    heard: list[str] = []
    opened.window.desk.announcer.said.connect(heard.append)
    opened.qtbot.waitUntil(lambda: said(opened) == NOTHING, timeout=SLOW)
    type_learning(opened, "Her number, 1904851231, was in the letter.", ONE)
    assert [text for text in heard if "may point" in text] == [f"What I learnt: {ONE}"]
    editor = opened.detail.texts["learning"].text.editor
    (mark,) = editor.extraSelections()
    assert mark.cursor.selectedText() == "1904851231"
    assert mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    assert editor.accessibleDescription() == ONE
    assert said(opened) == "One word may point to a person, in ‘What I learnt’."
    (line,) = lines(learnt(opened))
    assert line.fine.accessibleName() == "It is fine: ‘1904851231’"
    assert line.fine.accessibleDescription().startswith("‘1904851231’ looks like a CHI number. ")
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    assert editor.textCursor().selectedText() == "1904851231"
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Return)
    assert (learnt(opened).isVisible(), editor.hasFocus(), said(opened)) == (False, True, NOTHING)
    assert editor.extraSelections() == []
    assert opened.toast == "‘1904851231’ stays as it is"
    opened.window.undo()
    assert (len(lines(learnt(opened))), len(editor.extraSelections())) == (1, 1)
    opened.window.desk.session.redo()
    opened.close()
    opened.open(path)
    opened.qtbot.waitUntil(lambda: said(opened) == NOTHING, timeout=SLOW)
    assert opened.detail.texts["learning"].text.text().startswith("Her number")
    type_learning(opened, "EH1 1AA ", ONE)
    assert [line.pointed.text for line in lines(learnt(opened)) if line.pointed] == ["EH1 1AA"]


def test_what_is_folded_away_counts_and_is_found(opened: Opened) -> None:
    text = "Mrs Birch 🙂 and Mr Alder, Mrs Larch, Mr Oak, Mr Elm; Mrs Birch."
    editor = opened.detail.texts["learning"].text.editor
    editor.insertPlainText(text)
    opened.qtbot.waitUntil(lambda: len(learnt(opened).pointed) == 5, timeout=SLOW)
    assert len(lines(learnt(opened))) == 3
    assert [one.cursor.selectedText() for one in editor.extraSelections()][:3] == ["Mrs Birch", "Mrs Birch", "Mr Alder"]
    for _ in range(5):
        lines(learnt(opened))[0].fine.click()
    assert said(opened) == NOTHING
    opened.detail.folds.section("notes")
    notes = opened.detail.folds.section("notes").findChildren(PointedOut)[0]
    editors = opened.detail.folds.section("notes").findChildren(type(editor))
    editors[0].setFocus()
    opened.type("Mr Ash")
    opened.qtbot.waitUntil(lambda: notes.sentence() == ONE, timeout=SLOW)
    opened.window.desk.session.flush()
    opened.qtbot.waitUntil(
        lambda: said(opened) == "One word may point to a person, in ‘Notes to myself’.", timeout=SLOW
    )
    opened.detail.title.editor.setFocus()
    opened.detail.result.show_first.click()
    assert editors[0].textCursor().selectedText() == "Mr Ash"


def test_another_entry_has_its_own_words(opened: Opened) -> None:
    type_learning(opened, "Mrs Birch", ONE)
    rows = opened.record.activities.rows()
    opened.log.show_thing(rows[1].id)
    assert (learnt(opened).sentence(), said(opened)) == ("", NOTHING)
    opened.log.show_thing(rows[0].id)
    assert learnt(opened).sentence() == ONE
