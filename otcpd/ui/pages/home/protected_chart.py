"""Protected time of the last months as bars, each with its letter and its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otcpd.actions.next_steps import MonthMinutes
from otcpd.domain.dates import MONTHS
from otcpd.domain.durations import format_duration
from otcpd.domain.words import joined
from otcpd.portfolio.charts.shapes import Bar, Chart, Measure, Rule, Shape, Words

LEAST_WIDTH = 14.0
"""The width it likes to have, in multiples of the text size."""
_TALLEST = 5.0
_LINE = 1.5
_BAR = 0.62
_RADIUS = 0.3
_LEAST_BAR = 0.15


def protected_chart(months: Sequence[MonthMinutes], width: float, measure: Measure, *, size: float) -> Chart:
    """One bar for each month, the last one in the full colour; a month without protected time has none."""
    return Chart(width, (_TALLEST + 2 * _LINE) * size, tuple(_shapes(months, width, measure, size)), _said(months))


def _shapes(months: Sequence[MonthMinutes], width: float, measure: Measure, size: float) -> Iterator[Shape]:
    most = max((one.minutes for one in months), default=0) or 1
    pitch = width / max(1, len(months))
    floor = (_LINE + _TALLEST) * size
    yield Rule(0.0, floor, width, floor, "line", 1.0)
    for place, one in enumerate(months):
        middle, last = (place + 0.5) * pitch, place == len(months) - 1
        if one.minutes:
            height = max(_TALLEST * size * one.minutes / most, _LEAST_BAR * size)
            left = middle - _BAR * pitch / 2
            colour = "accent" if last else "accent_mid"
            yield Bar(left, floor - height, _BAR * pitch, height, colour, min(_RADIUS * size, height / 2))
            time = format_duration(one.minutes)
            if measure(time, size, False) < pitch:
                yield _centred(time, middle, floor - height - 0.4 * size, size, "ink2", measure, bold=False)
        letter = MONTHS[one.month - 1][0]
        yield _centred(letter, middle, floor + 1.15 * size, size, "ink" if last else "ink2", measure, bold=last)


def _centred(text: str, middle: float, y: float, size: float, colour: str, measure: Measure, *, bold: bool) -> Words:
    return Words(middle - measure(text, size, bold) / 2, y, text, size, colour, bold=bold)


def _said(months: Sequence[MonthMinutes]) -> str:
    each = joined([f"{MONTHS[one.month - 1]} {format_duration(one.minutes)}" for one in months])
    return f"Protected time taken: {each}."
