"""What changed, in figures: one measure, and all measures of a theme together. Nothing is added up that cannot be.

The figures are honest by rule: what got worse is shown beside what got better, what was not measured is counted, and
few of few are never a percentage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from otcpd.domain.impact import Better, Impact, Measure
from otcpd.domain.layers import Layer, may_leave
from otcpd.domain.period import Period

NO_THEME = "Other changes"
"""What stands for a theme where none was given."""
FEW = 20
"""Of fewer than these a share is told in counts alone."""


class Way(StrEnum):
    """Which way a measure went."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    WAITING = "waiting"
    """Not measured yet, before, after or both."""


def way(measure: Measure) -> Way:
    """Which way a measure went, by what is better for it."""
    if measure.before is None or measure.after is None:
        return Way.WAITING
    if measure.after == measure.before:
        return Way.SAME
    rose = measure.after > measure.before
    return Way.BETTER if rose is (measure.better is Better.HIGHER) else Way.WORSE


def difference(measure: Measure) -> Decimal | None:
    """What lies between before and after, never below nought; None while not both were measured."""
    if measure.before is None or measure.after is None:
        return None
    return abs(measure.after - measure.before)


def share_words(some: int, whole: int) -> str:
    """ "3 of 4", and from twenty on also how much in the hundred: "13 of 20 (65%)"."""
    told = f"{some:,} of {whole:,}"
    return told if whole < FEW else f"{told} ({(200 * some + whole) // (2 * whole)}%)"


