"""The page "Supervision": list, search, filters, new sessions and agreements, undo, narrow windows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.supervision.sessions import edit_session, hold_session
from otcpd.domain.supervision import SessionState
from otcpd.ui.layout import SMALL
from otcpd.ui.pages.supervision.contents import Sift, Stage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, opened_program
from tests.ui.supervision_file import COMING, LAST, TO_RECORD, Supervised, is_shown, supervision_file

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Supervised]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(supervision_file(tmp_path, clock)).go_to("supervision")
        made = Supervised(opened)
        qtbot.waitUntil(lambda: bool(made.page.side.session), timeout=SLOW)
        yield made


def test_it_says_when_an_ot_led_last_and_lists_what_is_to_record_first(shown: Supervised) -> None:
    page = shown.page
    assert page.head.header.fact.text() == "Your last session led by an OT was on 29 October, three weeks ago."
    assert shown.listed()[:4] == ["To record", "Professional, Fiona Alder", "Coming up", "Professional, Fiona Alder"]
    assert "Held or missed" in shown.listed()
    assert page.side.session == shown.session_on(TO_RECORD)
    assert page.to_do == 1
    (card,) = page.head.board.cards
    assert (card.face.kind, card.face.who, card.face.by_ot) == ("Professional", "Fiona Alder, lead OT", True)


def test_search_reads_what_was_written_and_escape_shows_all_again(shown: Supervised, qtbot: QtBot) -> None:
    shown.opened.press(Qt.Key.Key_F, CTRL)
    shown.type("hoist")
    qtbot.waitUntil(lambda: shown.page.pane.list.rows.found == 1, timeout=SLOW)
    assert shown.listed() == ["Held", "Professional, Fiona Alder"]
    shown.opened.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.page.pane.list.rows.found == 6, timeout=SLOW)
    shown.opened.press(Qt.Key.Key_Escape)
    assert shown.page.pane.list.hasFocus()


@pytest.mark.parametrize(("stage", "count"), [(Stage.TO_RECORD, 1), (Stage.COMING, 1), (Stage.HELD, 3)])
def test_filters_leave_what_was_asked_for(shown: Supervised, stage: Stage, count: int) -> None:
    shown.page.pane.tools.set_sift(Sift(stage=stage))
    assert shown.page.pane.list.rows.found == count
    shown.page.pane.tools.set_sift(Sift(person=shown.record.people.all()[0].id))
    assert shown.page.pane.list.rows.found == 6


def test_a_new_session_takes_its_agreement_and_the_next_day_that_is_in_time(shown: Supervised) -> None:
    shown.opened.press(Qt.Key.Key_N, CTRL_SHIFT)
    made = shown.record.sessions.get(shown.page.side.session)
    assert (made.state, made.day, made.place) == (SessionState.PLANNED, date(2027, 1, 7), "Room 2")
    assert shown.detail.top.basics.agreement.combo.hasFocus()
    basics = shown.detail.top.basics
    basics.people.line.setFocus()
    shown.type("Iain Birch,")
    people = {one.id: one.name for one in shown.record.people.all()}
    after = shown.record.sessions.get(made.id)
    assert sorted(people[one] for one in after.people) == ["Fiona Alder", "Iain Birch"]


def test_delete_offers_undo_and_the_neighbour_opens(shown: Supervised) -> None:
    gone = shown.show(COMING)
    shown.page.pane.list.setFocus()
    shown.opened.press(Qt.Key.Key_Delete)
    assert gone not in {row.id for row in shown.record.sessions.rows()}
    assert shown.page.side.session not in ("", gone)
    assert shown.opened.toast == "‘Professional, Fiona Alder’ deleted. It is in the bin."
    shown.opened.press(Qt.Key.Key_Z, CTRL)
    assert shown.page.side.session == gone


def test_an_agreement_filters_the_list_and_a_second_choice_shows_all(shown: Supervised) -> None:
    shown.page.head.board.cards[0].click()
    agreement = shown.record.agreements.all()[0].id
    assert shown.page.side.agreement == agreement
    assert shown.page.pane.tools.sift == Sift(agreement=agreement)
    shown.page.head.board.cards[0].click()
    assert shown.page.pane.tools.sift == Sift()
    shown.page.take_up("new_agreement")
    assert shown.page.side.agreement != agreement
    assert len(shown.record.agreements.all()) == 2


def test_what_is_recorded_elsewhere_is_shown_at_once(shown: Supervised) -> None:
    shown.page.desk.session.act(hold_session, shown.session_on(TO_RECORD))
    assert shown.page.to_do == 0
    assert "To record" not in shown.listed()
    assert shown.page.head.header.fact.text().endswith("12 November, one week ago.")


def test_where_panes_take_turns_enter_opens_and_escape_leads_back(shown: Supervised) -> None:
    page = shown.page
    page.apply_layout(SMALL)
    assert not is_shown(page.side)
    page.pane.list.choose(shown.session_on(LAST))
    page.pane.list.setFocus()
    shown.opened.press(Qt.Key.Key_Return)
    assert is_shown(page.side)
    assert not is_shown(page.pane)
    shown.opened.press(Qt.Key.Key_Escape)
    assert is_shown(page.pane)
    assert page.pane.list.hasFocus()


def test_the_keyboard_comes_into_what_has_the_whole_page(shown: Supervised, qtbot: QtBot) -> None:
    window, page = shown.opened.window, shown.page
    window.resize(640, 440)
    qtbot.waitUntil(lambda: page.sides.one_pane, timeout=SLOW)
    page.pane.list.choose(shown.session_on(LAST))
    page.pane.list.setFocus()
    shown.opened.press(Qt.Key.Key_Return)
    window.go_to("home")
    window.go_to("supervision")
    assert page.detail.top.title.hasFocus()
    shown.opened.press(Qt.Key.Key_Escape)
    page.show_agreement(next(iter(page.contents.names.agreements)))
    assert page.side.agreement_pane.who.kind.hasFocus()


def test_links_lead_to_the_year_protected_time_and_people(shown: Supervised) -> None:
    page = shown.page
    wanted: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda key, thing: wanted.append((key, thing)))
    page.head.link_buttons["People"].click()
    assert wanted == [("settings", "people")]
    menu = page.head.make_menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0].startswith("Professional, Fiona Alder, lead OT, Next: 26 November")
    assert {"Year view", "Protected time", "Save as a calendar file"} <= set(texts)
    menu.deleteLater()


def test_what_is_typed_into_a_session_leaves_list_and_cards_alone(shown: Supervised) -> None:
    contents, session = shown.page.contents, shown.page.side.session
    shown.page.desk.session.act(edit_session, session, "normative", "Steady.", typing=True)
    assert not contents.fresh
    assert shown.detail.shown is not None
    assert shown.detail.shown.session.normative == "Steady."
    shown.page.desk.session.act(edit_session, session, "minutes", 45)
    assert contents.fresh


def test_a_new_agreement_stands_alone(shown: Supervised) -> None:
    page = shown.page
    assert page.head.link_buttons["Year view"].isVisible()
    page.show_agreement(page.head.board.cards[0].face.key)
    page.new_agreement()
    assert page.pane.tools.sift == Sift()
    assert page.pane.list.selectedIndexes() == []
    assert page.head.board.cards[-1].face.by_ot is None
    page.head.set_any(False)
    assert not page.head.link_buttons["Year view"].isVisible()
    assert page.head.link_buttons["People"].isVisible()
