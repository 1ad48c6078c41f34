"""A year of supervision as a document: facts and counts, no notes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import format_duration
from otcpd.domain.words import tally
from otcpd.portfolio.charts.month_strip import month_strip, months_said, row_name
from otcpd.portfolio.papers.content import Became, YearAgreement, YearSession, YearSummaryPaper
from otcpd.portfolio.papers.layout import (
    Block,
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
from otcpd.portfolio.papers.wording import NAMELESS, PREPARED, day_words
from otcpd.portfolio.wording import NOTHING

TITLE = "A year of supervision"
AGREEMENTS_HEADING = "What was agreed and what I had"
AGREEMENTS_LEAD = "Agreed: sessions that were due by the agreement, spells of leave left out."
STRIP_HEADING = "Month by month"
SESSIONS_HEADING = "Sessions"
ACTIONS_HEADING = "What we agreed to do"
THEMES_HEADING = "What sessions were about"
THEMES_LEAD = "In how many sessions something was noted under each of Proctor’s functions of supervision."
NO_SESSIONS = "No sessions in this time."


def year_summary_layout(content: YearSummaryPaper) -> PaperLayout:
    """The year as blocks; parts with nothing in them are left out."""
    days = span(content.start, content.end, year=True)
    who = content.name.strip()
    return PaperLayout(
        title=TITLE,
        subtitle=days,
        name=", ".join(filter(None, ("Supervision", days, who))),
        who=who,
        number=content.registration.strip(),
        about=f"Supervision, {days}",
        prepared=content.prepared,
        blocks=tuple(_blocks(content)),
    )


def _blocks(content: YearSummaryPaper) -> Iterator[Block]:
    left = (("Name", content.name.strip() or NAMELESS), ("HCPC number", content.registration.strip()))
    right = (("From", long_day(content.start)), ("To", long_day(content.end)), (PREPARED, long_day(content.prepared)))
    yield Facts(tuple((label, value) for label, value in left if value), right)
    yield Numbers(_numbers(content))
    given = sum(1 for one in content.sessions if one.became is Became.HELD and one.supervised)
    if given:
        time = f", {format_duration(content.supervised_minutes)}" if content.supervised_minutes else ""
        yield Quiet(f"As supervisor I held {tally(given, 'session')}{time}; they are not among these figures.")
    if content.agreements:
        if any(row.strip for row in content.agreements):
            yield Heading(STRIP_HEADING)
            yield Picture(partial(month_strip, content.agreements), _strips(content.agreements))
        yield Heading(AGREEMENTS_HEADING)
        yield Lead(AGREEMENTS_LEAD)
        yield _agreements(content.agreements)
    if content.actions_open or content.actions_done or content.actions_dropped:
        yield Heading(ACTIONS_HEADING)
        yield Quiet(_actions(content))
    if content.themes:
        yield Heading(THEMES_HEADING)
        yield Lead(THEMES_LEAD)
        columns = (GridColumn("Function", 200.0, names=True), GridColumn("Sessions", 70.0, right=True))
        yield Grid(columns, tuple((name, f"{count:,}") for name, count in content.themes), THEMES_HEADING)
    yield Heading(SESSIONS_HEADING)
    if content.sessions:
        yield _sessions(content.sessions)
    else:
        yield Quiet(NO_SESSIONS)


def _since_ot(content: YearSummaryPaper) -> tuple[str, str]:
    """How long ago an OT last led a session, on the last day of the summary, and when that was."""
    if content.last_ot is None or content.weeks_since_ot is None:
        return NOTHING, "no session led by an OT so far"
    return tally(content.weeks_since_ot, "week"), f"since an OT led a session, on {long_day(content.last_ot)}"


def _numbers(content: YearSummaryPaper) -> tuple[tuple[str, str], ...]:
    held = sum(1 for one in content.sessions if one.became is Became.HELD and not one.supervised)
    missed = sum(1 for one in content.sessions if one.became is Became.MISSED and not one.supervised)
    return (
        (f"{held:,}", "session held" if held == 1 else "sessions held"),
        (f"{missed:,}", "missed"),
        (format_duration(content.minutes), "of supervision"),
        _since_ot(content),
    )


def _strips(rows: tuple[YearAgreement, ...]) -> Grid:
    columns = (GridColumn("Agreement", 150.0, names=True), GridColumn("Months"))
    return Grid(columns, tuple((row_name(row), _begun(months_said(row.strip))) for row in rows), STRIP_HEADING)


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _agreements(rows: tuple[YearAgreement, ...]) -> Grid:
    columns = (
        GridColumn("Agreement", names=True),
        GridColumn("Led by", 58.0),
        GridColumn("How often", 98.0),
        GridColumn("Agreed", 46.0, right=True),
        GridColumn("Held", 36.0, right=True),
        GridColumn("Missed", 46.0, right=True),
        GridColumn("Moved", 46.0, right=True),
        GridColumn("Time", 50.0, right=True),
    )
    return Grid(columns, tuple(map(_agreement_row, rows)), AGREEMENTS_HEADING)


def _agreement_row(row: YearAgreement) -> tuple[str, ...]:
    counts = (f"{number:,}" for number in (row.agreed, row.held, row.missed, row.moved))
    led = "Me" if row.supervised else "An OT" if row.is_ot else "Not an OT"
    return (row_name(row), led, row.often or NOTHING, *counts, format_duration(row.minutes) if row.minutes else NOTHING)


def _actions(content: YearSummaryPaper) -> str:
    counts = (
        (content.actions_done, "done"),
        (content.actions_open, "still open"),
        (content.actions_dropped, "dropped"),
    )
    total = sum(number for number, _ in counts)
    return f"{tally(total, 'action')}: {', '.join(f'{number:,} {word}' for number, word in counts if number)}."


def _sessions(rows: tuple[YearSession, ...]) -> Grid:
    columns = (
        GridColumn("Date", 66.0),
        GridColumn("Session", names=True),
        GridColumn("OT led", 40.0),
        GridColumn("Time", 48.0, right=True),
        GridColumn("Outcome", 144.0),
        GridColumn("Kept free", 54.0),
    )
    return Grid(columns, tuple(map(_session_row, rows)), SESSIONS_HEADING)


def _session_row(row: YearSession) -> tuple[str, ...]:
    kept = {True: "Yes", False: "No", None: NOTHING}[row.protected_kept]
    name = ", ".join(filter(None, (row.kind, row.who)))
    led = "Yes" if row.led_by_ot else "No"
    time = format_duration(row.minutes) if row.minutes else NOTHING
    return (day_words(row.day), name, led, time, _became(row), kept)


def _became(row: YearSession) -> str:
    """ "Held, by video", "Missed by the supervisor. Duty cover", "Moved to 3 Dec 2026. Illness"."""
    words = row.became.value
    if row.became is Became.MISSED and row.missed_by:
        words = f"{words} by {row.missed_by}"
    if row.became is Became.MOVED and row.moved_to is not None:
        words = f"{words} to {day_words(row.moved_to)}"
    if row.became is Became.HELD and row.mode:
        words = f"{words}, {row.mode[0].lower()}{row.mode[1:]}"
    given = " As supervisor." if row.supervised else ""
    reason = f" {row.reason.strip()}" if row.reason.strip() else ""
    return f"{words}.{given}{reason}" if given or reason else words
