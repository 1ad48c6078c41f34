"""Home through the real window: what is next, a gap explained on the spot, a new file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.gaps import give_reason
from otcpd.actions.people import edit_person
from otcpd.domain.activity import Category
from otcpd.domain.next_steps import NextStep
from otcpd.domain.readiness import Level
from otcpd.ui.pages.home import words
from otcpd.ui.pages.home.page import HomePage
from otcpd.ui.widgets.timeline_table import TimelineTable
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program
from tests.ui.seeing import Heard, description_of, name_of

GAP = "gap 2025-11-01"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as made:
        yield made


@pytest.fixture
def opened(program: Opened, tmp_path: Path, clock: FixedClock) -> Opened:
    """Three activities: two in November, one in June; before and between them there are gaps."""
    at_home(program, log_file(tmp_path, clock))
    return program


def at_home(program: Opened, path: Path) -> HomePage:
    program.program.start(path)
    program.window.resize(1440, 900)
    program.window.activateWindow()
    program.qtbot.waitUntil(program.window.isActiveWindow, timeout=SLOW)
    return home(program)


def home(program: Opened) -> HomePage:
    page = program.window.page
    assert isinstance(page, HomePage)
    return page


def _steps(page: HomePage) -> list[NextStep]:
    return [row.step for row in page.steps.rows()]


def _titles(page: HomePage) -> list[str]:
    return [one.title for one in page.overview.days] if page.overview is not None else []


def test_home_greets_and_tells_the_day_and_the_cycle(opened: Opened) -> None:
    page = home(opened)
    assert page.header.title.text() == "Good morning, Eilidh"
    assert page.header.title.hasFocus()
    assert page.header.fact.text() == "Saturday 21 November 2026"
    said = description_of(page.cycle.timeline)
    assert "3 activities: Work-based 1, Professional 0, Formal 0, Self-directed 1, Other 0 and No category 1." in said
    assert "The renewal window is 1 August to 31 October 2027." in said
    opened.window.desk.session.act(edit_person, opened.record.owner, "name", "Ailsa Birch")
    opened.qtbot.waitUntil(lambda: page.header.title.text() == "Good morning, Ailsa", timeout=SLOW)


def test_the_charts_come_after_the_first_picture(opened: Opened) -> None:
    page = home(opened)
    opened.qtbot.waitUntil(lambda: page.more is not None, timeout=SLOW)
    assert page.more is not None
    assert page.more.mixture.isVisible()
    assert "Self-directed 1 in 1 h" in description_of(page.more.mixture.chart)
    for hidden in (page.more.protected, page.more.training, page.more.renewal):
        assert not hidden.isVisible()
    new_activity(
        opened.record,
        date=date(2026, 11, 20),
        title="Fire safety",
        mandatory=True,
        expires=date(2027, 5, 1),
        protected_minutes=90,
    )
    page.refresh()
    assert page.more.training.isVisible()
    assert "November 1 h 30" in description_of(page.more.protected.chart)


def test_a_step_leads_to_where_it_is_done(opened: Opened) -> None:
    page = home(opened)
    finish = next(row for row in page.steps.rows() if row.step.button == "Finish")
    assert finish.step.title == "Finish three quick notes"
    assert description_of(finish.button) == f"{finish.step.title}. {finish.step.why}"
    finish.button.click()
    assert opened.window.page is not page
    assert opened.window.sidebar.item("log").current


def test_a_gap_is_explained_without_leaving_home(opened: Opened) -> None:
    page = home(opened)
    explain = next(row.button for row in page.steps.rows() if row.step.title.startswith("Give a reason"))
    explain.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert page.open_gap == "gap 2026-06-23"
    form = page.gap_card.form
    assert form.choices["family_leave"].hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert page.open_gap == ""
    assert explain.hasFocus()
    explain.click()
    form.choices["illness"].click()
    form.note.editor.setFocus()
    opened.type("I was ill.")
    form.explain.click()
    (reason,) = opened.record.gap_reasons.all()
    assert (reason.reason, reason.note) == ("illness", "I was ill.")
    assert page.open_gap == ""
    opened.qtbot.waitUntil(lambda: all(not step.title.startswith("Give") for step in _steps(page)), timeout=SLOW)
    assert "Gap of 4 months. Illness" in description_of(page.cycle.timeline)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_what_is_typed_in_the_form_stays_while_other_things_change(opened: Opened) -> None:
    page = home(opened)
    page.show_thing("gap 2026-06-23")
    note = page.gap_card.form.note
    note.editor.setFocus()
    opened.type("Half a note")
    opened.window.desk.session.act(edit_activity, opened.newest(), "title", "Another title")
    opened.qtbot.waitUntil(lambda: _titles(page)[-1] == "Another title", timeout=SLOW)
    assert note.text() == "Half a note"
    assert page.open_gap == "gap 2026-06-23"
    page.gap_card.close_button.click()
    assert page.open_gap == ""


def test_an_activity_in_a_gap_opens_in_the_log(opened: Opened) -> None:
    page = home(opened)
    page.show_thing("gap 2026-06-23")
    end = page.gap_card.form.gap
    assert end is not None
    page.gap_card.form.add.click()
    assert opened.record.activities.get(opened.log.open_key).date == end.end


def test_the_timeline_opens_activities_and_gaps(opened: Opened) -> None:
    page = home(opened)
    timeline = page.cycle.timeline
    heard = Heard(opened.window.desk.announcer)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    opened.press(Qt.Key.Key_Home)
    opened.press(Qt.Key.Key_Right)
    assert heard.sentences[-2:] == [
        "Before your first entry. 1 November 2025 to 21 June 2026",
        "Equipment pathway. 22 June 2026. No category",
    ]
    opened.press(Qt.Key.Key_Left)
    opened.press(Qt.Key.Key_Return)
    assert page.open_gap == GAP
    opened.press(Qt.Key.Key_Escape)
    assert timeline.hasFocus()
    opened.press(Qt.Key.Key_End)
    opened.press(Qt.Key.Key_Return)
    assert opened.log.open_key == opened.newest()


def test_the_timeline_is_a_table_when_asked(opened: Opened) -> None:
    page = home(opened)
    page.cycle.turn.click()
    table = page.cycle.shown
    assert isinstance(table, TimelineTable)
    assert table.hasFocus()
    assert not page.cycle.timeline.isVisible()
    assert page.cycle.turn.text() == words.AS_TIMELINE
    assert table.rows.rowCount() == 5
    opened.press(Qt.Key.Key_Up)
    key = table.chosen_key()
    page.cycle.turn.click()
    assert page.cycle.shown is page.cycle.timeline
    assert page.cycle.timeline.current is not None
    assert page.cycle.timeline.current.key == key


def test_tab_goes_as_the_eye_does_and_reaches_what_is_new(opened: Opened) -> None:
    page = home(opened)
    page.show_thing("gap 2026-06-23")
    page.header.take_focus()
    seen: list[str] = []
    for _ in range(14):
        opened.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if not page.isAncestorOf(focused):
            break
        opened.qtbot.waitUntil(_InSight(focused).now, timeout=SLOW)
        seen.append(name_of(focused))
    assert seen == [
        "Quick note",
        "New activity",
        "Show as a list",
        "Your registration cycle",
        "Family or carer’s leave",
        "Note for the assessor",
        "Mark as explained",
        "Add an activity in this gap",
        "Close",
        "Explain",
        "Finish",
        "Explain",
        "See the checks",
    ]


class _InSight:
    """Whether a widget can be seen."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def now(self) -> bool:
        return not self._widget.visibleRegion().isEmpty()


