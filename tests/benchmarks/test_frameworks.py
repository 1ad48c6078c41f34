"""A framework of 5,000 items: shown within two frames, filtered within one, and read from a file soon."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from otcpd.domain.framework import Framework, FrameworkItem
from otcpd.exchange.framework_case_in import read_case
from otcpd.exchange.framework_case_out import case_package
from otcpd.ui.models.framework_items import item_rows
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.framework_item_list import FrameworkItemList
from tests.benchmarks.ratios import Measured, percentile, worked

FRAME = 16.0
"""Milliseconds of one frame at 60 Hz."""
PILLARS, ITEMS, ROUNDS = 50, 5_000, 3
DAY = date(2026, 11, 22)
_WORDS = ("audit", "duty", "falls", "hoist", "housing", "leads", "reasoning", "splint", "stairs", "teaches", "students")
_MORE = "together with others, as people write it who publish frameworks"


@pytest.fixture(scope="module")
def framework() -> Framework:
    """Pillars, with themes below them and statements below those."""
    items = [FrameworkItem(f"p{number}", f"Pillar {number}") for number in range(PILLARS)]
    for number in range(PILLARS, ITEMS):
        parent = items[number % PILLARS if number % 3 else max(0, number - PILLARS)].code
        label = f"{_WORDS[number % 11]} {_WORDS[number * 7 % 11]} {number}{f' {_MORE}' * (number % 3)}"
        items.append(FrameworkItem(f"i{number}", label, parent, number % 9))
    return Framework("large", "1", "A large framework", items=tuple(items))


@pytest.fixture
def view(qapp: QApplication) -> Iterator[FrameworkItemList]:
    theme = Theme(qapp.styleHints(), choice=ThemeChoice.LIGHT, still=True)
    shown = FrameworkItemList(theme)
    shown.resize(700, 800)
    shown.show()
    yield shown
    shown.close()
    shown.deleteLater()
    theme.deleteLater()


def test_items(view: FrameworkItemList, framework: Framework, measured: Callable[[Measured], None]) -> None:
    def show() -> None:
        view.show_rows(item_rows(framework, {}))
        view.viewport().repaint()

    show()
    times = [worked(show) for _ in range(ROUNDS)]
    measured(Measured(f"{ITEMS:,} items of a framework shown", percentile(times, 0.5), 2 * FRAME, "two frames", 1.0))

    def search(text: str) -> None:
        view.search(text)
        view.viewport().repaint()

    search("warm")
    keys = [word[:letters] for word in _WORDS for letters in range(2, len(word) + 1)]
    times = [worked(lambda key=key: search(key)) for key in keys]  # type: ignore[misc]
    name = f"Filter keystroke over {ITEMS:,} items, 95 % of cases"
    measured(Measured(name, percentile(times, 0.95), FRAME, "one frame", 1.0))


def test_reading(framework: Framework, measured: Callable[[Measured], None]) -> None:
    text = json.dumps(case_package(framework, (), DAY))
    raw = percentile([worked(lambda: json.loads(text)) for _ in range(ROUNDS)], 0.5)
    value = json.loads(text)
    ours = percentile([worked(lambda: read_case(value, "large.json", DAY)) for _ in range(ROUNDS)], 0.5)
    measured(Measured(f"CASE of {ITEMS:,} items read", ours, raw, "its JSON parsed", 20.0))
