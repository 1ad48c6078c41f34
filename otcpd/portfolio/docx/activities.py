"""Part 2 of the Word copy: the mixture of learning and the dated list, with gaps where they are."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.portfolio.content import ActivityRow, GapRow, ProfileContent
from otcpd.portfolio.docx.flow import Flow, Words
from otcpd.portfolio.docx.front import PLACES
from otcpd.portfolio.docx.styles import FIGURE_STYLE, LEAD_STYLE, NOTE_STYLE
from otcpd.portfolio.docx.table import Column, ListTable
from otcpd.portfolio.pdf.style import WIDTH
from otcpd.portfolio.wording import (
    BOLD_MEANS,
    GAPS_ALONE_HEAD,
    LIST_HEADING,
    LIST_HEADS,
    LIST_LEAD,
    NOTHING_LISTED,
    TOTALS_HEADS,
    brief_days,
    evidence_names,
    gap_days,
    gap_said,
    mixture,
    total_time,
)

_WIDTHS = (26.0, 66.0, 220.0, 82.0, 52.0)
_TOTALS_WIDTHS = (140.0, 70.0, 76.0)


def write_activities(flow: Flow, content: ProfileContent) -> None:
    """The whole of part 2, from a new page on."""
    flow.heading(LIST_HEADING, PLACES[1], new_page=True)
    flow.paragraph(LIST_LEAD, LEAD_STYLE)
    if content.activities:
        _mixture(flow, content)
    else:
        flow.paragraph(NOTHING_LISTED, LEAD_STYLE)
    if content.dated_list:
        _dated_list(flow, content.dated_list)


def _mixture(flow: Flow, content: ProfileContent) -> None:
    name, count, time = TOTALS_HEADS
    widths = _TOTALS_WIDTHS
    columns = (Column(name, widths[0]), Column(count, widths[1], right=True), Column(time, widths[2], right=True))
    table = ListTable(flow, columns, f"{count}, {name}", totals=True)
    for total in content.totals:
        table.row((Words(total.category), Words(str(total.activities), strong=True), Words(total_time(total))))
    table.finish()
    number, words = mixture(content)
    flow.paragraph(number, FIGURE_STYLE)
    flow.paragraph(words, NOTE_STYLE, keep=True)
    if any(row.chosen for row in content.activities):
        flow.paragraph(BOLD_MEANS, NOTE_STYLE, keep=True)


def _dated_list(flow: Flow, rows: Sequence[ActivityRow | GapRow]) -> None:
    table = ListTable(flow, _columns(rows), LIST_HEADING)
    for row in rows:
        if isinstance(row, GapRow):
            table.band((Words(gap_days(row), strong=True), Words(gap_said(row))))
            continue
        table.row(
            (
                Words(str(row.number)),
                Words(brief_days(row.start, row.end)),
                Words(row.title, strong=row.chosen),
                Words(row.category),
                Words(row.duration),
                Words(evidence_names(row.evidence)),
            )
        )
    table.finish()


def _columns(rows: Sequence[ActivityRow | GapRow]) -> tuple[Column, ...]:
    if all(isinstance(row, GapRow) for row in rows):
        return (Column(GAPS_ALONE_HEAD, WIDTH),)
    widths = (*_WIDTHS, WIDTH - sum(_WIDTHS))
    return tuple(
        Column(head, width, right=place == len(_WIDTHS) - 1)
        for place, (head, width) in enumerate(zip(LIST_HEADS, widths, strict=True))
    )
