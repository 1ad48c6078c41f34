"""The Evidence page in the real window: files come in, are seen, found, sorted, used, taken out and removed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.evidence import attach, edit_caption, use_in_activity
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record import opening
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.evidence.contents import Column, Sift, Use
from otcpd.ui.pages.evidence.detail import USE
from otcpd.ui.pages.evidence.page import EvidencePage
from otcpd.ui.pages.evidence.row_heights import row_height
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from tests.exchange import samples
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings
from tests.ui.desk_support import Answers, clear_desk, make_desk
from tests.ui.opened import SLOW, Opened, log_file, opened_program


class OnEvidence:
    """The page, and short ways to look at it."""

    def __init__(self, opened: Opened, folder: Path) -> None:
        self.opened = opened
        self.folder = folder
        self.ids: dict[str, str] = {}
        first = opened.record.activities.rows()[0].id
        self._add(samples.pdf(folder / "leaflet.pdf", "First page", "Second page"), first, "Grab rails")
        self._add(self._text("notes.txt", "night-time zymurgy"), "")
        (folder / "kitchen.png").write_bytes(samples.picture("PNG"))
        self._add(folder / "kitchen.png", "")
        page = opened.window.go_to("evidence")
        assert isinstance(page, EvidencePage)
        self.page = page
        opened.qtbot.waitUntil(self._has_opened, timeout=SLOW)

    def names(self) -> list[str]:
        return [line.title for line in self.page.pane.model.lines()]

    def text(self, name: str, words: str) -> Path:
        return self._text(name, words)

    def drop(self, *paths: Path) -> None:
        """Drop files and wait until all are settled."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place, action = QPoint(50, 50), Qt.DropAction.CopyAction
        QApplication.sendEvent(self.page, QDragEnterEvent(place, action, data, left, no_key))
        assert self.page.drop_mark.isVisible()
        event = QDropEvent(QPointF(place), action, data, left, no_key)
        with self.opened.qtbot.waitSignal(self.page.intake.idle, timeout=SLOW):
            QApplication.sendEvent(self.page, event)
        assert event.isAccepted()
        assert self.page.drop_mark.isHidden()

    def _has_opened(self) -> bool:
        return bool(self.page.detail.evidence)

    def _text(self, name: str, words: str) -> Path:
        path = self.folder / name
        path.write_text(words)
        return path

    def _add(self, path: Path, activity: str, caption: str = "") -> None:
        self.ids[path.name] = attach(self.opened.record, activity, path, read_evidence, caption=caption).evidence


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


@pytest.fixture
def shown(opened: Opened, tmp_path: Path) -> OnEvidence:
    (tmp_path / "files").mkdir()
    return OnEvidence(opened, tmp_path / "files")


def test_every_file_is_listed_with_what_it_is_and_where_it_is_used(
    shown: OnEvidence, qtmodeltester: ModelTester
) -> None:
    page = shown.page
    qtmodeltester.check(page.pane.model)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    assert page.header.fact.text() == "3 files, 2 not used yet. Drop files anywhere on this page."
    assert sorted(shown.names()) == ["Grab rails", "kitchen.png", "notes.txt"]
    model = page.pane.model
    row = model.row_of(shown.ids["leaflet.pdf"])
    spoken = model.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Grab rails, leaflet.pdf, PDF, " in spoken
    assert "used in ‘Journal club on falls’, added 21 Nov 2026" in spoken
    shown.opened.qtbot.waitUntil(_Numbered(shown, row).now, timeout=SLOW)
    page.tools.set_sift(Sift(use=Use.UNUSED))
    assert sorted(shown.names()) == ["kitchen.png", "notes.txt"]
    page.take_up("unused")
    assert page.tools.use.value() == Use.UNUSED
    page.tools.set_sift(Sift(kind="image"))
    assert shown.names() == ["kitchen.png"]
    page.tools.set_sift(Sift(query="zymurgy"))
    assert shown.names() == ["notes.txt"]
    page.tools.set_sift(Sift(query="nothing of the kind"))
    assert page.pane.area() is page.pane.show_all
    page.pane.show_all.click()
    assert len(shown.names()) == 3
    qtmodeltester.check(page.pane.model)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here


