"""What the next role asks, to talk about with somebody: evidence held, thin or missing, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterator

from otcpd.domain.dates import long_day
from otcpd.portfolio.papers.ladder_content import LadderGroup, LadderPaper
from otcpd.portfolio.papers.layout import (
    Block,
    Bullets,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    PaperLayout,
    Quiet,
)
from otcpd.portfolio.wording import NOTHING

TITLE = "What my next role asks"
SHOWN_HEADING, RULE_HEADING = "What shows it", "How this is told"
NOTHING_ASKED = "Nothing is asked yet."
NAMELESS, PREPARED = "No name given", "Prepared"
_LEVEL, _STANDING, _WHY = 52.0, 58.0, 190.0


def ladder_layout(content: LadderPaper) -> PaperLayout:
    """The document as blocks: a table for each group, then the activities."""
    who = content.name.strip()
    return PaperLayout(
        title=TITLE,
        subtitle=content.role,
        name=", ".join(filter(None, (TITLE, content.role, who))),
        who=who,
        number=content.registration.strip(),
        about=f"{TITLE}, {content.role}" if content.role else TITLE,
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: LadderPaper) -> Iterator[Block]:
    there = (("Employer", content.employer),) if content.employer else ()
    by = (("By", long_day(content.by)),) if content.by is not None else ()
    yield Facts((("Name", content.name.strip() or NAMELESS), *there), (*by, (PREPARED, long_day(content.prepared))))
    if not content.groups:
        yield Quiet(NOTHING_ASKED)
        return
    yield Lead(f"{content.sentence[:1].upper()}{content.sentence[1:]}.")
    for group in content.groups:
        yield Heading(group.name, small=True)
        yield _table(group)
    yield from _shown(content)
    yield Heading(RULE_HEADING, small=True)
    yield Quiet(content.rule, small=True)


def _table(group: LadderGroup) -> Grid:
    columns = (
        GridColumn("What is asked", names=True),
        GridColumn("Level", _LEVEL),
        GridColumn("My log", _STANDING),
        GridColumn("Why", _WHY),
    )
    rows = tuple((line.title, line.level or NOTHING, line.standing, line.why) for line in group.lines)
    return Grid(columns, rows, group.name)


def _shown(content: LadderPaper) -> Iterator[Block]:
    lines = [line for group in content.groups for line in group.lines if line.shown]
    if lines:
        yield Heading(SHOWN_HEADING)
    for line in lines:
        yield Heading(line.title, small=True)
        yield Bullets(line.shown)
