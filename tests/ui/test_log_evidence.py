"""Evidence in the log's detail: taken in, numbered, opened, captioned, removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions import evidence
from otcpd.ui.pages.evidence.page import EvidencePage
from otcpd.ui.pages.log.evidence_strip import MOST_CHIPS
from otcpd.ui.pages.log.filters import Filters
from otcpd.ui.widgets.inset_button import InsetButton
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(log_file(tmp_path, clock))
        yield program


def test_files_dropped_on_the_detail_become_evidence(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "certificate.txt"
    note.write_text("Certificate of attendance")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(note))])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    QApplication.sendEvent(opened.detail, QDragEnterEvent(place, copy, data, left, no_key))
    drop = QDropEvent(QPointF(place), copy, data, left, no_key)
    with opened.qtbot.waitSignal(opened.detail.evidence.intake.attached, timeout=SLOW):
        QApplication.sendEvent(opened.detail, drop)
    (piece,) = opened.record.activities.get(opened.newest()).evidence
    assert b"".join(opened.record.evidence.chunks(piece)) == b"Certificate of attendance"
    assert opened.toast == "‘certificate.txt’ added"
    assert [chip.text() for chip in opened.detail.evidence.chips] == ["certificate.txt"]
    opened.window.toast.acted.emit()
    assert opened.record.activities.get(opened.newest()).evidence == ()


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


def test_a_press_on_a_chip_shows_the_file_over_the_log(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "checklist.txt"
    note.write_text("lights at night")
    opened.desktop.files = [note]
    strip = opened.detail.evidence
    with opened.qtbot.waitSignal(strip.intake.attached, timeout=SLOW):
        strip.add_button.click()
    chip = strip.chips[0]
    chip.setFocus()
    opened.press(Qt.Key.Key_Return)
    dialog = strip.preview
    assert dialog is not None
    assert dialog.title.text() == "checklist.txt"
    with opened.qtbot.waitSignal(dialog.preview.shown, timeout=SLOW):
        pass
    assert dialog.preview.text.isVisible()
    opened.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    chip.click()
    dialog = strip.preview
    assert dialog is not None
    dialog.to_page.click()
    page = opened.window.page
    assert isinstance(page, EvidencePage)
    assert page.detail.evidence == opened.record.evidence.ids()[0]


def test_an_activity_with_very_many_files_shows_some_of_them(opened: Opened, tmp_path: Path) -> None:
    paths = [tmp_path / f"note-{number}.txt" for number in range(30)]
    for path in paths:
        path.write_text(path.name)
    strip = opened.detail.evidence
    with opened.qtbot.waitSignal(strip.intake.idle, timeout=SLOW):
        strip.take_in(paths)
    assert opened.toast == "30 files added"
    assert len(strip.chips) == MOST_CHIPS
    assert strip.rest.text() == "and 6 files more, on the Evidence page"
    opened.window.toast.acted.emit()
    assert opened.record.activities.get(opened.newest()).evidence == ()


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
        intake.add(opened.newest(), [bad])
    head, sentence = opened.detail.evidence.report.sentences()
    if content:
        assert head == "1 file added, but look again"
        assert "seems to be broken" in sentence
    else:
        assert head == "The file was not added"
        assert "‘odd.pdf’ is empty." in sentence
    assert len(opened.record.activities.get(opened.newest()).evidence) == bool(content)


def test_each_of_several_files_that_were_refused_is_named_until_the_list_is_closed(
    opened: Opened, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for path in paths:
        path.write_text("words" if path.stem == "two" else "")
    strip = opened.detail.evidence
    first = opened.newest()
    with opened.qtbot.waitSignal(strip.intake.idle, timeout=SLOW):
        strip.take_in([*paths, tmp_path / "missing.txt"])
    head, *sentences = strip.report.sentences()
    assert head == "3 of 4 files were not added"
    assert [any(name in sentence for sentence in sentences) for name in ("one.txt", "three.txt", "missing.txt")] == [
        True,
        True,
        True,
    ]
    opened.log.show_thing(opened.record.activities.rows()[1].id)
    assert strip.report.sentences() == []
    opened.log.show_thing(first)
    assert strip.report.isVisible()
    next(iter(strip.report.findChildren(InsetButton))).click()
    assert not strip.report.isVisible()


def test_progress_shows_with_the_activity_it_belongs_to(opened: Opened, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(bytes(20_000_000))
    strip = opened.detail.evidence
    first, second = (row.id for row in opened.record.activities.rows()[:2])
    with opened.qtbot.waitSignal(strip.intake.progressed, timeout=SLOW):
        strip.take_in([large])
    assert strip.bar.isVisible()
    opened.log.show_thing(second)
    with opened.qtbot.waitSignal(strip.intake.progressed, timeout=SLOW):
        pass
    assert not strip.bar.isVisible()
    opened.log.show_thing(first)
    strip.intake.cancel()


def test_a_file_on_its_way_in_can_be_given_up(opened: Opened, tmp_path: Path) -> None:
    large = tmp_path / "film.bin"
    large.write_bytes(bytes(5_000_000))
    intake = opened.detail.evidence.intake
    with opened.qtbot.waitSignal(intake.progressed, timeout=SLOW):
        intake.add(opened.newest(), [large, large])
    intake.cancel()
    assert not intake.busy
    assert opened.record.activities.get(opened.newest()).evidence == ()


def test_search_finds_words_inside_evidence(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "checklist.txt"
    note.write_text("night-time zymurgy")
    with opened.services.looking() as look:
        evidence.attach(opened.record, opened.newest(), note, look)
    opened.log.tools.set_filters(Filters(query="zymurgy"))
    assert opened.shown() == ["November 2026", "Journal club on falls"]
