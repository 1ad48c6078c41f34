"""What the page of the learning plan looks like besides: each form open, the year turned, and the plan on paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.learning_plan import LearningState
from otcpd.ui.pages.plan.page import PlanPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _page(scene: Scene) -> PlanPage:
    page = scene.window.page
    assert isinstance(page, PlanPage)
    return page


def _learning(scene: Scene) -> None:
    page = _page(scene)
    assert page.state is not None
    refused = next(one for one in page.state.plan.learning if one.state is LearningState.REFUSED)
    page.learning.choose(refused.id)
    page.board.scroller.ensureWidgetVisible(page.learning.pane)


def _agreeing(scene: Scene) -> None:
    page = _page(scene)
    page.agreed.start_new()
    page.agreed.form.keep.click()


def _reviewing(scene: Scene) -> None:
    page = _page(scene)
    page.late.review.start_new()
    page.board.scroller.ensureWidgetVisible(page.late.review.pane)


def _turning(scene: Scene) -> None:
    page = _page(scene)
    page.turn_year()
    page.turn.turn.click()


def _ended(scene: Scene) -> None:
    """The plan of the year before, with the goal that it carried over."""
    page = _page(scene)
    assert page.state is not None
    page.show_plan(page.state.plans[0].id)
    carried = next(one.goal for one in page.state.plan.goals if one.carried_reason)
    page.goals.list.show_rows(page.goals.list.rows.rows(), carried)
    page.goals.list.chosen.emit(carried)


def _paper(scene: Scene) -> QWidget:
    page = _page(scene)
    page.make_plan()
    dialog = page.paper.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("plan-learning", "plan", arrange=_learning),
    State("plan-agreeing", "plan", arrange=_agreeing),
    State("plan-reviewing", "plan", arrange=_reviewing),
    State("plan-turning", "plan", arrange=_turning),
    State("plan-ended", "plan", arrange=_ended),
    State("plan-paper", "plan", arrange=_paper),
)
