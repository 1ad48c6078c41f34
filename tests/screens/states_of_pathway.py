"""What the Pathway page looks like besides: a goal open in each state, its parts unfolded, choosing a pillar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.item_chooser import ItemChooser
from otcpd.ui.pages.pathway.goal_item import GoalItem
from otcpd.ui.pages.pathway.page import PathwayPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _page(scene: Scene) -> PathwayPage:
    page = scene.window.page
    assert isinstance(page, PathwayPage)
    return page


def _open(scene: Scene) -> PathwayPage:
    page = _page(scene)
    assert page.state is not None
    page.show_thing(page.state.goals[0].id)
    return page


def _goal(scene: Scene) -> None:
    _open(scene)


def _unfolded(scene: Scene) -> None:
    pane = _open(scene).pane
    for fold in (pane.item, pane.smart_fold, pane.sessions):
        fold.open()
    scene.settle()
    pane.scroller.ensureWidgetVisible(pane.item)


def _reached(scene: Scene) -> None:
    page = _page(scene)
    assert page.state is not None
    page.show_thing(next(goal.id for goal in page.state.goals if not goal.is_open))


def _new(scene: Scene) -> None:
    _page(scene).new_goal("rcot_career@2022:leadership", 5)


def _choosing(scene: Scene) -> QWidget:
    pane = _open(scene).pane
    pane.item.open()
    inside = pane.item.inside
    assert isinstance(inside, GoalItem)
    inside.choose.click()
    chooser = scene.window.findChild(ItemChooser)
    assert chooser is not None
    scene.others.append(chooser)
    return chooser


STATES = (
    State("pathway-goal", "pathway", arrange=_goal),
    State("pathway-unfolded", "pathway", arrange=_unfolded),
    State("pathway-reached", "pathway", arrange=_reached),
    State("pathway-new", "pathway", arrange=_new),
    State("pathway-choosing", "pathway", arrange=_choosing),
)
