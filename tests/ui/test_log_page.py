"""The page "CPD log" in the real window on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions import portfolio
from otcpd.actions.quick_add import quick_add
from otcpd.domain.activity import Category
from otcpd.domain.layers import Layer
from otcpd.ui.models.log_entries import GapEntry
from otcpd.ui.pages.log.contents import Filters, Show
from otcpd.ui.pages.log.more_sections import Tags
from otcpd.ui.widgets.activity_list import ActivityList
from otcpd.ui.widgets.form_field import FormField, ProblemLine
from otcpd.ui.widgets.label import Label
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


@pytest.mark.parametrize(
    ("typed", "day"), [("3/11/26", date(2026, 11, 3)), ("yesterday", date(2026, 11, 20)), ("1 Oct", date(2026, 10, 1))]
)
def test_dates_are_read_the_british_way(opened: Opened, typed: str, day: date) -> None:
    activity = opened.newest()
    opened.detail.basics.date.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type(typed)
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(activity).date == day
    assert opened.log.open_key == activity


def test_a_day_to_come_is_refused_below_the_field(opened: Opened) -> None:
    opened.detail.basics.date.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("25 December 2026")
    opened.press(Qt.Key.Key_Tab)
    field = opened.detail.basics.date.parentWidget()
    assert "Pick a date up to 21 November 2026." in str(getattr(field, "problem", ""))
    assert opened.record.activities.get(opened.newest()).date == date(2026, 11, 19)


def test_a_period_has_a_last_day_that_is_checked(opened: Opened) -> None:
    basics = opened.detail.basics
    basics.add_end.click()
    opened.type("20/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).end_date == date(2026, 11, 20)
    basics.end.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("1/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert "is before the first" in opened.toast
    assert basics.end.value() == date(2026, 11, 20)
    basics.drop_end.click()
    assert opened.record.activities.get(opened.newest()).end_date is None


def test_a_type_of_the_catalogue_brings_its_category(opened: Opened) -> None:
    activity = opened.record.activities.rows()[2].id
    opened.log.show_thing(activity)
    opened.detail.basics.type.line.setFocus()
    opened.type("Journal club")
    opened.detail.basics.type.commit()
    found = opened.record.activities.get(activity)
    assert found.type == "journal_club"
    assert found.category is Category.WORK_BASED
    assert opened.detail.basics.category.value() == "work_based"


def press_in_list(opened: Opened, key: Qt.Key) -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)


def test_words_of_ones_own_make_a_type_once_their_row_is_taken(opened: Opened) -> None:
    opened.detail.basics.type.line.setFocus()
    opened.type("Kitchen lab")
    press_in_list(opened, Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).type == "Kitchen lab"
    assert opened.record.activities.own_types() == [("Kitchen lab", Category.WORK_BASED)]
    assert opened.toast == "‘Kitchen lab’ is now one of your types"
    opened.window.toast.acted.emit()
    assert opened.record.activities.own_types() == []
    assert opened.record.activities.get(opened.newest()).type == ""
    assert opened.detail.basics.type.text() == ""


def test_enter_takes_the_type_that_is_highlighted(opened: Opened) -> None:
    opened.detail.basics.type.line.setFocus()
    opened.type("journ")
    press_in_list(opened, Qt.Key.Key_Down)
    assert opened.detail.basics.type.offers.currentIndex().data() == "Journal club"
    press_in_list(opened, Qt.Key.Key_Return)
    assert opened.record.activities.get(opened.newest()).type == "journal_club"
    assert opened.record.activities.own_types() == []
    assert opened.detail.basics.type.text() == "Journal club"


def test_words_that_are_no_type_are_left_standing_with_a_sentence(opened: Opened) -> None:
    basics = opened.detail.basics
    basics.type.line.setFocus()
    opened.type("journ")
    basics.type.offers.hide()
    opened.press(Qt.Key.Key_Tab)
    assert opened.record.activities.get(opened.newest()).type == ""
    assert opened.record.activities.own_types() == []
    form = basics.type.parentWidget()
    assert isinstance(form, FormField)
    assert form.problem == "‘journ’ is not a type yet. Pick one from the list, or “Add ‘journ’”."
    assert basics.type.text() == "journ"
    opened.log.show_thing(opened.record.activities.rows()[1].id)
    assert (basics.type.text(), form.problem) == ("", "")


def test_what_is_wrong_with_a_field_stands_in_full_below_the_row(opened: Opened) -> None:
    basics = opened.detail.basics
    for field, typed in ((basics.date, "31/13/2026"), (basics.duration, "a while")):
        field.line.setFocus()
        opened.ctrl(Qt.Key.Key_A)
        opened.type(typed)
        opened.press(Qt.Key.Key_Return)
    opened.qtbot.waitUntil(_StandsStill(basics).now, timeout=SLOW)
    tops = {field.mapTo(basics, QPoint(0, 0)).y() for field in (basics.date, basics.duration)}
    assert len(tops) == 1
    lines = [line for line in basics.findChildren(ProblemLine) if line.isVisible()]
    assert len(lines) == 2
    assert {line.width() for line in lines} == {basics.width()}
    assert all(line.y() > basics.date.mapTo(basics, QPoint(0, 0)).y() + basics.date.height() for line in lines)
    assert all(line.height() >= line.heightForWidth(line.width()) for line in lines)


class _StandsStill:
    """The layout has made room for what is now on show."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def now(self) -> bool:
        return self._widget.height() >= self._widget.sizeHint().height()


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
    assert opened.toast == "‘Journal club on falls’ deleted"
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