@dataclass(frozen=True, slots=True)
class Together:
    """Measures of one name, unit and better way: how many went which way, and the middle values of those measured
    before and after. `before` and `after` are None while none was measured twice."""

    name: str
    unit: str
    better: Better
    ways: tuple[tuple[Way, int], ...]
    before: Decimal | None = None
    after: Decimal | None = None

    def count(self, kind: Way) -> int:
        """How many went this way."""
        return dict(self.ways).get(kind, 0)

    @property
    def measured(self) -> int:
        """How many were measured before and after."""
        return sum(count for kind, count in self.ways if kind is not Way.WAITING)

    @property
    def as_measure(self) -> Measure:
        """Its middle values as if they were one measure, for its picture."""
        return Measure("", self.name, self.unit, self.better, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Figures:
    """Chains of one theme, or of all: what can be counted of them.

    `people` is the sum of the people reached, None where no chain knows; somebody whom two changes reached counts
    twice. `people_unknown` chains do not say. `unmeasured` chains have no measure with a name at all, `waiting` have
    some but none that was taken before and after. `feedback` chains have words of feedback.
    """

    theme: str
    chains: int
    people: int | None
    people_unknown: int
    unmeasured: int
    waiting: int
    feedback: int
    together: tuple[Together, ...]

    def measures(self, kind: Way) -> int:
        """How many measures went this way."""
        return sum(one.count(kind) for one in self.together)


@dataclass(frozen=True, slots=True)
class Story:
    """A story chosen for the page, with the theme of its chain."""

    impact: str
    theme: str
    text: str


@dataclass(frozen=True, slots=True)
class RollUp:
    """The value of OT in figures and stories. `kept_out` chains of the time and the themes were left out by choice."""

    period: Period
    all: Figures
    themes: tuple[Figures, ...]
    stories: tuple[Story, ...]
    kept_out: int = 0


def roll_up(impacts: Iterable[Impact], period: Period, themes: Collection[str] | None = None) -> RollUp:
    """The figures of the chains of a period, by theme, the theme with most chains first and those without one last.

    `themes` names those wanted (see `theme_of`), None means all. A chain belongs to the day that it has.
    """
    there = of_page(impacts, period, themes)
    told = [one for one in there if one.told]
    names = spelt(one.theme for one in told)
    by_theme: dict[str, list[Impact]] = defaultdict(list)
    for one in told:
        by_theme[names[theme_of(one.theme).casefold()]].append(one)
    parts = sorted((figures(theme, ones) for theme, ones in by_theme.items()), key=_most_first)
    stories = _taking_turns([by_theme[part.theme] for part in parts], [part.theme for part in parts])
    return RollUp(period, figures("", told), tuple(parts), tuple(stories), len(there) - len(told))


def of_page(impacts: Iterable[Impact], period: Period, themes: Collection[str] | None = None) -> list[Impact]:
    """The chains of a period and of some themes, None for all, the oldest first: also those left out by choice."""
    wanted = None if themes is None else {theme.casefold() for theme in themes}
    return [
        one
        for one in sorted(impacts, key=_in_order)
        if one.deleted is None and one.day in period and (wanted is None or theme_of(one.theme).casefold() in wanted)
    ]


def figures(theme: str, chains: Sequence[Impact]) -> Figures:
    """What can be counted of some chains."""
    known = [one.people for one in chains if one.people is not None]
    named = [[measure for measure in one.measures if measure.name.strip()] for one in chains]
    return Figures(
        theme=theme,
        chains=len(chains),
        people=sum(known) if known else None,
        people_unknown=len(chains) - len(known),
        unmeasured=sum(not measures for measures in named),
        waiting=sum(bool(measures) and all(way(one) is Way.WAITING for one in measures) for measures in named),
        feedback=sum(bool(one.feedback.strip()) for one in chains),
        together=together(measure for measures in named for measure in measures),
    )


def together(measures: Iterable[Measure]) -> tuple[Together, ...]:
    """Measures that are the same thing, in the order in which each first comes; those measured twice first."""
    groups: dict[tuple[str, str, Better], list[Measure]] = defaultdict(list)
    for one in measures:
        groups[(_key(one.name), _key(one.unit), one.better)].append(one)
    found = [_together(ones) for ones in groups.values()]
    return tuple(sorted(found, key=_unmeasured))


def theme_of(theme: str) -> str:
    """The theme in one spacing, or the word for none."""
    return " ".join(theme.split()) or NO_THEME


def spelt(themes: Iterable[str]) -> dict[str, str]:
    """Each theme in small letters, with the spelling that came first: "Falls" and "falls" are one."""
    found: dict[str, str] = {}
    for theme in map(theme_of, themes):
        found.setdefault(theme.casefold(), theme)
    return found


def middle(numbers: Sequence[Decimal]) -> Decimal:
    """The median: the one in the middle, or what lies halfway between the two in the middle."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _together(ones: Sequence[Measure]) -> Together:
    first = ones[0]
    counts = [(kind, sum(way(one) is kind for one in ones)) for kind in Way]
    pairs = [(one.before, one.after) for one in ones if one.before is not None and one.after is not None]
    return Together(
        " ".join(first.name.split()),
        " ".join(first.unit.split()),
        first.better,
        tuple((kind, count) for kind, count in counts if count),
        middle([before for before, _ in pairs]) if pairs else None,
        middle([after for _, after in pairs]) if pairs else None,
    )


def _taking_turns(themes: Sequence[Sequence[Impact]], names: Sequence[str]) -> Iterable[Story]:
    """The newest story of each theme, then the next of each: a page with few has many themes."""
    queues = [
        [
            Story(one.id, name, one.story.strip())
            for one in reversed(ones)
            if one.story.strip() and may_leave(one.layer_of("story"), Layer.SUPERVISION)
        ]
        for name, ones in zip(names, themes, strict=True)
    ]
    for turn in range(max(map(len, queues), default=0)):
        for queue in queues:
            if turn < len(queue):
                yield queue[turn]


def _in_order(impact: Impact) -> tuple[object, ...]:
    return impact.day, impact.id


def _most_first(part: Figures) -> tuple[bool, int, str]:
    return part.theme == NO_THEME, -part.chains, part.theme.casefold()


def _unmeasured(one: Together) -> bool:
    return one.before is None


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
