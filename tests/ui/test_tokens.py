"""The colours can be read and told apart: recomputed from the tokens."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

import otcpd
from otcpd.domain.activity import Category
from otcpd.ui.theme.tokens import DARK, LIGHT, Tokens
from tests.ui.colour_science import SIGHTS, contrast, distance

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "sidebar", "surface", "sunken", "hover", "accent_soft")


def colour(tokens: Tokens, name: str) -> str:
    value = getattr(tokens, name)
    assert isinstance(value, str)
    return value


def test_the_formulas_are_right() -> None:
    # The first two pairs of Sharma, Wu and Dalal's test data cannot be had in sRGB; these can be checked by hand.
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert distance("#000000", "#FFFFFF", "normal") == pytest.approx(100, abs=0.01)
    assert distance("#123456", "#123456", "normal") == 0
    # From colour-science 0.4: delta_E of these two under D65.
    assert distance("#FF0000", "#00FF00", "normal") == pytest.approx(86.6, abs=0.1)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "ink2", "ink3", "accent", "warn", "error", "info"])
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(colour(tokens, text), colour(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("on_error", "error"),
        ("on_error", "error_hover"),
        ("on_error", "error_pressed"),
        ("ink", "accent_line"),
        ("ink", "line"),
        ("ink2", "line"),
        ("ink", "warn_soft"),
        ("ink2", "warn_soft"),
        ("warn", "warn_soft"),
        ("ink", "error_soft"),
        ("ink2", "error_soft"),
        ("error", "error_soft"),
        ("ink2", "info_soft"),
        ("info", "info_soft"),
        ("toast_text", "ink"),
        ("toast_action", "ink"),
    ],
)
def test_text_on_a_ground_of_its_own_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(colour(tokens, text), colour(tokens, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", [*GROUNDS, "warn_soft", "error_soft", "info_soft"])
def test_the_focus_ring_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.focus, colour(tokens, ground)) >= 3


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_fields_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.line_strong, colour(tokens, ground)) >= 3


@BOTH
def test_the_knob_of_a_switch_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.knob, tokens.line_strong) >= 3
    assert contrast(tokens.knob, tokens.accent) >= 3


@BOTH
@pytest.mark.parametrize("category", [*Category, None])
def test_category_marks_can_be_seen(tokens: Tokens, category: Category | None) -> None:
    colours = tokens.categories[category]
    for ground in (*(colour(tokens, name) for name in GROUNDS), colours.tile):
        assert contrast(colours.mark, ground) >= 3


@BOTH
@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_can_be_told_apart(tokens: Tokens, sight: str) -> None:
    marks = [tokens.categories[category].mark for category in Category]
    assert min(distance(first, second, sight) for first, second in combinations(marks, 2)) >= 10


def test_no_colour_stands_outside_the_tokens() -> None:
    package = Path(otcpd.__file__).parent
    found = [
        f"{path.relative_to(package)}:{number}: {line.strip()}"
        for path in sorted((package / "ui").rglob("*.py"))
        if path.name != "tokens.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|rgba?\(|QColor\(\d", line)
    ]
    assert found == []
