"""One page on protected time for a line manager."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from otcpd.domain.dates import MONTHS, long_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.plan_words import figures
from otcpd.domain.words import shortened, tally
from otcpd.portfolio.charts.lists import bar_list, figure_list, month_words, series, workload_lines
from otcpd.portfolio.charts.protected_months import protected_months
from otcpd.portfolio.charts.shapes import Chart, Measure
from otcpd.portfolio.papers.content import (
    ManagerPaper,
    ProtectedMonth,
    ProtectedPromise,
    RefusedLearning,
    SupervisionCount,
)
from otcpd.portfolio.papers.layout import (
    Beside,
    Block,
    Bullets,
    Facts,
    Grid,
    GridColumn,
    Heading,
    Lead,
    Panel,
    PaperLayout,
    Picture,
    Quiet,
    Written,
)
from otcpd.portfolio.papers.wording import NAMELESS, PREPARED, day_words
from otcpd.portfolio.wording import NOTHING

TITLE = "Protected time for learning"
MONTHS_HEADING = "Month by month"
_NO_BREAK = "\u00a0"
LOST_HEADING = "Why time was lost"
USED_HEADING = "What it was used for"
SUPERVISION_HEADING = "Supervision"
WORKLOAD_HEADING = "My workload"
LEARNING_HEADING = "Learning asked for"
HELP_HEADING = "What would help"
OTHERS = "Others"
_LEAST_LEARNING = 110
"""Letters of what is said of learning where there is no room for a table: a line."""
NO_TIME = "No protected time is noted for this time."


@dataclass(frozen=True, slots=True)
class _Room:
    """How much of each list there is, of it how much learning that was refused, and how many letters a text of the
    person's own and a name have."""

    rows: int
    promises: int
    letters: int
    name: int
    refused: int


_ROOMS = (
    _Room(8, 4, 600, 90, 6),
    _Room(6, 3, 600, 60, 5),
    _Room(5, 2, 400, 40, 4),
    _Room(4, 1, 400, 22, 3),
    _Room(3, 1, 300, 22, 2),
    _Room(2, 1, 200, 22, 2),
    _Room(2, 1, 110, 22, 1),
    _Room(1, 1, 80, 22, 1),
    _Room(2, 1, 110, 21, 0),
    _Room(1, 1, 80, 15, 0),
)
"""From the fullest page to the barest: the fullest one that fits on one page is taken."""


def manager_layouts(content: ManagerPaper) -> tuple[PaperLayout, ...]:
    """The page, the fullest first; what does not fit is said in counts, and never runs on to a second page."""
    days = span(content.start, content.end, year=True)
    who = content.name.strip()
    return tuple(
        PaperLayout(
            title=TITLE,
            subtitle=days,
            name=", ".join(filter(None, (TITLE, days, who))),
            who=who,
            about=f"Protected time, {month_words(content.start)} to {month_words(content.end)}",
            prepared=content.prepared,
            blocks=tuple(_blocks(content, room)),
        )
        for room in _ROOMS
    )


def _blocks(content: ManagerPaper, room: _Room) -> Iterator[Block]:
    when = (("From", long_day(content.start)), ("To", long_day(content.end)), (PREPARED, long_day(content.prepared)))
    yield Facts(_who(content, room), when)
    if content.months:
        chart = partial(protected_months, content.months)
        yield Picture(chart, _months_table(content.months), _sums(content.months))
    else:
        yield Quiet(NO_TIME)
    yield from _time(content, room)
    yield from _facts(content, room)
    yield from _learning(content, room)
    if content.would_help.strip():
        yield Heading(HELP_HEADING)
        yield Written(shortened(" ".join(content.would_help.split()), room.letters))


def _who(content: ManagerPaper, room: _Room) -> tuple[tuple[str, str], ...]:
    where = ", ".join(filter(None, (content.post.strip(), content.employer.strip())))
    promises = [_promise(one) for one in content.promises[-room.promises :]]
    left = len(content.promises) - len(promises)
    told = "; ".join((*promises, *((f"and {tally(left, 'earlier one')}",) if left else ())))
    facts = (
        ("Name", content.name.strip() or NAMELESS),
        ("Post", where),
        ("For", content.manager.strip()),
        ("Agreed", told),
    )
    return tuple((label, shortened(value, 2 * room.name)) for label, value in facts if value)


def _promise(one: ProtectedPromise) -> str:
    source = f", {one.source[0].lower()}{one.source[1:]}" if one.source else ""
    end = "" if one.end is None else f" to {long_day(one.end, brief=True)}"
    return f"{one.words}{source}, from {long_day(one.start, brief=True)}{end}"


def _sums(months: Sequence[ProtectedMonth]) -> tuple[str, ...]:
    """What was taken, against what was promised; what was set aside, and how much of that was lost."""
    promised, planned, taken, lost = (
        format_duration(sum(minutes)).replace(" ", _NO_BREAK)
        for minutes in zip(*((one.entitled, one.planned, one.taken, one.lost) for one in months), strict=True)
    )
    return taken, f"taken of {promised} agreed", f"{planned} planned ahead, {lost} of it lost"


def _months_table(months: Sequence[ProtectedMonth]) -> Grid:
    columns = (GridColumn("Month", names=True), *(GridColumn(word, 84.0, right=True) for word in _MONTH_HEADS))
    return Grid(columns, tuple(map(_month_row, months)), MONTHS_HEADING)


