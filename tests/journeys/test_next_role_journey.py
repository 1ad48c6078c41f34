"""The next role with the keyboard alone: two posts, a role with its profile, evidence linked, a topic raised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.actions.supervision.sessions import plan_session
from otcpd.domain.ladder import Evidence
from otcpd.record.record import Record
from otcpd.ui.pages.next_role.page import NextRolePage
from otcpd.ui.pages.roles.page import RolesPage
from tests.journeys.keyboard import CTRL, focused, press, tab_to, write
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, new_file, opened_program

TEACHES = "Supervises students on placement"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(new_file(tmp_path / "eilidh.otcpd", clock))
        fill(opened.record)
        yield opened


def fill(record: Record) -> None:
    """A profile of her council, two entries of the log, and a session to come."""
    with record.step("New framework") as step:
        told: dict[str, str | int] = {
            "code": "lead",
            "edition": "1",
            "name": "Team lead, our council",
            "kind": "role",
            "in_force": 1,
        }
        framework = step.insert("framework", {**told, "created": step.at, "modified": step.at})
        for code, label in (("1", TEACHES), ("2", "Runs the duty rota")):
            item = {"framework": framework, "code": code, "label": label, "position": f"i000{code}"}
            step.insert("framework_item", item)
    new_activity(record, title="Student placement: half-way review, supervised with Fiona", finished=True)
    new_activity(record, title="Hoist update", finished=True)
    plan_session(record, date(2026, 11, 26))


def test_from_a_post_to_what_is_raised_in_supervision(program: Opened, qtbot: QtBot) -> None:
    _ask_palette("New post", qtbot)
    roles = program.window.page
    assert isinstance(roles, RolesPage)
    _post(program, "Occupational therapist", "NHS Alder", "1 May 2019", "31 July 2022")
    tab_to("New post")
    _post(program, "Senior OT", "Rowan Council", "1 August 2022", "")
    assert roles.header.fact.text() == "You work as Senior OT."
    assert "Occupational therapist, NHS Alder: 1 May 2019 to 31 July 2022." in _picture(roles)
    tab_to("Choose a role to aim for")
    write("Team lead")
    press(Qt.Key.Key_Return)
    tab_to("Framework")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    (aim,) = program.record.roles.aims()
    assert (aim.title, aim.framework) == ("Team lead", "lead@1")
    tab_to("See what it asks")
    press(Qt.Key.Key_Space)
    page = program.window.page
    assert isinstance(page, NextRolePage)
    _take_all(program, page, qtbot)
    _link(program, page, qtbot)
    tab_to("Raise it on 26 November")
    press(Qt.Key.Key_Space)
    (session,) = program.record.sessions.rows()
    (topic,) = program.record.sessions.get(session.id).topics
    assert topic.text == f"For the role ‘Team lead’: {TEACHES}"


def _ask_palette(words: str, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, CTRL)
    write(words)
    press(Qt.Key.Key_Return)


def _post(program: Opened, title: str, employer: str, start: str, end: str) -> None:
    write(title)
    press(Qt.Key.Key_Return)
    assert program.record.people.posts()
    for label, text in (("Employer", employer), ("From", start), ("Until", end)):
        tab_to(label)
        write(text)
    press(Qt.Key.Key_Tab)


def _picture(page: RolesPage) -> str:
    return page.timeline.chart.accessibleDescription()


def _take_all(program: Opened, page: NextRolePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.ready and page.contents.aim is not None, timeout=SLOW)
    tab_to("Add what it asks")
    press(Qt.Key.Key_Space)
    dialog = page.taking.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=SLOW)
    tab_to("Take all 2")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.ready and len(page.contents.rows) == 2, timeout=SLOW)
    program.window.activateWindow()  # a desktop does so by itself
    qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    assert focused() is page.pane.list
    assert page.header.fact.text() == "Team lead: 0 of 2 held, 2 missing."


def _link(program: Opened, page: NextRolePage, qtbot: QtBot) -> None:
    """The entry that speaks of it is offered, and the other is not."""
    tab_to("What the role asks")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    assert focused() is page.detail.title
    assert [row.meta for row in page.detail.suggested.list.rows.rows()] == [
        "Says ‘placement’, ‘students’ and ‘supervises’."
    ]
    tab_to("Link it")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.ready and page.contents.rows[0].rung.standing is Evidence.THIN, timeout=SLOW)
    assert page.detail.why.text() == "One activity shows it, two would do. None has evidence."
