"""The ladder to the next role: what it asks, and what the log holds for each of it.

Held, thin or missing is said with its reason and the activities behind it, never as a figure alone. How much is enough
nobody lays down: the numbers are otcpd's own (`LadderRule`), and what somebody marked as met is met. What is asked at a
higher level than she marked for herself is not held, however much the log has of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from otcpd.domain.activity import Category
from otcpd.domain.career import Expectation, ExpectationKind, RoleAim
from otcpd.domain.dates import add_months, long_day
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.words import counted, in_words


class Evidence(StrEnum):
    """How much the log holds for what a role asks."""

    HELD = "held"
    THIN = "thin"
    MISSING = "missing"


class LadderRule(NamedTuple):
    """An expectation is held with so many activities that are written up, so many of them with evidence, the newest no
    older than so many years."""

    activities: int = 2
    with_evidence: int = 1
    years: int = 3


USUAL_RULE = LadderRule()


class Shown(NamedTuple):
    """An activity as far as the ladder needs it. `written` is whether it is written up, `evidence` how many files it
    has, `goals` the ids of the goals that it is linked to."""

    id: str
    day: date
    title: str
    written: bool = False
    evidence: int = 0
    category: Category | None = None
    mandatory: bool = False
    expires: date | None = None
    standards: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class LadderFacts:
    """What the rule looks at. `goal_items` are the items that goals are about, by goal. `activities` come oldest
    first. `marked` is the level that she marked last for an item itself, by item."""

    today: date
    frameworks: Frameworks
    activities: Sequence[Shown] = ()
    goal_items: Mapping[str, str] = field(default_factory=dict)
    marked: Mapping[str, int] = field(default_factory=dict)
    rule: LadderRule = USUAL_RULE

    @cached_property
    def oldest(self) -> date:
        """Evidence older than this is thin."""
        return add_months(self.today, -12 * self.rule.years)


@dataclass(frozen=True, slots=True)
class Rung:
    """One expectation with what the log holds for it. `shown` are the activities behind it, newest first."""

    expectation: Expectation
    standing: Evidence
    shown: Sequence[Shown]
    facts: LadderFacts

    @property
    def why(self) -> str:
        """The reason in a sentence or two; put into words when somebody asks, for there may be thousands."""
        return _why(self)

    @property
    def activities(self) -> tuple[str, ...]:
        """The ids of the activities behind it."""
        return tuple(one.id for one in self.shown)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every expectation of a role, in its order."""

    rungs: tuple[Rung, ...] = ()

    def count(self, standing: Evidence) -> int:
        """How many expectations stand so."""
        return sum(1 for one in self.rungs if one.standing is standing)

    @property
    def sentence(self) -> str:
        """ "3 of 9 held, 2 thin, 4 missing"; empty where nothing is asked."""
        if not self.rungs:
            return ""
        held, thin, missing = (self.count(one) for one in Evidence)
        parts = [f"{held} of {len(self.rungs)} held"]
        parts += [f"{number} {word}" for number, word in ((thin, "thin"), (missing, "missing")) if number]
        return ", ".join(parts)


def ladder(aim: RoleAim, facts: LadderFacts) -> Ladder:
    """What the log holds for each thing that a role asks."""
    asked = {one.item for one in aim.expectations if one.kind is ExpectationKind.ITEM}
    behind = shown_by(asked, facts)
    by_id = {one.id: one for one in facts.activities}
    return Ladder(tuple(_rung(one, behind, by_id, facts) for one in aim.expectations))


def shown_by(items: Iterable[str], facts: LadderFacts) -> dict[str, list[Shown]]:
    """The activities that count for each of these items, newest first. From the activities' side it costs no more
    than there are links."""
    found: dict[str, list[Shown]] = {one: [] for one in items}
    counts_for, goal_items = facts.frameworks.counts_for, facts.goal_items
    for activity in reversed(facts.activities):
        linked = activity.standards
        if activity.goals:
            linked = (*linked, *(goal_items[one] for one in activity.goals if one in goal_items))
        for ref in linked:
            for item in counts_for(ref):
                behind = found.get(item)
                if behind is not None and not (behind and behind[-1] is activity):
                    behind.append(activity)
    return found


def _rung(
    expectation: Expectation, behind: Mapping[str, Sequence[Shown]], by_id: Mapping[str, Shown], facts: LadderFacts
) -> Rung:
    if expectation.kind is ExpectationKind.ITEM:
        shown = behind[expectation.item]
        standing = _of_item(shown, facts)
        if standing is Evidence.HELD and _level_below(expectation, facts) is not None:
            standing = Evidence.THIN
    else:
        shown = _trainings(expectation, facts)
        standing = _of_training(shown, facts.today)
    named = by_id.get(expectation.activity) if expectation.activity is not None else None
    if named is not None:
        training = expectation.kind is ExpectationKind.TRAINING
        shown = (named,) if training else (named, *(one for one in shown if one.id != named.id))
        standing = _of_training(shown, facts.today) if training else Evidence.HELD
    if expectation.done_on is not None:
        standing = Evidence.HELD
    return Rung(expectation, standing, shown, facts)


