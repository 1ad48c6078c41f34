"""What changed, in words: one measure, several together, a theme. The words stand beside every picture of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from otcpd.domain.impact import Better, Measure
from otcpd.domain.impact_figures import Figures, Together, Way, difference, share_words, way
from otcpd.domain.numbers import show_number, with_unit
from otcpd.domain.words import tally

WAY_WORDS = {
    Way.BETTER: "Better",
    Way.SAME: "No change",
    Way.WORSE: "Worse",
    Way.WAITING: "Still to be measured",
}
BETTER_WORDS = {Better.HIGHER: "More is better", Better.LOWER: "Less is better"}
PEOPLE_TWICE = "People are counted for each change: somebody whom two changes reached counts twice."


def from_to(measure: Measure) -> str:
    """ "14 to 9 days", "14 days before", "9 days after", or nothing while neither was measured."""
    before, after, unit = measure.before, measure.after, measure.unit
    if before is not None and after is not None:
        bare = len(unit.strip()) > 1
        return f"{show_number(before) if bare else with_unit(before, unit)} to {with_unit(after, unit)}"
    if before is not None:
        return f"{with_unit(before, unit)} before"
    return f"{with_unit(after, unit)} after" if after is not None else ""


def change_words(measure: Measure) -> str:
    """ "Better, by 5 days", "No change", "To be measured again"."""
    kind = way(measure)
    by = difference(measure)
    if kind in (Way.BETTER, Way.WORSE) and by is not None:
        return f"{WAY_WORDS[kind]}, by {_apart(by, measure.unit.strip())}"
    if kind is Way.WAITING and measure.before is not None:
        return "To be measured again"
    if kind is Way.WAITING and measure.after is not None:
        return "Nothing from before"
    return WAY_WORDS[kind]


def _apart(by: Decimal, unit: str) -> str:
    """What lies between two numbers: between shares of a hundred, and of any whole, lies another thing than a share."""
    if unit == "%":
        return with_unit(by, "percentage points" if by != 1 else "percentage point")
    return show_number(by) if unit.startswith("of ") else with_unit(by, unit)


def ways_words(one: Together) -> str:
    """How many went which way: "5 of 7 better, 1 worse, 2 still to be measured"; of one alone, its word."""
    total = sum(count for _, count in one.ways)
    if total == 1:
        return change_words(one.as_measure) if one.measured else WAY_WORDS[Way.WAITING]
    parts: list[str] = []
    if one.measured:
        parts.append(f"{share_words(one.count(Way.BETTER), one.measured)} better")
    for kind in (Way.WORSE, Way.SAME, Way.WAITING):
        if one.count(kind):
            parts.append(f"{one.count(kind):,} {WAY_WORDS[kind].lower()}")
    return ", ".join(parts)


def theme_words(part: Figures) -> str:
    """ "3 changes, 15 people", with what is missing."""
    parts = [tally(part.chains, "change")]
    if part.people is not None:
        parts.append(tally(part.people, "person", "people"))
    if part.unmeasured == part.chains:
        parts.append("nothing measured yet")
    return ", ".join(parts)


def honest_notes(part: Figures) -> Iterator[str]:
    """Sentences on what the figures do not say."""
    if part.unmeasured:
        yield _of(part.unmeasured, part.chains, "has no measure yet", "have no measure yet")
    if part.waiting:
        yield _of(part.waiting, part.chains, "is still to be measured again", "are still to be measured again")
    worse = part.measures(Way.WORSE)
    if worse:
        yield f"{tally(worse, 'measure')} got worse, and {'is' if worse == 1 else 'are'} shown as well."
    if part.people is not None and part.people_unknown:
        yield _of(part.people_unknown, part.chains, "does not say how many people", "do not say how many people")
    if part.people and part.chains - part.people_unknown > 1:
        yield PEOPLE_TWICE
    if any(one.measured > 1 for one in part.together):
        yield "Where a measure was taken more than once, the numbers are the middle ones."


def _of(some: int, whole: int, one: str, many: str) -> str:
    return f"{some:,} of {tally(whole, 'change')} {one if some == 1 else many}."
