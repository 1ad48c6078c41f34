"""The page of figures and stories: what stands on it, and what in it may point to a person.

Nothing leaves silently and nothing is changed silently: a text goes onto the page as it is, or not at all, and of each
wording in it that may point to somebody the person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from otcpd.actions.confidentiality import decided, identifier_check, say_fine, to_decide
from otcpd.actions.supervision.paper_people import PaperPeople
from otcpd.catalogue.impact import impact_words
from otcpd.domain.changes import Changes
from otcpd.domain.dates import add_months
from otcpd.domain.identifier_rules import IdentifierKind
from otcpd.domain.impact import Impact
from otcpd.domain.impact_figures import NO_THEME, RollUp, of_page, roll_up, spelt
from otcpd.domain.layers import Layer
from otcpd.domain.period import Period
from otcpd.domain.pointed_words import PointedWords, TextKey, mark_of
from otcpd.domain.words import count_words
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.scrubbing import Scrubber, Stand
from otcpd.record.leaving import Leaving
from otcpd.record.record import Record

MOST_STORIES = 6
"""More never fit on the page."""
TOO_LONG = 2
"""A story of so many times the words that a story should have does not go onto the page."""
STORY, THEME, MEASURE = "story", "theme", "name"
"""Which texts leave."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is to be: of which days, of which themes (None: all), with the author's name or without.

    `no_stories` are chains whose story is not to be on this page, `no_chains` those that are not to be on it at all.
    """

    period: Period
    themes: tuple[str, ...] | None = None
    named: bool = False
    no_stories: frozenset[str] = field(default_factory=frozenset)
    no_chains: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A wording on the page that may point to somebody, and where it stands: `which` is one of `STORY`, `THEME`,
    `MEASURE` of the chain `impact`, whose title is `title`."""

    impact: str
    title: str
    which: str
    key: TextKey
    words: PointedWords


@dataclass(frozen=True, slots=True)
class PageOfImpact:
    """The page, and what is to decide on before it leaves."""

    content: ImpactPaper
    pointing: tuple[Pointing, ...]


def last_months(today: date, months: int = 12) -> Period:
    """So many months up to today."""
    return Period(add_months(today, -months) + timedelta(days=1), today)


def themes_there(record: Record, period: Period) -> list[str]:
    """The themes of the chains of a period that go onto the page, by name; what stands for none comes last."""
    told = [one for one in of_page(_chains(record), period) if one.told]
    return sorted(spelt(one.theme for one in told).values(), key=_last_without)


def impact_page(record: Record, wanted: Wanted) -> PageOfImpact:
    """What the page says, and what in it is to decide on."""
    there = of_page(_chains(record), wanted.period, wanted.themes)
    kept = [one for one in there if one.id not in wanted.no_chains]
    roll = roll_up(kept, wanted.period, wanted.themes)
    most = TOO_LONG * impact_words().story_words
    short = [one for one in roll.stories if count_words(one.text) <= most]
    stories = [one for one in short if one.impact not in wanted.no_stories]
    content = ImpactPaper(
        roll=replace(roll, stories=tuple(stories[:MOST_STORIES])),
        prepared=record.clock.today(),
        themes=wanted.themes or (),
        name=record.people.owner().name if wanted.named else "",
        more_stories=max(len(stories) - MOST_STORIES, 0),
        too_long=len(roll.stories) - len(short),
        left_out=sum(one.told for one in there) - sum(one.told for one in kept),
    )
    return PageOfImpact(content, tuple(_pointing(record, content.roll, [one for one in kept if one.told])))


def _chains(record: Record) -> list[Impact]:
    """Every chain, without themes and measures that only she may read: they then have no name here at all."""
    leaving = Leaving(record.reader, Layer.SUPERVISION, "impact", "impact_measure")
    return [
        replace(
            one,
            theme=leaving.text("impact", one.id, THEME, one.theme),
            measures=tuple(
                replace(measure, unit=leaving.text("impact_measure", measure.id, "unit", measure.unit))
                for measure in one.measures
                if leaving.may("impact_measure", measure.id, MEASURE)
            ),
        )
        for one in record.impacts.all()
    ]


def impact_content(record: Record, wanted: Wanted) -> ImpactPaper:
    """What the page says: see `impact_page`."""
    return impact_page(record, wanted).content


def say_page_fine(record: Record, pointing: Pointing) -> Changes:
    """Remembers that a wording on the page is fine, in this text. One step to undo."""
    kept = decided(record, pointing.key)  # also of names that a look at the text alone would not see
    return say_fine(record, pointing.key, pointing.words.mark, kept)


def _pointing(record: Record, roll: RollUp, told: Sequence[Impact]) -> Iterator[Pointing]:
    """Everything on the page that may point to somebody, each wording once in a text, stories first."""
    names = _names(record)
    chains = {one.id: one for one in told}
    for story in roll.stories:
        yield from _in_text(record, names, chains[story.impact], STORY, ("impact", story.impact, "story"), story.text)
    for chain in told:
        yield from _in_text(record, names, chain, THEME, ("impact", chain.id, "theme"), chain.theme)
        for measure in chain.measures:
            text = f"{measure.name}\n{measure.unit}"
            yield from _in_text(record, names, chain, MEASURE, ("impact_measure", measure.id, "name"), text)


def _in_text(record: Record, names: Scrubber, chain: Impact, which: str, key: TextKey, text: str) -> Iterator[Pointing]:
    if not text.strip():
        return
    seen = [one for part in identifier_check().look(text) for one in part]
    found = {one.mark: one for one in to_decide(record, key, seen).left}
    fine = decided(record, key)
    for name in names.found(text):
        mark = mark_of(key, IdentifierKind.NAME, name)
        if mark not in fine:
            found.setdefault(mark, PointedWords(IdentifierKind.NAME, name, ((0, 0),), mark))
    for words in found.values():
        yield Pointing(chain.id, chain.title, which, key, words)


def _names(record: Record) -> Scrubber:
    """Everybody whom the file names, herself too, and every employer."""
    everybody = PaperPeople(record).everybody()
    return Scrubber(
        [Stand(one.name, one.name, one.registration, one.contact, one.employer, one.employer) for one in everybody]
    )


def _last_without(theme: str) -> tuple[bool, str]:
    return theme == NO_THEME, theme.casefold()
