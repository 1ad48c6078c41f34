"""Order keys: text keys between neighbours, so that moving one thing changes only that thing.

Two copies of a file can then each insert between the same neighbours and still agree on an order.
"""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FIRST = "i0000"
"""In the middle, so that there is as much room before the first key as after it."""
_WIDTH = len(_FIRST)


def key_between(before: str | None, after: str | None) -> str:
    """A key that sorts after `before` and before `after`; None stands for the start and the end.

    Keys never end in the lowest digit, so there is always room below one. Raises ValueError when
    `before` is not below `after`.
    """
    low, high = before or "", after
    if high is not None and low >= high:
        raise ValueError(f"no key fits between {before!r} and {after!r}")
    key = ""
    place = 0
    while True:
        bottom = _DIGITS.index(low[place]) if place < len(low) else 0
        top = _DIGITS.index(high[place]) if high is not None and place < len(high) else len(_DIGITS)
        if top - bottom > 1:
            return key + _DIGITS[(bottom + top) // 2]
        key += _DIGITS[bottom]
        if bottom < top:
            high = None
        place += 1


def keys_after(last: str | None, count: int) -> list[str]:
    """`count` rising keys after `last`, for appending many things at once."""
    keys: list[str] = []
    for _ in range(count):
        last = _next(last)
        keys.append(last)
    return keys


def _next(last: str | None) -> str:
    """The next key when appending: counts up in the leading digits instead of halving what is left."""
    number = _number((last or _FIRST)[:_WIDTH].ljust(_WIDTH, _DIGITS[0])) + 1
    if number % len(_DIGITS) == 0:
        number += 1
    return _text(number)


def _number(key: str) -> int:
    number = 0
    for digit in key:
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    return number


def _text(number: int) -> str:
    digits = []
    for _ in range(_WIDTH):
        number, rest = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[rest])
    return "".join(reversed(digits))
