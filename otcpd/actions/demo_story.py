"""The order of events in the sample: who is in it, and what happens when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from otcpd.actions.demo_content import Sample, SampleActivity
from otcpd.actions.demo_making import Making
from otcpd.actions.demo_more import Parts, spread
from otcpd.actions.demo_pathway import pathway_events
from otcpd.actions.demo_protected import protected_events
from otcpd.actions.demo_supervision import supervision_events
from otcpd.catalogue import load_catalogue
from otcpd.domain.cycle import cycle_of, default_period
from otcpd.domain.period import Period

REGULAR = 60
"""So many regular entries fill the former cycle; what is asked for beyond them lies before it."""

Deed = Callable[[], object]
Event = tuple[datetime, Deed]
"""When something happens (UTC), and what."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Cast:
    """The activities: those told by hand, regular ones of the former cycle, and older ones; each by date."""

    told: tuple[SampleActivity, ...]
    regular: tuple[SampleActivity, ...]
    older: tuple[SampleActivity, ...]


def beginning(sample: Sample) -> datetime:
    """When the file was made: the evening before the first activity told by hand."""
    return _moment(sample.earlier[0].day - _DAY, 17)


def cast(sample: Sample, count: int) -> Cast:
    """Exactly `count` activities. When they are few, those of the statement come first, then the newest."""
    chosen = set(sample.profile.chosen)
    written = sorted((*sample.earlier, *sample.current), key=_day, reverse=True)
    written.sort(key=lambda one: one.key not in chosen)
    rest = max(0, count - len(written))
    regular = min(rest, REGULAR)
    former = Period(sample.earlier[0].day, sample.current[0].day - _WEEK)
    away = [Period(reason.start, reason.end) for reason in sample.gap_reasons]
    before = Period(sample.posts[0].start, sample.earlier[0].day - 2 * _WEEK)
    parts = Parts()
    return Cast(
        told=tuple(sorted(written[:count], key=_day)),
        regular=_recombined(parts, 0, spread(regular, former, without=away)),
        older=_recombined(parts, regular, spread(rest - regular, before)),
    )


def _recombined(parts: Parts, first: int, days: Sequence[date]) -> tuple[SampleActivity, ...]:
    return tuple(parts.make(number, day) for number, day in enumerate(days, first))


def _day(activity: SampleActivity) -> date:
    return activity.day


def story(sample: Sample, who: Cast, making: Making, today: date) -> list[Event]:
    """Everything that happens, in order of time. Nothing happens on `today` itself or later."""
    begins = beginning(sample)
    events: list[Event] = [(begins, making.begin), (begins, partial(making.take_in, who.older))]
    for place, activity in enumerate((*who.told, *who.regular)):
        events.extend(_life(activity, place, making))
    events.extend(_evidence(sample, who, making))
    events.extend(_on_the_side(sample, making))
    if who.told:
        events.extend(supervision_events(making, sample.move))
        events.extend(protected_events(making, sample.move))
        events.extend(pathway_events(making, sample.move))
    events.extend(_profile(sample, making, today))
    latest = _moment(today - _DAY, 21)
    # The sort keeps the order of what happens at the same moment, so nothing is edited before it is there.
    return sorted(((min(moment, latest), deed) for moment, deed in events), key=_when)


def _when(event: Event) -> datetime:
    return event[0]


def _life(activity: SampleActivity, place: int, making: Making) -> Iterator[Event]:
    """Written down on the last day or the day after, reflected upon a day later, edited after two."""
    written = _moment(_last_day(activity) + (place % 4) // 3 * _DAY, 15 + place % 5, place * 7 % 60)
    yield written, partial(making.add, activity)
    if activity.reflections:
        yield written + _DAY, partial(making.reflect, activity)
    if activity.first:
        yield written + 2 * _DAY, partial(making.edit, activity)


def _last_day(activity: SampleActivity) -> date:
    end = activity.fields.get("end_date")
    return end if isinstance(end, date) else activity.day


def _evidence(sample: Sample, who: Cast, making: Making) -> Iterator[Event]:
    days = {activity.key: _last_day(activity) for activity in who.told}
    for evidence in sample.evidence:
        used = [key for key in evidence.activities if key in days]
        for key in used:
            # A certificate bears the day of the course; the file comes in when all its activities are there.
            added = max(days[key], days[used[0]] + evidence.days_after * _DAY) + _DAY
            yield _moment(added, 20), partial(making.attach, evidence, key, days[used[0]])


def _on_the_side(sample: Sample, making: Making) -> Iterator[Event]:
    for reason in sample.gap_reasons:
        yield _moment(reason.end + 3 * _DAY, 18), partial(making.explain, reason)
    for activity in sample.binned:
        yield _moment(activity.day + 2 * _DAY, 19, 40), partial(making.add_and_bin, activity)


def _profile(sample: Sample, making: Making, today: date) -> Iterator[Event]:
    """The texts in two goes each, then the choice of activities and numbers."""
    profile, last = sample.profile, _moment(today - _DAY, 21)
    for field, text, days in (
        ("summary", profile.summary, profile.summary_days_before),
        ("statement", profile.statement, profile.statement_days_before),
    ):
        draft = text.rpartition("\n\n")[0]
        yield last - (days + 3) * _DAY, partial(making.write, field, draft)
        yield last - days * _DAY, partial(making.write, field, text)
    period = _period(sample, today)
    chosen = last - timedelta(minutes=30)
    if period is not None:
        yield chosen, partial(making.fix_period, period)
    yield chosen, partial(making.choose, profile.chosen, profile.numbers)


def _period(sample: Sample, today: date) -> Period | None:
    """The period of the profile; None where that of the registration cycle tells the same story."""
    first = sample.current[0].day
    usual = default_period(cycle_of(today, load_catalogue().cycles), today)
    if sample.earlier[-1].day < usual.start <= first:
        return None
    return Period(first.replace(day=1), today)


def _moment(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)
