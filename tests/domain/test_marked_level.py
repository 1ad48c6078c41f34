"""Which level stands beside what a role asks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from otcpd.domain.assessment import Assessment, Mark
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.marked_level import MarkedLevel, marked_level

LEAD = Framework("lead", "1", "Lead", items=(FrameworkItem("L", "Leading"), FrameworkItem("L1", "Rota", "L")))
RCOT = Framework("rcot", "1", "RCOT", items=(FrameworkItem("leading", "Leadership"),))
FRAMEWORKS = Frameworks((LEAD, RCOT), (FrameworkLink("lead@1:L", "rcot@1:leading"),))
FIRST, SECOND = date(2025, 9, 18), date(2026, 9, 17)


def made(day: date, **levels: int | None) -> Assessment:
    """Marks of a day; `L1=3` marks the rota."""
    items = {"L": "lead@1:L", "L1": "lead@1:L1", "leading": "rcot@1:leading"}
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    marks = {items[key]: Mark(items[key], level) for key, level in levels.items()}
    return Assessment(str(day), "me", day, "lead@1", moment, moment, marks=marks)


@pytest.mark.parametrize(
    ("assessments", "found"),
    [
        ([], None),
        ([made(FIRST, L1=None)], None),
        ([made(FIRST, L1=3), made(SECOND, L1=4)], MarkedLevel(4, SECOND, "lead@1:L1")),
        ([made(FIRST, L1=3), made(SECOND, L1=None)], MarkedLevel(3, FIRST, "lead@1:L1")),
        ([made(FIRST, L1=3), made(SECOND, L=5)], MarkedLevel(3, FIRST, "lead@1:L1")),
        ([made(FIRST, L=5)], MarkedLevel(5, FIRST, "lead@1:L")),
        ([made(FIRST, leading=6)], MarkedLevel(6, FIRST, "rcot@1:leading")),
    ],
)
def test_the_item_itself_comes_before_its_pillar(assessments: list[Assessment], found: MarkedLevel | None) -> None:
    assert marked_level(FRAMEWORKS, "lead@1:L1", assessments) == found


def test_a_ring_of_parents_ends() -> None:
    ring = Framework("r", "1", "Ring", items=(FrameworkItem("a", "A", "b"), FrameworkItem("b", "B", "a")))
    assert marked_level(Frameworks((ring,)), "r@1:a", []) is None
