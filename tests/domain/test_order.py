"""Order keys follow one another and leave room between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.order import key_between, keys_after


def test_appending_thousands_keeps_keys_short() -> None:
    keys = keys_after(None, 5000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 8


@given(st.lists(st.integers(min_value=1, max_value=90), max_size=20))
def test_what_is_appended_in_portions_is_in_order(portions: list[int]) -> None:
    keys: list[str] = []
    for count in portions:
        keys += keys_after(keys[-1] if keys else None, count)
    assert keys == keys_after(None, sum(portions)) == sorted(set(keys))


def test_no_key_ends_in_the_lowest_digit_so_that_another_fits_below() -> None:
    assert not [key for key in keys_after(None, 5000) if key.endswith("0")]


@given(st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9))
def test_a_key_of_any_length_is_followed(last: str) -> None:
    """Longer keys come from copies in which something was moved between two neighbours."""
    if last[:5] < "zzzzz":
        (key,) = keys_after(last, 1)
        assert key > last


@given(st.lists(st.integers(min_value=0, max_value=10**6), min_size=1, max_size=120))
def test_between_any_two_neighbours_there_is_room(places: list[int]) -> None:
    keys: list[str] = []
    for number in places:
        place = number % (len(keys) + 1)
        before = keys[place - 1] if place else None
        after = keys[place] if place < len(keys) else None
        keys.insert(place, key_between(before, after))
    assert keys == sorted(set(keys))
    assert not [key for key in keys if key.endswith("0")]
