"""A self-assessment to look at together: the wheel, what was marked and why, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from otcpd.domain.dates import long_day
from otcpd.portfolio.charts.wheel import wheel_chart
from otcpd.portfolio.papers.assessment_content import AssessmentLine, AssessmentPaper
from otcpd.portfolio.papers.layout import (
    Block,
    Bullets,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    PaperLayout,
    Picture,
    Quiet,
    Written,
)
from otcpd.portfolio.wording import NOTHING

TITLE = "Self-assessment"
LEAD = "My own view of where I am and where I want to be. It is no score."
MARKED_HEADING, SHOWN_HEADING = "What I marked", "Why, and what shows it"
NOT_MARKED = "Nothing is marked yet."
NAMELESS, PREPARED = "No name given", "Prepared"
_LEVEL = 62.0


def assessment_layout(content: AssessmentPaper) -> PaperLayout:
    """The document as blocks: the picture first, then the words."""
    who, day = content.name.strip(), long_day(content.day)
    return PaperLayout(
        title=TITLE,
        subtitle=content.framework,
        name=", ".join(filter(None, (TITLE, day, who))),
        who=who,
        number=content.registration.strip(),
        about=f"{TITLE}, {day}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: AssessmentPaper) -> Iterator[Block]:
    beside = (("Together with", content.companion.strip()),) if content.companion.strip() else ()
    earlier = (("Earlier", long_day(content.earlier)),) if content.earlier is not None else ()
    when = (("Date", long_day(content.day)), *earlier, (PREPARED, long_day(content.prepared)))
    yield Facts((("Name", content.name.strip() or NAMELESS), *beside), when)
    if content.wheel is not None:
        yield Picture(partial(wheel_chart, content.wheel))
    yield Heading(MARKED_HEADING)
    yield Lead(LEAD)
    if content.lines:
        yield _table(content)
    else:
        yield Quiet(NOT_MARKED)
    yield from _changes(content)
    yield from _reasons(content)


def _table(content: AssessmentPaper) -> Grid:
    earlier = content.earlier is not None
    columns = (
        GridColumn(content.head, 0.0 if not earlier else 150.0, names=True),
        GridColumn("Now", _LEVEL, right=True),
        GridColumn("Wanted", _LEVEL, right=True),
        *((GridColumn("Since then"),) if earlier else ()),
    )
    rows = tuple(
        (line.name, _level(line.now), _level(line.target), *((line.change or NOTHING,) if earlier else ()))
        for line in content.lines
    )
    return Grid(columns, rows, MARKED_HEADING)


def _changes(content: AssessmentPaper) -> Iterator[Block]:
    if content.earlier is not None and content.since:
        yield Heading(f"Since {long_day(content.earlier)}", small=True)
        yield Written(content.since)


def _reasons(content: AssessmentPaper) -> Iterator[Block]:
    told = [line for line in content.lines if line.reason.strip() or line.shown]
    if not told:
        return
    yield Heading(SHOWN_HEADING)
    for line in told:
        yield Heading(_named(line), small=True)
        if line.reason.strip():
            yield Written(line.reason)
        if line.shown:
            yield Bullets(line.shown)


def _named(line: AssessmentLine) -> str:
    return line.name if line.now is None else f"{line.name}, level {line.now}"


def _level(level: int | None) -> str:
    return NOTHING if level is None else str(level)
