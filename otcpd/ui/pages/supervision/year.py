"""What a year of supervision shows, from the rows that the page has anyway."""

from __future__ import annotations

from otcpd.domain.supervision import SessionState
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.domain.supervision_schedule import schedule
from otcpd.record.session_rows import SessionRow
from otcpd.ui.pages.supervision.contents import SupervisionContents
from otcpd.ui.pages.supervision.words import row_meta, row_title
from otcpd.ui.widgets.year_content import DueDay, YearContent, YearMark

_MARKS = {
    SessionState.HELD: LedgerMark.HELD,
    SessionState.PLANNED: LedgerMark.BOOKED,
    SessionState.MISSED: LedgerMark.CANCELLED,
}


def year_content(contents: SupervisionContents, year: int) -> YearContent:
    """A calendar year. Of a session that was moved the one in its place is shown."""
    names = contents.names
    rows = [row for row in contents.rows.values() if row.day.year == year and row.state in _MARKS]
    marks = [
        YearMark(row.id, row.day, _mark(row, contents), row_title(row, names), row_meta(row, names))
        for row in sorted(rows, key=_place)
    ]
    return YearContent(year, contents.today, tuple(marks), tuple(_due(contents)), contents.away)


def _mark(row: SessionRow, contents: SupervisionContents) -> LedgerMark:
    late = row.state is SessionState.PLANNED and row.day < contents.today
    return LedgerMark.NOTHING if late else _MARKS[row.state]


def _due(contents: SupervisionContents) -> list[DueDay]:
    found = []
    for agreement in contents.running():
        rows = [row for row in contents.rows.values() if row.agreement == agreement.id]
        due = schedule(agreement, rows, contents.today, contents.away).due
        if due is not None:
            found.append(DueDay(due, contents.agreement_title(agreement)))
    return found


def _place(row: SessionRow) -> tuple[str, str]:
    return row.day.isoformat(), row.start.isoformat() if row.start is not None else ""
