"""Profile checks: what stands between a profile and HCPC's rules. Nothing here blocks anybody.

Each rule is a function from `ProfileFacts` and `ReadinessRules` to findings. Ids of rules are those of the project's
domain reference; "A1" is the app's own. Thresholds and sources are dated facts and come from the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from otcpd.domain.dates import add_months, iso, long_day, span
from otcpd.domain.gaps import Gap, GapReason, find_gaps, growing_gap
from otcpd.domain.layers import Layer
from otcpd.domain.listing import Dated, is_listed
from otcpd.domain.period import Period
from otcpd.domain.readiness_rules import ReadinessRules
from otcpd.domain.words import count_words, counted, quoted


class Level(StrEnum):
    """How much a finding matters: fix before sending, worth a look, good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Cause(StrEnum):
    """What the matter is: where and how it is mended hangs on this, never on the words."""

    NO_REASON = "no_reason"
    REASON_WITHHELD = "reason_withheld"
    REASON_TOO_SHORT = "reason_too_short"
    GAP_GROWS = "gap_grows"
    FEW_TYPES = "few_types"
    LIST_SHORT = "list_short"
    LIST_LONG = "list_long"
    SUMMARY_WORDS = "summary_words"
    STATEMENT_WORDS = "statement_words"
    STILL_TO_COME = "still_to_come"
    OUTSIDE_PERIOD = "outside_period"
    NO_CATEGORY = "no_category"
    SUPERVISION_LATE = "supervision_late"
    REVIEW_PAST = "review_past"
    NO_OT = "no_ot"


