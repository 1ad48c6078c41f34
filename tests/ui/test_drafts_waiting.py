"""A text that could not be saved yet is what its field shows, wherever the person goes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, files
from otcpd.actions.evidence import attach
from otcpd.exchange.evidence_text import read_evidence
from otcpd.ui.pages.evidence.detail import USE
from otcpd.ui.pages.evidence.page import EvidencePage
from otcpd.ui.pages.log.reflection_section import ReflectionSection
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = log_file(stick, clock)
    with files.open_to_write(path, surroundings(clock, 6)) as record:
        activities.edit_activity(record, record.activities.rows()[1].id, "learning", "Text of the papers")
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


@contextmanager
def stick_away(opened: Opened) -> Iterator[None]:
    """Meanwhile nothing can be saved. What waits is saved afterwards."""
    stick = opened.record.path.parent
    away = stick.with_name("elsewhere")
    stick.rename(away)
    try:
        yield
    finally:
        away.rename(stick)
        assert opened.window.desk.session.flush()


def two(opened: Opened) -> tuple[str, str]:
    """The ids of the journal club and of the papers."""
    journal, papers, _ = (row.id for row in opened.record.activities.rows())
    return journal, papers


def test_a_text_that_waits_is_shown_again_after_another_activity(opened: Opened) -> None:
    journal, papers = two(opened)
    learning = opened.detail.texts["learning"].text
    with stick_away(opened):
        learning.editor.setFocus()
        opened.type("UNSAVED")
        opened.log.pane.list.choose(papers)
        assert learning.text() == "Text of the papers"
        opened.log.pane.list.choose(journal)
        assert learning.text() == "UNSAVED"
        learning.editor.setFocus()
        opened.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        opened.type("!")
    assert opened.record.activities.get(journal).learning == "UNSAVED!"
    assert opened.record.activities.get(papers).learning == "Text of the papers"


def test_a_title_that_waits_is_shown_again_after_another_activity(opened: Opened) -> None:
    journal, papers = two(opened)
    title = opened.detail.title
    with stick_away(opened):
        title.setFocus()
        opened.press(Qt.Key.Key_End)
        opened.type(" and strength")
        opened.log.pane.list.choose(papers)
        assert title.text() == "Two papers on stair lifts"
        opened.log.pane.list.choose(journal)
        assert title.text() == "Journal club on falls and strength"
    assert opened.record.activities.get(journal).title == "Journal club on falls and strength"
    assert opened.record.activities.get(papers).title == "Two papers on stair lifts"


def test_an_answer_that_waits_is_shown_again_after_another_model(opened: Opened) -> None:
    section = opened.detail.folds.section("reflection")
    assert isinstance(section, ReflectionSection)
    opened.detail.folds.folds["reflection"].open()
    choose(section, "gibbs")
    with stick_away(opened):
        section.fields["feelings"].editor.setFocus()
        opened.type("UNSAVED")
        choose(section, "kolb")
        choose(section, "gibbs")
        feelings = section.fields["feelings"]
        assert feelings.text() == "UNSAVED"
        feelings.editor.setFocus()
        opened.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        opened.type("!")
    journal, _ = two(opened)
    assert [dict(one.answers) for one in opened.record.activities.get(journal).reflections] == [
        {"feelings": "UNSAVED!"}
    ]


def choose(section: ReflectionSection, model: str) -> None:
    section.model.set_value(model)
    section.model.chosen.emit(model)


def test_a_caption_that_waits_is_shown_when_its_file_is_opened_again(opened: Opened, tmp_path: Path) -> None:
    journal, _ = two(opened)
    pieces = []
    for name in ("lift.txt", "stairs.txt"):
        (tmp_path / name).write_text(name)
        pieces.append(attach(opened.record, journal, tmp_path / name, read_evidence).evidence)
    opened.window.go_to("evidence")
    page = opened.window.page
    assert isinstance(page, EvidencePage)
    page.show_thing(pieces[0])
    page.detail.show_face(USE)
    with stick_away(opened):
        page.detail.take_focus()
        opened.type("Our lift")
        page.show_thing(pieces[1])
        assert page.detail.caption.text() == ""
        page.show_thing(pieces[0])
        assert page.detail.caption.text() == "Our lift"
    assert [opened.record.evidence.get(piece).caption for piece in pieces] == ["Our lift", ""]
