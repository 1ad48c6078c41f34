"""The frameworks that ship: what must be in them, and that no edition that ever shipped is lost."""

from __future__ import annotations

import pytest

from otcpd.catalogue import load_catalogue
from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.framework import Framework, FrameworkKind
from otcpd.domain.frameworks import Frameworks

SHIPPED = shipped_frameworks()
FRAMEWORKS = Frameworks(SHIPPED.frameworks, SHIPPED.links)

EVER_SHIPPED = {
    "rcot_career@2022": 4,
    "rcot_career@2017": 16,
    "nes_nmahp@2026": 11,
    "sssc_cpl@2024": 7,
    "hcpc_cpd@2006": 5,
    "hcpc_sop@2023": 15,
    "hcpc_conduct@2024": 10,
}
"""Editions and how many items they have. People have linked activities to them: no line here is ever taken out."""


def test_every_edition_that_ever_shipped_is_there() -> None:
    assert {str(one.ref): len(one.items) for one in SHIPPED.frameworks} == EVER_SHIPPED


@pytest.mark.parametrize("framework", SHIPPED.frameworks, ids=[str(one.ref) for one in SHIPPED.frameworks])
def test_a_framework_hangs_together(framework: Framework) -> None:
    assert len(framework.by_code) == len(framework.items)
    assert all(not item.parent or item.parent in framework.by_code for item in framework.items)
    assert not framework.own
    assert framework.short
    assert framework.source
    assert framework.note
    assert [level.number for level in framework.levels] == sorted({level.number for level in framework.levels})


def test_careers_have_four_pillars_and_their_levels() -> None:
    levels = {
        str(one.ref): ([item.label for item in one.pillars], [level.number for level in one.levels])
        for one in FRAMEWORKS.offered
        if one.kind is FrameworkKind.CAREER
    }
    assert levels == {
        "rcot_career@2022": (
            ["Professional practice", "Facilitation of learning", "Leadership", "Evidence, research and development"],
            list(range(1, 10)),
        ),
        "nes_nmahp@2026": (
            ["Clinical practice", "Facilitating learning", "Leadership", "Evidence, research and development"],
            [5, 6, 7, 8],
        ),
    }


def test_every_link_leads_somewhere() -> None:
    for link in SHIPPED.links:
        assert FRAMEWORKS.item(link.source) is not None
        assert FRAMEWORKS.item(link.target) is not None


def test_the_pillars_of_rcot_and_nes_count_for_each_other() -> None:
    for rcot, nes in (("practice", "clinical"), ("learning", "learning"), ("research", "research")):
        assert f"nes_nmahp@2026:{nes}" in FRAMEWORKS.counting_for(f"rcot_career@2022:{rcot}")
        assert f"rcot_career@2022:{rcot}" in FRAMEWORKS.counting_for(f"nes_nmahp@2026:{nes}")


def test_an_older_edition_is_offered_no_more_and_stays_readable() -> None:
    assert "rcot_career@2017" not in {str(one.ref) for one in FRAMEWORKS.offered}
    assert FRAMEWORKS.label("rcot_career@2017:leadership_2") == "Teamwork"


def test_standards_are_those_of_the_catalogue() -> None:
    for ref, standard in load_catalogue().standards.items():
        assert FRAMEWORKS.label(ref) == standard.label
