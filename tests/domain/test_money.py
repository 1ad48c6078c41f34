"""Money as people type it and as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.learning_plan import MOST_PENCE
from otcpd.domain.money import parse_pounds, pounds


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£120", 12_000),
        ("120.50", 12_050),
        ("120.5", 12_050),
        ("£ 1,200", 120_000),
        ("1,200.05 pounds", 120_005),
        ("GBP 80", 8_000),
        ("50p", 50),
        ("free", 0),
        ("No cost", 0),
        ("£0", 0),
        (" 95 ", 9_500),
    ],
)
def test_what_people_type_is_read(typed: str, pence: int) -> None:
    assert parse_pounds(typed) == pence


@pytest.mark.parametrize("typed", ["", "a lot", "£", "12,00", "1.234", "-5", "120 euros", "£1,2000", "99999999"])
def test_what_is_no_sum_of_money_is_refused_with_the_form(typed: str) -> None:
    with pytest.raises(NotAcceptable) as refused:
        parse_pounds(typed)
    assert "£120" in refused.value.text


@given(st.integers(0, MOST_PENCE))
def test_what_is_written_is_read_again(pence: int) -> None:
    assert parse_pounds(pounds(pence)) == pence


def test_whole_pounds_have_no_pence() -> None:
    assert [pounds(one) for one in (0, 5, 12_000, 12_050, 120_000_00)] == ["£0", "£0.05", "£120", "£120.50", "£120,000"]
