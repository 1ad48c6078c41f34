"""What Home shows, read from the open file in one go: the cycle, how the profile stands, what is worth doing next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from otcpd.actions.checking import check_days
from otcpd.actions.cycle_dates import current_cycle, hcpc_start_at
from otcpd.actions.reading import profile_period, rules_of
from otcpd.actions.settings import change_setting
from otcpd.actions.supervision.checking import sessions_to_record
from otcpd.actions.supervision.protected import protected_balance
from otcpd.catalogue import Catalogue, load_catalogue
from otcpd.domain.activity import Category
from otcpd.domain.changes import Changes
from otcpd.domain.cycle import RegistrationCycle
from otcpd.domain.fixed_terms import term_steps
from otcpd.domain.gaps import Gap, GapReason, find_gaps, growing_gap
from otcpd.domain.goal_steps import goal_steps
from otcpd.domain.good_order import Figures, in_good_order
from otcpd.domain.layers import Layer, default_layer, may_leave
from otcpd.domain.listing import is_listed
from otcpd.domain.next_steps import (
    BackupFacts,
    NextStep,
    StepFacts,
    Unfinished,
    next_steps,
)
from otcpd.domain.period import Period
from otcpd.domain.plan_steps import plan_steps
from otcpd.domain.portfolio import Portfolio
from otcpd.domain.protected_balance import Balance
from otcpd.domain.readiness import Level, Readiness
from otcpd.domain.supervision_steps import supervision_steps
from otcpd.domain.trainings import Training, current_trainings
from otcpd.domain.words import count_words
from otcpd.record import glance
from otcpd.record.glance import DayRow
from otcpd.record.record import Record


class CategoryMinutes(NamedTuple):
    """How many activities of a category the profile lists, and their time as far as it is known."""

    category: Category | None
    activities: int
    minutes: int


class Overview(NamedTuple):
    """Everything that Home shows of the file.

    `days` are the activities that touch the cycle, oldest first; `gaps` those of the profile's `period`;
    `growing` a spell that is on its way to a gap; `in_order` what of the profile is in good order; `mixture` what
    the profile lists by category; `protected` how protected time stood in the last
    months; `trainings` what is mandatory and not
    renewed, the next to run out first; `first_day` None while the file holds no activity.
    """

    today: date
    cycle: RegistrationCycle
    period: Period
    first_day: date | None
    days: tuple[DayRow, ...]
    gaps: tuple[Gap, ...]
    growing: Gap | None
    readiness: Readiness
    in_order: tuple[str, ...]
    mixture: tuple[CategoryMinutes, ...]
    protected: Balance
    trainings: tuple[Training, ...]
    unfinished: Unfinished | None
    renewed: bool
    steps: tuple[NextStep, ...]

    @property
    def to_fix(self) -> int:
        """How many things the profile checks would have fixed; none before the first activity."""
        return _to_fix(self.readiness) if self.first_day else 0


def _to_fix(readiness: Readiness) -> int:
    return sum(finding.level is Level.ERROR for finding in readiness.findings)


class _Read(NamedTuple):
    """What comes straight from the file. `days` touch the cycle or the period."""

    portfolio: Portfolio
    cycle: RegistrationCycle
    period: Period
    days: list[DayRow]
    reasons: list[GapReason]


def overview(record: Record, backup: BackupFacts | None = None) -> Overview:
    """Reads it all; raises an OtcpdError when the file cannot be read at the moment.

    `backup` is None where the file is somebody else's to back up.
    """
    catalogue, today = load_catalogue(), record.clock.today()
    read = _read(record)
    gaps, growing = _gaps(read, catalogue, today)
    listed = [one for one in read.days if is_listed(one, read.period, today)]
    readiness = _readiness(record, read)
    steps = StepFacts(
        now=record.clock.now(),
        today=today,
        cycle=read.cycle,
        findings=readiness.findings,
        first_day=glance.first_day(record.reader),
        unfinished=glance.unfinished(record.reader),
        trainings=glance.trainings(record.reader),
        unproved=glance.unproved(record.reader, read.portfolio.id),
        summary_begun=bool(read.portfolio.summary.strip()),
        statement_begun=bool(read.portfolio.statement.strip()),
        backup=backup or BackupFacts(),
        renewed=bool(record.settings.get(_renewed_key(record, today))),
    )
    return Overview(
        today=today,
        cycle=read.cycle,
        period=read.period,
        first_day=steps.first_day,
        days=_touching(read.cycle.period, read),
        gaps=tuple(gaps) if steps.first_day else (),
        growing=growing if steps.first_day else None,
        readiness=readiness,
        in_order=in_good_order(_figures(read.portfolio, listed, len(gaps)), readiness, rules_of(record)),
        mixture=_mixture(listed, catalogue),
        protected=protected_balance(record),
        trainings=tuple(current_trainings(steps.trainings)),
        unfinished=steps.unfinished,
        renewed=steps.renewed,
        steps=next_steps(steps, _beside(record, readiness, today)),
    )


def _beside(record: Record, readiness: Readiness, today: date) -> list[NextStep]:
    """What is worth doing beside the profile: about supervision, goals, plans and posts."""
    goals = record.goals.all()
    return [
        *supervision_steps(readiness.findings, sessions_to_record(record), today),
        *goal_steps(goals, today),
        *plan_steps(record.plans.all(), {goal.id: goal for goal in goals}, today),
        *term_steps(record.people.posts(), today),
    ]


def to_fix_count(record: Record) -> int:
    """How many things the profile checks would have fixed; none before the first activity."""
    return _to_fix(_readiness(record, _read(record))) if glance.first_day(record.reader) else 0


def note_renewed(record: Record, day: date) -> Changes:
    """Notes that the owner renewed in the window of the cycle that `day` lies in."""
    return change_setting(record, _renewed_key(record, day), record.clock.today().isoformat(), "Note that you renewed")


def _renewed_key(record: Record, day: date) -> str:
    """By HCPC's first day: when her own dates of the cycle change, she has renewed all the same."""
    return f"renewed {hcpc_start_at(record, day).isoformat()}"


