"""Text as a Word document can hold it, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even written as a number (section 2.2, production 2)."""

_LEFT, _RIGHT = frozenset({"L"}), frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text whose letters run one way."""

    text: str
    rtl: bool


def whole_letters(text: str) -> str:
    """`text` as every file can hold it: halves of a letter are joined, and one without the other shows as "\ufffd"."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def allowed(text: str) -> str:
    """`text` without the characters that XML forbids; all others stay as they are."""
    return _FORBIDDEN.sub("", whole_letters(text))


def one_line(text: str) -> str:
    """`text` as one line: each end of a line is a space."""
    return allowed(" ".join(text.splitlines())).strip()


def lines(text: str) -> tuple[str, ...]:
    """The lines of `text` that have something in them."""
    return tuple(filter(None, map(one_line, text.splitlines())))


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX #9, rules P2 and P3)."""
    return next((way for way in map(_way, text) if way is not None), False)


def stretches(text: str, base: bool) -> Iterator[Stretch]:
    """`text` in stretches of one direction, as Word wants it marked.

    Spaces, figures and signs between two letters of the same direction go with them; others run as the
    paragraph does, which is from right to left if `base` is true.
    """
    ways = _settled([_way(character) for character in text], base)
    start = 0
    for way, group in groupby(ways):
        end = start + sum(1 for _ in group)
        yield Stretch(text[start:end], way)
        start = end


def _settled(ways: Sequence[bool | None], base: bool) -> list[bool]:
    """`ways` with a direction for each place."""
    settled: list[bool] = []
    before = base
    for own, group in groupby(ways):
        count = sum(1 for _ in group)
        if own is None:
            following = len(settled) + count
            after = ways[following] if following < len(ways) else base
            settled += [before if before == after else base] * count
        else:
            before = own
            settled += [own] * count
    return settled


def _way(character: str) -> bool | None:
    """True for right to left, False for left to right, None where the neighbours decide."""
    kind = unicodedata.bidirectional(character)
    if kind in _RIGHT:
        return True
    return False if kind in _LEFT else None
