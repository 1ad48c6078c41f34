"""The history of an entry in the window: by key and by menu, what it shows, and bringing a value back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otcpd.actions import activities
from otcpd.ui.history.dialog import HistoryDialog
from otcpd.ui.widgets.row_list import RowList
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def history(opened: Opened) -> HistoryDialog:
    """The dialog that Ctrl+H opens."""
    opened.log.details.show_history()
    (dialog,) = dialogs()
    opened.qtbot.waitUntil(dialog.list.hasFocus)
    return dialog


def dialogs() -> list[HistoryDialog]:
    """Those on the screen."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()]


def rows(listing: RowList) -> list[str]:
    """What a list shows, heads included."""
    return [row.title for row in listing.rows.rows()]


def test_an_earlier_text_is_found_and_brought_back(opened: Opened, clock: FixedClock) -> None:
    key = opened.log.open_key
    session = opened.window.desk.session
    session.act(activities.edit_activity, key, "learning", "We ask about rugs first.")
    clock.advance(days=1)
    session.act(activities.edit_activity, key, "learning", "We ask about lighting first.")
    dialog = history(opened)
    assert dialog.windowTitle() == "History of ‘Journal club on falls’"
    assert rows(dialog.list) == ["Today", "What I learnt", "Yesterday", "What I learnt", "Activity added"]
    said = dialog.reading.toPlainText()
    assert "− Was: We ask about rugs first." in said
    assert "+ Is now: We ask about lighting first." in said
    opened.press(Qt.Key.Key_Return)
    assert dialog.reading.hasFocus(), "what comes back is read before it is brought back"
    opened.press(Qt.Key.Key_Tab)
    assert dialog.bring.hasFocus()
    assert dialog.bring.text() == "Bring back the older text"
    opened.press(Qt.Key.Key_Return)
    assert opened.record.activities.get(key).learning == "We ask about rugs first."
    assert opened.detail.texts["learning"].text.text() == "We ask about rugs first."
    assert opened.toast == "What I learnt brought back"
    opened.window.undo()
    assert opened.detail.texts["learning"].text.text() == "We ask about lighting first."


def test_heads_are_no_stop_and_what_has_nothing_before_it_offers_nothing(opened: Opened, clock: FixedClock) -> None:
    opened.window.desk.session.act(activities.edit_activity, opened.log.open_key, "minutes", 30)
    dialog = history(opened)
    assert dialog.bring.isVisible()
    assert dialog.list.rows.rows()[1].meta == "1 h → 30 min"
    assert dialog.bring.text() == "Bring back ‘1 h’"
    assert "Was\n1 h" in dialog.reading.toPlainText()
    assert "Is now\n30 min" in dialog.after.toPlainText()
    tops = [one.mapToGlobal(one.rect().topLeft()).y() for one in (dialog.reading, dialog.bring, dialog.after)]
    assert tops == sorted(tops), "what it was, the way back, what it is now"
    opened.press(Qt.Key.Key_Down)
    assert dialog.list.chosen_key().endswith("/")
    assert not dialog.bring.isVisible()
    assert "Title: Journal club on falls" in dialog.reading.toPlainText()
    opened.press(Qt.Key.Key_Home)
    assert dialog.bring.isVisible()
    opened.press(Qt.Key.Key_Escape)
    opened.qtbot.waitUntil(lambda: not dialogs())


def test_five_hundred_changes_are_rows_of_a_model(opened: Opened, qtmodeltester: ModelTester) -> None:
    key, record = opened.log.open_key, opened.record
    for number in range(500):
        activities.edit_activity(record, key, "minutes", number + 1)
    dialog = history(opened)
    assert dialog.sentence.text().startswith("501 changes since")
    assert dialog.list.rows.rowCount() == 502
    qtmodeltester.check(dialog.list.rows)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    dialog.close()


def test_in_a_small_window_changes_and_what_they_say_take_turns(opened: Opened) -> None:
    opened.window.resize(640, 440)
    opened.window.desk.theme.set_factor(2.0)
    dialog = history(opened)
    assert dialog.width() <= opened.window.width()
    assert dialog.height() <= opened.window.height()
    assert not dialog.reading.isVisible()
    opened.press(Qt.Key.Key_Return)
    assert dialog.reading.hasFocus()
    assert not dialog.list.isVisible()
    opened.press(Qt.Key.Key_Escape)
    assert dialog.list.hasFocus()
    dialog.close()
    opened.window.desk.theme.set_factor(1.0)


def test_an_answer_is_listed_by_its_question(opened: Opened) -> None:
    session = opened.window.desk.session
    session.act(activities.answer_prompt, opened.log.open_key, "gibbs", "feelings", "Cross with myself")
    dialog = history(opened)
    row = dialog.list.rows.rows()[1]
    assert (row.title, row.meta, row.lines) == ("Reflection: Feelings", "Gibbs, written", 2)
    assert dialog.reading.toPlainText().startswith("Gibbs: Feelings")
    dialog.close()
