"""Names and numbers in the words of a file: found on request, decided on, and forgotten with the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from otcpd.actions.evidence import attach
from otcpd.actions.people import edit_person
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.preview.names_in_file import BLACK_OUT, NO_WORDS, NOTHING, NamesInFile
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.seeing import Stage


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "file.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


def add(record: Record, path: Path, words: str) -> str:
    path.write_text(words)
    return attach(record, "", path, read_evidence).evidence


def test_words_of_a_file_are_looked_through_and_decided_on(
    desk: Desk, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    record = desk.session.record
    letter = add(record, tmp_path / "letter.txt", "Dear Mrs Birch, ring 01632 960123. " * 2_000)
    clear = add(record, tmp_path / "clear.txt", "Falls and stair lifts")
    empty = add(record, tmp_path / "empty.txt", " ")
    above = QPushButton("Above")
    names = NamesInFile(desk, above)
    stage.show(names.button, above, names)
    names.load(record.evidence.get(letter))
    assert names.isHidden()
    names.button.click()
    qtbot.waitUntil(lambda: names.line.text() == BLACK_OUT)
    first, second = names.lines.shown()
    assert (first.pointed and first.pointed.text, second.pointed and second.pointed.text) == (
        "Mrs Birch",
        "01632 960123",
    )
    assert first.show_it.isHidden()
    first.fine.click()
    assert len(names.lines.shown()) == 1
    names.lines.shown()[0].fine.click()
    assert names.line.text() == NOTHING
    desk.session.undo()
    assert names.line.text() == BLACK_OUT
    said: list[str] = []
    desk.announcer.said.connect(said.append)
    desk.session.act(edit_person, record.owner, "registration", "OT000321")
    assert said == []
    desk.session.act(edit_person, record.owner, "contact", "01632 960123")
    assert names.line.text() == NOTHING
    for piece, sentence in ((clear, NOTHING), (empty, NO_WORDS)):
        names.load(record.evidence.get(piece))
        assert names.isHidden()
        names.button.click()
        qtbot.waitUntil(_Says(names, sentence).now)
    names.load(None)
    assert (names.isHidden(), names.button.isHidden()) == (True, True)


class _Says:
    def __init__(self, names: NamesInFile, sentence: str) -> None:
        self._names, self._sentence = names, sentence

    def now(self) -> bool:
        return self._names.line.text() == self._sentence