_MONTH_HEADS = ("Agreed", "Planned", "Taken", "Lost")


def _month_row(month: ProtectedMonth) -> tuple[str, ...]:
    times = (month.entitled, month.planned, month.taken, month.lost)
    name = f"{MONTHS[month.day.month - 1]} {month.day.year}"
    return (name, *(format_duration(minutes) if minutes else NOTHING for minutes in times))


def _time(content: ManagerPaper, room: _Room) -> Iterator[Block]:
    """Why time was lost, and what the rest was used for."""
    panels = [
        _times_panel(heading, head, _most(rows, room.rows))
        for heading, head, rows in (
            (LOST_HEADING, "Reason", content.lost_by_reason),
            (USED_HEADING, "Use", content.uses),
        )
        if rows
    ]
    yield from _panels(panels)


def _facts(content: ManagerPaper, room: _Room) -> Iterator[Block]:
    """Supervision as agreed and as held, and the workload."""
    panels: list[Panel] = []
    if content.supervision:
        panels.append(_supervision(content.supervision, room.rows))
    if series(content.workload):
        chart = partial(workload_lines, content.workload)
        panels.append(Panel(WORKLOAD_HEADING, chart, _workload_table(content)))
    yield from _panels(panels)


def _learning(content: ManagerPaper, room: _Room) -> Iterator[Block]:
    """What was asked for in figures, and what of it was refused, each in a line."""
    if not content.learning and not content.refused:
        return
    if not room.refused:
        yield Quiet(shortened(content.learning, _LEAST_LEARNING))
        return
    yield Heading(LEARNING_HEADING)
    if content.learning:
        yield Lead(content.learning)
    lines = [_refused_line(one, room) for one in content.refused[: room.refused]]
    left = len(content.refused) - len(lines)
    if lines:
        yield Bullets((*lines, *((f"And {tally(left, 'earlier refusal')}",) if left else ())))


def _refused_line(one: RefusedLearning, room: _Room) -> str:
    """ "Refused: annual conference (14 h, £380.50). Morag Larch, 9 Oct 2026: no budget is left"."""
    told = figures(one.minutes, one.pence)
    what = f"{shortened(one.text, room.name)} ({told})" if told else shortened(one.text, room.name)
    who = ", ".join(filter(None, (one.by.strip(), "" if one.on is None else day_words(one.on))))
    why = ": ".join(filter(None, (who, one.reason.strip())))
    return ". ".join(filter(None, (f"Refused: {what}", shortened(why, 2 * room.name))))


def _panels(panels: Sequence[Panel]) -> Iterator[Block]:
    if panels:
        yield Beside(panels[0], panels[1] if len(panels) > 1 else None)


def _times_panel(heading: str, head: str, rows: Sequence[tuple[str, int]]) -> Panel:
    def chart(width: float, measure: Measure) -> Chart:
        return bar_list(rows, (head, "Time"), width, measure)

    columns = (GridColumn(head, 260.0, names=True), GridColumn("Time", 80.0, right=True))
    return Panel(heading, chart, Grid(columns, tuple((name, format_duration(time)) for name, time in rows), heading))


def _most(rows: Sequence[tuple[str, int]], most: int) -> Sequence[tuple[str, int]]:
    """The longest times, and all others as one."""
    ordered = sorted(rows, key=_minutes, reverse=True)
    if len(ordered) <= most:
        return ordered
    kept = ordered[: most - 1]
    return (*kept, (OTHERS, sum(minutes for _, minutes in ordered[most - 1 :])))


def _minutes(row: tuple[str, int]) -> int:
    return row[1]


def _supervision(rows: Sequence[SupervisionCount], most: int) -> Panel:
    shown = [_count_row(one) for one in rows[:most]]
    if len(rows) > most:
        rest = rows[most - 1 :]
        sums = (sum(one.agreed for one in rest), sum(one.held for one in rest), sum(one.missed for one in rest))
        shown = [*shown[: most - 1], (OTHERS, *(f"{number:,}" for number in sums))]
    heads = ("Sessions", "Agreed", "Held", "Missed")

    def chart(width: float, measure: Measure) -> Chart:
        return figure_list(heads, shown, width, measure)

    columns = (GridColumn(heads[0], 260.0, names=True), *(GridColumn(head, 60.0, right=True) for head in heads[1:]))
    return Panel(SUPERVISION_HEADING, chart, Grid(columns, tuple(shown), SUPERVISION_HEADING))


def _count_row(one: SupervisionCount) -> tuple[str, ...]:
    led = ", led by an OT" if one.is_ot else ""
    return (f"{one.kind}{led}", *(f"{number:,}" for number in (one.agreed, one.held, one.missed)))


def _workload_table(content: ManagerPaper) -> Grid:
    first, last = (month_words(one.day) for one in (content.workload[0], content.workload[-1]))
    columns = (
        GridColumn("What", 200.0, names=True),
        GridColumn(first, 90.0, right=True),
        GridColumn(last, 90.0, right=True),
    )
    rows = tuple((name, f"{points[0][1]:,}", f"{points[-1][1]:,}") for name, points in series(content.workload))
    return Grid(columns, rows, WORKLOAD_HEADING)
