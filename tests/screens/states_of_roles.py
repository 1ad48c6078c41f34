"""What Roles and Next role look like besides: an opportunity chosen, something missing open, filtered, taking items."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.ladder import Evidence
from otcpd.ui.pages.next_role.page import NextRolePage
from otcpd.ui.pages.roles.page import RolesPage
from tests.screens.arranging import State
from tests.screens.stage import Scene


def _roles(scene: Scene) -> RolesPage:
    page = scene.window.page
    assert isinstance(page, RolesPage)
    return page


def _next_role(scene: Scene) -> NextRolePage:
    page = scene.window.page
    assert isinstance(page, NextRolePage)
    scene.until(lambda: page.ready)
    return page


def _opportunity(scene: Scene) -> None:
    _roles(scene).show_thing(scene.desk.session.record.roles.opportunities()[0].id)


def _aim(scene: Scene) -> None:
    page = _roles(scene)
    page.enter(page.aims.list)


def _missing(scene: Scene) -> None:
    """Something that nothing is linked to, with what may show it."""
    page = _next_role(scene)
    row = next(one for one in page.contents.rows if one.rung.standing is Evidence.MISSING and one.rung.expectation.item)
    page.show_thing(row.key)
    scene.until(lambda: page.ready)


def _thin(scene: Scene) -> None:
    page = _next_role(scene)
    page.pane.tools.set_standing(Evidence.THIN)
    page.pane.list.choose_first()


def _taking(scene: Scene) -> QWidget:
    page = _next_role(scene)
    page.start_new()
    dialog = page.taking.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


def _paper(scene: Scene) -> QWidget:
    page = _next_role(scene)
    page.preview()
    dialog = page.paper.dialog
    assert dialog is not None
    scene.others.append(dialog)
    return dialog


STATES = (
    State("roles-opportunity", "roles", arrange=_opportunity),
    State("roles-aim", "roles", arrange=_aim),
    State("next-role-missing", "next_role", arrange=_missing),
    State("next-role-thin", "next_role", arrange=_thin),
    State("next-role-taking", "next_role", arrange=_taking),
    State("next-role-paper", "next_role", arrange=_paper),
)
