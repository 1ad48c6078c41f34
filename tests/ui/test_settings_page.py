"""The page "Settings": its list of sections, and what it shows of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.layout import MEDIUM, NARROW, SMALL, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.sections import SECTIONS, settings_offers
from otcpd.ui.pages.settings.you import YouSection
from otcpd.ui.shell.registry import PAGES
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk
from tests.ui.settings_support import focused, shown_settings

KEYS = [spec.key for spec in SECTIONS]


class Fits:
    """Whether the section on show has its place, and stays within it."""

    def __init__(self, page: SettingsPage) -> None:
        self._page = page

    def now(self) -> bool:
        scroller = self._page.stack.currentWidget()
        assert isinstance(scroller, QScrollArea)
        sheet, room, section = scroller.widget(), scroller.viewport().width(), self._page.section
        assert sheet is not None
        within = section.geometry().right() <= room and sheet.minimumSizeHint().width() <= room
        return within and sheet.width() == room and 0 < section.width() <= self._page.desk.theme.px(640)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    record = filled_record(tmp_path / "eilidh.otcpd", clock)
    made = make_desk(record, tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    return shown_settings(desk, qtbot)


def test_the_list_is_one_stop_and_arrows_change_the_section(page: SettingsPage) -> None:
    assert page.section.title.text() == "You"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.section.title.text() == "Cycle and rules"
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert focused() is page.section.title
    QTest.keyClicks(page.list, "Ab")
    assert page.section.title.text() == "About"


def test_its_model_is_one(page: SettingsPage) -> None:
    QAbstractItemModelTester(page.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    spoken = [page.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(SECTIONS))]
    assert spoken == [spec.name for spec in SECTIONS]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("width", "factor", "layout"),
    [(1212, 1.0, WIDE), (917, 1.0, MEDIUM), (1146, 1.25, MEDIUM), (847, 1.0, NARROW), (512, 2.0, SMALL)],
    ids=["wide", "1366 at 125 % of scale", "1366 at 125 % of text", "rail", "200 %"],
)
def test_every_section_fits_into_every_width(
    page: SettingsPage, theme: Theme, qtbot: QtBot, key: str, width: int, factor: float, layout: Layout
) -> None:
    theme.set_factor(factor)
    page.resize(width, 640)
    page.apply_layout(layout)
    page.show_thing(key)
    qtbot.waitUntil(Fits(page).now)


def test_where_it_is_narrow_list_and_section_take_turns(page: SettingsPage, qtbot: QtBot) -> None:
    page.apply_layout(NARROW)
    page.resize(700, 600)
    assert page.list.isVisible()
    assert not page.stack.isVisible()
    page.take_focus()
    assert focused() is page.header.title
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert not page.stack.isVisible(), "arrows only move in the list"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.stack.isVisible()
    assert not page.list.isVisible()
    assert focused() is page.section.title
    QTest.keyClick(page.section.title, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    page.show_thing("you")
    page.take_focus()
    assert focused() is page.section.title
    page.back.click()
    assert page.list.isVisible()
    page.apply_layout(WIDE)
    assert page.list.isVisible()
    assert page.stack.isVisible()


def test_another_page_leads_to_a_section_and_a_thing_in_it(page: SettingsPage) -> None:
    page.show_thing("you number")
    section = page.section
    assert isinstance(section, YouSection)
    assert section.number.line.hasFocus()
    page.show_thing("nowhere at all")
    assert page.section is section


def test_every_offer_leads_to_its_section_and_takes_the_focus(page: SettingsPage) -> None:
    offers = settings_offers()
    assert PAGES[[spec.page.key for spec in PAGES].index("settings")].offers == offers
    assert len({offer.key for offer in offers}) == len(offers)
    for offer in offers:
        page.list.setFocus()
        page.take_up(offer.key)
        name = next(spec.name for spec in SECTIONS if spec.key == offer.key.partition(" ")[0])
        assert page.section.title.text() == name, offer
        assert focused() is not page.list, offer


def test_an_unseen_section_waits_with_what_changed(page: SettingsPage, desk: Desk) -> None:
    from otcpd.actions.people import edit_person

    first = page.section
    assert isinstance(first, YouSection)
    page.show_thing("about")
    desk.session.act(edit_person, desk.session.record.owner, "name", "Eilidh Larch")
    page.show_thing("you")
    assert first.name.text() == "Eilidh Larch"
