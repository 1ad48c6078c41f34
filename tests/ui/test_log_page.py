"""The page "CPD log" in the real window on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import portfolio
from otcpd.ui.pages.log.more_sections import Tags
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, new_file, opened_program


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def opened(program: Opened, tmp_path: Path, clock: FixedClock) -> Opened:
    program.open(log_file(tmp_path, clock))
    return program


def wait_for_save(opened: Opened) -> None:
    opened.qtbot.waitUntil(_Saved(opened).now, timeout=SLOW)


class _Saved:
    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def now(self) -> bool:
        return not self._opened.window.desk.session.autosave.drafts


def test_the_newest_activity_is_open_and_months_have_heads(opened: Opened) -> None:
    assert opened.detail.title.text() == "Journal club on falls"
    assert [line for line in opened.shown() if line.endswith("2026") or "Gap" in line] == [
        "November 2026",
        "Gap of 4 months, needs a reason",
        "June 2026",
    ]
    assert opened.shown()[-1] == "Before your first entry"
    assert opened.log.header.fact.text() == "3 activities since 1 November 2025"


def test_what_is_typed_saves_itself_after_a_pause_as_one_undo_step(opened: Opened) -> None:
    opened.detail.texts["learning"].text.editor.setFocus()
    opened.type("Lighting matters more")
    assert opened.record.activities.get(opened.newest()).learning == ""
    wait_for_save(opened)
    opened.type(" than rugs")
    wait_for_save(opened)
    assert opened.record.activities.get(opened.newest()).learning == "Lighting matters more than rugs"
    opened.window.undo()
    assert opened.record.activities.get(opened.newest()).learning == ""
    assert opened.detail.texts["learning"].text.text() == ""


def test_undo_takes_back_typing_first_and_then_actions(opened: Opened) -> None:
    opened.detail.top.use.click()
    opened.detail.texts["learning"].text.editor.setFocus()
    opened.type("wrong")
    opened.ctrl(Qt.Key.Key_Z)
    assert opened.detail.texts["learning"].text.text() == ""
    assert opened.detail.top.use.isChecked()
    opened.ctrl(Qt.Key.Key_Z)
    assert not opened.detail.top.use.isChecked()
    opened.ctrl(Qt.Key.Key_Y)
    assert opened.detail.top.use.isChecked()


def test_another_activity_never_gets_the_text_of_the_last_one(opened: Opened) -> None:
    editor = opened.detail.texts["learning"].text.editor
    editor.setFocus()
    opened.type("For the first")
    opened.log.show_thing(opened.record.activities.rows()[1].id)
    assert opened.detail.texts["learning"].text.text() == ""
    assert not editor.document().isUndoAvailable()
    assert [row.learning for row in opened.record.activities.all()] == ["", "", "For the first"]


def test_leaving_a_field_saves_at_once(opened: Opened) -> None:
    opened.detail.title.editor.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("A better title")
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).title == "A better title"
    assert "A better title" in opened.shown()


def test_quick_add_shows_how_it_reads_and_adds(opened: Opened) -> None:
    quick = opened.log.pane.quick
    quick.field.line.setFocus()
    opened.type("2h journal club on hoists yesterday #hoists")
    opened.qtbot.waitUntil(quick.parts.isVisible, timeout=SLOW)
    assert "2 h" in quick.parts.sentences()
    assert "20 November 2026" in quick.parts.sentences()
    opened.press(Qt.Key.Key_Return)
    assert opened.toast == "‘Journal club on hoists’ added"
    assert opened.detail.title.text() == "Journal club on hoists"
    assert quick.field.text() == ""
    assert opened.record.activities.get(opened.log.open_key).tags == ("hoists",)
    opened.window.toast.acted.emit()
    assert len(opened.titles()) == 3


def test_delete_in_the_list_opens_the_neighbour_and_can_be_undone(opened: Opened) -> None:
    opened.log.pane.list.setFocus()
    opened.press(Qt.Key.Key_Delete)
    assert opened.toast == "‘Journal club on falls’ deleted. It is in the bin."
    assert opened.detail.title.text() == "Two papers on stair lifts"
    opened.press(Qt.Key.Key_F8)
    opened.press(Qt.Key.Key_Return)
    assert opened.titles()[0] == "Journal club on falls"
    assert opened.detail.title.text() == "Journal club on falls"


def test_undoing_a_deletion_shows_what_came_back(opened: Opened) -> None:
    opened.log.delete(opened.newest())
    opened.window.undo()
    assert opened.detail.title.text() == "Journal club on falls"
    assert opened.toast == "Undone: delete activity."


def test_arrow_keys_move_past_heads_and_enter_goes_to_the_detail(opened: Opened) -> None:
    opened.log.pane.list.setFocus()
    opened.press(Qt.Key.Key_Down)
    assert opened.detail.title.text() == "Two papers on stair lifts"
    opened.press(Qt.Key.Key_Return)
    assert opened.detail.title.editor.hasFocus()


def test_new_activity_opens_empty_with_the_focus_in_the_title(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_N)
    assert opened.detail.title.editor.hasFocus()
    assert opened.detail.title.text() == ""
    opened.type("Seating clinic")
    opened.ctrl(Qt.Key.Key_S)
    assert opened.titles()[0] == "Seating clinic"
    assert opened.toast == "Saved at 09:12."


def test_an_empty_log_has_one_filled_button_and_nothing_to_search(
    program: Opened, tmp_path: Path, clock: FixedClock
) -> None:
    program.open(new_file(tmp_path / "empty.otcpd", clock))
    log = program.log
    assert (log.new_button.property("kind"), log.pane.start.property("kind")) == ("outlined", "filled")
    assert not log.tools.isVisible()
    program.ctrl(Qt.Key.Key_F)
    log.tools.open_filter()
    log.pane.start.click()
    assert log.tools.isVisible()
    assert log.new_button.property("kind") == "filled"
    assert program.detail.title.editor.hasFocus()


def test_a_new_file_says_what_to_do(program: Opened, tmp_path: Path, clock: FixedClock) -> None:
    program.open(new_file(tmp_path / "empty.otcpd", clock))
    assert program.log.pane.start.isVisible()
    assert not program.log.details.isVisible()
    program.log.pane.start.click()
    assert program.detail.title.editor.hasFocus()


def test_in_a_narrow_window_list_and_detail_take_turns(opened: Opened) -> None:
    opened.window.resize(800, 600)
    assert opened.log.pane.isVisible()
    assert not opened.log.details.isVisible()
    opened.log.pane.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert opened.log.details.isVisible()
    assert not opened.log.pane.isVisible()
    opened.detail.top.back.click()
    assert opened.log.pane.list.hasFocus()


def test_keys_lead_back_to_the_list_in_a_narrow_window(opened: Opened) -> None:
    opened.window.resize(800, 600)
    opened.log.pane.list.setFocus()
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_Escape)
    assert opened.log.pane.list.hasFocus()
    opened.press(Qt.Key.Key_Return)
    opened.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert opened.log.pane.list.hasFocus()
    opened.press(Qt.Key.Key_Return)
    assert not opened.log.tools.isVisible()
    opened.ctrl(Qt.Key.Key_F)
    assert opened.log.tools.search.line.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert opened.log.pane.list.hasFocus()
    assert not opened.log.details.isVisible()


def test_tab_follows_the_eye_through_evidence_and_folds(opened: Opened, tmp_path: Path) -> None:
    for name in ("first.txt", "second.txt"):
        (tmp_path / name).write_text(name)
    strip = opened.detail.evidence
    with opened.qtbot.waitSignal(strip.intake.idle, timeout=SLOW):
        strip.take_in([tmp_path / "first.txt", tmp_path / "second.txt"])
    section = opened.detail.folds.section("tags")
    assert isinstance(section, Tags)
    benefit = opened.detail.texts["service_user_benefit"]
    benefit.text.editor.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(8):
        opened.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    folds = opened.detail.folds.folds
    heads = [folds[key].head for key in ("with", "tags", "time")]
    assert seen == [benefit.tag, *strip.chips, strip.add_button, heads[0], heads[1], section.chips.line, heads[2]]


def test_the_switch_for_the_statement_follows_the_portfolio(opened: Opened) -> None:
    opened.window.desk.session.act(portfolio.use_in_statement, opened.newest(), True)
    assert opened.detail.top.use.isChecked()


def test_f6_walks_through_the_parts_of_the_window(opened: Opened) -> None:
    opened.log.take_focus()
    seen = []
    for _ in range(5):
        opened.press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append(type(focused).__name__)
    assert seen == ["PlainLine", "ActivityList", "PlainEditor", "NavItem", "Label"]
