"""The page "CPD log" in the real window on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import activities, evidence, files, gaps, portfolio
from otcpd.domain.activity import Category
from otcpd.domain.layers import Layer
from otcpd.ui.pages.log.contents import Filters, Show
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.opened import SLOW, Opened, new_file, opened_program


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    """Three activities: two in November, one in the summer, so that there are gaps."""
    path = new_file(tmp_path / "eilidh.otcpd", clock)
    with files.open_to_write(path, surroundings(clock, 5)) as record:
        for day, title, category in (
            (date(2026, 11, 19), "Journal club on falls", Category.WORK_BASED),
            (date(2026, 11, 3), "Two papers on stair lifts", Category.SELF_DIRECTED),
            (date(2026, 6, 22), "Equipment pathway", None),
        ):
            activities.new_activity(record, date=day, title=title, category=category, minutes=60)
    return path


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def opened(program: Opened, path: Path) -> Opened:
    program.open(path)
    return program


def first(opened: Opened) -> str:
    return opened.record.activities.rows()[0].id


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
        "Gap of 7 months, needs a reason",
    ]
    assert opened.log.header.fact.text() == "3 activities since 1 November 2025"


def test_what_is_typed_saves_itself_after_a_pause_as_one_undo_step(opened: Opened) -> None:
    opened.detail.texts["learning"].text.editor.setFocus()
    opened.type("Lighting matters more")
    assert opened.record.activities.get(first(opened)).learning == ""
    wait_for_save(opened)
    opened.type(" than rugs")
    wait_for_save(opened)
    assert opened.record.activities.get(first(opened)).learning == "Lighting matters more than rugs"
    opened.window.undo()
    assert opened.record.activities.get(first(opened)).learning == ""
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
    assert opened.record.activities.get(first(opened)).title == "A better title"
    assert "A better title" in opened.shown()


@pytest.mark.parametrize(
    ("typed", "day"), [("3/11/26", date(2026, 11, 3)), ("yesterday", date(2026, 11, 20)), ("1 Oct", date(2026, 10, 1))]
)
def test_dates_are_read_the_british_way(opened: Opened, typed: str, day: date) -> None:
    activity = first(opened)
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
    assert opened.record.activities.get(first(opened)).date == date(2026, 11, 19)


def test_a_period_has_a_last_day_that_is_checked(opened: Opened) -> None:
    basics = opened.detail.basics
    basics.add_end.click()
    opened.type("20/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(first(opened)).end_date == date(2026, 11, 20)
    basics.end.line.setFocus()
    opened.ctrl(Qt.Key.Key_A)
    opened.type("1/11/2026")
    opened.press(Qt.Key.Key_Return)
    assert "is before the first" in opened.toast
    assert basics.end.value() == date(2026, 11, 20)
    basics.drop_end.click()
    assert opened.record.activities.get(first(opened)).end_date is None


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


def test_words_of_ones_own_make_a_type(opened: Opened) -> None:
    opened.detail.basics.type.line.setFocus()
    opened.type("Kitchen lab")
    opened.detail.basics.type.commit()
    assert opened.record.activities.get(first(opened)).type == "Kitchen lab"
    assert opened.record.activities.own_types() == [("Kitchen lab", Category.WORK_BASED)]


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
    opened.log.delete(first(opened))
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
    opened.press(Qt.Key.Key_Escape)
    assert len(opened.shown()) == 7


def test_search_finds_words_inside_evidence(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "checklist.txt"
    note.write_text("night-time zymurgy")
    evidence.attach(opened.record, first(opened), note, opened.services.look)
    opened.log.tools.set_filters(Filters(query="zymurgy"))
    assert opened.shown() == ["November 2026", "Journal club on falls"]


def test_a_search_without_result_says_so_and_offers_a_way_back(opened: Opened) -> None:
    opened.log.tools.set_filters(Filters(query="xylophone"))
    assert opened.shown() == []
    assert opened.log.pane.show_all.isVisible()
    opened.log.pane.show_all.click()
    assert len(opened.shown()) == 7


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


def test_a_gap_is_explained_and_the_reason_taken_away_again(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    pane = opened.log.details.gap_pane
    pane.explain.click()
    assert pane.gap is not None
    assert not pane.gap.explained
    pane.choices["illness"].click()
    pane.note.editor.setFocus()
    opened.type("I was ill.")
    pane.explain.click()
    (reason,) = opened.record.gap_reasons.all()
    assert (reason.reason, reason.note, reason.start, reason.end) == ("illness", "I was ill.", gap.start, gap.end)
    assert "Gap of 4 months. Illness" in opened.shown()
    assert pane.take_away.isVisible()
    pane.note.editor.setFocus()
    opened.type(" More. ")
    opened.log.leave()
    assert "More." in opened.record.gap_reasons.all()[0].note
    pane.take_away.click()
    assert opened.record.gap_reasons.all() == []


def test_a_note_for_a_gap_without_reason_waits(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.note.editor.setFocus()
    opened.type("Half a note")
    opened.log.show_thing(first(opened))
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    assert opened.log.details.gap_pane.note.text() == "Half a note"
    gaps.give_reason(opened.record, gap.start, gap.end, "leave")


def test_adding_an_activity_in_a_gap(opened: Opened) -> None:
    gap = opened.log.contents.gaps[-1]
    opened.log.show_thing(f"gap {gap.start.isoformat()}")
    opened.log.details.gap_pane.add.click()
    assert opened.record.activities.get(opened.log.open_key).date == gap.end
    assert opened.detail.title.editor.hasFocus()


def test_files_dropped_on_the_detail_become_evidence(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "certificate.txt"
    note.write_text("Certificate of attendance")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(note))])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction, data, left, no_key)
    with opened.qtbot.waitSignal(opened.detail.evidence.intake.attached, timeout=SLOW):
        opened.detail.dropEvent(drop)
    (piece,) = opened.record.activities.get(first(opened)).evidence
    assert b"".join(opened.record.evidence.chunks(piece)) == b"Certificate of attendance"
    assert opened.toast == "‘certificate.txt’ added"
    assert [chip.text() for chip in opened.detail.evidence.chips] == ["certificate.txt"]
    opened.window.toast.acted.emit()
    assert opened.record.activities.get(first(opened)).evidence == ()


def test_evidence_is_opened_captioned_and_removed(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "checklist.txt"
    note.write_text("lights")
    opened.desktop.files = [note]
    strip = opened.detail.evidence
    with opened.qtbot.waitSignal(strip.intake.attached, timeout=SLOW):
        strip.add_button.click()
    menu = strip.menu_of(strip.chips[0])
    by_name = {action.text(): action for action in menu.actions()}
    by_name["Open"].trigger()
    assert opened.desktop.opened[0].read_text() == "lights"
    by_name["Edit the caption"].trigger()
    opened.type("New checklist")
    opened.press(Qt.Key.Key_Return)
    assert strip.chips[0].text() == "New checklist"
    strip.chips[0].setFocus()
    opened.press(Qt.Key.Key_Delete)
    assert strip.chips == []
    assert opened.toast == "‘New checklist’ removed"
    opened.window.undo()
    assert [chip.text() for chip in strip.chips] == ["New checklist"]


def test_the_profile_numbers_evidence(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "checklist.txt"
    note.write_text("lights")
    opened.desktop.files = [note]
    strip = opened.detail.evidence
    with opened.qtbot.waitSignal(strip.intake.attached, timeout=SLOW):
        strip.add_button.click()
    opened.qtbot.waitUntil(_Numbered(opened).now, timeout=SLOW)


class _Numbered:
    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def now(self) -> bool:
        chips = self._opened.detail.evidence.chips
        return bool(chips) and chips[0].accessibleName() == "E2 checklist.txt"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken"])
def test_bad_evidence_gets_words(opened: Opened, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "odd.pdf"
    bad.write_bytes(content)
    intake = opened.detail.evidence.intake
    with opened.qtbot.waitSignal(intake.idle, timeout=SLOW):
        intake.add(first(opened), [bad])
    if content:
        assert "seems to be broken" in opened.toast
    else:
        assert "“odd.pdf” is empty." in opened.toast
    assert len(opened.record.activities.get(first(opened)).evidence) == bool(content)


def test_a_file_on_its_way_in_can_be_given_up(opened: Opened, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(bytes(5_000_000))
    intake = opened.detail.evidence.intake
    with opened.qtbot.waitSignal(intake.progressed, timeout=SLOW):
        intake.add(first(opened), [large, large])
    intake.cancel()
    assert not intake.busy
    assert opened.record.activities.get(first(opened)).evidence == ()


def test_the_reader_tag_changes_the_layer(opened: Opened) -> None:
    tag = opened.detail.texts["learning"].tag
    menu = tag.make_menu()
    next(action for action in menu.actions() if action.data() == "private").trigger()
    assert opened.record.activities.get(first(opened)).layer_of("learning") is Layer.PRIVATE
    assert tag.layer() is Layer.PRIVATE


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


def test_the_switch_for_the_statement_follows_the_portfolio(opened: Opened) -> None:
    opened.window.desk.session.act(portfolio.use_in_statement, first(opened), True)
    assert opened.detail.top.use.isChecked()


def test_f6_walks_through_the_parts_of_the_window(opened: Opened) -> None:
    opened.log.take_focus()
    seen = []
    for _ in range(5):
        opened.press(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append(type(focused).__name__)
    assert seen == ["PlainLine", "ActivityList", "PlainEditor", "NavItem", "Label"]
