"""How often people meet, as they say it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.often import MOST_WEEKS, Often, often_in_words, parse_often


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("every 4 to 6 weeks", Often(4, 6)),
        ("4-6 weeks", Often(4, 6)),
        ("4 – 6", Often(4, 6)),
        ("Every six weeks.", Often(None, 6)),
        ("6", Often(None, 6)),
        ("6 weeks", Often(None, 6)),
        ("weekly", Often(None, 1)),
        ("every week", Often(None, 1)),
        ("once a month", Often(None, 4)),
        ("monthly", Often(None, 4)),
        ("month", Often(None, 4)),
        ("every fortnight", Often(None, 2)),
        ("every other week", Often(None, 2)),
        ("every third week", Often(None, 3)),
        ("every 6 wks", Often(None, 6)),
        ("every 2 to 3 months", Often(8, 12)),
        ("every quarter", Often(None, 13)),
        ("every 6 to 6 weeks", Often(None, 6)),
    ],
)
def test_it_is_read_as_people_say_it(said: str, meant: Often) -> None:
    assert parse_often(said) == meant


@pytest.mark.parametrize("said", ["", "often", "6 to 4 weeks", "0", "every 0 weeks", "200 weeks", "10 years", "6 days"])
def test_what_is_not_clear_is_asked_again(said: str) -> None:
    with pytest.raises(NotAcceptable, match="not clear"):
        parse_often(said)


@pytest.mark.parametrize(
    ("often", "said"),
    [
        (Often(4, 6), "Every 4 to 6 weeks"),
        (Often(None, 8), "Every 8 weeks"),
        (Often(None, 1), "Every week"),
        (Often(4, 4), "Every 4 weeks"),
    ],
)
def test_it_is_said_in_weeks(often: Often, said: str) -> None:
    assert often_in_words(often) == said


@given(st.integers(1, MOST_WEEKS), st.integers(1, MOST_WEEKS))
def test_its_own_words_are_read_back(one: int, other: int) -> None:
    often = Often(min(one, other) if one != other else None, max(one, other))
    assert parse_often(often_in_words(often)) == often


@given(st.text(max_size=40))
def test_anything_typed_is_read_or_refused(said: str) -> None:
    with contextlib.suppress(NotAcceptable):
        assert 1 <= parse_often(said).every <= MOST_WEEKS
