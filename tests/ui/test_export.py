"""Exporting the profile: a real worker draws a real PDF; cancelling, trouble with disks, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.domain.errors import DiskFull
from otcpd.domain.period import Period
from otcpd.ui.announce import Announcer
from otcpd.ui.export import place
from otcpd.ui.export.flow import Stage
from otcpd.ui.layout import NARROW, SMALL, Layout
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.mounts import small_disk
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import Heard, Told, description_of, name_of, role_of

LIMIT = 60_000


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(place=tmp_path / "profile.pdf")


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, answers: Answers) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, answers)
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    return shown(desk, qtbot)


def reached(page: PortfolioPage, qtbot: QtBot, stage: Stage) -> None:
    qtbot.waitUntil(lambda: page.flow.state.stage is stage, timeout=LIMIT)


def focused_name() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    return name_of(focused)


def pages_of(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def workers() -> list[psutil.Process]:
    """The worker processes of this test."""
    return [child for child in psutil.Process().children() if "spawn_main" in " ".join(child.cmdline())]


def test_the_whole_way_by_keyboard(
    page: PortfolioPage, desk: Desk, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    page.export.setFocus()
    QTest.keyClick(page.export, Qt.Key.Key_Return)
    assert page.flow.state.stage is Stage.DRAWING
    assert name_of(page.panel) == "Making your PDF"
    assert page.panel.chosen.text() == "In PDFs of at most 10 MB."
    assert page.panel.warning.text() == "One thing to fix before you send it."
    assert page.panel.warning.isVisible()
    assert page.panel.cancel.isVisible()
    QTest.keyClick(page.export, Qt.Key.Key_Tab)
    assert focused_name() == "Stop the export"
    reached(page, qtbot, Stage.READY)
    out = tmp_path / "profile.pdf"
    assert pages_of(out) > 1
    assert focused_name() == "Open it"
    begins = f"Your PDF is made. One thing to fix before you send it. ‘profile.pdf’ in {tmp_path} ("
    assert heard.sentences[-1].startswith(begins)
    assert heard.sentences[-1].endswith("KB). 14 activities listed.")
    assert not page.panel.warning.isVisible()
    QTest.keyClick(page.panel.open_it, Qt.Key.Key_Return)
    QTest.keyClick(page.panel.open_it, Qt.Key.Key_Tab)
    assert focused_name() == "Show the folder"
    QTest.keyClick(page.panel.show_folder, Qt.Key.Key_Space)
    assert answers.opened == [out, tmp_path]
    page.panel.away.setFocus()
    QTest.keyClick(page.panel.away, Qt.Key.Key_Return)
    assert not page.panel.isVisible()
    assert focused_name() == "Export profile"


def test_a_sensible_name_and_folder_are_suggested(page: PortfolioPage, answers: Answers, tmp_path: Path) -> None:
    answers.place = None
    page.export.click()
    assert answers.suggested[-1].name == "CPD profile Eilidh Rowan 2025-2026.pdf"
    assert answers.suggested[-1].parent.is_dir()
    assert page.flow.state.stage is Stage.NONE
    page.desk.machine.put("export_folder", str(tmp_path))
    page.export.click()
    assert answers.suggested[-1].parent == tmp_path


def test_what_was_just_typed_is_in_it(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    page.summary.text.editor.setFocus()
    QTest.keyClicks(page.summary.text.editor, "Newly typed. ")
    page.start_export()
    content = page.flow.state.content
    assert content is not None
    assert content.summary.text.startswith("Newly typed. ")
    reached(page, qtbot, Stage.READY)


def test_the_progress_is_told_in_words(page: PortfolioPage, qtbot: QtBot) -> None:
    said: list[str] = []
    page.flow.told.connect(lambda _: said.append(page.panel.sentence.text()))
    page.start_export()
    assert role_of(page.panel.bar) == QAccessible.Role.ProgressBar
    assert name_of(page.panel.bar) == "Making your PDF"
    reached(page, qtbot, Stage.READY)
    assert said[0] == "Getting ready"
    assert any(one.startswith("Drawing page ") or one == "Writing the file" for one in said[1:-1])


def test_cancelling_leaves_an_older_file_as_it_was(
    page: PortfolioPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    older = tmp_path / "profile.pdf"
    older.write_bytes(b"the profile of last year")
    told = Told()
    desk.messages.wanted.connect(told.note)
    page.start_export()
    page.panel.cancel.setFocus()
    qtbot.waitUntil(lambda: page.flow.state.done > 0 or page.flow.state.stage is not Stage.DRAWING, timeout=LIMIT)
    QTest.keyClick(page.panel.cancel, Qt.Key.Key_Return)
    assert page.flow.state.stage is Stage.NONE
    assert older.read_bytes() == b"the profile of last year"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    (message,) = told.values
    assert isinstance(message, Message)
    assert message.text == "Export cancelled. ‘profile.pdf’ is as it was."
    assert focused_name() == "Export profile"
    assert workers() == []


def test_after_a_cancel_one_can_export_again(page: PortfolioPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.start_export()
    page.flow.cancel()
    assert not (tmp_path / "profile.pdf").exists()
    page.start_export()
    reached(page, qtbot, Stage.READY)
    assert pages_of(tmp_path / "profile.pdf") > 1


def test_what_a_killed_worker_left_is_cleared_away(page: PortfolioPage, qtbot: QtBot, tmp_path: Path) -> None:
    others = tmp_path / ".otcpd-00aa.part"
    others.touch()
    page.start_export()
    (tmp_path / ".otcpd-11bb.part").touch()
    page.flow.cancel()
    assert [path.name for path in tmp_path.glob(".otcpd-*")] == [others.name]


def test_a_second_export_waits_for_the_first(page: PortfolioPage, answers: Answers, qtbot: QtBot) -> None:
    page.start_export()
    assert page.export.property("kind") == "outlined"
    assert description_of(page.export) == "Your PDF is being made"
    page.export.setFocus()
    QTest.keyClick(page.export, Qt.Key.Key_Return)
    assert focused_name() == "Making your PDF"
    assert len(answers.suggested) == 1
    reached(page, qtbot, Stage.READY)
    assert page.export.property("kind") == "filled"
    assert description_of(page.export) == ""


@pytest.mark.small_disk
def test_a_full_disk_is_told_and_another_place_helps(
    page: PortfolioPage, answers: Answers, heard: Heard, qtbot: QtBot, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "stick") as disk:
        older = disk.folder / "profile.pdf"
        older.write_bytes(b"the profile of last year")
        disk.fill()
        answers.place = older
        page.export.setFocus()
        page.export.click()
        reached(page, qtbot, Stage.FAILED)
        assert isinstance(page.flow.state.error, DiskFull)
        assert page.panel.title.text() == "Your profile was not made"
        assert "The disk is full." in page.panel.sentence.text()
        assert "so is any older file of this name" in heard.sentences[-1]
        assert focused_name() == "Try again"
        assert older.read_bytes() == b"the profile of last year"
        assert list(disk.folder.glob(".otcpd-*")) == []
        QTest.keyClick(page.panel.again, Qt.Key.Key_Return)
        reached(page, qtbot, Stage.FAILED)
        disk.empty()
        page.panel.again.click()
        reached(page, qtbot, Stage.READY)
        assert pages_of(older) > 1
        disk.forbid_writing()
        page.start_export()
        reached(page, qtbot, Stage.FAILED)
        assert "Nothing can be written in this folder" in page.panel.sentence.text()
        answers.place = tmp_path / "elsewhere.pdf"
        page.panel.other_place.click()
        reached(page, qtbot, Stage.READY)
    assert pages_of(tmp_path / "elsewhere.pdf") > 1


def test_a_folder_that_is_gone_is_told(page: PortfolioPage, answers: Answers, qtbot: QtBot, tmp_path: Path) -> None:
    answers.place = tmp_path / "stick" / "profile.pdf"
    page.start_export()
    reached(page, qtbot, Stage.FAILED)
    assert "Its folder is not there." in page.panel.sentence.text()


def test_a_worker_that_dies_is_told(page: PortfolioPage, qtbot: QtBot) -> None:
    page.start_export()
    qtbot.waitUntil(lambda: page.flow.state.words.startswith("Drawing"), timeout=LIMIT)
    for worker in workers():
        worker.kill()
    reached(page, qtbot, Stage.FAILED)
    assert page.panel.sentence.text().startswith("The part of otcpd that draws the profile stopped.")
    page.panel.again.click()
    reached(page, qtbot, Stage.READY)


def test_a_cpd_file_is_never_written_over(
    page: PortfolioPage, desk: Desk, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = desk.session.record.path
    answers.place = path
    page.start_export()
    reached(page, qtbot, Stage.READY)
    assert (tmp_path / "my.otcpd.pdf").exists()
    assert desk.session.record.people.owner().name == "Eilidh Rowan"
    link = tmp_path / "link.pdf"
    link.hardlink_to(path)
    answers.place = link
    page.start_export()
    reached(page, qtbot, Stage.FAILED)
    assert "is your CPD file itself" in page.panel.sentence.text()


def test_no_program_for_pdfs_is_told(page: PortfolioPage, desk: Desk, answers: Answers, qtbot: QtBot) -> None:
    answers.opens = False
    page.start_export()
    reached(page, qtbot, Stage.READY)
    told = Told()
    desk.messages.wanted.connect(told.note)
    page.panel.open_it.click()
    (message,) = told.values
    assert isinstance(message, Message)
    assert "no program that opens it" in message.text


def test_whoever_goes_on_writing_keeps_the_focus(page: PortfolioPage, qtbot: QtBot) -> None:
    page.start_export()
    page.summary.text.editor.setFocus()
    reached(page, qtbot, Stage.READY)
    assert focused_name() == "Summary"


@pytest.mark.parametrize(("layout", "factor"), [(NARROW, 1.0), (SMALL, 1.0), (SMALL, 2.0)])
def test_an_export_asked_for_from_below_shows_how_it_goes(
    page: PortfolioPage, theme: Theme, qtbot: QtBot, layout: Layout, factor: float
) -> None:
    theme.set_factor(factor)
    page.resize(576, 440)
    page.apply_layout(layout)
    bar = page.scroller.verticalScrollBar()
    page.checks.buttons()[-1].setFocus()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    page.start_export()
    assert page.panel.title.hasFocus()
    assert not page.panel.title.visibleRegion().isEmpty()
    reached(page, qtbot, Stage.READY)
    assert focused_name() == "Open it"
    assert page.panel.open_it.visibleRegion().boundingRect() == page.panel.open_it.rect()


def test_every_control_of_the_panel_has_a_name(page: PortfolioPage) -> None:
    panel = page.panel
    for button in (panel.cancel, panel.open_it, panel.show_folder, panel.again, panel.other_place, panel.away):
        assert name_of(button) == button.text()
        assert description_of(button) == ""


@pytest.mark.parametrize(
    ("person", "start", "end", "name"),
    [
        ("Eilidh Rowan", date(2025, 11, 1), date(2026, 11, 21), "CPD profile Eilidh Rowan 2025-2026.pdf"),
        ("Seonaid MacAlder-Birch", date(2026, 1, 1), date(2026, 2, 1), "CPD profile Seonaid MacAlder-Birch 2026.pdf"),
        ("A/B: <C>?", date(2026, 1, 1), date(2026, 2, 1), "CPD profile AB C 2026.pdf"),
        ("\n..", date(2026, 1, 1), date(2026, 2, 1), "CPD profile 2026.pdf"),
    ],
)
def test_names_that_every_file_system_takes(person: str, start: date, end: date, name: str) -> None:
    assert place.file_name(person, Period(start, end)) == name
