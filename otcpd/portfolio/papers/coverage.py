"""A framework against the log on paper: which parts of it there is something for, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otcpd.domain.dates import long_day
from otcpd.domain.durations import format_duration
from otcpd.domain.words import shortened, tally
from otcpd.portfolio.charts.coverage import ANY, IN_ALL, coverage_chart
from otcpd.portfolio.charts.shapes import Chart, Measure
from otcpd.portfolio.papers.coverage_content import CoverageLine, CoveragePaper
from otcpd.portfolio.papers.layout import (
    Block,
    Bullets,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    Numbers,
    PaperLayout,
    Picture,
    Quiet,
)

TITLE = "Coverage"
WHAT_COUNTS = (
    "An activity counts for an item if it is linked to it, to something below it or to what says the same elsewhere, "
    "or if it works towards a goal on it."
)
NO_NUMBER = (
    "No standard asks for a number of activities or hours: this shows where something is, not how much there should be."
)
WHEN_HEADING, TIME_HEADING, NOTHING_HEADING = "When", "How much, and when last", "Nothing in this time"
NOT_CONFIRMED = "The names of these items were not compared with their publisher’s."
NOTHING_YET = "There are no items to show."
_LETTERS = 60
_AT_ONCE = 26
"""Rows of one picture: it has to fit on a page."""
_MOST_WITHOUT = 60
"""Items without anything that are named."""


def coverage_layout(content: CoveragePaper) -> PaperLayout:
    """The matrix, then the time of each item, and what has nothing."""
    days = content.period.text
    return PaperLayout(
        title=TITLE,
        subtitle=shortened(content.framework, _LETTERS),
        name=", ".join(filter(None, (f"{TITLE}: {content.framework}", days, content.name))),
        who=content.name,
        about=f"{TITLE}, {days}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
        number=content.registration,
    )


def _blocks(content: CoveragePaper) -> Iterator[Block]:
    edition = f", edition {content.edition}" if content.edition else ""
    yield Facts((("Framework", f"{content.framework}{edition}"), ("Time", content.period.text)))
    yield Lead(f"{WHAT_COUNTS} {NO_NUMBER}")
    if not content.confirmed:
        yield Quiet(NOT_CONFIRMED, small=True)
    if not content.lines:
        yield Quiet(NOTHING_YET)
        return
    lines = len(content.lines) + content.left_out
    yield Numbers(
        (
            (f"{content.covered:,} of {lines:,}", "with something"),
            (f"{content.total:,}", "activity counts" if content.total == 1 else "activities count"),
            *(((f"{content.nowhere:,}", "linked to none"),) if content.nowhere else ()),
        )
    )
    yield Heading(WHEN_HEADING)
    for start in range(0, len(content.lines), _AT_ONCE):
        some = content.lines[start : start + _AT_ONCE]
        sums = content.sums if start == 0 else ()
        yield Picture(_Drawing(content.heads, some, sums, content.total), _grid(content, some, sums))
    with_something = [line for line in content.lines if line.total]
    if with_something:
        yield Heading(TIME_HEADING)
        yield _times(with_something)
    without = [line for line in content.lines if not line.total]
    if without or content.left_out:
        yield Heading(NOTHING_HEADING)
        yield from _without(content, without)


def _without(content: CoveragePaper, without: Sequence[CoverageLine]) -> Iterator[Block]:
    shown = without[:_MOST_WITHOUT]
    if shown:
        yield Bullets(tuple(_name(line) for line in shown))
    more = len(without) - len(shown) + content.left_out
    if more:
        yield Quiet(f"{tally(more, 'more item')} {'has' if more == 1 else 'have'} nothing.")


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Makes the picture of some lines: a plain value, so that it can be drawn in another process."""

    heads: tuple[tuple[str, str], ...]
    lines: tuple[CoverageLine, ...]
    sums: tuple[int, ...]
    total: int

    def __call__(self, width: float, measure: Measure) -> Chart:
        return coverage_chart(self.heads, self.lines, self.sums, self.total, width, measure)


def _grid(content: CoveragePaper, lines: Sequence[CoverageLine], sums: Sequence[int]) -> Grid:
    """The same as a table: for each item where something is, in words, since twelve columns have no room in Word."""
    columns = (GridColumn("Item", names=True), GridColumn("When", 230.0), GridColumn(IN_ALL, 44.0, right=True))
    rows = [(ANY, _when(content.heads, sums), f"{content.total:,}")] if sums else []
    rows += [(_name(line), _when(content.heads, line.counts), f"{line.total:,}") for line in lines]
    return Grid(columns, tuple(rows), WHEN_HEADING)


def _when(heads: Sequence[tuple[str, str]], counts: Sequence[int]) -> str:
    found = []
    before = ""
    for (over, head), count in zip(heads, counts, strict=True):
        if count:
            year = f" {over}" if over != before else ""
            found.append(f"{head}{year}: {count:,}")
            before = over
    return ", ".join(found) or "nothing"


def _times(lines: Sequence[CoverageLine]) -> Grid:
    columns = (
        GridColumn("Item", names=True),
        GridColumn("Activities", 64.0, right=True),
        GridColumn("Time", 76.0, right=True),
        GridColumn("The last one", 110.0, right=True),
    )
    rows = tuple(
        (
            _name(line),
            f"{line.total:,}",
            format_duration(line.minutes) if line.minutes else "",
            long_day(line.last) if line.last else "",
        )
        for line in lines
    )
    return Grid(columns, rows, TIME_HEADING)


def _name(line: CoverageLine) -> str:
    return " ".join(filter(None, (line.code, line.label, "(retired)" if line.retired else "")))
