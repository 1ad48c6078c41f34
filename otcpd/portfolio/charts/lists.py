"""Small tables beside each other: bars with their time, plain figures, and figures over time as a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from otcpd.domain.dates import MONTHS
from otcpd.domain.durations import format_duration
from otcpd.portfolio.charts.mixture_list import fitted
from otcpd.portfolio.charts.shapes import Align, Bar, Chart, Measure, Move, Path, Place, Rule, Shape, To, Words
from otcpd.portfolio.papers.content import WorkloadFigure

CASELOAD, WAITING, DUTY = "On my caseload", "Waiting", "Duty half days"

_PITCH = 1.75
_BASELINE = 0.36
_BAR = 0.7
_SPACE = 1.2
_NAMES = 0.5
_LEAST_BAR = 0.15
_DOT = 0.24
_LEAST_LINE = 3.0
"""Measures in multiples of the text size, but `_NAMES`, the part of the width that names take at most."""


def bar_list(
    rows: Sequence[tuple[str, int]], heads: tuple[str, str], width: float, measure: Measure, *, size: float = 9.0
) -> Chart:
    """A bar for each of some times in minutes, with its name and the time; read as a table with these heads."""
    times = [format_duration(minutes) for _, minutes in rows]
    room = max(measure(text, size, False) for text in (heads[1], *times)) + _SPACE * size
    names = [fitted(name, width * _NAMES, measure, size) for name, _ in rows]
    left = max(measure(text, size, False) for text in (heads[0], *names)) + _SPACE * size
    longest = max(width - room - left, 0.0)
    most = max((minutes for _, minutes in rows), default=0)
    shapes = [*_heads(heads, width, size)]
    for row, (name, (_, minutes), time) in enumerate(zip(names, rows, times, strict=True), start=1):
        y = (row + 0.5) * _PITCH * size
        shapes.append(_text(0.0, y, name, size, Place(row, 0)))
        if minutes:
            length = max(longest * minutes / most, _LEAST_BAR * size)
            shapes.append(Bar(left, y - _BAR * size / 2, length, _BAR * size, "accent", min(0.2 * size, length / 2)))
        shapes.append(_text(width, y, time, size, Place(row, 1), right=True))
    described = "; ".join(f"{name} {time}" for (name, _), time in zip(rows, times, strict=True))
    return Chart(width, (len(rows) + 1) * _PITCH * size, tuple(shapes), f"{described}.")


def figure_list(
    heads: Sequence[str], rows: Sequence[Sequence[str]], width: float, measure: Measure, *, size: float = 9.0
) -> Chart:
    """A plain table: names at the left, figures in columns at the right, with hairlines below the rows."""
    columns = len(heads)
    wide = [
        max(measure(text, size, False) for text in (heads[place], *(row[place] for row in rows))) + _SPACE * size
        for place in range(1, columns)
    ]
    shapes: list[Shape] = []
    for number, row in enumerate((heads, *rows)):
        y = (number + 0.5) * _PITCH * size
        colour = "ink2" if number == 0 else "ink"
        name = fitted(row[0], width - sum(wide), measure, size)
        shapes.append(_text(0.0, y, name, size, Place(number, 0), colour=colour))
        right = width
        for place in range(columns - 1, 0, -1):
            shapes.append(_text(right, y, row[place], size, Place(number, place), right=True, colour=colour))
            right -= wide[place - 1]
        if number:
            under = (number + 1) * _PITCH * size
            shapes.append(Rule(0.0, under, width, under, "line", 0.5))
    described = "; ".join(", ".join(row) for row in rows)
    return Chart(width, (len(rows) + 1) * _PITCH * size, tuple(shapes), f"{described}.")


def workload_lines(figures: Sequence[WorkloadFigure], width: float, measure: Measure, *, size: float = 9.0) -> Chart:
    """What was noted of the workload over time: a small line for each kind of figure, with the first and the last.

    Kinds without any figure are left out. Lines have a scale of their own each: what counts is which way they go.
    Where there is no room for a line, the figures stand alone.
    """
    rows = series(figures)
    first, last = (month_words(one.day) for one in (figures[0], figures[-1]))
    heads = ("", first, last)
    ends = [max(measure(text, size, False) for text in (head, "0,000")) for head in heads[1:]]
    left = max(measure(name, size, False) for name, _ in rows) + _SPACE * size if rows else 0.0
    begin = min(left, width * _NAMES) + ends[0] + 0.8 * size
    end = width - ends[1] - 0.8 * size
    described = "; ".join(f"{name} from {points[0][1]:,} to {points[-1][1]:,}" for name, points in rows)
    told = f"{first} to {last}: {described}."
    if end - begin < _LEAST_LINE * size:
        plain = [(name, f"{points[0][1]:,}", f"{points[-1][1]:,}") for name, points in rows]
        return replace(figure_list(("What", "First", "Now"), plain, width, measure, size=size), description=told)
    shapes: list[Shape] = [
        _text(begin - 0.8 * size, 0.5 * _PITCH * size, first, size, Place(0, 1), right=True, colour="ink2"),
        _text(width, 0.5 * _PITCH * size, last, size, Place(0, 2), right=True, colour="ink2"),
        _text(0.0, 0.5 * _PITCH * size, "What", size, Place(0, 0), colour="ink2"),
    ]
    days = max((figures[-1].day - figures[0].day).days, 1)
    for row, (name, points) in enumerate(rows, start=1):
        y = (row + 0.5) * _PITCH * size
        shapes.append(_text(0.0, y, fitted(name, width * _NAMES, measure, size), size, Place(row, 0)))
        shapes.append(_text(begin - 0.8 * size, y, f"{points[0][1]:,}", size, Place(row, 1), right=True))
        shapes.append(_text(width, y, f"{points[-1][1]:,}", size, Place(row, 2), right=True, bold=True))
        across = [begin + (end - begin) * (day - figures[0].day.toordinal()) / days for day, _ in points]
        shapes += _line(across, [number for _, number in points], y, size)
    return Chart(width, (len(rows) + 1) * _PITCH * size, tuple(shapes), told)


def series(figures: Sequence[WorkloadFigure]) -> list[tuple[str, list[tuple[int, int]]]]:
    """Each kind of figure with its points: the ordinal of the day, and the number. Those without any are left out."""
    kinds = (
        (CASELOAD, [(one.day.toordinal(), one.caseload) for one in figures]),
        (WAITING, [(one.day.toordinal(), one.waiting) for one in figures]),
        (DUTY, [(one.day.toordinal(), one.duty_half_days) for one in figures]),
    )
    known = ((name, [(day, number) for day, number in points if number is not None]) for name, points in kinds)
    return [(name, points) for name, points in known if points]


def month_words(day: date) -> str:
    """ "Nov 2026"."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _line(across: Sequence[float], numbers: Sequence[int], y: float, size: float) -> Iterator[Shape]:
    """A line through the points, in the height of its row, with a dot at its end."""
    least, most = min(numbers), max(numbers)
    tall = 0.5 * _PITCH * size
    heights = [y + tall / 2 - tall * ((one - least) / (most - least) if most > least else 0.5) for one in numbers]
    if len(numbers) > 1:
        steps = [To(*point) for point in zip(across, heights, strict=True)]
        yield Path((Move(steps[0].x, steps[0].y), *steps[1:]), "accent", 0.12 * size)
    radius = _DOT * size
    yield Bar(across[-1] - radius, heights[-1] - radius, 2 * radius, 2 * radius, "accent", radius)


def _heads(heads: tuple[str, str], width: float, size: float) -> Iterator[Shape]:
    y = 0.5 * _PITCH * size
    yield _text(0.0, y, heads[0], size, Place(0, 0), colour="ink2")
    yield _text(width, y, heads[1], size, Place(0, 1), right=True, colour="ink2")


def _text(
    x: float,
    middle: float,
    text: str,
    size: float,
    place: Place,
    *,
    right: bool = False,
    colour: str = "ink",
    bold: bool = False,
) -> Words:
    align = Align.RIGHT if right else Align.LEFT
    return Words(x, middle + _BASELINE * size, text, size, colour, bold=bold, align=align, place=place)
