"""Roles and Next role in the window: what is filled in is in the file, and what is chosen is what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity, set_layer
from otcpd.actions.pathway.aims import Asked, add_aim, edit_aim, take_expectations
from otcpd.actions.pathway.assessments import begin_assessment, mark_level
from otcpd.actions.pathway.ladder import link_item
from otcpd.actions.pathway.opportunities import add_opportunity
from otcpd.actions.people import add_post
from otcpd.domain.activity import Category
from otcpd.domain.assessment import MarkSide
from otcpd.domain.career import AimState, ExpectationKind, OpportunityState, Setting
from otcpd.domain.ladder import Evidence
from otcpd.domain.layers import Layer
from otcpd.portfolio.papers.ladder import ladder_layout
from otcpd.ui.pages.next_role.page import NextRolePage
from otcpd.ui.pages.roles.page import RolesPage
from otcpd.ui.widgets.ask_sheet import AskSheet
from otcpd.ui.widgets.parsed_field import ParsedField
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, new_file, opened_program

RCOT = "rcot_career@2022"
ASKED = (
    Asked(ExpectationKind.ITEM, item=f"{RCOT}:leadership", level=6),
    Asked(ExpectationKind.ITEM, item=f"{RCOT}:practice", level=6),
    Asked(ExpectationKind.TRAINING, "Adult protection"),
    Asked(ExpectationKind.OTHER, "Has led a project"),
)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(new_file(tmp_path / "eilidh.otcpd", clock))
        yield opened


def roles(program: Opened, thing: str = "") -> RolesPage:
    page = program.window.go_to("roles", thing)
    assert isinstance(page, RolesPage)
    return page


def type_into(field: ParsedField[Any], text: str) -> None:
    """Type into a field, and leave it."""
    field.set_text(text)
    field.commit()


def test_posts(program: Opened) -> None:
    post = add_post(program.record, "Reablement lead", "Rowan Council", date(2025, 2, 1)).created[-1]
    page = roles(program, post)
    page.posts.setting.chosen.emit(Setting.JOINT.value)
    posts = page.posts
    for field, text in (
        (posts.wte, "40 %"),
        (posts.lines["grade"], "Grade 10"),
        (posts.lines["locality"], "North"),
        (posts.fixed_until, "31 Jan 2027"),
    ):
        type_into(field, text)
    found = program.record.people.posts()[0]
    assert (found.setting, found.wte, found.grade, found.locality) == ("joint", 40, "Grade 10", "North")
    assert found.fixed_until == date(2027, 1, 31)
    told = "Rowan Council, since 1 February 2025, Joint, 0.4 of full time. Fixed term until 31 January 2027"
    assert page.posts.list.rows.rows()[0].meta == told
    type_into(posts.wte, "many")
    assert page.posts.wte.doubt == "‘many’ is no part of a full-time post. Write it like 0.6 or 60 %."
    type_into(posts.wte, "")
    assert program.record.people.posts()[0].wte is None
    chart = page.timeline.chart.accessibleDescription()
    assert chart == ("Reablement lead, Rowan Council, Joint: since 1 February 2025, fixed term until 31 January 2027.")


def test_aims_and_opportunities(program: Opened) -> None:
    aim = add_aim(program.record, "Team lead").new_id
    one = add_opportunity(program.record, "Hand clinic").new_id
    page = roles(program, aim)
    page.aims.state.chosen.emit(AimState.PUT_ASIDE.value)
    page.aims.framework.chosen.emit(RCOT)
    found = program.record.roles.aim(aim)
    assert (found.state, found.framework) == (AimState.PUT_ASIDE, RCOT)
    card = page.opportunities
    card.refresh(one)
    card.choices["state"].chosen.emit(OpportunityState.DONE.value)
    card.days["start"].set_text("3 November 2026")
    card.days["start"].commit()
    card.choices["aim"].chosen.emit(aim)
    assert card.list.rows.rows()[0].meta == "Shadowing. Done, 3 November 2026"
    card.add_it.click()
    (activity,) = program.record.activities.all()
    assert (activity.title, activity.type, activity.category) == ("Hand clinic", "work_shadowing", Category.WORK_BASED)
    assert not card.add_it.isVisible()
    card.linked[0].open.click()
    assert program.log.open_key == activity.id
    page = roles(program, aim)
    page.aims.delete()
    assert program.record.roles.aims() == []


@pytest.fixture
def page(program: Opened, qtbot: QtBot) -> NextRolePage:
    """A role that asks four things, one of which the log holds, and one level marked."""
    record = program.record
    aim = add_aim(record, "Team lead", RCOT).new_id
    take_expectations(record, aim, ASKED)
    new_activity(record, title="Adult protection, level 2", category=Category.FORMAL)
    led = new_activity(record, title="Led the falls audit", finished=True).created[0]
    link_item(record, led, f"{RCOT}:leadership")
    marks = begin_assessment(record, RCOT).created[0]
    mark_level(record, marks, f"{RCOT}:leadership", MarkSide.NOW, 5)
    found = program.window.go_to("next_role", aim)
    assert isinstance(found, NextRolePage)
    qtbot.waitUntil(lambda: found.ready and bool(found.detail.key), timeout=SLOW)
    return found


def titles(page: NextRolePage) -> list[str]:
    model = page.pane.list.rows
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_is_chosen_is_told(page: NextRolePage) -> None:
    assert page.header.fact.text() == "Team lead: 1 of 4 held, 1 thin, 2 missing."
    assert titles(page) == [
        *("RCOT 1 to 9", "Leadership", "Professional practice"),
        *("Training", "Adult protection", "Also asked", "Has led a project"),
    ]
    detail = page.detail
    assert detail.title.text() == "Leadership"
    assert detail.why.text() == (
        "You marked level 5, the role asks 6. One activity shows it, two would do. None has evidence."
    )
    assert detail._now.text() == "You marked level 5 on 21 November 2026; the role asks 6."
    assert [row.title for row in detail.shown.list.rows.rows()] == ["Led the falls audit"]
    spoken = page.pane.list.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Leadership, Level 6, Thin. {detail.why.text()}"


def test_filtering_and_searching(page: NextRolePage) -> None:
    tools = page.pane.tools
    tools.set_standing(Evidence.MISSING)
    assert titles(page) == ["RCOT 1 to 9", "Professional practice", "Also asked", "Has led a project"]
    tools.search.set_text("project")
    tools.changed.emit()
    assert titles(page) == ["Also asked", "Has led a project"]
    page.pane.show_everything()
    assert len(titles(page)) == 7
    assert tools.make_menu().actions()[1].text() == "Held (1)"


def test_what_is_done_about_it(page: NextRolePage, qtbot: QtBot) -> None:
    listing, detail, record = page.pane.list, page.detail, page.desk.session.record
    keys = {row.title: row.key for row in page.contents.rows}

    def wait() -> None:
        qtbot.waitUntil(lambda: page.ready, timeout=SLOW)

    listing.choose(keys["Has led a project"])
    detail.met.click()
    wait()
    assert detail.why.text() == "Marked as met on 21 November 2026."
    detail.met.click()
    wait()
    assert detail.met.text() == "Mark as met"
    detail.moved.emit(keys["Has led a project"], -1)
    wait()
    assert [row.title for row in page.contents.rows][-1] == "Adult protection"
    listing.choose(keys["Leadership"])
    detail.level.set_text("7")
    detail.level.commit()
    wait()
    assert page.contents.rows[0].level == "Level 7"
    detail.shown.act.click()
    wait()
    assert detail.standing.text() == "Missing"
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Delete)
    wait()
    assert len(record.roles.aims()[0].expectations) == 3
    page.desk.session.undo()
    wait()
    assert len(page.contents.rows) == 4


def test_nothing_stays_open_that_is_out_of_sight(page: NextRolePage) -> None:
    asked = len(page.contents.rows)
    page.detail.title.setFocus()
    QTest.keyClick(page.detail.title, Qt.Key.Key_Escape)
    assert page.pane.list.hasFocus()
    page.pane.tools.search.set_text("nobody asks this")
    page.pane.tools.changed.emit()
    assert page.detail.key == ""
    page.commands()[-1].run()
    assert len(page.desk.session.record.roles.aims()[0].expectations) == asked
    page.pane.show_everything()
    assert page.detail.title.text() == "Leadership"


def test_what_the_palette_offers(page: NextRolePage, qtbot: QtBot) -> None:
    page.take_up("missing")
    qtbot.waitUntil(lambda: page.pane.tools.standing is Evidence.MISSING, timeout=SLOW)
    assert titles(page) == ["RCOT 1 to 9", "Professional practice", "Also asked", "Has led a project"]
    page.take_up("add")
    qtbot.waitUntil(lambda: page.taking.dialog is not None, timeout=SLOW)
    assert page.taking.dialog is not None
    page.taking.dialog.reject()


def test_it_leaves_as_a_document(page: NextRolePage) -> None:
    edit_aim(page.desk.session.record, page.contents.aims[0].id, "why", "I am tired of my team.")
    set_layer(page.desk.session.record, "activity", page.contents.rows[2].rung.activities[0], "title", Layer.PRIVATE)
    page.preview()
    dialog = page.paper.dialog
    assert dialog is not None
    content = dialog.content
    assert (content.role, content.sentence) == ("Team lead", "1 of 4 held, 1 thin, 2 missing")
    (leadership, _practice), (training,), (_led,) = [group.lines for group in content.groups]
    assert (leadership.level, leadership.standing, leadership.shown) == (
        "6",
        "Thin",
        ("Led the falls audit, 21 November 2026",),
    )
    assert (training.standing, training.shown) == ("Held", ()), "its title is for her alone"
    layout = ladder_layout(content)
    assert "tired" not in repr(layout)
    dialog.activities.setChecked(False)
    assert not [line for group in dialog.content.groups for line in group.lines if line.shown]
    dialog.reject()


def test_what_a_role_asks_waits_for_the_disk(page: NextRolePage, qtbot: QtBot) -> None:
    record = page.desk.session.record
    path = record.path
    path.rename(path.with_name("elsewhere"))
    page.make_add_menu().actions()[2].trigger()
    sheet = page.findChildren(AskSheet)[-1]
    sheet.field.line.setText("Has chaired a case conference")
    sheet.act.click()
    assert [draft.text for draft in page.desk.session.autosave.drafts] == ["Has chaired a case conference"]
    path.with_name("elsewhere").rename(path)
    assert page.desk.session.flush()
    assert record.roles.aims()[0].expectations[-1].text == "Has chaired a case conference"
    qtbot.waitUntil(lambda: titles(page)[-1] == "Has chaired a case conference", timeout=SLOW)
