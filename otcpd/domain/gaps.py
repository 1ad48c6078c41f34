"""Gaps: spells of three months or more without CPD, and their reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from otcpd.domain.dates import add_months, months_between
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.period import Period

GAP_MONTHS = 3
NOTICE_MONTHS = 2
"""Rule R1 as it is at HCPC today; the catalogue holds the dated facts and callers hand them in."""

GAP_PREFIX = "gap "
"""What the keys of gaps begin with, where they stand beside ids."""

_DAY = timedelta(days=1)


def gap_key(start: date) -> str:
    """What names the gap that begins on a day: it has no id, and its end moves while it grows."""
    return GAP_PREFIX + start.isoformat()


@dataclass(frozen=True, slots=True)
class GapReason:
    """Why there was no CPD between two days (both included). `reason` is a code of the catalogue
    (or the person's own words), `note` her own explanation."""

    id: str
    owner: str
    start: date
    end: date
    reason: str
    note: str = ""
    reason_layer: Layer = Layer.REGULATOR
    note_layer: Layer = Layer.REGULATOR
    deleted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A spell without CPD: `start` and `end` are its first and last day, `months` its length in whole
    calendar months.

    `reasons` are those that touch it, by date; `explained` says whether those that a profile may show
    cover it (see `find_gaps`). `growing` is True while it goes on: nothing follows it up to today, and the
    period reaches that far.
    """

    start: date
    end: date
    months: int
    reasons: tuple[GapReason, ...] = ()
    explained: bool = False
    growing: bool = False

    @property
    def reason(self) -> GapReason | None:
        """The reason that covers most of it, if it is explained."""
        if not self.explained:
            return None
        shown = reasons_that_may_leave(self.reasons)
        return max(shown, key=lambda reason: _shared_days(reason, self.start, self.end), default=None)


@dataclass(frozen=True, slots=True)
class _Spell:
    """Days without CPD from `start` to `end`, measured from `anchor` (the last day with CPD, or the
    period's start) to `until` (the next day with CPD, or the last day looked at)."""

    start: date
    end: date
    anchor: date
    until: date


def find_gaps(
    activities: Iterable[tuple[date, date]],
    period: Period,
    today: date,
    reasons: Iterable[GapReason] = (),
    *,
    months: int = GAP_MONTHS,
) -> list[Gap]:
    """The gaps of `period` by rule R1, oldest first. `activities` are first and last days, in any order.

    A gap reaches from the end of one activity to the start of the next when the next begins `months`
    calendar months after or later (month end clamped); likewise from the period's start to the first
    activity, and from the last to the earlier of `today` and the period's end. Nested and overlapping
    activities count as one stretch; what lies outside the period or after today does not count.

    A gap is explained when the days that no reason covers, put together, would not be a gap
    themselves; a reason that HCPC may not read covers nothing (`reasons_that_may_leave`).
    So a week of leave in the middle of five months explains nothing, while leave and illness
    that follow each other explain it together, and a reason still holds when a growing gap gets longer
    by less than another gap. (HCPC gives no rule for this; ours is at least as strict as asking that no
    stretch of three months stays uncovered.)
    """
    known = [reason for reason in reasons if reason.deleted is None and reason.start <= reason.end]
    return [
        _gap(spell, known, today, months)
        for spell in _spells(activities, period, today)
        if spell.until >= add_months(spell.anchor, months)
    ]


def reasons_that_may_leave(reasons: Iterable[GapReason]) -> list[GapReason]:
    """The reasons of which a profile may show something: the reason itself, or a note where there is one."""
    return [
        one
        for one in reasons
        if may_leave(one.reason_layer, Layer.REGULATOR)
        or (bool(one.note.strip()) and may_leave(one.note_layer, Layer.REGULATOR))
    ]


def growing_gap(
    activities: Iterable[tuple[date, date]],
    period: Period,
    today: date,
    reasons: Iterable[GapReason] = (),
    *,
    notice_months: int = NOTICE_MONTHS,
    months: int = GAP_MONTHS,
) -> Gap | None:
    """The spell up to today that is no gap of `months` yet, but at least `notice_months` long.

    None when there is none, when the period is over, or when reasons cover it: then the days without a
    reason would not be worth a notice.
    """
    open_gaps = [
        gap
        for gap in find_gaps(activities, period, today, reasons, months=notice_months)
        if gap.growing and gap.months < months and not gap.explained
    ]
    return open_gaps[0] if open_gaps else None


def _spells(activities: Iterable[tuple[date, date]], period: Period, today: date) -> Iterator[_Spell]:
    """All spells without CPD in the part of the period that has passed, however short."""
    horizon = min(today, period.end)
    if horizon < period.start:
        return
    last: date | None = None
    for start, end in sorted(activities):
        if start > horizon or end < period.start:
            continue
        free = last + _DAY if last else period.start
        if start > free:
            yield _Spell(free, start - _DAY, last or period.start, start)
        reached = min(end, horizon)
        last = max(last or reached, reached)
    if last is None or last < horizon:
        yield _Spell(last + _DAY if last else period.start, horizon, last or period.start, horizon)


def _gap(spell: _Spell, reasons: Sequence[GapReason], today: date, months: int) -> Gap:
    touching = sorted(
        (reason for reason in reasons if reason.start <= spell.end and reason.end >= spell.start),
        key=lambda reason: (reason.start, reason.end, reason.id),
    )
    uncovered = (spell.until - spell.anchor).days - _covered_days(reasons_that_may_leave(touching), spell)
    left_over = spell.anchor + timedelta(days=uncovered)
    return Gap(
        start=spell.start,
        end=spell.end,
        months=months_between(spell.anchor, spell.until),
        reasons=tuple(touching),
        explained=bool(touching) and left_over < add_months(spell.anchor, months),
        growing=spell.end == today,
    )


def _covered_days(reasons: Sequence[GapReason], spell: _Spell) -> int:
    """How many days of the spell at least one reason covers. `reasons` are in order of their start."""
    covered = 0
    free = spell.start
    for reason in reasons:
        first, last = max(reason.start, free), min(reason.end, spell.end)
        if first <= last:
            covered += (last - first).days + 1
            free = last + _DAY
    return covered


def _shared_days(reason: GapReason, start: date, end: date) -> int:
    return (min(reason.end, end) - max(reason.start, start)).days
