"""Every page and dialog in every state: names, roles, the way of Tab, focus, room, texts that fit, contrast.

All that is found in one look is reported at once. `--thorough` shows every state in every look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QWidget

from tests.access.findings import Finding, told
from tests.access.painted import painted_texts
from tests.access.rules_of_names import areas, flashes, names, sideways
from tests.access.rules_of_tab import Tabbing
from tests.access.rules_of_text import Measured, cut_off, faint, sheets
from tests.screens.arranging import State
from tests.screens.stage import Content, Look, Stage
from tests.screens.states import all_states, shown

Rule = Callable[[QWidget], Iterable[Finding]]

CONTENTS = (Content.EMPTY, Content.SAMPLE, Content.READ_ONLY)

USUAL = Look(1440, 900)
LAPTOP = Look(1093, 614)
"""1366 by 768 on a screen at 125 %."""
LARGE_TEXT = Look(1024, 640, 2.0)
LEAST = Look(640, 440)
LEAST_LARGE = Look(640, 440, 2.0)


def _whole(top: QWidget) -> Iterable[Finding]:
    for sheet in sheets(top):
        yield from cut_off(sheet, painted_texts(sheet))


def _clear(top: QWidget) -> Iterable[Finding]:
    measured: Measured = set()
    for sheet in sheets(top):
        yield from faint(sheet, painted_texts(sheet), measured)


def _whole_and_clear(top: QWidget) -> Iterable[Finding]:
    measured: Measured = set()
    for sheet in sheets(top):
        texts = painted_texts(sheet)
        yield from cut_off(sheet, texts)
        yield from faint(sheet, texts, measured)


FITTING: tuple[Rule, ...] = (_whole, areas, sideways)


@dataclass(frozen=True, slots=True)
class Walk:
    """Pages with these contents, in one look, held to these rules."""

    name: str
    look: Look
    rules: tuple[Rule, ...]
    contents: tuple[Content, ...] = (Content.SAMPLE,)


FIRST = tuple(
    Walk(f"usual, {content}", USUAL, (flashes, _whole_and_clear, areas, sideways, names, Tabbing()), (content,))
    for content in CONTENTS
)
"""One for each content, so that several processes share them."""
OTHERS = (
    Walk("dark", USUAL.dark, (_clear,), CONTENTS),
    Walk("laptop", LAPTOP, (*FITTING, names)),
    Walk("large text", LARGE_TEXT, (*FITTING, names)),
    Walk("least", LEAST, FITTING),
    Walk("least with large text", LEAST_LARGE, (*FITTING, names, Tabbing())),
)


def _states_for(walk: Walk, thorough: bool) -> list[State]:
    """The first walks see everything. Of what pages can look like besides, each other one sees every fifth in the
    brief form, so that each state is seen in two looks, and everything in the thorough form."""
    if walk in FIRST:
        return all_states(walk.contents)
    if thorough:
        return all_states(CONTENTS)
    pages = [state for state in all_states(walk.contents) if state.arrange is None]
    besides = [state for state in all_states(CONTENTS) if state.arrange is not None]
    return [*pages, *besides[OTHERS.index(walk) :: len(OTHERS)]]


@pytest.mark.parametrize("walk", [pytest.param(walk, id=walk.name) for walk in (*FIRST, *OTHERS)])
def test_everything_can_be_perceived_and_reached(stage: Stage, walk: Walk, request: pytest.FixtureRequest) -> None:
    found: dict[Finding, list[str]] = {}
    for one in shown(stage, walk.look, _states_for(walk, request.config.getoption("--thorough"))):
        for rule in walk.rules:
            for finding in rule(one.top):
                found.setdefault(finding, []).append(one.name)
    assert not found, told(found)
