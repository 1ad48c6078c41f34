"""What counts for what: one rule, whether the ladder, the matrix or the page of the pathway asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.pathway.counts import counts_for
from otcpd.catalogue.frameworks import shipped_frameworks
from otcpd.domain.coverage import Counted, coverage
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.ladder import LadderFacts, Shown, shown_by
from otcpd.domain.period import Period

TODAY = date(2026, 11, 21)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
_CODES = st.sampled_from([f"c{number}" for number in range(7)])
_REFS = st.builds("{}@1:{}".format, st.sampled_from(["f", "g"]), _CODES) | st.just("8C1")
_PARENTS = _CODES | st.sampled_from(["", "gone"])


@st.composite
def _frameworks(draw: st.DrawFn) -> Frameworks:
    """Two small frameworks with any parents at all, rings and missing ones among them, and any links."""
    made = [
        Framework(
            code, "1", code, items=tuple(FrameworkItem(one, one, draw(_PARENTS)) for one in draw(st.sets(_CODES)))
        )
        for code in ("f", "g")
    ]
    links = draw(st.lists(st.builds(FrameworkLink, _REFS, _REFS, st.sampled_from(LinkKind)), max_size=8))
    return Frameworks(tuple(made), tuple(links))


def _counted_by_all(frameworks: Frameworks, log: Sequence[Sequence[str]]) -> Mapping[str, Mapping[str, int]]:
    """How many activities count for each item, as each of those who ask is told."""
    items = [one.ref.item(item.code) for one in frameworks.all for item in one.items]
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(len(log))]
    shown = [Shown(str(n), days[n], "", standards=tuple(refs)) for n, refs in enumerate(log)]
    counted = [Counted(str(n), days[n], "", None, tuple(refs)) for n, refs in enumerate(log)]
    linked = {ref: frozenset(str(n) for n, refs in enumerate(log) if ref in refs) for ref in chain(*log)}
    lines = (line for one in frameworks.all for line in coverage(frameworks, one, counted, YEAR).lines)
    ladder = shown_by(items, LadderFacts(TODAY, frameworks, shown))
    return {
        "ladder": {item: len(behind) for item, behind in ladder.items()},
        "matrix": {line.ref: line.count for line in lines},
        "pathway": counts_for(linked, frameworks, items),
    }


@given(_frameworks(), st.lists(st.lists(_REFS, max_size=3), max_size=6))
def test_ladder_matrix_and_pathway_count_alike(frameworks: Frameworks, log: list[list[str]]) -> None:
    found = _counted_by_all(frameworks, log)
    assert found["ladder"] == found["matrix"] == found["pathway"]


@given(_frameworks(), _REFS, _REFS)
def test_from_below_and_from_above_it_is_one_rule(frameworks: Frameworks, one: str, other: str) -> None:
    assert (one in frameworks.counts_for(other)) is (other in frameworks.counting_for(one))
    assert (one in frameworks.alike(other)) is (other in frameworks.alike(one))


def _shipped() -> Frameworks:
    shipped = shipped_frameworks()
    return Frameworks(shipped.frameworks, shipped.links)


def _edition(edition: str, *codes: str) -> Framework:
    return Framework("own", edition, "Own", items=tuple(FrameworkItem(code, code) for code in codes))


def _replaced(old: str, new: str) -> FrameworkLink:
    return FrameworkLink(old, new, LinkKind.REPLACED_BY)


def test_an_activity_counts_through_every_edition_since_and_for_what_says_the_same() -> None:
    frameworks = Frameworks(
        (_edition("1", "L"), _edition("2", "L"), _edition("3", "L"), Framework("other", "1", "Other")),
        (
            _replaced("own@1:L", "own@2:L"),
            _replaced("own@2:L", "own@3:L"),
            FrameworkLink("own@2:L", "other@1:lead"),
            FrameworkLink("other@1:lead", "third@1:x"),
            _replaced("other@1:lead", "other@2:lead"),
        ),
    )
    assert frameworks.alike("own@1:L") == {f"own@{n}:L" for n in (1, 2, 3)} | {"other@1:lead", "other@2:lead"}
    found = _counted_by_all(frameworks, [["own@1:L"], ["other@2:lead"], ["third@1:x"]])
    assert found["ladder"] == {"own@1:L": 2, "own@2:L": 2, "own@3:L": 2}


def test_what_shows_a_theme_shows_what_its_pillar_became_and_what_says_the_same_as_that() -> None:
    frameworks = _shipped()
    for item in ("rcot_career@2017:leadership", "rcot_career@2022:leadership", "nes_nmahp@2026:leadership"):
        assert item in frameworks.counts_for("rcot_career@2017:leadership_2")
        assert item in frameworks.counts_for("nes_nmahp@2026:leadership_1")
    found = _counted_by_all(frameworks, [["rcot_career@2017:leadership_2"], ["nes_nmahp@2026:leadership_1"]])
    assert found["ladder"] == found["pathway"]
    assert found["ladder"]["rcot_career@2022:leadership"] == 2
    assert found["ladder"]["nes_nmahp@2026:leadership_1"] == 1, "a pillar shows none of its themes"
    assert found["ladder"]["rcot_career@2022:practice"] == 0


def test_two_items_that_one_became_do_not_count_for_each_other() -> None:
    frameworks = Frameworks(
        (_edition("1", "L"), _edition("2", "a", "b")),
        (_replaced("own@1:L", "own@2:a"), _replaced("own@1:L", "own@2:b")),
    )
    assert _counted_by_all(frameworks, [["own@2:a"]])["matrix"] == {"own@1:L": 1, "own@2:a": 1, "own@2:b": 0}
