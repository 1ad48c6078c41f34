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


def key_between(before: str | None, after: str | None) -> str:
    """A key between two neighbours; None stands for the end of the list on that side."""
    if after is None:
        return keys_after(before, 1)[0]
    return _middle(before or "", after)


def _middle(low: str, high: str | None) -> str:
    """A text between two others; an empty `low` is below all, None above all. It never ends in the first digit, so
    that there is always room below it."""
    if high is not None:
        same = next(place for place, digit in enumerate(high) if (low[place : place + 1] or _DIGITS[0]) != digit)
        if same:
            return high[:same] + _middle(low[same:], high[same:])
    least = _DIGITS.index(low[0]) if low else 0
    most = _DIGITS.index(high[0]) if high else len(_DIGITS)
    if most - least > 1:
        return _DIGITS[(least + most) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return _DIGITS[least] + _middle(low[1:], None)


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
