"""Order keys: text keys with room between neighbours, so that placing one thing changes only that thing."""

from __future__ import annotations

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FIRST = "i0000"
"""In the middle, so that there is as much room before the first key as after it."""
_WIDTH = len(_FIRST)


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
