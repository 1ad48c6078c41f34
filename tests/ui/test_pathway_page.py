"""The Pathway page: levels marked, goals set, stepped, linked and closed, and the ways from and to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from otcpd.actions.pathway.goals import delete_goal, move_review, new_goal, reach_goal
from otcpd.actions.pathway.ladder import link_item
from otcpd.actions.pathway.milestones import add_milestone
from otcpd.actions.supervision.sessions import hold_session, plan_session
from otcpd.domain.assessment import MarkSide
from otcpd.domain.changes import Changes
from otcpd.domain.goal import Goal, GoalState
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.activity_picker import ActivityPicker
from otcpd.ui.pages.item_chooser import ItemChooser
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.pages.log.standards_section import Standards
from otcpd.ui.pages.pathway.goal_item import GoalItem
from otcpd.ui.pages.pathway.goal_shows import GoalSessions
from otcpd.ui.pages.pathway.offers import new_about
from otcpd.ui.pages.pathway.page import PathwayPage
from otcpd.ui.pages.supervision.detail_top import RECORD
from otcpd.ui.pages.supervision.page import SupervisionPage
from otcpd.ui.pages.supervision.record_step import RecordStep
from otcpd.ui.palette.entries import activity_entries
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.seeing import description_of
from tests.ui.windowed import SLOW, Windowed, windowed

ALT = Qt.KeyboardModifier.AltModifier
LEADERSHIP = "rcot_career@2022:leadership"


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        yield made


def pathway(shown: Windowed, thing: str = "") -> PathwayPage:
    page = shown.window.go_to("pathway", thing)
    assert isinstance(page, PathwayPage)
    return page


def only_goal(shown: Windowed) -> Goal:
    (goal,) = shown.record.goals.all()
    return goal


def test_a_new_file_says_what_goals_are_good_for(shown: Windowed) -> None:
    page = pathway(shown)
    assert page.header.title.hasFocus()
    assert page.cards.goals.empty.isVisible()
    assert not page.new.isVisible()
    page.cards.goals.start.click()
    assert page.pane.top.title.editor.hasFocus()
    shown.type("Become a practice educator")
    page.leave()
    assert only_goal(shown).title == "Become a practice educator"
    assert page.cards.goals.list.goals[only_goal(shown).id].title == "Become a practice educator"
    assert page.new.isVisible()
    assert page.pane.top.tag.text() == "Not begun"


def test_a_gap_becomes_a_goal_about_its_pillar_and_level(shown: Windowed) -> None:
    page = pathway(shown, f"new {LEADERSHIP} 5")
    assert page.pane.top.title.editor.hasFocus()
    goal = only_goal(shown)
    assert (goal.framework_item, goal.level_target) == (LEADERSHIP, 5)
    page.pane.item.open()
    item = page.pane.item.inside
    assert isinstance(item, GoalItem)
    assert item.name.text() == "Leadership"
    assert item.target.value() == "5"
    item.now.chosen.emit("4")
    assert only_goal(shown).level_now == 4
    item.choose.click()
    chooser = shown.window.findChild(ItemChooser)
    assert chooser is not None
    chooser.search.searched.emit("fac learn")
    assert next(row.title for row in chooser.list.rows.rows() if not row.head) == "Facilitation of learning"
    chooser.use_button.click()
    assert only_goal(shown).framework_item == "rcot_career@2022:learning"
    assert only_goal(shown).level_now == 4
    item.away.click()
    assert only_goal(shown).framework_item == ""


def test_offers_name_an_item_and_a_level() -> None:
    assert new_about("new") == ("", None)
    assert new_about("new senior@1:A 1 5") == ("senior@1:A 1", 5)
    assert new_about("new rcot_career@2022:leadership") == (LEADERSHIP, None)
    assert new_about("01JABC") is None


def test_levels_are_marked_where_they_are_seen(shown: Windowed) -> None:
    page = pathway(shown)
    page.cards.levels.board.marked.emit(LEADERSHIP, MarkSide.NOW, 4)
    latest = shown.record.assessments.latest("rcot_career@2022")
    assert latest is not None
    assert latest.mark(LEADERSHIP).now == 4
    assert page.cards.levels.board.marked_by.text() == "Marked by you on 21 November"
    switch = page.cards.levels.switch
    assert switch is not None
    switch.set_value("nes_nmahp@2026")
    switch.chosen.emit("nes_nmahp@2026")
    assert page.cards.levels.board.rows.content.name.startswith("NES")


def test_steps_links_and_closing(shown: Windowed) -> None:
    act = shown.window.desk.session.act
    made = act(new_goal, "Lead the audit")
    assert made is not None
    step = act(add_milestone, made.new_id, "Write the sheet")
    assert step is not None
    page = pathway(shown, made.new_id)
    row = page.pane.steps.lines.row(step.new_id)
    assert row is not None
    row.tick.click()
    assert only_goal(shown).milestones[0].done_on == date(2026, 11, 21)
    assert page.pane.steps_fact.text() == "One of one done"
    page.pane.shows.add.click()
    picker = shown.window.findChild(ActivityPicker)
    assert picker is not None
    picker.use_button.click()
    assert len(only_goal(shown).activities) == 1
    assert page.pane.shows_fact.text() == "One linked"
    assert page.pane.top.tag.text() == "On track"
    page.pane.reached.click()
    assert only_goal(shown).state is GoalState.REACHED
    assert page.pane.outcome.text.editor.hasFocus()
    assert shown.window.toast.isVisible()
    assert not page.pane.reached.isVisible()
    page.pane.go_on.click()
    assert only_goal(shown).state is GoalState.OPEN
    page.pane.shows.rows[0].drop.setFocus()
    page.pane.shows.rows[0].drop.click()
    assert only_goal(shown).activities == ()
    assert page.pane.shows.add.hasFocus()  # the cross that was pressed is gone
    shown.window.desk.session.undo()
    assert len(only_goal(shown).activities) == 1


def test_days_are_read_when_their_field_is_left(shown: Windowed) -> None:
    made = shown.window.desk.session.act(new_goal, "Lead the audit")
    assert made is not None
    page = pathway(shown, made.new_id)
    page.pane.top.by.line.setText("30 June 2027")
    page.pane.top.by.commit()
    page.pane.top.review.line.setText("26 November")
    page.pane.top.review.commit()
    assert (only_goal(shown).target, only_goal(shown).reviews) == (date(2027, 6, 30), (date(2026, 11, 26),))
    assert page.cards.goals.list.goals[made.new_id].meta == "By 30 June 2027"


def test_closed_goals_fold_and_a_deleted_one_gives_way(shown: Windowed) -> None:
    act = shown.window.desk.session.act
    closed = [act(new_goal, f"Old {number}") for number in range(5)]
    for one in closed:
        assert one is not None
        act(reach_goal, one.new_id)
    first, second = act(new_goal, "First", target_date=date(2027, 1, 1)), act(new_goal, "Second")
    assert first is not None
    assert second is not None
    page = pathway(shown)
    shown.qtbot.waitUntil(lambda: bool(page.goal), timeout=SLOW)
    assert page.goal == first.new_id
    assert list(page.cards.goals.list.goals) == [first.new_id, second.new_id]
    page.cards.goals.closed.click()
    assert len(page.cards.goals.list.goals) == 7
    page.cards.goals.list.delete_wanted.emit(first.new_id)
    assert page.goal == second.new_id
    shown.window.undo()
    assert page.goal == first.new_id


def test_alt_left_leads_back_from_pages_below(shown: Windowed) -> None:
    page = shown.window.go_to("protected")
    assert shown.window.sidebar.item("supervision").current
    assert "part of this page" in description_of(shown.window.sidebar.item("supervision"))
    shown.press(Qt.Key.Key_Left, ALT)
    assert shown.window.page.property("key") == "supervision"
    assert page is not shown.window.page


def test_what_is_due_leads_here_and_the_palette_finds_it(shown: Windowed) -> None:
    act = shown.window.desk.session.act
    made = act(new_goal, "Become a practice educator")
    assert made is not None
    act(move_review, made.new_id, None, date(2026, 11, 22))
    (found,) = activity_entries(shown.window, "practice educ")
    assert (found.text, found.kind) == ("Become a practice educator", "Goal")
    found.run()
    page = shown.window.page
    assert isinstance(page, PathwayPage)
    assert page.goal == made.new_id
    act(delete_goal, made.new_id)
    assert page.goal == ""
    assert page.cards.goals.empty.isVisible()


def test_a_session_speaks_to_a_goal_and_an_activity_to_a_pillar(shown: Windowed) -> None:
    act = shown.window.desk.session.act
    goal, session = act(new_goal, "Lead the audit"), act(_planned)
    assert goal is not None
    assert session is not None
    act(hold_session, session.new_id)
    supervision = shown.window.go_to("supervision", session.new_id)
    assert isinstance(supervision, SupervisionPage)
    supervision.detail.show_step(RECORD)
    step = supervision.detail.step
    assert isinstance(step, RecordStep)
    step.goals.boxes[goal.new_id].click()
    assert shown.record.sessions.get(session.new_id).goals == (goal.new_id,)
    page = pathway(shown, goal.new_id)
    page.pane.sessions.open()
    told = page.pane.sessions.inside
    assert isinstance(told, GoalSessions)
    assert list(told.links) == [session.new_id]

    activity = shown.record.activities.rows()[0].id
    act(link_item, activity, "rcot_career@2017:learning_2")
    log = shown.window.go_to("log", activity)
    assert isinstance(log, LogPage)
    section = log.details.detail.folds.section("standards")
    assert isinstance(section, Standards)
    section.career.boxes[LEADERSHIP].click()
    assert LEADERSHIP in shown.record.activities.get(activity).standards
    old = section.career.boxes["rcot_career@2017:learning_2"]
    assert old.isChecked()
    assert old.text() == "Placements (RCOT Career Development Framework, first edition)"
    old.click()
    assert shown.record.activities.get(activity).standards == (LEADERSHIP,)


def _planned(record: Record) -> Changes:
    return plan_session(record, date(2026, 11, 20))
