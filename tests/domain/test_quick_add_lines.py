"""Two hundred lines as people type them: each is read right, or shows what was not understood."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from otcpd.catalogue import load_catalogue
from otcpd.domain.quick_add import QuickAdd, parse_line

TODAY = date(2026, 11, 21)
PEOPLE = ("Fiona Alder", "Callum Birch", "Callum Rowan", "Priya Larch")
LINES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("quick_add_lines.toml").read_text(encoding="utf-8")
)["lines"]


def read(line: str) -> QuickAdd:
    return parse_line(line, TODAY, load_catalogue().known_types(), known_people=PEOPLE)


def test_there_are_two_hundred_different_lines() -> None:
    assert len({one["line"] for one in LINES}) == len(LINES) >= 200


@pytest.mark.parametrize("meant", LINES, ids=[one["line"] for one in LINES])
def test_a_line_is_read_as_it_was_meant(meant: dict[str, Any]) -> None:
    found = read(meant["line"])
    assert found.title == meant["title"]
    assert (found.date, found.date_assumed) == (meant.get("date", TODAY), "date" not in meant)
    assert found.end_date == meant.get("end")
    assert found.minutes == meant.get("minutes")
    assert found.type == meant.get("type", "")
    category = load_catalogue().types[found.type].category if found.type else None
    assert found.category is category
    assert found.tags == tuple(meant.get("tags", ()))
    assert found.companions == tuple(meant.get("with", ()))
    assert found.protected is meant.get("protected", False)
    assert [one.text for one in found.unread] == meant.get("unread", [])


@pytest.mark.parametrize("meant", LINES, ids=[one["line"] for one in LINES])
def test_what_was_taken_out_of_the_title_is_shown(meant: dict[str, Any]) -> None:
    """Every word is in the title or in a part that the person sees, and every part can stay in the title."""
    found = read(meant["line"])
    shown = " ".join([found.title, *(part.text for part in found.understood)]).casefold()
    for word in meant["line"].casefold().split():
        assert word.strip(".,;:–—-()") in shown
    as_words = {(part.what, part.text) for part in found.understood if part.what != "type"}
    left = parse_line(meant["line"], TODAY, known_people=PEOPLE, as_words=as_words)
    assert not as_words & {(part.what, part.text) for part in left.understood}
