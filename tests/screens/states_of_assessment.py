"""What the page of self-assessment looks like besides: laid over another day, another framework, as a document."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.assessment.page import AssessmentPage
from otcpd.ui.pages.assessment.state import Wanted
from tests.screens.arranging import State
from tests.screens.stage import Scene

_RCOT = "rcot_career@2022"


def _page(scene: Scene) -> AssessmentPage:
    page = scene.window.page
    assert isinstance(page, AssessmentPage)
    return page


def _compared(scene: Scene) -> None:
    page = _page(scene)
    days = scene.desk.session.record.assessments.all(_RCOT)
    page.tools.wanted.emit(Wanted(_RCOT, days[-1].id, days[0].id))
    page.wheel.view.setFocus()


def _table(scene: Scene) -> None:
    _compared(scene)
    page = _page(scene)
    page.wheel.table.setFocus()
    page.board.scroller.ensureWidgetVisible(page.wheel.table)


def _item(scene: Scene) -> None:
    page = _page(scene)
    page.item.take_focus()
    page.board.scroller.ensureWidgetVisible(page.item)


def _nothing(scene: Scene) -> None:
    _page(scene).tools.wanted.emit(Wanted("nes_nmahp@2026"))


def _document(scene: Scene) -> QWidget:
    page = _page(scene)
    page.preview()
    dialog = page.paper.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("assessment-compared", "assessment", arrange=_compared),
    State("assessment-table", "assessment", arrange=_table),
    State("assessment-item", "assessment", arrange=_item),
    State("assessment-nothing", "assessment", arrange=_nothing),
    State("assessment-document", "assessment", arrange=_document),
)
