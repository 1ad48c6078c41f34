"""Order keys always fit between their neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otcpd.domain.order import key_between, keys_after


@given(st.lists(st.integers(min_value=0, max_value=60), max_size=60))
def test_insertions_at_any_places_keep_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        before = keys[at - 1] if at else None
        after = keys[at] if at < len(keys) else None
        keys.insert(at, key_between(before, after))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_appending_thousands_keeps_keys_short() -> None:
    keys = keys_after(None, 5000)
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) <= 8


@given(st.lists(st.booleans(), max_size=40))
def test_appended_and_inserted_keys_go_together(inserts: list[bool]) -> None:
    keys = keys_after(None, 2)
    for insert in inserts:
        if insert:
            keys.insert(1, key_between(keys[0], keys[1]))
        else:
            keys.extend(keys_after(keys[-1], 1))
    assert keys == sorted(set(keys))
