"""The people of the file in the settings: who they are, and what they are to the owner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otcpd.domain.person import PersonRole
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.people import PeopleSection
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import new_record
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.settings_support import fill_in, section, shown_settings


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    made = make_desk(new_record(tmp_path / "eilidh.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    return shown_settings(desk, qtbot)


def test_somebody_is_added_described_and_removed_with_a_way_back(page: SettingsPage, desk: Desk) -> None:
    people, record = section(page, "people new", PeopleSection).people, desk.session.record
    fill_in(people.new, "Fiona Alder")
    people.add.click()
    fill_in(people.profession, "Lead occupational therapist")
    fill_in(people.registration, "ot 000456")
    fill_in(people.employer, "NHS Strathbracken")
    fill_in(people.contact, "fiona@strathbracken.example")
    people.is_ot.choices.segment("yes").click()
    people.roles[PersonRole.SUPERVISOR].click()
    people.roles[PersonRole.MENTOR].click()
    (fiona,) = record.people.all()
    assert (fiona.name, fiona.profession, fiona.registration) == (
        "Fiona Alder",
        "Lead occupational therapist",
        "OT000456",
    )
    assert (fiona.contact, fiona.is_ot) == ("fiona@strathbracken.example", True)
    assert set(fiona.roles) == {PersonRole.SUPERVISOR, PersonRole.MENTOR}
    assert [(row.title, row.meta) for row in people.list.rows.rows()] == [
        ("Fiona Alder", "Lead occupational therapist, mentor and supervisor")
    ]
    people.roles[PersonRole.MENTOR].click()
    people.is_ot.choices.segment("unsaid").click()
    assert record.people.all()[0].roles == (PersonRole.SUPERVISOR,)
    assert record.people.all()[0].is_ot is None
    people.list.setFocus()
    QTest.keyClick(people.list, Qt.Key.Key_Delete)
    assert record.people.all() == []
    desk.session.undo()
    assert [row.title for row in people.list.rows.rows()] == ["Fiona Alder"]


def test_a_number_that_is_none_stays_and_says_so(page: SettingsPage, desk: Desk) -> None:
    people = section(page, "people new", PeopleSection).people
    fill_in(people.new, "Fiona Alder")
    people.add.click()
    fill_in(people.registration, "456789123")
    assert people.registration.doubt
    assert people.registration.text() == "456789123"
    assert desk.session.record.people.all()[0].registration == ""
    people.registration.set_text("")
    people.registration.commit()
