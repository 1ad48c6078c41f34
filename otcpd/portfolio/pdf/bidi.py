"""Which way each character runs: the Unicode Bidirectional Algorithm (UAX #9) on a line of text.

Text comes here without the control characters for embedding and isolating, so that rules X1 to X8 have
nothing to do, and what is left fits on a page. Levels are 0 for left to right, 1 for right to left, 2 for
figures and Latin words inside what runs from right to left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
_LINKS = {"ES": ("EN",), "CS": ("EN", "AN")}
_KNOWN = frozenset({"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON"})
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_MOST_WAITING = 63
"""Brackets that may stand open at once; beyond that none are paired (BD16)."""


def has_right(text: str) -> bool:
    """Whether anything in `text` runs from right to left, or is an Arabic figure."""
    return any(unicodedata.bidirectional(one) in ("R", "AL", "AN") for one in text)


def begins_right(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left: so does its paragraph (P2, P3)."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind in _RIGHT for kind in kinds if kind in _STRONG), False)


def levels(text: str, base: int) -> list[int]:
    """The level of each character of `text`, in a paragraph of level `base` (0 or 1)."""
    kinds = [_kind(one) for one in text]
    start = "LR"[base]
    _weak(kinds, start)
    _brackets(text, kinds, start)
    _neutral(kinds, start)
    found = [_level(kind, base) for kind in kinds]
    for place in reversed(range(len(text))):  # L1: spaces at the end of a line
        if not text[place].isspace():
            break
        found[place] = base
    return found


def visual_order(found: Sequence[int]) -> list[int]:
    """The places of a line from left to right, for the level at each place (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        turned: list[int] = []
        for high, group in groupby(order, key=[one >= level for one in found].__getitem__):
            places = list(group)
            turned += reversed(places) if high else places
        order = turned
    return order


def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return kind if kind in _KNOWN else "L" if not kind else "BN"


def _weak(kinds: list[str], start: str) -> None:
    """Rules W1 to W7: marks, figures and what belongs to them."""
    before = strong = start
    for place, own in enumerate(kinds):
        kind = before if own in ("NSM", "BN") else own  # W1; BN is kept and goes with what is before it
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        kinds[place] = before = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    _figures(kinds)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[place] = "ON"
        elif kind in "LR":
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[place] = "L"


def _figures(kinds: list[str]) -> None:
    """Rules W4 and W5: a separator between two figures, and signs beside them."""
    for place in range(1, len(kinds) - 1):
        around = kinds[place - 1]
        if around == kinds[place + 1] and around in _LINKS.get(kinds[place], ()):
            kinds[place] = around
    for first, after in _stretches(kinds, {"ET"}):
        if "EN" in (*kinds[max(0, first - 1) : first], *kinds[after : after + 1]):
            kinds[first:after] = ["EN"] * (after - first)


def _brackets(text: str, kinds: list[str], start: str) -> None:
    """Rule N0: both brackets of a pair run the same way."""
    pairs = sorted(_paired(text, kinds))
    for opened, closed in pairs:
        inside = {_direction(kind) for kind in kinds[opened + 1 : closed]} - {""}
        if start in inside:
            way = start
        elif inside:
            before = next(filter(None, (_direction(kinds[place]) for place in range(opened - 1, -1, -1))), start)
            way = before if before in inside else start
        else:
            continue
        kinds[opened] = kinds[closed] = way


def _paired(text: str, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Brackets that belong together (BD16)."""
    waiting: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        if kinds[place] != "ON":
            continue
        if character in _PAIRS:
            if len(waiting) == _MOST_WAITING:
                return
            waiting.append((_PAIRS[character], place))
        elif character in _PAIRS.values():
            match = next((one for one in reversed(waiting) if one[0] == character), None)
            if match is not None:
                del waiting[waiting.index(match) :]
                yield match[1], place


def _neutral(kinds: list[str], start: str) -> None:
    """Rules N1 and N2: what has no direction goes with both neighbours, or with the paragraph."""
    for first, after in _stretches(kinds, {"B", "S", "WS", "ON"}):
        before = _direction(kinds[first - 1]) if first else start
        behind = _direction(kinds[after]) if after < len(kinds) else start
        kinds[first:after] = [before if before == behind else start] * (after - first)


def _stretches(kinds: Sequence[str], wanted: set[str]) -> Iterator[tuple[int, int]]:
    place = 0
    for found, group in groupby(list(kinds), key=wanted.__contains__):
        count = sum(1 for _ in group)
        if found:
            yield place, place + count
        place += count


def _direction(kind: str) -> str:
    """How a resolved kind counts for its neighbours; empty if not at all."""
    return kind if kind in "LR" else "R" if kind in ("EN", "AN") else ""


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if kind == "R":
        return 1
    if kind == "L":
        return 2 * base
    return 2
