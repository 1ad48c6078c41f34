"""What the history of an entry, the views of its readers and the bin can look like."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions import activities
from otcpd.ui.history.dialog import HistoryDialog
from otcpd.ui.pages.bin.page import BinPage
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.readers.dialog import WhoSeesWhat
from otcpd.ui.widgets.fold import Fold
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene

JOURNAL_CLUB = "Journal club: home hazard assessment and falls"


def _entry(scene: Scene) -> LogPage:
    """The log with an activity open that has everything."""
    page = scene.window.page
    assert isinstance(page, LogPage)
    page.show_thing(next(row.id for row in scene.record.activities.rows() if row.title == JOURNAL_CLUB))
    scene.settle()
    return page


def _on_top(scene: Scene, kind: type[QWidget]) -> QWidget:
    found = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
    scene.others.append(found)
    scene.settle()
    return found


def _history(scene: Scene) -> QWidget:
    _entry(scene).details.show_history()
    return _on_top(scene, HistoryDialog)


def _history_open(scene: Scene) -> QWidget:
    dialog = _history(scene)
    assert isinstance(dialog, HistoryDialog)
    dialog.list.open_wanted.emit(dialog.list.chosen_key())
    return dialog


def _readers(scene: Scene) -> QWidget:
    _entry(scene).details.show_readers()
    dialog = _on_top(scene, WhoSeesWhat)
    assert isinstance(dialog, WhoSeesWhat)
    dialog.views.segment("regulator").click()
    return dialog


def _reader_choice(scene: Scene) -> QWidget:
    text = _entry(scene).details.detail.texts["learning"]
    text.tag.click()
    sheet = text.readers.choosing.sheet
    assert sheet is not None
    scene.others.append(sheet)
    return sheet


def _other_models(scene: Scene) -> None:
    page = _entry(scene)
    key = page.open_key
    scene.desk.session.act(activities.answer_prompt, key, "gibbs", "feelings", "Cross with myself, then curious.")
    for fold in page.details.detail.folds.section("reflection").findChildren(Fold):
        fold.open()


def _bin(scene: Scene) -> BinPage:
    page = scene.window.page
    assert isinstance(page, BinPage)
    return page


def _bin_open(scene: Scene) -> None:
    page = _bin(scene)
    page.show_thing(page.entries[0].id)


def _bin_long(scene: Scene) -> None:
    for row in scene.record.activities.rows()[:12]:
        scene.desk.session.act(activities.delete_activity, row.id)
    _bin(scene).list.selectAll()


def _bin_nothing_found(scene: Scene) -> None:
    _bin_long(scene)
    page = _bin(scene)
    page.search_field.line.setText("zzzz")
    scene.until(page.nothing.isVisible)


STATES = (
    State("history", "log", arrange=_history, spoils=False),
    State("history", "log", Content.READ_ONLY, arrange=_history, spoils=False),
    State("history-open", "log", arrange=_history_open, spoils=False),
    State("who-sees-what", "log", arrange=_readers, spoils=False),
    State("reader-choice", "log", arrange=_reader_choice, spoils=False),
    State("reflect-other-models", "log", arrange=_other_models),
    State("bin-open", "bin", arrange=_bin_open, spoils=False),
    State("bin-open", "bin", Content.READ_ONLY, arrange=_bin_open, spoils=False),
    State("bin-long", "bin", arrange=_bin_long),
    State("bin-nothing-found", "bin", arrange=_bin_nothing_found),
)
