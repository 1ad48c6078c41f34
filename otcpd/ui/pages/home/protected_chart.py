"""Protected time of the last months as bars, each with its letter: taken, before what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from otcpd.domain.durations import format_duration
from otcpd.domain.protected_balance import Balance, BalanceMonth
from otcpd.domain.protected_words import month_name, months_said
from otcpd.portfolio.charts.shapes import Bar, Chart, Measure, Rule, Shape, Words

LEAST_WIDTH = 14.0
"""The width it likes to have, in multiples of the text size."""
_TALLEST = 5.0
_LINE = 1.5
_BAR = 0.62
_RADIUS = 0.3
_LEAST_BAR = 0.15


def protected_chart(found: Balance, width: float, measure: Measure, *, size: float) -> Chart:
    """One bar for each month, the last one in the full colour, on the height of what was agreed."""
    shapes = tuple(_shapes(found, width, measure, size))
    return Chart(width, (_TALLEST + 2 * _LINE) * size, shapes, months_said(found))


def _shapes(found: Balance, width: float, measure: Measure, size: float) -> Iterator[Shape]:
    months = found.months
    most = max((max(one.taken, one.entitled) for one in months), default=0) or 1
    pitch = width / max(1, len(months))
    floor = (_LINE + _TALLEST) * size
    for place, one in enumerate(months):
        middle, last = (place + 0.5) * pitch, place == len(months) - 1
        yield from _month(one, middle, pitch, floor, most, size, last=last)
        time = format_duration(one.taken)
        if one.taken and not found.entitled and measure(time, size, False) < pitch:
            top = floor - _tall(one.taken, most, size)
            yield _centred(time, middle, top - 0.4 * size, size, "ink2", measure, bold=False)
        letter = month_name(one)[0]
        yield _centred(letter, middle, floor + 1.15 * size, size, "ink" if last else "ink2", measure, bold=last)
    yield Rule(0.0, floor, width, floor, "line", 1.0)


def _month(
    one: BalanceMonth, middle: float, pitch: float, floor: float, most: int, size: float, *, last: bool
) -> Iterator[Shape]:
    left = middle - _BAR * pitch / 2
    for minutes, colour in ((one.entitled, "sunken"), (one.taken, "accent" if last else "accent_mid")):
        if minutes:
            height = _tall(minutes, most, size)
            yield Bar(left, floor - height, _BAR * pitch, height, colour, min(_RADIUS * size, height / 2))


def _tall(minutes: int, most: int, size: float) -> float:
    return max(_TALLEST * size * minutes / most, _LEAST_BAR * size)


def _centred(text: str, middle: float, y: float, size: float, colour: str, measure: Measure, *, bold: bool) -> Words:
    return Words(middle - measure(text, size, bold) / 2, y, text, size, colour, bold=bold)
