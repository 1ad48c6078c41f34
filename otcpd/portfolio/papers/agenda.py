"""An agenda to send before a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from otcpd.domain.dates import long_day
from otcpd.portfolio.papers.actions_table import carried_actions
from otcpd.portfolio.papers.content import AgendaPaper, WorkloadFigure
from otcpd.portfolio.papers.layout import Block, Bullets, Facts, Grid, GridColumn, Heading, PaperLayout, Quiet
from otcpd.portfolio.papers.session_record import topic_words
from otcpd.portfolio.papers.wording import day_words, meeting_facts, meeting_title, own_name, own_number
from otcpd.portfolio.wording import NOTHING

TITLE = "Agenda for supervision"
ACTIONS_HEADING = "From last time"
TOPICS_HEADING = "What I want to talk about"
WORKLOAD_HEADING = "My workload"
NO_TOPICS = "No topics yet."

_MOST_FIGURES = 6
"""Days of figures on an agenda, the newest: enough to see which way they go."""


def agenda_layout(content: AgendaPaper) -> PaperLayout:
    """The agenda as blocks: what is still to do comes first, as in the talk."""
    meeting = content.meeting
    who = own_name(meeting.people)
    day = long_day(meeting.day)
    return PaperLayout(
        title=TITLE,
        subtitle=meeting_title(meeting),
        name=", ".join(filter(None, (TITLE, day, who))),
        who=who,
        number=own_number(meeting.people),
        about=f"{TITLE}, {day}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: AgendaPaper) -> Iterator[Block]:
    yield Facts(*meeting_facts(content.meeting))
    if content.actions:
        yield Heading(ACTIONS_HEADING)
        yield carried_actions(content.actions, ACTIONS_HEADING)
    yield Heading(TOPICS_HEADING)
    if content.topics:
        yield Bullets(tuple(map(topic_words, content.topics)))
    else:
        yield Quiet(NO_TOPICS)
    if content.workload:
        yield Heading(WORKLOAD_HEADING)
        yield workload_table(content.workload[-_MOST_FIGURES:], WORKLOAD_HEADING)


def workload_table(figures: Sequence[WorkloadFigure], caption: str) -> Grid:
    """Figures of workload, a line for each day."""
    columns = (
        GridColumn("Date", names=True),
        GridColumn("People on my caseload", 130.0, right=True),
        GridColumn("People waiting", 110.0, right=True),
        GridColumn("Half days of duty a month", 140.0, right=True),
    )
    rows = tuple(
        (day_words(one.day), *map(_figure, (one.caseload, one.waiting, one.duty_half_days))) for one in figures
    )
    return Grid(columns, rows, caption)


def _figure(number: int | None) -> str:
    return NOTHING if number is None else f"{number:,}"
