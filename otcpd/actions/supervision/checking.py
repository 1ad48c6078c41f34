"""R11 over the open file: what is late, past its review, or long without an OT; and which sessions wait to be recorded.

Reads a few dates of each agreement and no session, for this is asked for with every look at Home.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from otcpd.actions.supervision.leave import spells_away
from otcpd.catalogue import load_catalogue
from otcpd.domain.readiness import Finding
from otcpd.domain.supervision import Agreement, AgreementState
from otcpd.domain.supervision_checks import StandingFacts, check_supervision
from otcpd.domain.supervision_schedule import schedule_after
from otcpd.domain.supervision_steps import ToRecord
from otcpd.record.record import Record
from otcpd.record.supervision_glance import session_days


class SupervisionChecks(NamedTuple):
    """The findings, and the day of the last session led by an OT that the owner had."""

    findings: tuple[Finding, ...]
    last_ot: date | None


def check_supervision_now(record: Record) -> SupervisionChecks:
    """The findings as of today, by the file's clock. None for a file without agreements."""
    agreements = record.agreements.all()
    if not agreements:
        return SupervisionChecks((), None)
    today = record.clock.today()
    days, away, names = session_days(record.reader, today), spells_away(record), _names(record)
    standings = [
        StandingFacts(
            one,
            schedule_after(one, days.last.get(one.id), days.booked.get(one.id), today, away),
            called(one, names),
        )
        for one in agreements
        if one.state_on(today) is not AgreementState.ENDED
    ]
    return SupervisionChecks(tuple(check_supervision(standings, days.last_ot, today, away)), days.last_ot)


def sessions_to_record(record: Record) -> tuple[ToRecord, ...]:
    """Planned sessions whose day is past, oldest first."""
    waiting = session_days(record.reader, record.clock.today()).to_record
    if not waiting:
        return ()
    names = _names(record)
    agreements = {one.id: one for one in record.agreements.all()}
    return tuple(
        ToRecord(session, called(agreements[key], names) if key in agreements else "Supervision", day)
        for session, key, day in waiting
    )


def called(agreement: Agreement, names: dict[str, str]) -> str:
    """ "Professional supervision with Fiona Alder", "Peer supervision with Locality OTs"; `names` are by id."""
    title = load_catalogue().supervision.kinds[agreement.kind].title
    other = agreement.name or (names.get(agreement.other, "somebody") if agreement.other is not None else "")
    return f"{title} with {other}" if other else title


def _names(record: Record) -> dict[str, str]:
    people = (*record.people.all(), *record.people.all(binned=True))
    return {one.id: one.name or "somebody" for one in people}
