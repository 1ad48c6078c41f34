"""What the CPD log can look like."""

from __future__ import annotations

from PySide6.QtTest import QTest

from otcpd.domain.changes import Changes
from otcpd.domain.errors import DiskFull
from otcpd.ui.autosave import Draft
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.widgets.fold import Fold
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _page(scene: Scene) -> LogPage:
    page = scene.window.page
    assert isinstance(page, LogPage)
    return page


def _newest_open(scene: Scene) -> LogPage:
    page = _page(scene)
    page.show_thing(scene.record.activities.rows()[0].id)
    scene.settle()
    return page


def open_activity(scene: Scene) -> None:
    """The newest activity; where list and detail take turns, the detail."""
    _newest_open(scene)


def unfolded(scene: Scene) -> None:
    """The newest activity with all its sections open."""
    for fold in _newest_open(scene).findChildren(Fold):
        if fold.isVisible():
            fold.open()
            scene.settle()


def _gap(scene: Scene) -> None:
    page = _page(scene)
    keys = [getattr(entry, "key", "") for entry in page.pane.model.entries()]
    page.show_thing(next(key for key in keys if key.startswith("gap ")))


def _nothing_found(scene: Scene) -> None:
    page = _page(scene)
    page.search()
    page.tools.search.set_text("zzzz")
    scene.until(page.pane.list.isHidden)


def _new(scene: Scene) -> None:
    _page(scene).start_new()


def _line_understood(scene: Scene) -> None:
    page = _page(scene)
    if page.pane.isHidden():
        page.search()
    if not page.pane.quick.isVisible():
        return  # in a low window it leaves its room to the list
    QTest.keyClicks(page.pane.quick.field.line, "2h journal club on falls yesterday with Fiona #falls")
    scene.until(page.pane.quick.parts.isVisible)


def _pointed_out(scene: Scene) -> None:
    text = _newest_open(scene).details.detail.texts["learning"]
    text.text.editor.setFocus()
    text.text.editor.insertPlainText(
        " Mrs Birch, CHI 1904851231, of 14 Larch Terrace, rang from 01632 960123. Mrs Birch wants a seat."
    )
    scene.until(text.pointed_out.isVisible)


def _not_saved(scene: Scene) -> None:
    page = _newest_open(scene)
    scene.desk.session.autosave.keep(Draft(("field",), "Title", "Journal club", _full))
    scene.desk.session.flush()
    assert page.isVisible()


def _full() -> Changes:
    raise DiskFull("The disk is full.", "Your text is still here.", "Make room and try again.")


STATES = (
    State("log-open", "log", arrange=open_activity, spoils=False),
    State("log-open", "log", Content.READ_ONLY, arrange=open_activity, spoils=False),
    State("log-gap", "log", arrange=_gap, spoils=False),
    State("log-gap", "log", Content.READ_ONLY, arrange=_gap, spoils=False),
    State("log-unfolded", "log", arrange=unfolded),
    State("log-unfolded", "log", Content.READ_ONLY, arrange=unfolded),
    State("log-new", "log", Content.EMPTY, arrange=_new),
    State("log-nothing-found", "log", arrange=_nothing_found),
    State("log-line-understood", "log", arrange=_line_understood),
    State("log-pointed-out", "log", arrange=_pointed_out),
    State("log-not-saved", "log", arrange=_not_saved),
)
