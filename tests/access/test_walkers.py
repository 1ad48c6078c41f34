"""Every page and dialog in every state: names, roles, the way of Tab, focus, room, texts that fit, contrast.

All that is found in one look is reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtWidgets import QWidget

from tests.access.findings import Finding, told
from tests.access.painted import painted_texts
from tests.access.rules_of_names import areas, names, sideways
from tests.access.rules_of_tab import tabbing
from tests.access.rules_of_text import cut_off, faint
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
    yield from cut_off(top, painted_texts(top))


def _to_be_told(top: QWidget) -> Iterable[Finding]:
    yield from faint(top, painted_texts(top))


FITTING: tuple[Rule, ...] = (_whole, areas, sideways)
WALKS: tuple[tuple[str, Look, tuple[Rule, ...]], ...] = (
    ("usual", USUAL, (*FITTING, names, _to_be_told, tabbing)),
    ("dark", USUAL.dark, (_to_be_told,)),
    ("laptop", LAPTOP, (*FITTING, names)),
    ("large text", LARGE_TEXT, (*FITTING, names)),
    ("least", LEAST, FITTING),
    ("least with large text", LEAST_LARGE, (*FITTING, names, tabbing)),
)


@pytest.mark.parametrize(("look", "rules"), [pytest.param(*walk[1:], id=walk[0]) for walk in WALKS])
def test_everything_can_be_perceived_and_reached(stage: Stage, look: Look, rules: tuple[Rule, ...]) -> None:
    found: dict[Finding, list[str]] = {}
    for one in shown(stage, look, all_states(CONTENTS)):
        for rule in rules:
            for finding in rule(one.top):
                found.setdefault(finding, []).append(one.name)
    assert not found, told(found)
