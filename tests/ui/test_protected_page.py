"""Protected time in the window: what is agreed, planned, taken and lost, and the page for a manager."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.supervision.protected import Agreed, add_entitlement, lost_it, plan_time
from otcpd.actions.supervision.workload import note_workload
from otcpd.domain.protected_time import Per, ProtectedUse
from otcpd.ui.pages.home.page import HomePage
from otcpd.ui.pages.protected.manager_dialog import ManagerDialog
from otcpd.ui.pages.protected.page import ProtectedPage
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.seeing import description_of


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def protected_page(opened: Opened, thing: str = "") -> ProtectedPage:
    page = opened.window.go_to("protected", thing)
    assert isinstance(page, ProtectedPage)
    return page


def rows(page: ProtectedPage) -> list[str]:
    """What the list of time set aside shows, heads included."""
    return [f"{row.title}: {row.meta}" if row.meta else row.title for row in page.slots.list.rows.rows()]


def manager_dialog(page: ProtectedPage) -> ManagerDialog:
    dialog = page.manager.dialog
    assert isinstance(dialog, ManagerDialog)
    return dialog


def choose(dialog: ManagerDialog, period: str) -> None:
    dialog.period.set_value(period)
    dialog.period.chosen.emit(period)


def test_home_tells_taken_of_agreed_and_leads_to_the_page(opened: Opened) -> None:
    act = opened.window.desk.session.act
    act(add_entitlement, Agreed(210, Per.MONTH, date(2026, 4, 1)))
    slot = act(plan_time, date(2026, 11, 6), 210)
    assert slot is not None
    act(lost_it, slot.new_id, "duty_cover")
    home = opened.window.go_to("home")
    assert isinstance(home, HomePage)
    opened.qtbot.waitUntil(lambda: home.more is not None, timeout=SLOW)
    assert home.more is not None
    card = home.more.protected
    assert card.isVisible()
    assert "November 0 min of 3 h 30" in description_of(card.chart)
    assert card.see in home.more.protected.buttons()
    card.see.click()
    page = opened.window.page
    assert isinstance(page, ProtectedPage)
    assert page.header.fact.text() == "You took no protected time of 21 h agreed in the last six months."
    assert page.header.title.hasFocus()


def test_time_is_planned_and_said_what_became_of_it(opened: Opened) -> None:
    page = protected_page(opened)
    assert not page.months.isVisible()
    page.plan.click()
    fields = page.slots.plan.fields
    assert fields.day.line.hasFocus()
    fields.day.line.clear()
    page.slots.plan.plan.click()
    assert description_of(fields.day.line).startswith("Give the day.")
    fields.day.set_text("6 Nov")
    fields.length.set_text("half a day")
    fields.use.set_value(ProtectedUse.RESEARCH)
    page.slots.plan.plan.click()
    assert opened.toast == "Planned for 6 November 2026"
    assert rows(page) == ["What became of it?", "Fri 6 Nov 2026: For research"]
    pane = page.slots.pane
    pane.outcome.lost.click()
    assert pane.outcome.reason.combo.hasFocus()
    pane.outcome.reason.combo.activated.emit(1)
    assert rows(page) == ["Past", "Fri 6 Nov 2026: For research. Lost: duty cover"]
    pane.outcome.own.set_text("The lift broke")
    pane.outcome.own.entered.emit()
    assert rows(page)[1].endswith("Lost: the lift broke")
    assert page.uses.reasons.isVisible()
    pane.outcome.back.click()
    pane.outcome.part.click()
    pane.outcome.minutes.set_text("4 h")
    assert not pane.outcome.minutes.commit()
    assert "It was 3 h 30 in all." in description_of(pane.outcome.minutes.line)
    pane.outcome.minutes.set_text("1 h")
    pane.outcome.minutes.commit()
    assert rows(page)[1].endswith("1 h taken, 2 h 30 lost")
    pane.fields.note.set_text("Falls")
    pane.fields.note.left.emit()
    (slot,) = opened.record.protected_time.slots()
    assert (slot.taken, slot.note) == (60, "Falls")
    page.slots.list.setFocus()
    opened.press(Qt.Key.Key_Delete)
    assert not opened.record.protected_time.slots()
    assert not page.slots.list.isVisible()
    assert page.plan.hasFocus()
    opened.window.desk.session.undo()
    assert page.slots.list.isVisible()


def test_what_is_agreed_is_added_changed_and_deleted(opened: Opened) -> None:
    page = protected_page(opened, "agreed")
    card = page.agreed
    assert card.adding.form.minutes.line.hasFocus()
    card.adding.add.click()
    assert description_of(card.adding.form.minutes.line).startswith("Give a length of time")
    card.adding.form.minutes.set_text("half a day")
    card.adding.form.start.set_text("1 April")
    card.adding.add.click()
    (row,) = card.list.rows.rows()
    assert (row.title, row.meta) == ("Half a day (3 h 30) a month", "In your job plan, from 1 April 2026")
    assert page.header.fact.text() == "You took no protected time of 21 h agreed in the last six months."
    card.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    card.edit.form.per.set_value("week")
    card.edit.form.per.chosen.emit("week")
    assert opened.record.protected_time.entitlements()[0].per is Per.WEEK
    card.edit.change.click()
    card.adding.form.minutes.set_text("2 h")
    card.adding.form.start.set_text("1 Sep")
    card.adding.add.click()
    assert [(one.minutes, one.end) for one in opened.record.protected_time.entitlements()] == [
        (210, date(2026, 8, 31)),
        (120, None),
    ]
    card.edit.remove.click()
    assert len(card.list.rows.rows()) == 1
    assert opened.toast == "Deleted what was agreed"


def test_workload_takes_numbers_only(opened: Opened) -> None:
    page = protected_page(opened, "workload")
    card = page.workload
    assert card.figures["caseload"].line.hasFocus()
    card.figures["caseload"].set_text("about forty")
    card.note.click()
    assert "‘about forty’ is not a whole number." in description_of(card.figures["caseload"].line)
    card.figures["caseload"].set_text("34")
    card.figures["waiting"].set_text("112")
    card.note.click()
    assert opened.toast == "Noted your workload"
    assert card.chart.isVisible()
    assert "Waiting from 112 to 112" in description_of(card.chart)
    card.fold.open()
    assert card.list.rows.rows()[0].meta == "34 on my caseload, 112 waiting"
    card.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert card.note.text() == "Change these figures"
    card.figures["waiting"].line.clear()
    card.note.click()
    assert card.list.rows.rows()[0].meta == "34 on my caseload"
    assert card.figures["caseload"].value() is None
    card.remove.click()
    assert not card.chart.isVisible()


def test_the_page_for_a_manager_says_what_leaves_and_is_saved(opened: Opened, tmp_path: Path) -> None:
    act = opened.window.desk.session.act
    act(add_entitlement, Agreed(210, Per.MONTH, date(2026, 4, 1)))
    act(plan_time, date(2026, 11, 6), 210, ProtectedUse.CPD, "Mrs Rowan")
    act(note_workload, date(2026, 11, 2), 34)
    page = protected_page(opened)
    page.make_page.click()
    dialog = manager_dialog(page)
    assert dialog.content is not None
    assert len(dialog.content.months) == 6
    assert "Mrs Rowan" not in repr(dialog.content)
    opened.qtbot.waitUntil(lambda: dialog.preview.pages.words == "Page 1 of 1", timeout=SLOW)
    choose(dialog, "own")
    dialog.own.end.set_text("1 January 2026")
    dialog.own.end.commit()
    assert "is before the first" in description_of(dialog.own.end.line)
    choose(dialog, "12")
    dialog.help.set_text("Fewer duty days")
    dialog.help.edited.emit("Fewer duty days")
    assert (len(dialog.content.months), dialog.content.would_help) == (12, "Fewer duty days")
    opened.desktop.place = tmp_path / "For Morag"
    with opened.qtbot.waitSignal(dialog.saver.saved, timeout=SLOW):
        dialog.save.click()
    assert (tmp_path / "For Morag.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.saver.open_it.isVisible()
    dialog.saver.show_folder.click()
    assert opened.desktop.opened == [tmp_path]
    opened.desktop.place = tmp_path / "missing" / "Page.pdf"
    with opened.qtbot.waitSignal(opened.window.desk.session.background.busy_changed, timeout=SLOW):
        dialog.save.click()
    opened.qtbot.waitUntil(dialog.saver.again.isVisible, timeout=SLOW)
    dialog.reject()
    assert page.manager.dialog is None
