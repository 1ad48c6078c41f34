"""What the sections of the settings change, typed into their fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity, set_tags
from otcpd.actions.cycle_dates import current_cycle
from otcpd.actions.own_types import add_type, own_types
from otcpd.actions.posts import held_posts
from otcpd.actions.reading import day_lengths, rules_of
from otcpd.actions.tags import tag_uses
from otcpd.domain.activity import Category
from otcpd.domain.durations import DayLengths
from otcpd.record.opening import open_for_reading
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.about import AboutSection
from otcpd.ui.pages.settings.cycle import CycleSection
from otcpd.ui.pages.settings.look import LookSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.posts import PostsSection
from otcpd.ui.pages.settings.shortcuts import ShortcutsSection
from otcpd.ui.pages.settings.types import TypesSection
from otcpd.ui.pages.settings.you import YouSection
from otcpd.ui.shell.keys import all_keys
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.saved_field import NO_NAME
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk
from tests.ui.settings_support import fill_in, focused, section, shown_settings


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer) -> Iterator[Desk]:
    record = filled_record(tmp_path / "eilidh.otcpd", clock)
    made = make_desk(record, tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    return shown_settings(desk, qtbot)


def choose(box: ComboBox, key: str) -> None:
    """Pick a choice of a drop-down, as a person does."""
    place = box.combo.findData(key)
    box.combo.setCurrentIndex(place)
    box.combo.activated.emit(place)


def problem_of(field: QWidget) -> str:
    """The sentence below a field."""
    form = field.parentWidget()
    assert isinstance(form, FormField)
    return form.problem


class TestYou:
    def test_each_field_saves_itself_when_it_is_left(self, page: SettingsPage, desk: Desk) -> None:
        you = section(page, "you", YouSection)
        fill_in(you.name, " Eilidh  Larch ")
        fill_in(you.number, "ot 004567")
        fill_in(you.profession, "Occupational therapist")
        fill_in(you.audit_number, "CPD 77")
        owner = desk.session.record.people.owner()
        assert (owner.name, owner.registration) == ("Eilidh Larch", "OT004567")
        assert (owner.profession, owner.audit_number) == ("Occupational therapist", "CPD 77")
        assert you.number.text() == "OT004567"
        desk.session.undo()
        assert you.audit_number.text() == ""

    def test_a_number_that_is_none_is_told_on_leaving(self, page: SettingsPage, desk: Desk) -> None:
        you = section(page, "you", YouSection)
        before = desk.session.record.people.owner().registration
        fill_in(you.number, "PH12345")
        assert "another profession" in problem_of(you.number)
        assert desk.session.record.people.owner().registration == before
        fill_in(you.number, "")
        assert problem_of(you.number) == ""
        assert desk.session.record.people.owner().registration == ""

    def test_a_name_stays(self, page: SettingsPage, desk: Desk) -> None:
        you = section(page, "you", YouSection)
        fill_in(you.name, "")
        assert problem_of(you.name) == NO_NAME
        assert desk.session.record.people.owner().name == "Eilidh Rowan"
        section(page, "cycle", CycleSection)
        you = section(page, "you", YouSection)
        assert (you.name.text(), problem_of(you.name)) == ("", NO_NAME), "also after a look elsewhere"

    def test_going_to_another_section_saves(self, page: SettingsPage, desk: Desk) -> None:
        you = section(page, "you", YouSection)
        you.name.line.setFocus()
        you.name.line.selectAll()
        QTest.keyClicks(you.name.line, "Eilidh Birch")
        page.show_thing("about")
        assert desk.session.record.people.owner().name == "Eilidh Birch"


class TestCycle:
    def test_a_first_registration_in_the_middle_of_a_cycle(self, page: SettingsPage, desk: Desk) -> None:
        cycle = section(page, "cycle", CycleSection).cycle
        assert cycle.start.text() == "1 November 2025"
        assert not cycle.use_hcpc.isVisible()
        fill_in(cycle.start, "2 March 2026")
        assert current_cycle(desk.session.record).start == date(2026, 3, 2)
        assert cycle.cycle.combo.currentText().startswith("2 Mar 2026 to 31 Oct 2027")
        assert cycle.use_hcpc.isVisible()
        desk.session.undo()
        assert cycle.start.text() == "1 November 2025"
        desk.session.redo()
        cycle.use_hcpc.setFocus()
        cycle.use_hcpc.click()
        assert not current_cycle(desk.session.record).own
        assert cycle.start.line.hasFocus(), "the button that had the focus is gone"

    def test_an_emptied_field_follows_hcpc_again(self, page: SettingsPage, desk: Desk) -> None:
        cycle = section(page, "cycle", CycleSection).cycle
        fill_in(cycle.opens, "3 Aug 2027")
        assert current_cycle(desk.session.record).window_start == date(2027, 8, 3)
        fill_in(cycle.opens, "")
        assert cycle.opens.text() == "1 August 2027"
        fill_in(cycle.opens, "")
        assert cycle.opens.text() == "1 August 2027", "also where nothing changes"

    def test_what_cannot_be_is_told_below_the_field(self, page: SettingsPage, desk: Desk) -> None:
        cycle = section(page, "cycle", CycleSection).cycle
        fill_in(cycle.end, "1 Jan 2031")
        assert "in another cycle" in problem_of(cycle.end)
        assert not current_cycle(desk.session.record).own

    def test_a_window_that_moves_with_the_cycle_is_told(self, page: SettingsPage) -> None:
        cycle = section(page, "cycle", CycleSection).cycle
        fill_in(cycle.end, "2/11/2025")
        assert problem_of(cycle.end).startswith("The cycle would last two days only")
        fill_in(cycle.end, "30/11/2025")
        assert cycle.opens.text() == "30 November 2025"
        assert cycle.doubt.isVisible()
        moved = "HCPC’s window opens on 1 August 2027, which is not in this cycle. We moved it to 30 November 2025."
        assert cycle.doubt.text().startswith(moved)
        cycle.use_hcpc.click()
        assert cycle.opens.text() == "1 August 2027"
        assert cycle.doubt.text().startswith("HCPC has not published")

    def test_sources_and_doubts_are_told(self, page: SettingsPage) -> None:
        cycle = section(page, "cycle", CycleSection).cycle
        assert "read on 2 November 2026" in cycle.sources.text()
        assert cycle.sources.inside is None, "folded until somebody wants to know"
        assert cycle.doubt.text() == "HCPC has not published this date yet. We took it from the last cycle."
        choose(cycle.cycle, "2027-11-01")
        assert cycle.start.text() == "1 November 2027"
        assert cycle.doubt.text().startswith("HCPC has not published these dates yet.")
        choose(cycle.cycle, "2023-11-01")
        assert not cycle.doubt.isVisible()

    def test_types_needed_and_the_length_of_a_day(self, page: SettingsPage, desk: Desk) -> None:
        rules = section(page, "cycle", CycleSection)
        rules.types.least.segment("3").click()
        assert rules_of(desk.session.record).min_categories == 3
        fill_in(rules.day.day, "7 h 30")
        fill_in(rules.day.half_day, "3h45")
        assert day_lengths(desk.session.record) == DayLengths(half_day=225, day=450)
        fill_in(rules.day.half_day, "9 h")
        assert problem_of(rules.day.half_day) == "Half a day is at most 7 h 30, which is a day."
        fill_in(rules.day.day, "")
        assert rules.day.day.text() == "7 h"
        for _step in range(4):
            desk.session.undo()
        assert rules.types.least.value() == "2"


class TestPosts:
    def test_a_post_is_added_filled_in_and_ended(self, page: SettingsPage, desk: Desk) -> None:
        posts = section(page, "posts new", PostsSection).posts
        assert posts.new.line.hasFocus()
        posts.add.click()
        assert problem_of(posts.new) == "Give it a name first."
        fill_in(posts.new, "Senior OT")
        posts.add.click()
        assert posts.title.line.hasFocus(), "what was added is there to be filled in"
        fill_in(posts.employer, "Rowan Council")
        fill_in(posts.start, "1 Aug 2022")
        (held,) = held_posts(desk.session.record)
        assert (held.post.title, held.post.start) == ("Senior OT", date(2022, 8, 1))
        assert held.employer is not None
        assert held.employer.name == "Rowan Council"
        fill_in(posts.end, "1 Aug 2021")
        assert "is before the first" in problem_of(posts.end)
        posts.end_now.click()
        assert held_posts(desk.session.record)[0].post.end == date(2026, 11, 21)
        assert not posts.end_now.isVisible()

    def test_a_post_that_is_still_to_begin_ends_on_its_first_day(self, page: SettingsPage, desk: Desk) -> None:
        posts = section(page, "posts new", PostsSection).posts
        fill_in(posts.new, "Bank OT")
        posts.add.click()
        fill_in(posts.start, "1 Jan 2027")
        said: list[str] = []
        desk.messages.wanted.connect(lambda message: said.append(message.text))
        posts.end_now.click()
        assert held_posts(desk.session.record)[0].post.end == date(2027, 1, 1)
        assert said == ["Post ends on 1 January 2027"]

    def test_two_posts_change_places_and_one_is_deleted_with_a_way_back(self, page: SettingsPage, desk: Desk) -> None:
        posts = section(page, "posts", PostsSection).posts
        for title in ("Senior OT", "Bank OT"):
            fill_in(posts.new, title)
            posts.add.click()
        names = [row.title for row in posts.list.rows.rows()]
        assert sorted(names) == ["Bank OT", "Senior OT"]
        posts.list.setFocus()
        QTest.keyClick(posts.list, Qt.Key.Key_Home)
        assert posts.title.text() == names[0]
        QTest.keyClick(posts.list, Qt.Key.Key_Delete)
        assert posts.title.text() == names[1]
        assert posts.list.hasFocus()
        desk.session.undo()
        assert [row.title for row in posts.list.rows.rows()] == names

    def test_councils_are_suggested_and_no_more(self, page: SettingsPage, desk: Desk) -> None:
        posts = section(page, "posts", PostsSection).posts
        fill_in(posts.new, "OT")
        posts.add.click()
        completer = posts.employer.line.completer()
        completer.setCompletionPrefix("fif")
        assert completer.currentCompletion() == "Fife"

    def test_an_employer_is_renamed_and_said_to_be_of_a_kind(self, page: SettingsPage, desk: Desk) -> None:
        both = section(page, "posts", PostsSection)
        assert not both.employers.list.isVisible()
        fill_in(both.posts.new, "OT")
        both.posts.add.click()
        fill_in(both.posts.employer, "Rowan Concil")
        fill_in(both.employers.name, "Rowan Council")
        assert both.posts.employer.text() == "Rowan Council"
        choose(both.employers.sector, "council")
        (only,) = desk.session.record.people.employers()
        assert (only.name, only.sector) == ("Rowan Council", "council")


class TestTypes:
    def test_a_type_is_added_renamed_and_deleted(self, page: SettingsPage, desk: Desk) -> None:
        types = section(page, "types", TypesSection).types
        fill_in(types.new, "Home visit debrief")
        QTest.keyClick(types.new.line, Qt.Key.Key_Return)
        choose(types.category, "work_based")
        (only,) = own_types(desk.session.record)
        assert (only.name, only.category) == ("Home visit debrief", Category.WORK_BASED)
        activity = desk.session.record.activities.rows()[0].id
        desk.session.act(edit_activity, activity, "type", "Home visit debrief")
        fill_in(types.name, "Visit debrief")
        assert desk.session.record.activities.get(activity).type == "Visit debrief"
        assert types.name.text() == "Visit debrief"
        fill_in(types.name, "Journal club")
        assert "on the list of types already" in problem_of(types.name)
        types.list.setFocus()
        QTest.keyClick(types.list, Qt.Key.Key_Delete)
        assert own_types(desk.session.record) == ()
        assert desk.session.record.activities.get(activity).type == "Visit debrief"
        assert types.new.line.hasFocus(), "the list is empty now"

    def test_a_type_that_is_there_already_is_told_below_the_line(self, page: SettingsPage, desk: Desk) -> None:
        types = section(page, "types new", TypesSection).types
        for name in ("Home visit debrief", "home  VISIT debrief"):
            fill_in(types.new, name)
            types.add.click()
        assert problem_of(types.new) == ("‘home VISIT debrief’ is one of your types already. Choose another name.")
        assert types.new.line.hasFocus()
        assert [one.name for one in own_types(desk.session.record)] == ["Home visit debrief"]
        fill_in(types.new, "Journal club")
        assert problem_of(types.new) == "", "she has gone on"
        types.add.click()
        assert problem_of(types.new).startswith("‘Journal club’ is on the list of types already.")

    def test_a_very_long_name_does_not_fill_the_message(self, page: SettingsPage, desk: Desk) -> None:
        types = section(page, "types new", TypesSection).types
        types.new.set_text("a long name " * 80)
        types.add.click()
        said: list[str] = []
        desk.messages.wanted.connect(lambda message: said.append(message.text))
        types.delete()
        assert said[0].endswith("…’ deleted")
        assert len(said[0]) < 140

    def test_arrows_and_enter_lead_through_the_list(self, page: SettingsPage, desk: Desk) -> None:
        for name in ("Alder", "Birch", "Larch"):
            desk.session.act(add_type, name)
        types = section(page, "types", TypesSection).types
        QAbstractItemModelTester(types.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
        types.list.setFocus()
        QTest.keyClick(types.list, Qt.Key.Key_End)
        assert types.name.text() == "Larch"
        QTest.keyClick(types.list, Qt.Key.Key_Return)
        assert types.name.line.hasFocus()
        desk.session.undo()
        assert types.name.text() == "Birch", "what stood in its place"

    def test_tags_become_one(self, page: SettingsPage, desk: Desk) -> None:
        first, second = (row.id for row in desk.session.record.activities.rows()[:2])
        desk.session.act(set_tags, first, ["fals", "hoists"])
        desk.session.act(set_tags, second, ["falls"])
        tags = section(page, "types tags", TypesSection).tags
        assert tags.list.hasFocus()
        QTest.keyClicks(tags.list, "fals")
        fill_in(tags.name, "Falls")
        assert tag_uses(desk.session.record) == {"falls": 2, "hoists": 1}
        assert tags.name.text() == "falls"


class TestLook:
    def test_it_takes_effect_at_once_and_is_remembered(self, page: SettingsPage, desk: Desk) -> None:
        look = section(page, "look", LookSection)
        look.theme_choice.segment("dark").click()
        assert desk.theme.tokens.dark
        choose(look.text_size, "1.5")
        assert desk.theme.factor == 1.5
        look.still.click()
        assert not desk.theme.still
        machine = desk.machine
        assert (machine.theme, machine.number("text_size", 1), machine.number("still", 9)) == ("dark", 1.5, 0)

    def test_it_follows_the_keys(self, page: SettingsPage, desk: Desk) -> None:
        look = section(page, "look size", LookSection)
        assert focused() is look.text_size.combo
        desk.theme.set_factor(1.3)
        desk.theme.set_choice(ThemeChoice.SYSTEM)
        assert look.text_size.value() == "1.3"
        assert look.theme_choice.value() == ThemeChoice.SYSTEM


def test_every_key_is_listed(page: SettingsPage) -> None:
    lists = section(page, "shortcuts", ShortcutsSection).lists
    shown = {(row.title, row.meta) for keys in lists for row in keys.rows.rows()}
    assert shown == {(entry.does.removesuffix("…"), entry.for_people) for entry in all_keys()}
    lists[0].setFocus()
    QTest.keyClick(lists[0], Qt.Key.Key_Down)
    assert lists[0].currentIndex().row() == 1
    assert not lists[0].selectedIndexes()


def test_about_names_every_source_and_where_reports_are(page: SettingsPage, desk: Desk) -> None:
    about = section(page, "about sources", AboutSection)
    assert focused() is about.facts
    assert all(one.inside is None for one in about.sources), "folded until somebody wants to know"
    about.sources[0].open()
    assert "hcpc-uk.org" in about.sources[0].text()
    assert not about.reports.isVisible()


def test_reports_are_shown_where_there_are_some(page: SettingsPage, desk: Desk) -> None:
    folder = desk.session.services.reports_folder
    folder.mkdir(parents=True)
    about = section(page, "about", AboutSection)
    about.reports.click()
    assert isinstance(desk.desktop, Answers)
    assert desk.desktop.opened == [folder]


def test_a_file_for_reading_shows_everything_and_offers_no_change(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, qtbot: QtBot
) -> None:
    record = filled_record(tmp_path / "r.otcpd", clock)
    record.close()
    desk = make_desk(open_for_reading(record.path, surroundings(clock)), tmp_path, clock, theme, announcer, Answers())
    try:
        page = shown_settings(desk, qtbot)
        you = section(page, "you", YouSection)
        assert you.name.line.isReadOnly()
        assert section(page, "cycle", CycleSection).cycle.start.line.isReadOnly()
        posts = section(page, "posts", PostsSection).posts
        assert not posts.add.isVisible()
        assert not posts.new.isVisible()
        assert section(page, "look", LookSection).text_size.isEnabled(), "the look is that of this computer"
        page.leave()
    finally:
        clear_desk(desk)