def test_a_new_file_shows_three_steps_to_begin_with(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    page = at_home(program, new_file(tmp_path / "new.otcpd", clock))
    assert page.set_up is not None
    assert page.set_up.isVisible()
    assert not page.steps.isVisible()
    assert not page.checks.isVisible()
    set_up = page.set_up
    buttons = set_up.buttons()
    assert [name_of(button) for button in buttons] == ["Your details", "Change the dates", "New activity"]
    assert description_of(buttons[0]).startswith("Done. ")
    assert description_of(buttons[2]).startswith("To do. ")
    assert page.overview is not None
    assert words.cycle_fact(page.overview) == (
        "No activity",
        "in this cycle yet. Renewal opens on 1 August 2027, in eight months.",
    )
    buttons[1].click()
    assert program.window.sidebar.item("settings").current
    program.window.go_to("home")
    buttons[2].click()
    assert program.log.open_key == program.newest()
    program.window.go_to("home")
    program.qtbot.waitUntil(lambda: page.steps.isVisible() and not set_up.isVisible(), timeout=SLOW)


def test_a_hidden_page_reads_nothing_and_shows_the_news_when_seen(opened: Opened) -> None:
    page = home(opened)
    before = page.overview
    opened.window.go_to("log")
    new_day = date(2026, 11, 20)
    new_activity(opened.record, date=new_day, title="Audit", category=Category.FORMAL)
    opened.window.desk.session.act(edit_activity, opened.newest(), "title", "An audit")
    assert page.overview is before
    opened.window.go_to("home")
    assert page.overview is not None
    assert len(page.overview.days) == 4


def test_the_day_rolls_over_while_the_window_is_open(opened: Opened, clock: FixedClock) -> None:
    page = home(opened)
    clock.advance(days=1)
    page.days.look()
    opened.qtbot.waitUntil(lambda: page.header.fact.text() == "Sunday 22 November 2026", timeout=SLOW)
    assert page.days.waits
    clock.advance(seconds=6 * 3_600)
    page.days.look()
    opened.qtbot.waitUntil(lambda: page.header.title.text() == "Good afternoon, Eilidh", timeout=SLOW)
    opened.window.go_to("log")
    assert not page.days.waits


def test_more_than_four_steps_are_folded(opened: Opened) -> None:
    page = home(opened)
    for place, title in enumerate(("Fire safety", "Infection control", "Data protection")):
        new_activity(
            opened.record, date=date(2025, 12, 1), title=title, mandatory=True, expires=date(2026, 11, 25 + place)
        )
    page.refresh()
    assert len(page.steps.rows()) == 4
    assert page.steps.more.text() == "Show all six"
    page.steps.more.click()
    assert len(page.steps.rows()) == 6
    assert page.steps.buttons()[-1] is page.steps.more
    page.steps.more.click()
    assert len(page.steps.rows()) == 4


def test_nothing_to_do_is_said_kindly(opened: Opened) -> None:
    page = home(opened)
    for row in opened.record.activities.rows():
        edit_activity(opened.record, row.id, "finished", True)
    for start, end in ((date(2025, 11, 1), date(2026, 6, 21)), (date(2026, 6, 23), date(2026, 11, 2))):
        give_reason(opened.record, start, end, "leave")
    page.refresh()
    assert page.steps.rows() == []
    assert words.nothing_to_do(date(2026, 11, 19)) == "Your last activity is of 19 November 2026."
    assert not page.steps.more.isVisible()


def test_the_sidebar_counts_what_is_to_finish_before_the_log_was_seen(opened: Opened) -> None:
    item = opened.window.sidebar.item("log")
    opened.qtbot.waitUntil(lambda: name_of(item) == "CPD log, 3 to do", timeout=SLOW)
    opened.window.desk.session.act(edit_activity, opened.newest(), "finished", True)
    opened.qtbot.waitUntil(lambda: name_of(item) == "CPD log, 2 to do", timeout=SLOW)
    opened.window.go_to("log")
    opened.qtbot.waitUntil(lambda: name_of(item) == "CPD log, 2 to do", timeout=SLOW)


@pytest.mark.parametrize(
    ("width", "height", "factor"), [(1440, 900, 1.0), (1366, 768, 1.25), (1024, 640, 1.5), (640, 440, 2.0)]
)
def test_the_page_only_ever_scrolls_down(opened: Opened, width: int, height: int, factor: float) -> None:
    page = home(opened)
    opened.window.desk.theme.set_factor(factor)
    opened.window.resize(width, height)
    opened.qtbot.waitUntil(lambda: opened.window.width() == width, timeout=SLOW)
    page.show_thing("gap 2026-06-23")
    scroller = page.board.scroller
    opened.qtbot.waitUntil(lambda: page.gap_card.height() > 0, timeout=SLOW)
    assert scroller.horizontalScrollBar().maximum() == 0
    sheet = scroller.widget()
    assert sheet is not None
    assert sheet.width() <= scroller.viewport().width()
    for card in (page.cycle, page.steps, page.checks, page.gap_card):
        assert card.geometry().right() <= sheet.width()


def test_every_control_has_a_name(opened: Opened) -> None:
    page = home(opened)
    page.show_thing("gap 2026-06-23")
    for one in page.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert name_of(one), one


def test_many_activities_are_quick_to_walk_through(opened: Opened) -> None:
    page = home(opened)
    with opened.record.step("Many") as step:
        for place in range(2_000):
            day = (date(2025, 11, 1) + timedelta(days=place % 380)).isoformat()
            step.insert(
                "activity", {"date": day, "title": f"Learning {place}", "created": step.at, "modified": step.at}
            )
    page.refresh()
    plan = page.cycle.timeline.plan
    assert len(plan.content.marks) == 2_003
    assert len(plan.dots) < 800
    page.cycle.timeline.setFocus()
    QTest.keyClick(page.cycle.timeline, Qt.Key.Key_End)
    assert page.cycle.timeline.current is not None
    page.cycle.turn.click()
    assert isinstance(page.cycle.shown, TimelineTable)
    assert page.cycle.shown.rows.rowCount() > 2_000


def test_the_sidebar_counts_what_is_to_fix_before_the_portfolio_was_seen(opened: Opened) -> None:
    window = opened.window
    item = window.sidebar.item("portfolio")
    page = home(opened)
    to_fix = sum(one.level is Level.ERROR for one in page.overview.readiness.findings) if page.overview else 0
    assert to_fix
    assert name_of(item) == f"Portfolio, {to_fix} to do", "Home read it, and tells it"
    window.go_to("log")
    window.desk.session.act(give_reason, date(2025, 11, 1), date(2026, 6, 21), "leave")
    opened.qtbot.waitUntil(lambda: name_of(item) != f"Portfolio, {to_fix} to do", timeout=SLOW)
    told = name_of(item)
    assert window.go_to("portfolio").to_do == to_fix - 1
    assert name_of(item) == told
