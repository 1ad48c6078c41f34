"""The content of a year of supervision: facts and counts, no notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from otcpd.actions.supervision.leave import spells_away
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import add_months
from otcpd.domain.entitled_time import days_away, months_of
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.often import often_and_long
from otcpd.domain.period import Period
from otcpd.domain.supervision import ActionState, Agreement, Session, SessionState
from otcpd.domain.supervision_schedule import last_led_by_ot, weeks_since
from otcpd.portfolio.papers.content import Became, StripMonth, YearAgreement, YearSession, YearSummaryPaper
from otcpd.record.record import Record

_DAY = timedelta(days=1)
_BECAME = {
    SessionState.HELD: Became.HELD,
    SessionState.MISSED: Became.MISSED,
    SessionState.MOVED: Became.MOVED,
}
_IN_A_MONTH = (Became.HELD, Became.MISSED, Became.MOVED, Became.NOT_SAID, Became.PLANNED)
"""What a month shows of several sessions: the first of these that became of one."""


def year_summary_content(record: Record, period: Period) -> YearSummaryPaper:
    """Supervision in a period, by the file's clock: what is after today is planned, and due only later."""
    today = record.clock.today()
    people = PaperPeople(record)
    sessions = record.sessions.all(period.start, period.end)
    agreements = {one.id: one for one in (*record.agreements.all(binned=True), *record.agreements.all())}
    last = _last_led_by_ot(record, sessions, min(today, period.end))
    closed = [action.state for one in sessions for action in one.actions if action.text.strip()]
    had = [one for one in sessions if one.state is SessionState.HELD]
    return YearSummaryPaper(
        name=people.owner.name,
        registration=people.owner.registration,
        start=period.start,
        end=period.end,
        prepared=today,
        sessions=tuple(_session(record, one, agreements, people, today) for one in sessions),
        agreements=tuple(year_agreements(record, period, sessions)),
        minutes=sum(one.minutes or 0 for one in had if not one.as_supervisor),
        supervised_minutes=sum(one.minutes or 0 for one in had if one.as_supervisor),
        last_ot=last,
        weeks_since_ot=None if last is None else weeks_since(last, min(today, period.end)),
        actions_open=closed.count(ActionState.OPEN),
        actions_done=closed.count(ActionState.DONE),
        actions_dropped=closed.count(ActionState.DROPPED),
        themes=tuple(_themes(had)),
    )


def year_agreements(record: Record, period: Period, sessions: Sequence[Session]) -> Iterator[YearAgreement]:
    """What was agreed and what was had of each agreement that ran in the period, or had sessions in it."""
    today = record.clock.today()
    away = spells_away(record)
    people = PaperPeople(record)
    words = load_catalogue().supervision
    for agreement in record.agreements.all():
        own = [one for one in sessions if one.agreement == agreement.id]
        if not own and not period.touches(agreement.starts, agreement.ends or date.max):
            continue
        terms = agreement.terms_on(min(today, period.end))
        held = [one for one in own if one.state is SessionState.HELD]
        yield YearAgreement(
            kind=words.kind_label(agreement.kind),
            who=people.other_side(agreement),
            often=often_and_long(terms.often, terms.minutes),
            is_ot=agreement.supervisor_is_ot,
            agreed=agreed_sessions(agreement, period, today, away),
            held=len(held),
            missed=sum(1 for one in own if one.state is SessionState.MISSED),
            moved=sum(1 for one in own if one.state is SessionState.MOVED),
            minutes=sum(one.minutes or 0 for one in held),
            supervised=agreement.as_supervisor,
            strip=tuple(_strip(agreement, own, period, today, away)),
        )


def agreed_sessions(agreement: Agreement, period: Period, today: date, away: Sequence[Period]) -> int:
    """How many sessions were due by the terms in the part of the period that the agreement ran and that is past.

    Each day in force, leave left out, gives its part of a session; only whole ones count.
    """
    last = min(period.end, today, agreement.ends or date.max)
    due = 0.0
    for place, terms in enumerate(agreement.terms):
        after = agreement.terms[place + 1].start - _DAY if place + 1 < len(agreement.terms) else date.max
        first, until = max(period.start, terms.start), min(last, after)
        if first <= until:
            part = Period(first, until)
            due += (part.days - days_away(part, away)) / (7 * terms.every_weeks)
    # Weeks are whole days: what floats lose must not cost a session.
    return int(due + 1e-9)


def _last_led_by_ot(record: Record, sessions: Sequence[Session], until: date) -> date | None:
    """The newest day on which an OT led a session that the owner had. Older ones are only looked at if none of the
    period was: a file may have thousands."""
    return last_led_by_ot(sessions, until) or last_led_by_ot(record.sessions.rows(end=until), until)


def _session(
    record: Record, session: Session, agreements: Mapping[str, Agreement], people: PaperPeople, today: date
) -> YearSession:
    words = load_catalogue().supervision
    agreement = agreements.get(session.agreement or "")
    who = people.names(session.people) if agreement is None else people.other_side(agreement)
    reason = session.reason if may_leave(session.layer_of("reason"), Layer.SUPERVISION) else ""
    missed_by = "" if session.missed_by is None else words.missed_by[session.missed_by]
    return YearSession(
        day=session.day,
        kind=words.kind_label(session.kind),
        who=who,
        became=_became(session, today),
        minutes=session.minutes if session.state is SessionState.HELD else None,
        mode=words.modes[session.mode] if session.state is SessionState.HELD else "",
        led_by_ot=session.led_by_ot,
        supervised=session.as_supervisor,
        missed_by=f"{missed_by[:1].lower()}{missed_by[1:]}",
        reason=words.missed_reason_label(reason.strip()),
        moved_to=None if session.moved_to is None else record.sessions.get(session.moved_to).day,
        protected_kept=session.protected_kept,
    )


def _became(session: Session, today: date) -> Became:
    if session.state is SessionState.PLANNED:
        return Became.NOT_SAID if session.day < today else Became.PLANNED
    return _BECAME[session.state]


def _themes(held: Iterable[Session]) -> Iterator[tuple[str, int]]:
    """In how many sessions there is a note under each function. Who asks for counts reads no text."""
    of = list(held)
    for code, entry in load_catalogue().supervision.functions.items():
        count = sum(1 for one in of if getattr(one, code).strip())
        if count:
            yield entry.label, count


def _strip(
    agreement: Agreement, sessions: Sequence[Session], period: Period, today: date, away: Sequence[Period]
) -> Iterator[StripMonth]:
    """Month by month what became of its sessions; leave is shown where most of a month without any was leave."""
    for month in months_of(period):
        first = month.start.replace(day=1)
        whole = Period(first, add_months(first, 1) - _DAY)
        there = {_became(one, today) for one in sessions if one.day in month}
        found = next((one for one in _IN_A_MONTH if one in there), None)
        runs = whole.touches(agreement.starts, agreement.ends or date.max)
        if found is None and runs and 2 * days_away(whole, away) > whole.days:
            found = Became.ON_LEAVE
        yield StripMonth(first, found)
