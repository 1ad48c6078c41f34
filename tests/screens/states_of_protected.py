"""What the page of protected time looks like besides: full, with each form open, and the page for a manager."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.protected import Agreed, add_entitlement, lost_it, plan_time, took_it, took_part
from otcpd.actions.supervision.workload import note_workload
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse
from otcpd.record.record import Record
from otcpd.ui.pages.protected.page import ProtectedPage
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene

_FIGURES = ((6, 28, 84, 4), (7, 30, 90, 4), (8, 29, 97, 6), (9, 33, 104, 6), (10, 34, 112, 7), (11, 36, 121, 8))


def _fill(record: Record) -> None:
    """Time agreed twice over, taken, lost and to come, and half a year of workload."""
    add_entitlement(record, Agreed(210, Per.MONTH, date(2026, 4, 1)))
    add_entitlement(record, Agreed(60, Per.MONTH, date(2026, 8, 1), source=EntitlementSource.AGREEMENT))
    took_it(record, plan_time(record, date(2026, 8, 14), 210, ProtectedUse.REFLECTION).new_id)
    lost_it(record, plan_time(record, date(2026, 9, 11), 210).new_id, "duty_cover")
    took_part(record, plan_time(record, date(2026, 10, 9), 210).new_id, 60, "The team day ran over")
    plan_time(record, date(2026, 11, 6), 210)
    plan_time(record, date(2026, 12, 4), 210, ProtectedUse.CPD, "Falls prevention reading")
    for month, *figures in _FIGURES:
        note_workload(record, date(2026, month, 2), *figures)


def _full(scene: Scene) -> ProtectedPage:
    page = scene.window.page
    assert isinstance(page, ProtectedPage)
    _fill(scene.desk.session.record)
    page.refresh()
    return page


def _filled(scene: Scene) -> None:
    _full(scene)


def _planning(scene: Scene) -> None:
    _full(scene).start_new()


def _lost(scene: Scene) -> None:
    page = _full(scene)
    page.slots.pane.outcome.lost.click()
    page.board.scroller.ensureWidgetVisible(page.slots.pane)


def _changing(scene: Scene) -> None:
    page = _full(scene)
    page.slots.pane.fields.day.setFocus()
    page.agreed.edit.open(scene.desk.session.record.protected_time.entitlements()[0])
    page.board.scroller.ensureWidgetVisible(page.slots.pane)


def _adding(scene: Scene) -> None:
    page = _full(scene)
    page.agreed.start_new()
    page.agreed.adding.add.click()


def _workload(scene: Scene) -> None:
    page = _full(scene)
    page.workload.figures["waiting"].set_text("about forty")
    page.workload.note.click()
    page.workload.fold.open()
    page.board.scroller.ensureWidgetVisible(page.workload.fold)


def _manager(scene: Scene) -> QWidget:
    page = _full(scene)
    page.make_managers_page()
    dialog = page.manager.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("protected-full", "protected", arrange=_filled),
    State("protected-planning", "protected", arrange=_planning),
    State("protected-lost", "protected", arrange=_lost),
    State("protected-changing", "protected", arrange=_changing),
    State("protected-adding", "protected", arrange=_adding),
    State("protected-workload", "protected", arrange=_workload),
    State("protected-manager", "protected", Content.SAMPLE, arrange=_manager),
)
