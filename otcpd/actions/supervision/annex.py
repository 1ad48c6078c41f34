"""The annex of a profile on supervision: how often, how long, of what kind, led by an OT or not. Nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from otcpd.catalogue import load_catalogue
from otcpd.domain.often import often_and_long
from otcpd.domain.period import Period
from otcpd.domain.supervision import Agreement, AgreementKind, Session, SessionState
from otcpd.portfolio.content import SupervisionAnnex, SupervisionRow
from otcpd.record.record import Record


def supervision_annex(record: Record, period: Period) -> SupervisionAnnex:
    """The supervision that the owner had in a period, up to today. No name and no text of anybody is in it.

    Sessions in which she supervised are none that she had.
    """
    last = min(period.end, record.clock.today())
    own = [
        one
        for one in record.sessions.all(period.start, last)
        if one.state is SessionState.HELD and not one.as_supervisor
    ]
    agreements = [one for one in record.agreements.all() if not one.as_supervisor]
    there = {one.id for one in agreements}
    alone = [one for one in own if one.agreement not in there]
    rows = [*_of_agreements(agreements, own, period, last), *_alone(alone, period, last)]
    return SupervisionAnnex(tuple(rows))


def _of_agreements(
    agreements: Sequence[Agreement], own: Sequence[Session], period: Period, last: date
) -> Iterator[SupervisionRow]:
    for agreement in agreements:
        terms = agreement.terms_on(last)
        held = [one for one in own if one.agreement == agreement.id]
        first, until = max(agreement.starts, period.start), min(agreement.ends or last, last)
        runs = first <= until
        if not (held or runs):
            continue
        # A session may be dated before its agreement, or after its end.
        days = [*(one.day for one in held), *((first, until) if runs else ())]
        yield SupervisionRow(
            kind=_title(agreement.kind),
            often=often_and_long(terms.often, terms.minutes),
            led_by_ot=agreement.supervisor_is_ot,
            start=min(days),
            end=max(days),
            held=len(held),
            minutes=sum(one.minutes or 0 for one in held),
        )


def _alone(alone: Sequence[Session], period: Period, last: date) -> Iterator[SupervisionRow]:
    """Sessions without an agreement, or whose agreement is in the bin, by kind and by whether an OT led them."""
    for kind, led_by_ot in sorted({(one.kind, one.led_by_ot) for one in alone}):
        held = [one for one in alone if (one.kind, one.led_by_ot) == (kind, led_by_ot)]
        minutes = sum(one.minutes or 0 for one in held)
        yield SupervisionRow(_title(kind), "", led_by_ot, period.start, last, len(held), minutes)


def _title(kind: AgreementKind) -> str:
    return load_catalogue().supervision.kinds[kind].title