_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    `message` says what is the matter (a heading, without a full stop), `why` why it matters, `source`
    who says so and when we read it, `fix` is the words of the button that mends it. `items` are ids of
    activities, for R11 of agreements, or for R1 the days of the gap as "2026-03-13/2026-06-21". `cause` tells a
    program what the words say.
    """

    rule: str
    level: Level
    message: str
    why: str
    source: str
    fix: str
    items: tuple[str, ...] = ()
    cause: Cause = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Readiness:
    """The findings for a profile from `start` to `end`; `ready` when none of them is an error.

    `figures` are facts without a verdict, each a sentence: R12, protected time that was had of what was agreed.
    """

    start: date
    end: date
    findings: tuple[Finding, ...]
    figures: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing needs fixing before the profile is sent."""
        return all(finding.level is not Level.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What the checks look at: the owner's activities (any, in any order), the ids chosen for the
    statement, the two texts, and her reasons for gaps."""

    period: Period
    today: date
    activities: Sequence[Dated]
    chosen: Sequence[str] = ()
    summary: str = ""
    statement: str = ""
    gap_reasons: Sequence[GapReason] = field(default=())

    def listed(self) -> list[Dated]:
        """What the profile lists."""
        return [one for one in self.activities if one.deleted is None and is_listed(one, self.period, self.today)]


def _days(activity: Dated) -> tuple[date, date]:
    return activity.date, activity.last_day


def check_readiness(facts: ProfileFacts, rules: ReadinessRules, beside: Iterable[Finding] = ()) -> Readiness:
    """All findings, the gravest first and then by rule; `beside` are those that were found elsewhere."""
    found = [
        finding
        for rule in (gaps_without_reason, mixture, categories, length_of_list, word_limits, dates_of_chosen)
        for finding in rule(facts, rules)
    ]
    found += beside
    found.sort(key=lambda finding: (_ORDER[finding.level], finding.rule))
    return Readiness(facts.period.start, facts.period.end, tuple(found))


def gaps_without_reason(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """R1: every gap needs a reason that the profile may show; a spell that grows towards a gap is worth
    a notice."""
    days = {(one.date, one.last_day) for one in facts.activities if one.deleted is None}
    gaps = find_gaps(days, facts.period, facts.today, facts.gap_reasons, months=rules.gap_months)
    if_all_were_shown = [replace(one, reason_layer=Layer.REGULATOR) for one in facts.gap_reasons]
    withheld = {
        gap.start
        for gap in find_gaps(days, facts.period, facts.today, if_all_were_shown, months=rules.gap_months)
        if gap.explained
    }
    found = [_gap_finding(gap, gap.start in withheld, facts, rules) for gap in gaps if not gap.explained]
    growing = growing_gap(
        days,
        facts.period,
        facts.today,
        facts.gap_reasons,
        notice_months=rules.gap_notice_months,
        months=rules.gap_months,
    )
    return [*found, _growing_finding(growing, facts, rules)] if growing else found


def _gap_finding(gap: Gap, withheld: bool, facts: ProfileFacts, rules: ReadinessRules) -> Finding:
    when = span(gap.start, gap.end, year=gap.end.year != facts.today.year)
    if withheld:
        cause, message = Cause.REASON_WITHHELD, f"The reason for the gap, {when}, is kept out of your profile"
    elif gap.reasons:
        cause, message = Cause.REASON_TOO_SHORT, f"The reason covers too little of the gap, {when}"
    else:
        cause, message = Cause.NO_REASON, f"No reason for the gap, {when}"
    return Finding(
        rule="R1",
        level=Level.ERROR,
        message=message,
        why=f"HCPC expects one for any {counted(rules.gap_months, 'month')} without CPD.",
        source=rules.source("R1"),
        fix="Change who can read it" if withheld else "Give a reason",
        items=(f"{iso(gap.start)}/{iso(gap.end)}",),
        cause=cause,
    )


def _growing_finding(gap: Gap, facts: ProfileFacts, rules: ReadinessRules) -> Finding:
    anchor = gap.start if gap.start == facts.period.start else gap.start - timedelta(days=1)
    due = add_months(anchor, rules.gap_months)
    return Finding(
        rule="R1",
        level=Level.NOTICE,
        message=f"No CPD since {long_day(anchor)}",
        why=f"From {long_day(due)} HCPC would expect a reason for {counted(rules.gap_months, 'month')} without CPD.",
        source=rules.source("R1"),
        fix="Add an activity",
        items=(f"{iso(gap.start)}/{iso(gap.end)}",),
        cause=Cause.GAP_GROWS,
    )


def mixture(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """R2: the listed activities should be a mixture of types (HCPC's standard 2)."""
    activities = facts.listed()
    kinds = {one.category for one in activities if one.category is not None}
    if len(kinds) >= rules.min_categories:
        return []
    unsorted = tuple(one.id for one in sorted(activities, key=_days) if one.category is None)
    if kinds:
        message = f"Only {counted(len(kinds), 'category', 'categories')} of activity in this period"
    elif activities:
        message = "No activity in this period has a category yet"
    else:
        message = "No activity in this period yet"
    return [
        Finding(
            rule="R2",
            level=Level.ERROR,
            message=message,
            why=f"HCPC asks for a mixture, with at least {counted(rules.min_categories, 'type')} of activity.",
            source=rules.source("R2"),
            fix="Choose a category" if unsorted else "Add an activity",
            items=unsorted,
            cause=Cause.FEW_TYPES,
        )
    ]


def categories(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """A1, our own: what has no category stands without one in the list, and does not count in the mixture.

    While R2 names the same activities, once is enough.
    """
    unsorted = sorted((one for one in facts.listed() if one.category is None), key=_days)
    if not unsorted or mixture(facts, rules):
        return []
    first = quoted(unsorted[0].title) if unsorted[0].title.strip() else "An activity without a title"
    if len(unsorted) == 1:
        message, why = f"{first} has no category", "Without one it does not count in your mixture of learning."
    else:
        message = f"{counted(len(unsorted), 'activity', 'activities').capitalize()} have no category"
        why = f"{first} comes first. Without one they do not count in your mixture of learning."
    return [
        Finding(
            rule="A1",
            level=Level.WARNING,
            message=message,
            why=why,
            source=rules.source("R2"),
            fix="Choose a category",
            items=tuple(one.id for one in unsorted),
            cause=Cause.NO_CATEGORY,
        )
    ]


def length_of_list(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """R3: HCPC suggests how long the dated list should be."""
    number = len(facts.listed())
    if rules.list_min <= number <= rules.list_max:
        return []
    few = number < rules.list_min
    how_many = counted(number, "activity", "activities").capitalize()
    return [
        Finding(
            rule="R3",
            level=Level.NOTICE,
            message=f"{how_many} in your list",
            why=f"HCPC suggests roughly {rules.list_min} to {rules.list_max}. It is a guide, not a limit.",
            source=rules.source("R3"),
            fix="Add an activity" if few else "Look through the list",
            cause=Cause.LIST_SHORT if few else Cause.LIST_LONG,
        )
    ]


def word_limits(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """R4: summary and statement have a limit of words; near it there is a warning."""
    return [
        *_word_limit(Cause.SUMMARY_WORDS, count_words(facts.summary), rules.summary_words, rules),
        *_word_limit(Cause.STATEMENT_WORDS, count_words(facts.statement), rules.statement_words, rules),
    ]


def _word_limit(cause: Cause, words: int, limit: int, rules: ReadinessRules) -> list[Finding]:
    if words * 100 < limit * rules.warn_percent:
        return []
    over = words > limit
    name = "summary" if cause is Cause.SUMMARY_WORDS else "statement"
    rest = f"{words - limit:,} too many" if over else f"{limit - words or 'none'} left"
    return [
        Finding(
            rule="R4",
            level=Level.ERROR if over else Level.WARNING,
            message=f"{name.capitalize()}, {words:,} of {limit:,} words, {rest}",
            why=f"HCPC takes at most {limit:,} words.",
            source=rules.source("R4"),
            fix=f"Shorten the {name}" if over else f"Open the {name}",
            cause=cause,
        )
    ]


def dates_of_chosen(facts: ProfileFacts, rules: ReadinessRules) -> list[Finding]:
    """R8: what the statement rests on must be done, and in the period."""
    by_id = {one.id: one for one in facts.activities if one.deleted is None}
    chosen = [by_id[one] for one in dict.fromkeys(facts.chosen) if one in by_id]
    return [_date_finding(one, facts, rules) for one in chosen if not is_listed(one, facts.period, facts.today)]


def _date_finding(activity: Dated, facts: ProfileFacts, rules: ReadinessRules) -> Finding:
    future = activity.date > facts.today
    when = span(activity.date, activity.last_day, year=True)
    return Finding(
        rule="R8",
        level=Level.ERROR,
        message=f"{quoted(activity.title)} is {'still to come' if future else 'outside your period'}",
        why=f"It is dated {when}. "
        + ("A profile tells of what you have done." if future else f"Your profile covers {facts.period.text}."),
        source=rules.source("R8"),
        fix="Change the date" if future else "Take it out of the statement",
        items=(activity.id,),
        cause=Cause.STILL_TO_COME if future else Cause.OUTSIDE_PERIOD,
    )
