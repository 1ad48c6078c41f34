"""How supervision stands today: for each agreement what is due, and how long ago an OT led a session."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from otcpd.actions.supervision.leave import spells_away
from otcpd.domain.period import Period
from otcpd.domain.supervision import Agreement, AgreementState, SessionState
from otcpd.domain.supervision_schedule import Schedule, last_led_by_ot, schedule, weeks_since
from otcpd.record.record import Record
from otcpd.record.session_rows import SessionRow


@dataclass(frozen=True, slots=True)
class Standing:
    """One agreement today, with its sessions, the newest first."""

    agreement: Agreement
    schedule: Schedule
    state: AgreementState
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class SupervisionToday:
    """All of it: agreements that go on, drafts among them, the latest on top; then those that ended.

    `rows` are all sessions, newest first; `to_record` those whose day is past and of which nobody said what became of
    them, oldest first; `last_ot` the day of the last session that the owner had with an OT leading, `weeks` how long
    ago that is; `away` the spells of leave.
    """

    today: date
    standings: tuple[Standing, ...]
    rows: tuple[SessionRow, ...]
    to_record: tuple[SessionRow, ...]
    last_ot: date | None
    weeks: int | None
    away: tuple[Period, ...]


def supervision_today(record: Record) -> SupervisionToday:
    """How it stands today, by the file's clock."""
    today = record.clock.today()
    rows = record.sessions.rows()
    away = spells_away(record)
    of_agreement: dict[str, list[SessionRow]] = defaultdict(list)
    for row in rows:
        if row.agreement is not None:
            of_agreement[row.agreement].append(row)
    standings = [_standing(agreement, of_agreement[agreement.id], today, away) for agreement in record.agreements.all()]
    last = last_led_by_ot(rows, today)
    unsaid = [row for row in rows if row.state is SessionState.PLANNED and row.day < today]
    return SupervisionToday(
        today,
        tuple(sorted(standings, key=_order)),
        tuple(rows),
        tuple(reversed(unsaid)),
        last,
        None if last is None else weeks_since(last, today),
        away,
    )


def _standing(agreement: Agreement, rows: list[SessionRow], today: date, away: tuple[Period, ...]) -> Standing:
    return Standing(agreement, schedule(agreement, rows, today, away), agreement.state_on(today), tuple(rows))


def _order(one: Standing) -> tuple[bool, int, date, str]:
    return (
        one.state is AgreementState.ENDED,
        -one.schedule.days_late,
        one.schedule.due or date.max,
        one.agreement.id,
    )
