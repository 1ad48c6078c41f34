"""What is only for her is on no paper, whatever paper it is: every text of the pathway, one by one."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import set_layer
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.impact_paper import Wanted, impact_page
from otcpd.actions.pathway.ladder import ladder_facts
from otcpd.actions.pathway.ladder_paper import Told, ladder_paper
from otcpd.actions.pathway.plan_paper import learning_plan_content
from otcpd.actions.pathway.reading_list import reading_annex, reading_paper
from otcpd.actions.supervision.manager_paper import manager_content
from otcpd.domain.ladder import ladder
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, may_leave
from otcpd.domain.period import Period
from otcpd.record.record import Record
from tests.record.pathway_rows import Rows, add_pathway

YEARS = Period(date(2025, 1, 1), date(2026, 12, 31))


@pytest.fixture
def rows(record: Record, activity: str) -> Rows:
    """A pathway in which every text that has readers is a word of its own."""
    found = {**add_pathway(record, activity), "activity": activity}
    with record.step("Write") as step:
        for table, field in DEFAULT_LAYERS:
            if table in found and field != "framework_item":
                step.set(table, found[table], field, _word(table, field))
        step.set("reading", found["reading"], "read_on", "2026-10-01")
    return found


def _word(table: str, field: str) -> str:
    return f"Zq{table}{field}x".replace("_", "")


def _papers(record: Record, rows: Rows) -> dict[str, str]:
    """What each paper says."""
    (aim,) = record.roles.aims()
    found = ladder(aim, ladder_facts(record, all_frameworks(record)))
    told = [Told("Asked", rung.expectation.text or "Item", "", rung.standing, rung) for rung in found.rungs]
    return {
        "plan": repr(learning_plan_content(record, rows["learning_plan"])),
        "manager": repr(manager_content(record, YEARS)),
        "ladder": repr(ladder_paper(record, aim, found, told, "")),
        "impact": repr(impact_page(record, Wanted(YEARS)).content),
        "reading": repr(reading_paper(record)),
        "annex": repr(reading_annex(record, YEARS)),
    }


LEVELS = {"annex": Layer.REGULATOR}
"""Whom each paper is for, where that is not supervision."""


def test_what_is_for_her_alone_leaves_on_no_paper(record: Record, rows: Rows) -> None:
    before = _papers(record, rows)
    seen = {place for place in DEFAULT_LAYERS if any(_word(*place) in said for said in before.values())}
    assert {
        ("goal", "title"),
        ("goal_milestone", "text"),
        ("learning_plan", "title"),
        ("learning_plan", "protected"),
        ("planned_learning", "text"),
        ("planned_learning", "reason"),
        ("plan_review", "text"),
        ("role_aim", "title"),
        ("role_expectation", "text"),
        ("impact", "theme"),
        ("impact", "story"),
        ("impact_measure", "name"),
        ("reading", "title"),
        ("activity", "title"),
    } <= seen
    for paper, said in before.items():
        level = LEVELS.get(paper, Layer.SUPERVISION)
        held_back = {place for place, layer in DEFAULT_LAYERS.items() if not may_leave(layer, level)}
        assert not {place for place in held_back if _word(*place) in said}, paper
    for table, field in sorted(seen):
        set_layer(record, table, rows[table], field, Layer.PRIVATE)
        for paper, said in _papers(record, rows).items():
            assert _word(table, field) not in said, (paper, table, field)
