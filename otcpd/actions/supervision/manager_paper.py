"""The content of the page on protected time for a line manager: facts, nothing private."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from otcpd.actions.names import one_line
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.actions.supervision.protected import protected_balance
from otcpd.actions.supervision.year_paper import year_agreements
from otcpd.catalogue import load_catalogue
from otcpd.domain.durations import format_duration
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.learning_plan import LearningState, PlannedLearning
from otcpd.domain.period import Period
from otcpd.domain.person import main_post
from otcpd.domain.plan_standing import learning_sums, was_asked
from otcpd.domain.plan_words import sums_sentence
from otcpd.domain.protected_balance import Balance, usual_period
from otcpd.domain.supervision import AgreementKind, AgreementState, SessionState
from otcpd.portfolio.papers.content import (
    ManagerPaper,
    ProtectedMonth,
    ProtectedPromise,
    RefusedLearning,
    SupervisionCount,
    WorkloadFigure,
    YearAgreement,
)
from otcpd.record.leaving import Leaving
from otcpd.record.record import Record

NO_REASON = "No reason given"
_TOLD = (SessionState.HELD, SessionState.MISSED)


def manager_content(
    record: Record, period: Period | None = None, *, would_help: str = "", manager: str | None = None
) -> ManagerPaper:
    """Protected time in a period; without one, in the last six months. `would_help` is a plain sentence by the person.

    `manager` is for whom it is; None takes who line manages her by an agreement that goes on.
    """
    period = period or usual_period(record.clock.today())
    people = PaperPeople(record)
    post = main_post(record.people.posts())
    reckoned = protected_balance(record, period)
    me = people.somebody(people.owner.id)
    asked = _asked(record, period)
    return ManagerPaper(
        name=people.owner.name,
        start=period.start,
        end=period.end,
        prepared=record.clock.today(),
        post="" if post is None else post.title,
        employer=me.employer,
        manager=_manager(record, people) if manager is None else manager,
        promises=tuple(_promises(record, period)),
        months=tuple(_months(reckoned)),
        lost_by_reason=tuple(_lost(reckoned)),
        uses=tuple(_uses(reckoned)),
        supervision=tuple(_supervision(record, period)),
        workload=tuple(_workload(record, period)),
        learning=sums_sentence(learning_sums(asked)),
        refused=tuple(_refused(record, asked)),
        would_help=would_help,
    )


def _manager(record: Record, people: PaperPeople) -> str:
    today = record.clock.today()
    return next(
        (
            people.name(one.supervisor)
            for one in record.agreements.all()
            if one.kind is AgreementKind.LINE_MANAGEMENT
            and one.supervisor is not None
            and not one.as_supervisor
            and one.state_on(today) is not AgreementState.ENDED
        ),
        "",
    )


def _promises(record: Record, period: Period) -> Iterator[ProtectedPromise]:
    words = load_catalogue().supervision
    for one in record.protected_time.entitlements():
        if period.touches(one.start, max(one.end, one.start) if one.end is not None else period.end):
            promised = f"{format_duration(one.minutes)} {words.per[one.per]}"
            yield ProtectedPromise(promised, words.entitlement_sources[one.source], one.start, one.end)


def _months(reckoned: Balance) -> Iterator[ProtectedMonth]:
    for month in reckoned.months:
        first = month.period.start.replace(day=1)
        yield ProtectedMonth(first, month.entitled, month.planned, month.taken, month.lost)


def _lost(reckoned: Balance) -> Iterator[tuple[str, int]]:
    words = load_catalogue().supervision
    told = may_leave(default_layer("protected_slot", "reason"), Layer.SUPERVISION)
    for reason, minutes in reckoned.reasons:
        yield (words.lost_reason_label(reason) if reason and told else NO_REASON), minutes


def _uses(reckoned: Balance) -> Iterator[tuple[str, int]]:
    words = load_catalogue().supervision
    for use, minutes in reckoned.uses:
        yield words.uses[use], minutes


def _supervision(record: Record, period: Period) -> Iterator[SupervisionCount]:
    """The sessions that she was to have and had, by kind and by whether an OT led them; those without an agreement, or
    whose agreement is in the bin, count as held or missed alone."""
    counts: dict[tuple[str, bool], Counter[str]] = {}
    sessions = record.sessions.all(period.start, period.end)
    for one in year_agreements(record, period, sessions):
        if not one.supervised:
            counts.setdefault((one.kind, one.is_ot), Counter()).update(_counted(one))
    words, there = load_catalogue().supervision, {one.id for one in record.agreements.all()}
    for session in sessions:
        if session.agreement not in there and not session.as_supervisor and session.state in _TOLD:
            key = (words.kind_label(session.kind), session.led_by_ot)
            counts.setdefault(key, Counter())[session.state] += 1
    for (kind, is_ot), sums in counts.items():
        yield SupervisionCount(kind, sums["agreed"], sums["held"], sums["missed"], is_ot)


def _counted(one: YearAgreement) -> dict[str, int]:
    return {"agreed": one.agreed, "held": one.held, "missed": one.missed}


def _asked(record: Record, period: Period) -> list[PlannedLearning]:
    """The learning of all plans that was asked for, or answered, in the period."""
    return [
        one
        for plan in record.plans.all()
        for one in plan.learning
        if was_asked(one) and any(day is not None and day in period for day in (one.asked_on, one.decided_on))
    ]


def _refused(record: Record, asked: Sequence[PlannedLearning]) -> Iterator[RefusedLearning]:
    """Newest first. The words are hers; who refused is named, and nothing is said of it."""
    table = "planned_learning"
    leaving = Leaving(record.reader, Layer.SUPERVISION, table)
    refused = [one for one in asked if one.state is LearningState.REFUSED and leaving.may(table, one.id, "text")]
    for one in sorted(refused, key=_answered, reverse=True):
        reason = leaving.text(table, one.id, "reason", one_line(one.reason))
        yield RefusedLearning(one_line(one.text), one.minutes, one.pence, one.decided_on, one.decided_by, reason)


def _answered(one: PlannedLearning) -> date:
    return one.decided_on or date.min


def _workload(record: Record, period: Period) -> Iterator[WorkloadFigure]:
    for one in record.protected_time.workload():
        if one.day in period:
            yield WorkloadFigure(one.day, one.caseload, one.waiting, one.duty_half_days)
