"""What the reading log looks like besides: a new entry, fields that are asked about, a search for nothing."""

from __future__ import annotations

from otcpd.ui.pages.reading.page import ReadingPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _page(scene: Scene) -> ReadingPage:
    page = scene.window.page
    assert isinstance(page, ReadingPage)
    return page


def _new(scene: Scene) -> None:
    _page(scene).start_new()


def _fields(scene: Scene) -> None:
    page = _page(scene)
    page.show_thing(next(iter(page.contents.rows)))
    fields = page.side.detail.fields
    fields.kind.set_value("article")
    fields.kind.chosen.emit("article")
    for name, text in (("doi", "177/rails"), ("pmid", "many")):
        fields.fields[name].set_text(text)
        fields.fields[name].left.emit()
    page.side.detail.scroller.ensureWidgetVisible(fields.forms["doi"])


def _nothing(scene: Scene) -> None:
    page = _page(scene)
    page.pane.search.set_text("zebra crossing")
    page.pane.sift("zebra crossing", frozenset())


STATES = (
    State("reading-new", "reading", arrange=_new),
    State("reading-fields", "reading", arrange=_fields),
    State("reading-nothing-found", "reading", arrange=_nothing),
)
