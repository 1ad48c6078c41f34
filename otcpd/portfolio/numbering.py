"""Which number each piece of evidence has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from otcpd.portfolio.content import LIST_NUMBER


def number_evidence(used: Iterable[str], fixed: Mapping[str, int]) -> dict[str, int]:
    """Give each id in `used` its number: the fixed one, or the next free one in order of first use.

    A number that the person fixed is never given to anything else, even if what it was fixed for is
    not in this profile: her statement may refer to it. Numbers up to that of the dated list, and the
    second of two equal ones, count as not fixed.
    """
    kept: dict[str, int] = {}
    for evidence, number in sorted(fixed.items(), key=_by_number):
        if number > LIST_NUMBER and number not in kept.values():
            kept[evidence] = number
    taken = set(kept.values())
    numbers: dict[str, int] = {}
    following = LIST_NUMBER + 1
    for evidence in used:
        if evidence in numbers:
            continue
        if evidence in kept:
            numbers[evidence] = kept[evidence]
            continue
        while following in taken:
            following += 1
        numbers[evidence] = following
        taken.add(following)
    return numbers


def _by_number(item: tuple[str, int]) -> tuple[int, str]:
    return item[1], item[0]
