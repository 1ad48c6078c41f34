"""What the page of protected time looks like besides: each form open, and the page for a manager."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.protected.page import ProtectedPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _page(scene: Scene) -> ProtectedPage:
    page = scene.window.page
    assert isinstance(page, ProtectedPage)
    return page


def _planning(scene: Scene) -> None:
    _page(scene).start_new()


def _lost(scene: Scene) -> None:
    page = _page(scene)
    page.slots.pane.outcome.lost.click()
    page.board.scroller.ensureWidgetVisible(page.slots.pane)


def _part(scene: Scene) -> None:
    page = _page(scene)
    page.slots.pane.outcome.part.click()
    page.board.scroller.ensureWidgetVisible(page.slots.pane)


def _changing(scene: Scene) -> None:
    page = _page(scene)
    page.slots.pane.fields.day.setFocus()
    page.agreed.edit.open(scene.desk.session.record.protected_time.entitlements()[0])
    page.board.scroller.ensureWidgetVisible(page.slots.pane)


def _adding(scene: Scene) -> None:
    page = _page(scene)
    page.agreed.start_new()
    page.agreed.adding.add.click()


def _workload(scene: Scene) -> None:
    page = _page(scene)
    page.workload.figures["waiting"].set_text("about forty")
    page.workload.note.click()
    page.workload.fold.open()
    page.board.scroller.ensureWidgetVisible(page.workload.fold)


def _manager(scene: Scene) -> QWidget:
    page = _page(scene)
    page.make_managers_page()
    dialog = page.manager.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("protected-planning", "protected", arrange=_planning),
    State("protected-lost", "protected", arrange=_lost),
    State("protected-part", "protected", arrange=_part),
    State("protected-changing", "protected", arrange=_changing),
    State("protected-adding", "protected", arrange=_adding),
    State("protected-workload", "protected", arrange=_workload),
    State("protected-manager", "protected", arrange=_manager),
)