def test_search_finds_and_esc_shows_all_again(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_F)
    opened.type("stair")
    search = opened.log.tools.search
    with opened.qtbot.waitSignal(search.searched, timeout=SLOW):
        pass
    assert opened.shown() == ["November 2026", "Two papers on stair lifts"]
    assert search.line.accessibleDescription() == "1 of 3"
    assert [label.text() for label in search.findChildren(Label) if label.isVisible()] == ["1 of 3"]
    assert opened.log.tools.show_control.segment("no_evidence").accessibleDescription() == "1"
    opened.press(Qt.Key.Key_Escape)
    assert len(opened.shown()) == 7


def test_a_search_without_result_says_so_and_offers_a_way_back(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(query="xylophone"))
    assert opened.shown() == []
    assert opened.log.pane.show_all.isVisible()
    opened.log.pane.show_all.click()
    assert len(opened.shown()) == 7


def test_time_before_the_first_entry_is_shown_without_alarm(opened: Opened) -> None:
    entry = opened.log.pane.model.entries()[-1]
    assert isinstance(entry, GapEntry)
    assert (entry.title, entry.explained) == ("Before your first entry", True)
    later = next(one for one in opened.log.pane.model.entries() if isinstance(one, GapEntry))
    assert (later.title, later.explained) == ("Gap of 4 months, needs a reason", False)
    opened.log.show_thing(entry.key)
    assert opened.log.details.gap_pane.explain.isVisible()


def test_filters_out_of_sight_are_named_and_let_go(opened: Opened) -> None:
    tools = opened.log.tools
    opened.window.resize(700, 600)
    tools.set_filters(Filters(show=Show.TO_FINISH, category="self_directed"))
    assert tools.in_force.isVisible()
    assert tools.in_force.text() == "To finish, 3 · Self-directed"
    tools.in_force.click()
    assert tools.filters == Filters()
    assert not tools.in_force.isVisible()
    assert tools.all_in_one.hasFocus()


def test_a_new_search_begins_at_the_top(opened: Opened) -> None:
    for _ in range(20):
        opened.window.desk.session.act(quick_add, "seating clinic")
    listing = opened.log.pane.list
    opened.qtbot.waitUntil(_Scrolls(listing).now, timeout=SLOW)
    listing.scrollToBottom()
    assert listing.verticalScrollBar().value() > 0
    opened.log.tools.set_filters(Filters(query="seating"))
    assert listing.verticalScrollBar().value() == 0


class _Scrolls:
    """The list is longer than its place."""

    def __init__(self, listing: ActivityList) -> None:
        self._listing = listing

    def now(self) -> bool:
        return self._listing.verticalScrollBar().maximum() > 0


def test_filters_show_a_part_and_count(opened: Opened) -> None:
    opened.detail.top.use.click()
    assert opened.log.contents.counts() == {"all": 3, "to_finish": 3, "chosen": 1, "no_evidence": 3}
    opened.log.tools.set_filters(Filters(show=Show.CHOSEN))
    assert opened.shown() == ["November 2026", "Journal club on falls"]
    opened.log.tools.set_filters(Filters(category="none", newest=False))
    assert opened.shown() == ["June 2026", "Equipment pathway"]


def test_what_is_open_stays_open_when_a_filter_hides_it(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(category="self_directed"))
    assert opened.detail.title.text() == "Journal club on falls"
    assert opened.log.pane.list.chosen_key() == ""


def test_the_reader_tag_changes_the_layer(opened: Opened) -> None:
    tag = opened.detail.texts["learning"].tag
    menu = tag.make_menu()
    next(action for action in menu.actions() if action.data() == "private").trigger()
    assert opened.record.activities.get(opened.newest()).layer_of("learning") is Layer.PRIVATE
    assert tag.layer() is Layer.PRIVATE
    assert tag.accessibleName() == "What I learnt: only you, never exported"


def test_new_activity_opens_empty_with_the_focus_in_the_title(opened: Opened) -> None:
    opened.ctrl(Qt.Key.Key_N)
    assert opened.detail.title.editor.hasFocus()
    assert opened.detail.title.text() == ""
    opened.type("Seating clinic")
    opened.ctrl(Qt.Key.Key_S)
    assert opened.titles()[0] == "Seating clinic"
    assert opened.toast == "Saved at 09:12."


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