def _read(record: Record) -> _Read:
    portfolio = record.portfolios.current()
    cycle = current_cycle(record)
    period = profile_period(record, portfolio)
    start, end = min(cycle.start, period.start), max(cycle.end, period.end)
    return _Read(portfolio, cycle, period, glance.days(record.reader, start, end), record.gap_reasons.all())


def _touching(cycle: Period, read: _Read) -> tuple[DayRow, ...]:
    if cycle.start <= read.period.start and read.period.end <= cycle.end:
        return tuple(read.days)
    return tuple(one for one in read.days if cycle.touches(one.date, one.last_day))


def _gaps(read: _Read, catalogue: Catalogue, today: date) -> tuple[list[Gap], Gap | None]:
    spells = {(one.date, one.last_day) for one in read.days}
    rules = catalogue.rules
    gaps = find_gaps(spells, read.period, today, read.reasons, months=rules.gap_months)
    growing = growing_gap(
        spells,
        read.period,
        today,
        read.reasons,
        notice_months=rules.gap_notice_months,
        months=rules.gap_months,
    )
    return gaps, growing


def _readiness(record: Record, read: _Read) -> Readiness:
    return check_days(record, read.portfolio, read.period, read.days, read.reasons)


def _figures(portfolio: Portfolio, listed: Sequence[DayRow], gaps: int) -> Figures:
    ids = {one.id for one in listed}
    return Figures(
        listed=len(listed),
        categories=len({one.category for one in listed if one.category is not None}),
        gaps=gaps,
        chosen=sum(one in ids for one in dict.fromkeys(portfolio.chosen)),
        summary_words=_words_that_leave(portfolio, "summary", portfolio.summary),
        statement_words=_words_that_leave(portfolio, "statement", portfolio.statement),
    )


def _words_that_leave(portfolio: Portfolio, field: str, text: str) -> int:
    layer = portfolio.layers.get(field, default_layer("portfolio", field))
    return count_words(text) if may_leave(layer, Layer.REGULATOR) else 0


def _mixture(listed: Sequence[DayRow], catalogue: Catalogue) -> tuple[CategoryMinutes, ...]:
    """All categories in their order; what has none comes last, if there is any."""
    counts: dict[Category | None, int] = dict.fromkeys(catalogue.categories, 0)
    minutes: dict[Category | None, int] = dict.fromkeys(catalogue.categories, 0)
    for one in listed:
        counts[one.category] = counts.get(one.category, 0) + 1
        minutes[one.category] = minutes.get(one.category, 0) + (one.minutes or 0)
    return tuple(CategoryMinutes(mark, count, minutes[mark]) for mark, count in counts.items())