class _Numbered:
    def __init__(self, shown: OnEvidence, row: int) -> None:
        self._shown, self._row = shown, row

    def now(self) -> bool:
        model = self._shown.page.pane.model
        return bool(model.index(self._row, Column.NUMBER).data() == "E2")


def test_heads_sort_by_click_and_by_enter(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    head = page.pane.table.head
    head.sectionClicked.emit(Column.NAME)
    assert shown.names() == ["Grab rails", "kitchen.png", "notes.txt"]
    head.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert shown.names() == ["notes.txt", "kitchen.png", "Grab rails"]
    opened.press(Qt.Key.Key_Right)
    assert "Sorted by Name, from the last to the first" in head.accessibleDescription()
    page.tools.sort_by(Column.SIZE)
    sizes = [line.piece.size for line in page.pane.model.lines()]
    assert sizes == sorted(sizes, reverse=True)


def test_the_table_is_moved_through_with_keys(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    page.tools.sort_by(Column.NAME)
    page.pane.table.setFocus()
    opened.press(Qt.Key.Key_Home)
    assert page.detail.evidence == shown.ids["leaflet.pdf"]
    opened.press(Qt.Key.Key_Down)
    assert page.detail.evidence == shown.ids["kitchen.png"]
    opened.press(Qt.Key.Key_End)
    assert page.detail.evidence == shown.ids["notes.txt"]
    opened.type("k")
    assert page.detail.evidence == shown.ids["kitchen.png"]
    with opened.qtbot.waitSignal(page.detail.preview.shown, timeout=SLOW):
        pass
    opened.press(Qt.Key.Key_Return)
    assert page.detail.preview.image.sheets.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert page.pane.table.hasFocus()
    page.detail.show_face(USE)
    opened.press(Qt.Key.Key_Return)
    assert page.detail.caption.line.hasFocus()
    opened.press(Qt.Key.Key_Escape)
    assert page.pane.table.hasFocus()


def test_files_are_removed_and_brought_back(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    page.pane.table.setFocus()
    page.pane.table.selectAll()
    opened.press(Qt.Key.Key_Delete)
    assert shown.names() == []
    assert opened.toast == "3 files deleted. They are in the bin."
    assert page.pane.area() is page.pane.start
    opened.window.toast.acted.emit()
    assert len(shown.names()) == 3
    page.show_thing(shown.ids["notes.txt"])
    entries = {action.text(): action for action in page.detail.make_menu().actions()}
    assert list(entries) == ["Save a copy…", "Remove"]
    entries["Remove"].trigger()
    assert opened.toast == "‘notes.txt’ deleted. It is in the bin."
    assert page.detail.evidence in (shown.ids["leaflet.pdf"], shown.ids["kitchen.png"])


def test_a_caption_is_typed_and_saves_itself(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    page.show_thing(shown.ids["notes.txt"])
    page.detail.show_face(USE)
    page.detail.take_focus()
    opened.type("What I heard")
    opened.window.desk.session.flush()
    assert opened.record.evidence.get(shown.ids["notes.txt"]).caption == "What I heard"
    assert page.detail.title.text() == "What I heard"
    assert "What I heard" in shown.names()
    assert page.detail.caption_tag.accessibleName().startswith("Caption: ")
    assert page.detail.file_tag.accessibleName().startswith("The file: ")


def test_a_file_is_used_in_an_activity_opened_there_and_taken_out(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    notes = shown.ids["notes.txt"]
    page.show_thing(notes)
    page.detail.show_face(USE)
    page.detail.used.add_button.click()
    picker = page.doings.picker
    assert picker is not None
    QTest.keyClicks(picker.search.line, "stair")
    opened.qtbot.waitUntil(_Found(picker.list.rows.rowCount, 1).now, timeout=SLOW)
    picker.use_button.click()
    assert page.doings.picker is None
    opened.qtbot.waitUntil(lambda: not isValid(picker), timeout=SLOW)
    activity = next(row.id for row in opened.record.activities.rows() if "stair" in row.title)
    assert opened.record.evidence.get(notes).used_in == (activity,)
    assert opened.toast == "‘notes.txt’ used in ‘Two papers on stair lifts’"
    used = page.detail.used
    assert [row.key for row in used.list.rows.rows()] == [activity]
    used.out_button.click()
    assert opened.record.evidence.get(notes).used_in == ()
    assert opened.record.evidence.get(notes).deleted is None
    opened.window.toast.acted.emit()
    used.open_button.click()
    assert opened.log.open_key == activity


class _Found:
    def __init__(self, count: object, wanted: int) -> None:
        self._count, self._wanted = count, wanted

    def now(self) -> bool:
        return bool(callable(self._count) and self._count() == self._wanted)


def test_files_and_folders_dropped_on_the_page_come_in(shown: OnEvidence, tmp_path: Path) -> None:
    page, opened = shown.page, shown.opened
    shown.drop(shown.text("late.txt", "late words"))
    assert opened.toast == "‘late.txt’ added"
    assert page.detail.title.text() == "late.txt"
    opened.window.toast.acted.emit()
    assert "late.txt" not in shown.names()
    course = tmp_path / "course"
    course.mkdir()
    for number in range(3):
        (course / f"day-{number}.txt").write_text(f"day {number}")
    (course / "empty.txt").write_text("")
    shown.drop(course, tmp_path / "gone.txt", shown.folder / "notes.txt")
    head, *sentences = page.report.sentences()
    assert head == "2 of 6 files were not added"
    assert any("‘empty.txt’ is empty" in one for one in sentences)
    assert any("‘gone.txt’ is not there any more" in one for one in sentences)
    assert sentences[-1] == "4 files added. 1 was already there, and kept once."
    assert len(shown.names()) == 6


def test_the_same_file_again_selects_the_one_that_is_there(shown: OnEvidence) -> None:
    copy = shown.folder / "another name.txt"
    copy.write_bytes((shown.folder / "notes.txt").read_bytes())
    shown.drop(copy)
    assert shown.page.detail.evidence == shown.ids["notes.txt"]
    assert shown.opened.toast == "‘notes.txt’ was already there, and is kept once."
    assert len(shown.names()) == 3


def test_the_page_follows_what_happens_elsewhere(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    from otcpd.actions.activities import delete_activity

    session = opened.window.desk.session
    session.act(delete_activity, opened.newest())
    assert page.header.fact.text().startswith("3 files, 3 not used yet.")
    session.undo()
    assert page.header.fact.text().startswith("3 files, 2 not used yet.")


def test_what_uses_a_file_is_named_and_follows_its_name(shown: OnEvidence) -> None:
    page, session = shown.page, shown.opened.window.desk.session
    model, activity = page.pane.model, shown.opened.newest()
    cell = model.index(model.row_of(shown.ids["leaflet.pdf"]), Column.USED)
    assert cell.data() == "Journal club on falls"
    session.act(edit_activity, activity, "title", "Journal club on lighting")
    assert cell.data() == cell.data(Qt.ItemDataRole.ToolTipRole) == "Journal club on lighting"
    page.tools.sort_by(Column.USED)
    page.tools.sort_by(Column.USED)
    assert shown.names()[0] == "Grab rails"
    assert page.pane.table.head.order() == "Most used first"
    other = new_activity(shown.opened.record, date=date(2026, 11, 2), title="Teaching").new_id
    session.act(use_in_activity, other, shown.ids["leaflet.pdf"])
    assert model.index(0, Column.USED).data() == "2 activities"


def test_a_row_grows_with_a_name_of_two_lines(shown: OnEvidence) -> None:
    page = shown.page
    table, model, theme = page.pane.table, page.pane.model, shown.opened.window.desk.theme
    evidence = shown.ids["notes.txt"]
    low = table.rowHeight(model.row_of(evidence))
    shown.opened.window.desk.session.act(edit_caption, evidence, "Course on moving and handling " * 3)
    high = table.rowHeight(model.row_of(evidence))
    assert low == row_height(theme) < high == row_height(theme, titles=2)
    assert high - 2 * theme.line(Role.BODY) - theme.line(Role.META) >= theme.gap(16)
    bar, width = table.verticalScrollBar(), table.head.length()
    for one in shown.ids.values():
        shown.opened.window.desk.session.act(edit_caption, one, "Course on moving and handling " * 3)
    table.setMaximumHeight(200)
    shown.opened.qtbot.waitUntil(bar.isVisible, timeout=SLOW)
    assert table.head.length() == width, "rows end where they end without a bar"
    top = bar.mapTo(page, bar.rect().topLeft()).y()
    assert top >= table.viewport().mapTo(page, table.viewport().rect().topLeft()).y()


def test_one_pane_at_a_time_in_a_narrow_window(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    opened.window.resize(800, 600)
    opened.qtbot.waitUntil(page.detail.isHidden, timeout=SLOW)
    assert page.pane.isVisible()
    page.pane.table.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.pane.isHidden()
    opened.press(Qt.Key.Key_Escape)
    assert page.pane.isVisible()
    opened.press(Qt.Key.Key_Return)
    page.detail.back.click()
    assert page.pane.isVisible()
    assert page.pane.table.hasFocus()


def test_large_text_in_a_small_window_is_not_cut_off(shown: OnEvidence) -> None:
    page, opened = shown.page, shown.opened
    theme = opened.window.desk.theme
    opened.window.resize(1280, 800)
    theme.set_factor(2.0)
    opened.window.resize(640, 440)
    opened.qtbot.waitUntil(page.detail.isHidden, timeout=SLOW)
    button = page.add_button
    assert button.mapTo(page, button.rect().bottomRight()).y() < page.tools.mapTo(page, QPoint()).y()
    page.pane.table.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.detail.width() <= page.width()
    theme.set_factor(1.0)


def test_a_file_for_reading_only_offers_no_change(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock
) -> None:
    path, note = tmp_path / "eilidh.otcpd", tmp_path / "note.txt"
    note.write_text("words")
    with new_record(path, clock) as record:
        attach(record, "", note, read_evidence)
    read_only = opening.open_for_reading(path, surroundings(clock))
    desk = make_desk(read_only, tmp_path, clock, theme, announcer, Answers(files=[note]))
    page = EvidencePage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_thing(read_only.evidence.ids()[0])
    assert page.header.fact.text() == "1 file, not used yet."
    assert not page.add_button.isVisible()
    assert [action.text() for action in page.detail.make_menu().actions()] == ["Save a copy…"]
    assert not page.acceptDrops()
    page.start_new()
    page.take_in([note])
    page.pane.table.remove_wanted.emit()
    assert not page.intake.busy
    assert len(page.pane.model.lines()) == 1
    clear_desk(desk)


def test_five_reasons_stand_there_and_all_are_a_press_away(shown: OnEvidence, tmp_path: Path) -> None:
    page, report = shown.page, shown.page.report
    empty = [tmp_path / f"empty-{number}.txt" for number in range(8)]
    for path in empty:
        path.write_text("")
    shown.drop(*empty)
    head, *sentences = report.sentences()
    assert head == "8 of 8 files were not added"
    assert len([one for one in sentences if "is empty" in one]) == 5
    assert sentences[-1] == "And 3 more."
    assert page.report_place.height() >= report.all_button.height() * 4
    bar = page.report_place.verticalScrollBar()
    shown.opened.qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=SLOW)  # five reasons need no scrolling
    report.all_button.click()
    assert len([one for one in report.sentences() if "is empty" in one]) == 8
    assert not report.all_button.isVisible()
