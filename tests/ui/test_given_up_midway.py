"""Something ends while something else is under way: nothing opens, breaks or is lost for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.background import task
from otcpd.ui.shell.errand import Errand, Return
from tests.ports import FixedClock
from tests.ui import jobs
from tests.ui.opened import SLOW, Opened, log_file, opened_program

MAIL = (
    b"From: Fiona Larch <f@example.org>\r\nTo: me@example.org\r\nSubject: Tips on falls\r\n"
    b"Date: Thu, 19 Nov 2026 10:00:00 +0000\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(log_file(tmp_path, clock))
        yield opened


def back_to(path: Path, _value: object) -> Return:
    return Return(path)


def test_an_errand_that_is_ended_opens_no_window(program: Opened) -> None:
    path = program.record.path
    errand = Errand("Working", "It takes a moment.", task(jobs.add, 1, 2), path, partial(back_to, path), "data")
    program.window.desk.session.errand_wanted.emit(errand)
    run = program.program.errand
    assert run is not None
    came: list[object] = []
    run.returned.connect(came.append)
    run.end()
    assert not came
    program.program.errand = None


def test_a_list_of_files_can_be_closed_while_more_come_in(program: Opened, tmp_path: Path) -> None:
    strip = program.detail.evidence
    empty, big = tmp_path / "empty.pdf", tmp_path / "big.txt"
    empty.write_bytes(b"")
    big.write_bytes(b"x" * 5_000_000)
    strip.take_in([empty])
    program.qtbot.waitUntil(strip.report.isVisible, timeout=SLOW)
    with program.qtbot.captureExceptions() as faults:
        strip.take_in([big])
        strip.report._on_close()
        strip.intake.cancel()
        program.qtbot.waitUntil(lambda: not strip.intake.busy, timeout=SLOW)
    assert not faults


def test_words_of_an_e_mail_stay_with_their_note(program: Opened, tmp_path: Path) -> None:
    mail = tmp_path / "tips.eml"
    mail.write_bytes(MAIL)
    program.window.aids.quick_note()
    note = program.window.aids.note
    assert note is not None
    note.add_files([str(mail)])
    QTest.keyClicks(note.line.editor, "20 min phone call with Ann")
    note.keep()
    program.qtbot.waitUntil(lambda: not program.program.background.busy, timeout=SLOW)
    program.qtbot.waitUntil(lambda: bool(program.record.evidence.all()), timeout=SLOW)
    assert note.draft.empty


def test_a_reason_that_was_begun_survives_a_step_that_fails(program: Opened, tmp_path: Path) -> None:
    stick = program.record.path
    model = program.log.pane.model
    gap = next(entry.key for entry in model.entries() if entry.key.startswith("gap"))
    program.log.show_thing(gap)
    form = program.log.details.gap_pane.form
    code = list(form.choices)[1]
    form.choices[code].click()
    stick.rename(tmp_path / "away.otcpd")
    form.explain.click()
    (tmp_path / "away.otcpd").rename(stick)
    assert form.gap is not None
    form.load(form.gap)
    assert form.choices[code].isChecked()
