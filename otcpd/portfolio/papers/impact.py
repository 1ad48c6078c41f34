"""The value of OT in figures and short stories: one page for those who lead a service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from otcpd.domain.impact_figures import Figures, Way
from otcpd.domain.impact_words import from_to, honest_notes, theme_words, ways_words
from otcpd.domain.words import counted, joined, shortened, tally
from otcpd.portfolio.charts.impact_rows import impact_rows
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.portfolio.papers.layout import (
    Block,
    Grid,
    GridColumn,
    Heading,
    Lead,
    Numbers,
    PaperLayout,
    Picture,
    Quiet,
    Written,
)
from otcpd.portfolio.wording import NOTHING

TITLE = "The value of occupational therapy"
IN_FIGURES = "In figures and short stories"
LEAD = "What one occupational therapist changed, and what came of it. Nobody who was helped is named."
MEASURED_HEADING = "What was measured, before and after"
STORIES_HEADING, STORY_HEADING = "In short stories", "In a short story"
NOTES_HEADING = "How to read the figures"
NOTHING_YET = "No changes are noted for this time."
_LETTERS = 60
"""Of a theme or a measure, where it stands on the page."""


@dataclass(frozen=True, slots=True)
class _Room:
    """How many rows of measures, themes and stories the page has at most."""

    rows: int
    themes: int
    stories: int


_ROOMS = (
    *(_Room(14, 8, stories) for stories in (6, 5, 4, 3)),
    *(_Room(rows, 8, 3) for rows in (12, 10, 9, 8)),
    *(_Room(rows, 6, 3) for rows in (7, 6)),
    *(_Room(rows, 6, 2) for rows in (8, 6)),
    *(_Room(rows, 4, 2) for rows in (6, 4)),
    *(_Room(rows, 4, 1) for rows in (6, 4)),
    _Room(2, 4, 1),
    _Room(4, 4, 0),
    _Room(1, 1, 0),
)
"""From the fullest page to the barest: the fullest one that fits on one page is taken."""


def impact_layouts(content: ImpactPaper) -> tuple[PaperLayout, ...]:
    """The page, the fullest first: of stories and measures that have no room it says how many there are, and none is
    cut."""
    days = content.roll.period.text
    who = content.name.strip()
    layouts = (
        PaperLayout(
            title=TITLE,
            subtitle=f"{IN_FIGURES}, {days}",
            name=", ".join(filter(None, (TITLE, days, who))),
            who=who,
            about=f"{TITLE}, {days}",
            prepared=content.prepared,
            blocks=tuple(_blocks(content, room)),
        )
        for room in _ROOMS
    )
    return tuple(dict.fromkeys(layouts))


def _blocks(content: ImpactPaper, room: _Room) -> Iterator[Block]:
    roll = content.roll
    yield Lead(LEAD)
    if not roll.all.chains:
        yield Quiet(NOTHING_YET)
        yield Quiet(" ".join(_notes(content, room, ())))
        return
    yield Numbers(_numbers(roll.all))
    parts = _parts(roll.themes, room)
    yield Heading(MEASURED_HEADING)
    yield Picture(partial(impact_rows, parts), _table(parts))
    stories = roll.stories[: room.stories]
    if stories:
        yield Heading(STORY_HEADING if len(stories) == 1 else STORIES_HEADING)
        for story in stories:
            yield Heading(shortened(story.theme, _LETTERS), small=True)
            yield Written(story.text)
    yield Heading(NOTES_HEADING, small=True)
    yield Quiet(" ".join(_notes(content, room, parts)), small=True)


def _numbers(part: Figures) -> tuple[tuple[str, str], ...]:
    """Four at most: changes, people, what got better of what was measured, and what got worse, or else feedback."""
    better, worse = part.measures(Way.BETTER), part.measures(Way.WORSE)
    measured = better + worse + part.measures(Way.SAME)
    found = [(f"{part.chains:,}", "change tried" if part.chains == 1 else "changes tried")]
    if part.people is not None:
        found.append((f"{part.people:,}", "person reached" if part.people == 1 else "people reached"))
    if measured:
        words = "measure better" if measured == 1 else "measures better"
        found.append((f"{better:,} of {measured:,}", words))
    if worse:
        found.append((f"{worse:,}", "measure worse" if worse == 1 else "measures worse"))
    elif part.feedback:
        found.append((f"{part.feedback:,} of {part.chains:,}", "with feedback"))
    return tuple(found)


def _parts(themes: Sequence[Figures], room: _Room) -> tuple[Figures, ...]:
    """The themes with as many of their measures as there is room for: one of each first, then the next of each."""
    shown = themes[: room.themes]
    given = [0] * len(shown)
    left = room.rows
    while left and any(count < len(part.together) for count, part in zip(given, shown, strict=True)):
        for place, part in enumerate(shown):
            if left and given[place] < len(part.together):
                given[place] += 1
                left -= 1
    return tuple(
        replace(
            part,
            theme=shortened(part.theme, _LETTERS),
            together=tuple(
                replace(one, name=shortened(one.name, _LETTERS + 20), unit=shortened(one.unit, _LETTERS // 3))
                for one in part.together[:count]
            ),
        )
        for part, count in zip(shown, given, strict=True)
    )


def _table(parts: Sequence[Figures]) -> Grid:
    columns = (
        GridColumn("Theme and measure", names=True),
        GridColumn("Before and after", 130.0),
        GridColumn("What came of it", 150.0),
    )
    rows: list[tuple[str, ...]] = []
    for part in parts:
        rows.append((f"{part.theme}: {theme_words(part)}", "", ""))
        rows += [(one.name, from_to(one.as_measure) or NOTHING, ways_words(one)) for one in part.together]
    return Grid(columns, tuple(rows), MEASURED_HEADING)


def _notes(content: ImpactPaper, room: _Room, parts: Sequence[Figures]) -> Iterator[str]:
    roll = content.roll
    if content.themes:
        yield f"Counted are changes of these themes alone: {joined(content.themes)}."
    yield from honest_notes(roll.all)
    if roll.all.feedback and roll.all.measures(Way.WORSE):
        yield f"{roll.all.feedback:,} of {tally(roll.all.chains, 'change')} had feedback from people."
    yield from _no_room(content, room, parts)
    if content.too_long:
        yield f"{counted(content.too_long, 'story', 'stories').capitalize()} had too many words for this page."
    if roll.kept_out or content.left_out:
        left = roll.kept_out + content.left_out
        yield f"{tally(left, 'other change')} of this time {'was' if left == 1 else 'were'} left out by the author."
    yield "Figures and stories are the author’s own."


def _no_room(content: ImpactPaper, room: _Room, parts: Sequence[Figures]) -> Iterator[str]:
    roll = content.roll
    stories = max(len(roll.stories) - room.stories, 0) + content.more_stories
    rows = sum(len(one.together) for one in roll.themes) - sum(len(one.together) for one in parts)
    themes = len(roll.themes) - len(parts) if parts else 0
    kinds = (("theme", "themes"), ("measure", "measures"), ("story", "stories"))
    numbers = (themes, rows, stories)
    left = [counted(number, *kind) for number, kind in zip(numbers, kinds, strict=True) if number]
    if left:
        yield f"For want of room {joined(left)} {'is' if sum(numbers) == 1 else 'are'} not shown here."
