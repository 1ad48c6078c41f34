"""The open session: prepared, recorded, agreed; and what became of one that was not held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.actions.people import add_person
from otcpd.actions.supervision.agenda import edit_action
from otcpd.actions.supervision.sessions import bring_to_supervision
from otcpd.domain.supervision import ActionState, MissedBy, SessionState
from otcpd.record.engine import connect
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.pages.log.supervision_section import SupervisionSection
from otcpd.ui.pages.supervision.agree import AgreeStep
from otcpd.ui.pages.supervision.prepare import Prepare
from otcpd.ui.pages.supervision.record_step import RecordStep
from tests.ports import FixedClock
from tests.ui.opened import SLOW, opened_program
from tests.ui.supervision_file import COMING, LAST, TO_RECORD, Supervised, is_shown, supervision_file

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Supervised]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(supervision_file(tmp_path, clock)).go_to("supervision")
        made = Supervised(opened)
        qtbot.waitUntil(lambda: bool(made.page.side.session), timeout=SLOW)
        yield made


def prepare(shown: Supervised) -> Prepare:
    step = shown.detail.step
    assert isinstance(step, Prepare)
    return step


def record_step(shown: Supervised) -> RecordStep:
    step = shown.detail.step
    assert isinstance(step, RecordStep)
    return step


def agree_step(shown: Supervised) -> AgreeStep:
    step = shown.detail.step
    assert isinstance(step, AgreeStep)
    return step


def test_prepare_shows_what_is_open_and_takes_topics_and_marked_entries(shown: Supervised) -> None:
    activity = new_activity(shown.record, date=date(2026, 11, 2), title="Late hoist").new_id
    shown.page.desk.session.act(bring_to_supervision, activity, True)
    session = shown.show(COMING)
    step = prepare(shown)
    (row,) = step.last.rows.values()
    assert row.tick.text() == "Ask for a day at the splinting clinic"
    row.tick.click()
    assert [one.state for one in shown.record.sessions.get(shown.session_on(LAST)).actions] == [ActionState.DONE]
    step.take_focus()
    shown.type("Was I right to wait?", enter=True)
    shown.type("Cover in January")
    (bring,) = step.bring.rows
    bring.add.click()
    texts = [topic.text for topic in shown.record.sessions.get(session).topics]
    assert texts == ["Was I right to wait?", "Cover in January", "Late hoist"]
    wanted: list[str] = []
    step.activity_wanted.connect(wanted.append)
    keys = step.topics.lines.keys()
    about = [row for row in map(step.topics.lines.row, keys) if row is not None]
    assert [row.open.isVisibleTo(row) for row in about] == [False, False, True]
    step.topics.lead_on(keys[-1])
    assert wanted == [activity]
    assert not is_shown(step.bring)
    assert step.shared.text() == "Shared with Fiona"


def test_ctrl_enter_leads_from_prepare_to_the_record_and_on_to_agreeing(shown: Supervised) -> None:
    session = shown.show(TO_RECORD)
    shown.detail.step.take_focus()
    shown.type("The new rota")
    shown.opened.press(Qt.Key.Key_Return, CTRL)
    step = record_step(shown)
    assert shown.record.sessions.get(session).state is SessionState.HELD
    assert step.texts["normative"].text.editor.hasFocus()
    shown.type("Caseload is steady.")
    step.agreed.take_focus()
    shown.type("Write to the rota team")
    shown.opened.press(Qt.Key.Key_Return, CTRL)
    agree_step(shown)
    kept = shown.record.sessions.get(session)
    assert kept.normative == "Caseload is steady."
    assert [one.text for one in kept.actions] == ["Write to the rota team"]
    for _ in range(2):
        shown.opened.press(Qt.Key.Key_Return, CTRL)
    assert shown.record.sessions.get(session).agreed_by_both


def test_an_agreed_record_can_be_read_only_until_it_is_to_be_changed(shown: Supervised) -> None:
    shown.show(LAST)
    shown.detail.show_step("agree")
    step = agree_step(shown)
    assert not is_shown(step.change)
    step.i_agree.click()
    step.they_agree.click()
    assert step.mine.text() == "You agreed on 21 November 2026"
    assert step.theirs.text() == "Fiona agreed on 21 November 2026"
    shown.detail.show_step("record")
    assert record_step(shown).texts["formative"].text.editor.isReadOnly()
    shown.detail.show_step("agree")
    step.change.click()
    assert not record_step(shown).texts["formative"].text.editor.isReadOnly()
    assert shown.record.sessions.get(shown.session_on(LAST)).agreed_supervisee is None


def test_a_missed_session_says_by_whom_and_why(shown: Supervised) -> None:
    session = shown.show(TO_RECORD)
    outcome = shown.detail.top.outcome
    assert outcome.question.text() == "What became of it?"
    outcome.choices.segment("missed").click()
    outcome.missed.by.set_value(MissedBy.SUPERVISOR)
    outcome.missed.by.chosen.emit(MissedBy.SUPERVISOR.value)
    outcome.missed.why.set_value("other")
    outcome.missed.why.chosen.emit("other")
    shown.type("Snow on the hills", enter=True)
    outcome.missed.kept.choices.segment("no").click()
    kept = shown.record.sessions.get(session)
    told = (kept.state, kept.missed_by, kept.reason, kept.protected_kept)
    assert told == (SessionState.MISSED, MissedBy.SUPERVISOR, "Snow on the hills", False)
    outcome.choices.segment("planned").click()
    assert shown.record.sessions.get(session).state is SessionState.PLANNED


def test_a_moved_session_leads_to_the_one_in_its_place(shown: Supervised) -> None:
    session = shown.show(COMING)
    shown.detail.top.outcome.ask_move()
    shown.type("3 Dec")
    shown.detail.top.outcome.moving.move_button.click()
    moved = shown.record.sessions.get(session)
    assert moved.state is SessionState.MOVED
    assert shown.page.side.session == moved.moved_to
    assert shown.record.sessions.get(shown.page.side.session).day == date(2026, 12, 3)


def test_what_was_typed_to_move_one_session_is_not_offered_for_another(shown: Supervised) -> None:
    shown.show(COMING)
    outcome = shown.detail.top.outcome
    outcome.ask_move()
    assert outcome.moving.time.value() == time(10)
    shown.type("3 Dec")
    shown.show(TO_RECORD)
    outcome.ask_move()
    assert (outcome.moving.day.text(), outcome.moving.time.value()) == ("", time(10))


def test_an_action_stays_with_whom_it_was_given_to(shown: Supervised) -> None:
    act, session = shown.page.desk.session.act, shown.show(LAST)
    (action,) = shown.record.sessions.get(session).actions
    added = act(add_person, "Iain Birch")
    assert added is not None
    act(edit_action, action.id, "who", added.new_id)
    shown.detail.show_step("record")
    row = record_step(shown).agreed.lines.row(action.id)
    assert row is not None
    assert row.assign is not None
    assert row.assign.text() == "Iain"
    row.assign.open_sheet()
    sheet = row.assign.sheet
    assert sheet is not None
    sheet.due.set_text("3 Dec")
    sheet.done.click()
    (kept,) = shown.record.sessions.get(session).actions
    assert (kept.who, kept.due) == (added.new_id, date(2026, 12, 3))


def test_a_line_that_waits_to_be_saved_is_shown_with_its_newest_words(shown: Supervised) -> None:
    session, saving = shown.show(COMING), shown.page.desk.session
    step = prepare(shown)
    step.take_focus()
    shown.type("Rotas")
    saving.flush()
    (key,) = step.topics.lines.keys()
    step.topics.lines.stand_on(key)
    other = connect(shown.record.path)
    other.execute("BEGIN IMMEDIATE")
    shown.type(" in January")
    shown.show(TO_RECORD)
    shown.show(COMING)
    prepare(shown).topics.lines.stand_on(key)
    shown.type("?")
    assert not saving.flush()
    other.execute("ROLLBACK")
    other.close()
    saving.flush()
    assert [one.text for one in shown.record.sessions.get(session).topics] == ["Rotas in January?"]


def test_the_next_session_is_planned_with_one_press(shown: Supervised) -> None:
    shown.show(TO_RECORD)
    shown.detail.finish()
    following = record_step(shown).next
    assert following.told.text() == "Next: Thursday 26 November 2026 at 10:00"
    coming = shown.show(COMING)
    shown.detail.show_step("record")
    following = record_step(shown).next
    assert following.day.value() == date(2027, 1, 7)
    following.plan.click()
    assert shown.record.sessions.get(coming).next_on == date(2027, 1, 7)
    assert shown.record.sessions.get(shown.session_on(date(2027, 1, 7))).start == time(10)


def test_it_becomes_an_activity_and_evidence_and_the_log_leads_back(shown: Supervised, qtbot: QtBot) -> None:
    session = shown.show(LAST)
    shown.detail.show_step("agree")
    step = agree_step(shown)
    step.evidence.click()
    qtbot.waitUntil(lambda: shown.record.sessions.get(session).made is not None, timeout=SLOW)
    activity = shown.record.activities.get(shown.record.sessions.get(session).made or "")
    assert len(activity.evidence) == 1
    step.open_log.click()
    log = shown.opened.window.page
    assert isinstance(log, LogPage)
    assert log.open_key == activity.id
    section = log.details.detail.folds.section("supervision")
    assert isinstance(section, SupervisionSection)
    (link,) = section.links
    assert link.text() == "Record of: Professional supervision, 29 October 2026"
    section.bring.click()
    assert shown.record.sessions.to_bring() == [activity.id]
    link.click()
    assert shown.page.side.session == session


def test_documents_go_where_the_person_says(shown: Supervised, qtbot: QtBot, tmp_path: Path) -> None:
    shown.show(LAST)
    place = tmp_path / "record.pdf"
    shown.opened.desktop.place = place
    shown.page.ways.save_paper(shown.page.side.session, "pdf")
    qtbot.waitUntil(place.exists, timeout=SLOW)
    qtbot.waitUntil(lambda: shown.opened.toast == "‘record.pdf’ is saved", timeout=SLOW)
    shown.opened.desktop.place = tmp_path / "sessions.ics"
    shown.page.ways.save_calendar()
    qtbot.waitUntil(lambda: shown.opened.toast == "‘sessions.ics’ is saved", timeout=SLOW)
    assert (tmp_path / "sessions.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_what_is_private_never_stands_in_what_both_agree_to(shown: Supervised) -> None:
    shown.show(TO_RECORD)
    step = prepare(shown)
    step.notes.text.editor.setFocus()
    shown.type("Say no to a third duty day")
    shown.detail.leave()
    shown.detail.show_step("agree")
    agree_step(shown).summary.load(shown.page.contents.shown(shown.page.side.session))
    words = [one.text() for one in agree_step(shown).summary.labels()]
    assert not [one for one in words if "duty day" in one]
