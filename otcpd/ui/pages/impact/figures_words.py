"""Sentences of the dialog that makes the page of figures and stories."""

from __future__ import annotations

from otcpd.actions.confidentiality import words_for
from otcpd.actions.pathway.impact_paper import MEASURE, STORY, THEME, Pointing
from otcpd.domain.impact_figures import Way
from otcpd.domain.words import counted, joined, quoted, shortened
from otcpd.portfolio.papers.impact_content import ImpactPaper
from otcpd.ui.words import NO_TITLE

TITLE = "Figures and stories"
SENTENCE = "The value of OT on one page. What you see here is exactly what leaves, and nothing is sent."
TWELVE, TWENTY_FOUR, OWN = "12", "24", "own"
PERIODS = ((TWELVE, "The last 12 months"), (TWENTY_FOUR, "The last 24 months"), (OWN, "Own days"))
PERIOD, THEMES = "Which months", "Which themes"
NAMED = "With my name on it"
SAVE = "Save the page"
WORD = "As a Word document it has a table in place of the arrows, so less may fit on it."
DECIDE = "To decide on before it leaves"
NOTHING_POINTS = "Nothing on this page points to a person"
FINE, CHANGE, LEAVE_STORY, LEAVE_CHAIN = "It is fine", "Change it", "Leave the story out", "Leave it all out"
DECIDE_FIRST = "Decide on each of these first. Nothing that may point to a person leaves unseen."
NOTHING_THERE = "Nothing is on this page yet. Choose other months or themes, or add what you measured."
NO_THEMES = "Tick at least one theme."
PUT_BACK = "Put back what you left out"

_MOST = 60
_PLACES = {STORY: "in the story of", THEME: "in the theme of", MEASURE: "in a measure of"}


def pointing_words(one: Pointing) -> str:
    """ "‘Mrs Birch’ looks like a name, in the story of ‘Rails’"."""
    named = quoted(" ".join(shortened(one.words.text, _MOST).split()))
    return f"{named} looks like {words_for(one.words).looks_like}, {_PLACES[one.which]} {title_of(one)}"


def title_of(one: Pointing) -> str:
    """The chain that it stands in, in quotes."""
    return quoted(shortened(" ".join(one.title.split()) or NO_TITLE, _MOST))


def left_out(stories: int, chains: int) -> str:
    """What is not to be on this page."""
    parts = [counted(stories, "story", "stories")] if stories else []
    parts += [counted(chains, "change")] if chains else []
    return f"Left out of this page: {joined(parts)}" if parts else ""


def what_leaves(content: ImpactPaper) -> tuple[str, ...]:
    """Every kind of thing on the page."""
    roll = content.roll
    measured = sum(one.measured for one in roll.all.together)
    worse = roll.all.measures(Way.WORSE)
    lines = (
        f"Your name, {content.name}" if content.name else "",
        f"{counted(roll.all.chains, 'change').capitalize()}, {counted(len(roll.themes), 'theme')}",
        f"{counted(measured, 'measure').capitalize()} by name, before and after" if measured else "",
        f"{counted(worse, 'measure').capitalize()} that got worse: the page is honest" if worse else "",
        f"{counted(len(roll.stories), 'story', 'stories').capitalize()}, as far as there is room"
        if roll.stories
        else "",
    )
    return tuple(line for line in lines if line)


def what_stays(content: ImpactPaper) -> tuple[str, ...]:
    """What never leaves with it."""
    name = () if content.name else ("Your name and number",)
    return (*name, "Titles, days, feedback and what it meant, in your words", "Everything in your log")
