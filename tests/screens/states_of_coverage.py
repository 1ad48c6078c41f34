"""What the page on coverage looks like besides: the list, what is behind a cell, its tools where they take turns."""

from __future__ import annotations

from otcpd.ui.pages.coverage import words
from otcpd.ui.pages.coverage.page import CoveragePage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _page(scene: Scene) -> CoveragePage:
    page = scene.window.page
    assert isinstance(page, CoveragePage)
    return page


def _listed(scene: Scene) -> None:
    page = _page(scene)
    page.tools.view.segment(words.LIST).click()
    page.table.opened.emit(0, 0)


def _tools(scene: Scene) -> None:
    page = _page(scene)
    page.tools.period.set_value(words.OWN)
    page.tools.period.chosen.emit(words.OWN)
    page.search()


def _nothing_found(scene: Scene) -> None:
    page = _page(scene)
    page.tools.search_field.set_text("nothing is called so")
    page.tools.search_field.searched.emit("nothing is called so")


STATES: tuple[State, ...] = (
    State("coverage-list", "coverage", arrange=_listed),
    State("coverage-tools", "coverage", arrange=_tools),
    State("coverage-nothing-found", "coverage", arrange=_nothing_found),
)