def _level_below(expectation: Expectation, facts: LadderFacts) -> int | None:
    """The level that she marked, where the role asks a higher one."""
    marked = facts.marked.get(expectation.item)
    if marked is None or expectation.level is None or marked >= expectation.level:
        return None
    return marked


def _of_item(shown: Sequence[Shown], facts: LadderFacts) -> Evidence:
    if not shown:
        return Evidence.MISSING
    least, least_with, _years = facts.rule
    written = with_evidence = 0
    for one in shown:
        if one.written:
            # Newest first: once one is too old nothing after it makes up for it.
            if not written and one.day < facts.oldest:
                return Evidence.THIN
            written += 1
            if one.evidence:
                with_evidence += 1
            if written >= least and with_evidence >= least_with:
                return Evidence.HELD
    return Evidence.THIN


def _newest_written(shown: Sequence[Shown], facts: LadderFacts) -> date:
    """What is still to come shows nothing yet: it counts as of today."""
    return max((min(one.day, facts.today) for one in shown if one.written), default=date.min)


def _of_training(shown: Sequence[Shown], today: date) -> Evidence:
    if not shown:
        return Evidence.MISSING
    lasts = any(one.expires is None or one.expires >= today for one in shown)
    return Evidence.HELD if lasts else Evidence.THIN


def _trainings(expectation: Expectation, facts: LadderFacts) -> Sequence[Shown]:
    """Mandatory or formal learning whose title has every word of it, newest first."""
    wanted = frozenset(expectation.text.casefold().split())
    if expectation.kind is not ExpectationKind.TRAINING or not wanted:
        return ()
    return [
        one
        for one in reversed(facts.activities)
        if (one.mandatory or one.category is Category.FORMAL)
        and one.day <= facts.today
        and all(word in one.title.casefold() for word in wanted)
    ]


def _why(rung: Rung) -> str:
    expectation, shown = rung.expectation, rung.shown
    if expectation.done_on is not None:
        return f"Marked as met on {long_day(expectation.done_on)}."
    if expectation.kind is ExpectationKind.TRAINING:
        return _why_training(shown, rung.facts.today)
    if shown and shown[0].id == expectation.activity:
        return "You named the activity that shows it."
    if expectation.kind is ExpectationKind.OTHER:
        return "The log cannot tell. Mark it as met when it is."
    below = _level_below(expectation, rung.facts)
    level = f"You marked level {below}, the role asks {expectation.level}. " if below is not None else ""
    return f"{level}{_why_item(shown, rung.facts)}"


def _why_item(shown: Sequence[Shown], facts: LadderFacts) -> str:
    """What is lacking is said in full, so that one knows what to do about it."""
    if not shown:
        return "Nothing in your log is linked to it."
    rule = facts.rule
    written = sum(1 for one in shown if one.written)
    with_evidence = sum(1 for one in shown if one.written and one.evidence)
    lacks = []
    if written < rule.activities:
        lacks.append(_how_many(len(shown), written, rule.activities))
    if written and with_evidence < rule.with_evidence:
        lacks.append("None has evidence." if not with_evidence else f"Only {in_words(with_evidence)} with evidence.")
    newest = _newest_written(shown, facts)
    if written and newest < facts.oldest:
        lacks.append(f"The newest is of {long_day(newest)}, more than {counted(rule.years, 'year')} ago.")
    told = f"{counted(written, 'activity', 'activities')} written up, {in_words(with_evidence)} with evidence."
    return " ".join(lacks) or f"{told[0].upper()}{told[1:]}"


def _how_many(all_of_them: int, written: int, wanted: int) -> str:
    if all_of_them == written:
        told = f"{counted(written, 'activity shows', 'activities show')} it, {in_words(wanted)} would do."
    elif not written:
        told = f"{counted(all_of_them, 'activity is', 'activities are')} linked, none of them written up yet."
    else:
        told = f"{counted(all_of_them, 'activity', 'activities')}, only {in_words(written)} of them written up."
    return f"{told[0].upper()}{told[1:]}"


def _why_training(shown: Sequence[Shown], today: date) -> str:
    if not shown:
        return "No formal or mandatory learning in your log has these words in its title."
    lasting = [one for one in shown if one.expires is None or one.expires >= today]
    if lasting:
        return f"Done on {long_day(lasting[0].day)}."
    return f"It ran out on {long_day(max(one.expires for one in shown if one.expires is not None))}."
