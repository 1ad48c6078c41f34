"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.numbers import MOST_DIGITS, MOST_PLACES, parse_number, show_number, stored_number, with_unit
from otcpd.exchange.json_values import _DECIMAL

KEPT = st.decimals(min_value=-(10**MOST_DIGITS) + 1, max_value=10**MOST_DIGITS - 1, places=MOST_PLACES, allow_nan=False)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("14", "14"),
        (" 14 ", "14"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("0,75", "0.75"),
        (".5", "0.5"),
        ("1,200", "1200"),
        ("1,200.50", "1200.5"),
        ("1 200", "1200"),
        ("1\u00a0200,5", "1200.5"),
        ("1.200,50", "1200.5"),
        ("1.200", "1.2"),
        ("1.200.000", "1200000"),
        ("12,34", "12.34"),
        ("12 1/2", "12.5"),
        ("12½", "12.5"),
        ("½", "0.5"),
        ("1/3", "0.33"),
        ("2 3/8", "2.375"),
        ("£1,200", "1200"),
        ("£ 40", "40"),
        ("-£40", "-40"),
        ("£-40", "-40"),
        ("−3", "-3"),
        ("+3", "3"),
        ("85%", "85"),
        ("85 %", "85"),
        ("007", "7"),
        ("-0", "0"),
        ("999999999999", "999999999999"),
        ("0.0000004", "0"),
    ],
)
def test_reads_what_people_type(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "ten", "14 days", "1/0", "12 5", "1,2,3", "1.2.3", "12--3", "£", "1e5", "NaN", "inf", "3.", "1/2/3"),
        *("1000000000000", "999999999999.9999999", "9" * 60, "1" + ",000" * 20),
    ],
)
def test_says_what_is_no_number(typed: str) -> None:
    with pytest.raises(NotAcceptable) as refused:
        parse_number(typed)
    assert refused.value.happened.endswith(("is not a number.", "is too large a number."))
    assert len(refused.value.happened) < 80


@given(KEPT)
def test_what_is_shown_is_read_again(number: Decimal) -> None:
    shown = show_number(number)
    assert parse_number(shown) == number
    assert _DECIMAL.fullmatch(stored_number(number))
    assert Decimal(stored_number(number)) == number


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1000000000000"])
def test_nothing_is_kept_that_the_file_cannot_hold(number: str) -> None:
    with pytest.raises(NotAcceptable):
        stored_number(Decimal(number))


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [
        ("14", "days", "14 days"),
        ("1", "days", "1 day"),
        ("1", "£", "£1"),
        ("-1200.5", "£", "−£1,200.50"),
        ("85", "%", "85%"),
        ("4", "", "4"),
        ("1", "points a week", "1 points a week"),
    ],
)
def test_a_number_stands_with_its_unit(number: str, unit: str, told: str) -> None:
    assert with_unit(Decimal(number), unit).replace("\u00a0", " ") == told
