"""The ladder to the next role: what it asks, and what the log holds for each of it.

Held, thin or missing is said with its reason and the activities behind it, never as a figure alone. How much is enough
nobody lays down: the numbers are otcpd's own (`LadderRule`), and what somebody marked as met is met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from otcpd.domain.activity import Category
from otcpd.domain.career import Expectation, ExpectationKind, RoleAim
from otcpd.domain.dates import add_months, long_day
from otcpd.domain.framework_ref import parse_ref
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
    first."""

    today: date
    frameworks: Frameworks
    activities: Sequence[Shown] = ()
    goal_items: Mapping[str, str] = field(default_factory=dict)
    rule: LadderRule = USUAL_RULE


@dataclass(frozen=True, slots=True)
class Rung:
    """One expectation with what the log holds for it. `activities` are those behind it, newest first."""

    expectation: Expectation
    standing: Evidence
    why: str
    activities: tuple[str, ...] = ()


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
    """The activities that count for each of these items, newest first: what `Frameworks.counting_for` says, found from
    the activities' side, which costs no more than there are links."""
    wanted = frozenset(items)
    upwards: dict[str, tuple[str, ...]] = {}
    found: dict[str, list[Shown]] = {one: [] for one in wanted}
    for activity in reversed(facts.activities):
        linked = [*activity.standards, *(facts.goal_items[one] for one in activity.goals if one in facts.goal_items)]
        counted_for: set[str] = set()
        for ref in linked:
            if ref not in upwards:
                upwards[ref] = tuple(one for one in counts_for(facts.frameworks, ref) if one in wanted)
            counted_for.update(upwards[ref])
        for item in counted_for:
            found[item].append(activity)
    return found


def counts_for(frameworks: Frameworks, ref: str) -> frozenset[str]:
    """Every item for which this one counts: those that say the same, and all above these."""
    found: set[str] = set()
    for one in frameworks.alike(ref):
        parsed, framework = parse_ref(one), frameworks.of_item(one)
        found.add(one)
        if parsed is None or framework is None:
            continue
        code = parsed.code
        seen = {code}
        while (item := framework.by_code.get(code)) is not None and item.parent and item.parent not in seen:
            code = item.parent
            seen.add(code)
            if code in framework.by_code:
                found.add(framework.ref.item(code))
    return frozenset(found)


def _rung(
    expectation: Expectation, behind: Mapping[str, Sequence[Shown]], by_id: Mapping[str, Shown], facts: LadderFacts
) -> Rung:
    if expectation.kind is ExpectationKind.ITEM:
        activities: Sequence[Shown] = behind.get(expectation.item, ())
        standing, why = _of_item(activities, facts)
    elif expectation.kind is ExpectationKind.TRAINING:
        activities = _trainings(expectation, by_id, facts)
        standing, why = _of_training(activities, facts.today)
    else:
        activities = [one for one in (by_id.get(expectation.activity or ""),) if one is not None]
        standing, why = (
            (Evidence.HELD, "You named the activity that shows it.")
            if activities
            else (Evidence.MISSING, "The log cannot tell. Mark it as met when it is.")
        )
    named = by_id.get(expectation.activity or "")
    if expectation.kind is ExpectationKind.ITEM and named is not None:
        activities = [named, *(one for one in activities if one.id != named.id)]
        standing, why = Evidence.HELD, "You named the activity that shows it."
    if expectation.done_on is not None:
        standing, why = Evidence.HELD, f"Marked as met on {long_day(expectation.done_on)}."
    return Rung(expectation, standing, why, tuple(one.id for one in activities))


def _of_item(activities: Sequence[Shown], facts: LadderFacts) -> tuple[Evidence, str]:
    """Newest first. What is lacking is said in full, so that one knows what to do about it."""
    rule, today = facts.rule, facts.today
    if not activities:
        return Evidence.MISSING, "Nothing in your log is linked to it."
    written = [one for one in activities if one.written]
    with_evidence = sum(1 for one in written if one.evidence)
    lacks = []
    if len(written) < rule.activities:
        lacks.append(_how_many(len(activities), len(written), rule.activities))
    if with_evidence < rule.with_evidence:
        lacks.append("None has evidence." if not with_evidence else f"Only {in_words(with_evidence)} with evidence.")
    # What is still to come shows nothing yet.
    newest = max((min(one.day, today) for one in written), default=None)
    if newest is not None and newest < add_months(today, -12 * rule.years):
        lacks.append(f"The newest is of {long_day(newest)}, more than {counted(rule.years, 'year')} ago.")
    if lacks:
        return Evidence.THIN, " ".join(lacks)
    told = f"{counted(len(written), 'activity', 'activities')} written up, {in_words(with_evidence)} with evidence."
    return Evidence.HELD, told[0].upper() + told[1:]


def _how_many(all_of_them: int, written: int, wanted: int) -> str:
    if all_of_them == written:
        told = f"{counted(written, 'activity shows', 'activities show')} it, {in_words(wanted)} would do."
    elif not written:
        told = f"{counted(all_of_them, 'activity is', 'activities are')} linked, none of them written up yet."
    else:
        told = f"{counted(all_of_them, 'activity', 'activities')}, only {in_words(written)} of them written up."
    return told[0].upper() + told[1:]


def _trainings(expectation: Expectation, by_id: Mapping[str, Shown], facts: LadderFacts) -> list[Shown]:
    """The activity named for it; else mandatory or formal learning whose title has every word of it."""
    named = by_id.get(expectation.activity or "")
    if named is not None:
        return [named]
    wanted = frozenset(expectation.text.casefold().split())
    if not wanted:
        return []
    return [
        one
        for one in reversed(facts.activities)
        if (one.mandatory or one.category is Category.FORMAL)
        and one.day <= facts.today
        and all(word in one.title.casefold() for word in wanted)
    ]


def _of_training(activities: Sequence[Shown], today: date) -> tuple[Evidence, str]:
    if not activities:
        return Evidence.MISSING, "No formal or mandatory learning in your log has these words in its title."
    lasting = [one for one in activities if one.expires is None or one.expires >= today]
    if lasting:
        return Evidence.HELD, f"Done on {long_day(lasting[0].day)}."
    last = max(one.expires for one in activities if one.expires is not None)
    return Evidence.THIN, f"It ran out on {long_day(last)}."
