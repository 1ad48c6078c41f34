"""Mandatory training on Home: what ran out is added again from there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.seeing import name_of
from tests.ui.test_home_page import at_home, home


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as made:
        at_home(made, log_file(tmp_path, clock))
        yield made


@pytest.mark.parametrize("title", ["Fire safety", "Mandatory training"])
def test_training_that_ran_out_is_added_again_and_opened(opened: Opened, title: str) -> None:
    page = home(opened)
    opened.qtbot.waitUntil(lambda: page.more is not None, timeout=SLOW)
    assert page.more is not None
    new_activity(opened.record, date=date(2025, 11, 10), title=title, mandatory=True, expires=date(2026, 11, 10))
    page.refresh()
    (again,) = page.more.training.buttons()
    assert name_of(again) == "Add it again"
    step = next(row for row in page.steps.rows() if row.step.button == "Add it again")
    assert step.step.title == f"‘{title}’ ran out on 10 November 2026"
    step.button.click()
    assert opened.detail.title.text() == title
    newest = next(row for row in opened.record.activities.rows() if row.title == title)
    assert opened.record.activities.get(newest.id).expires == date(2027, 11, 21)
    page.refresh()
    assert not [row for row in page.steps.rows() if row.step.button == "Add it again"]
