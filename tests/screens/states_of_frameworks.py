"""What the page of frameworks looks like besides: each dialog open, and a filter that finds something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from otcpd.exchange.framework_in import read_framework
from otcpd.ui.pages.frameworks.import_dialog import ImportDialog
from otcpd.ui.pages.frameworks.page import FrameworksPage
from tests.screens.arranging import State
from tests.screens.stage import Scene

_FILE = Path(__file__).parents[1] / "exchange" / "frameworks" / "case_oddities.json"


def _page(scene: Scene) -> FrameworksPage:
    page = scene.window.page
    assert isinstance(page, FrameworksPage)
    page.sides.show_side()
    return page


def _opened(scene: Scene, page: FrameworksPage) -> QWidget:
    dialog = page.dialog.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


def _filtered(scene: Scene) -> None:
    page = _page(scene)
    page.pane.search.set_text("lead")
    page.pane.list.search("lead")


def _new(scene: Scene) -> QWidget:
    page = _page(scene)
    page.start_new()
    return _opened(scene, page)


def _adding(scene: Scene) -> QWidget:
    page = _page(scene)
    page.pane.add.click()
    return _opened(scene, page)


def _item(scene: Scene) -> QWidget:
    page = _page(scene)
    page.pane.item_wanted.emit(page.pane.list.rows.rows()[0].item.code)
    return _opened(scene, page)


def _about(scene: Scene) -> QWidget:
    page = _page(scene)
    page.pane.about.click()
    return _opened(scene, page)


def _importing(scene: Scene) -> QWidget:
    page = _page(scene)
    page.bring_in()
    dialog = page.dialog.dialog
    assert isinstance(dialog, ImportDialog)
    read = read_framework(_FILE, scene.desk.session.services.clock.today())
    dialog.show_read(read)
    return _opened(scene, page)


STATES = (
    State("frameworks-filtered", "frameworks", arrange=_filtered),
    State("frameworks-new", "frameworks", arrange=_new),
    State("frameworks-adding", "frameworks", arrange=_adding),
    State("frameworks-item", "frameworks", arrange=_item),
    State("frameworks-about", "frameworks", arrange=_about),
    State("frameworks-importing", "frameworks", arrange=_importing),
)
