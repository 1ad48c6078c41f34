"""Typed rows on a CPD file: what is typed is there, in its order, and undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from otcpd.actions.supervision.sessions import plan_session
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.supervision import ActionState
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.typed_lines import TypedLines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.check_content import ACTIONS, TOPICS, Assigning, CheckLine
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.seeing import Heard, Stage, name_of

Key = Qt.Key
DAY = date(2026, 11, 26)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def session(desk: Desk) -> str:
    return plan_session(desk.session.record, DAY).new_id


def shown_topics(desk: Desk, session: str, stage: Stage) -> TypedLines:
    view = TypedLines(desk, "session_topic", TOPICS)

    def follow(_changes: Changes | None = None) -> None:
        topics = desk.session.record.sessions.get(session).topics
        view.load(session, [CheckLine(one.id, one.text, one.discussed_in == session) for one in topics], fixed=False)

    desk.session.changed.connect(follow)
    follow()
    stage.show(view, width=600)
    view.stand_on()
    return view


def topics(desk: Desk, session: str) -> list[str]:
    desk.session.flush()
    return [one.text for one in desk.session.record.sessions.get(session).topics]


def press(*keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key, held)


def test_topics_are_typed_split_moved_and_ticked(desk: Desk, session: str, stage: Stage, heard: Heard) -> None:
    view = shown_topics(desk, session, stage)
    press("Seating", Key.Key_Return, "Rotas", Key.Key_Return, "Students")
    assert topics(desk, session) == ["Seating", "Rotas", "Students"]
    press(Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert topics(desk, session) == ["Seating", "Students", "Rotas"]
    assert "Topic 2 of 3" in heard.sentences
    first = view.keys()[0]
    view.stand_on(first)
    press(Key.Key_Return, "Between")
    assert topics(desk, session) == ["Seating", "Between", "Students", "Rotas"]
    row = view.row(first)
    assert row is not None
    QTest.keyClick(row.tick, Key.Key_Space)
    assert desk.session.record.sessions.get(session).topics[0].discussed_in == session
    row.cross.click()
    assert topics(desk, session) == ["Between", "Students", "Rotas"]
    assert name_of(QApplication.focusWidget() or view) == "Topic 1"


def test_undo_takes_lines_back(desk: Desk, session: str, stage: Stage) -> None:
    view = shown_topics(desk, session, stage)
    press("Seating", Key.Key_Return, "Rotas")
    view.stand_on(view.keys()[0])
    row = view.row(view.keys()[0])
    assert row is not None
    row.cross.click()
    assert topics(desk, session) == ["Rotas"]
    desk.session.undo()
    assert topics(desk, session) == ["Seating", "Rotas"]
    assert [one.field.text() for one in map(view.row, view.keys()) if one is not None] == ["Seating", "Rotas"]


def test_who_does_an_action_and_by_when(desk: Desk, session: str, stage: Stage) -> None:
    clock = desk.session.record.clock
    me = desk.session.record.owner
    assigning = Assigning((("", "All of you"), (me, "You")), partial(parse_day, today=DAY), long_day, clock.today)
    view = TypedLines(desk, "session_action", ACTIONS, assigning)

    def follow(_changes: Changes | None = None) -> None:
        lines = [
            CheckLine(one.id, one.text, one.state is ActionState.DONE, one.who or "", one.due)
            for one in desk.session.record.sessions.get(session).actions
        ]
        view.load(session, lines, fixed=False)

    desk.session.changed.connect(follow)
    follow()
    stage.show(view, width=600)
    view.stand_on()
    press("Send the paper")
    key = view.keys()[0]
    view.assigned.emit(key, me, DAY)
    row = view.row(key)
    assert row is not None
    QTest.keyClick(row.tick, Key.Key_Space)
    (action,) = desk.session.record.sessions.get(session).actions
    assert (action.text, action.who, action.due, action.state) == ("Send the paper", me, DAY, ActionState.DONE)
