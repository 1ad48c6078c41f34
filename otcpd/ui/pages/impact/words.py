"""Sentences of the page "Impact"."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.domain.dates import long_day
from otcpd.domain.impact import Impact
from otcpd.domain.impact_figures import Way, way
from otcpd.domain.impact_words import WAY_WORDS
from otcpd.domain.words import counted, joined
from otcpd.ui import words as common

PAGE = "Impact"
NEW, NEW_FIRST = "New impact", "Note the first impact"
MAKE_PAGE = "Figures and stories"
SEARCH = "Search impact"
NOTHING_YET = (
    "No impact yet",
    "What did people gain from what you changed? One number before and one after, or one sentence of feedback, is a "
    "beginning.",
)
NOTHING_FOUND = "Nothing found"
FACT_EMPTY = "What you changed, and what it meant for people and for the service."
NOT_ON_PAGE = "Not on the page"

STEPS = (
    "What I did",
    "The change I tried",
    "What I measured",
    "Feedback",
    "What it meant for people",
    "What it meant for the service",
    "The story for the page",
)
HINTS = {
    "change_tried": "What you did in another way, with whom, for how long.",
    "feedback": "What people said. Leave names out.",
    "meant_people": "What they can do now, or need no longer.",
    "meant_service": "Time, money, waiting, safety: what it saved or made better.",
    "story": "What it was like before, what you tried, what is different now.",
}
STORY_HELP = "Two or three sentences that anybody may read. Say ‘a man in his 80s’, never who it was."
STORY_PRIVATE = "Only you read this story, so it does not go onto the page."
LINK, LINK_WHICH = "Link an activity…", "Which activity did it come of?"
ADD_MEASURE = "Add a measure"
ON_PAGE = "Counts on the page of figures and stories"
DELETE = "Delete impact"
NO_ACTIVITY = "Nothing from your log is linked yet."


def fact(chains: Sequence[Impact]) -> str:
    """The sentence of the header."""
    if not chains:
        return FACT_EMPTY
    parts = _ways(chains)
    measures = f": {joined(parts)}" if parts else ""
    return f"{counted(len(chains), 'change').capitalize()}{measures}."


def _ways(chains: Sequence[Impact]) -> list[str]:
    ways = [way(measure) for one in chains for measure in one.measures if measure.name.strip()]
    better, worse, same = (ways.count(kind) for kind in (Way.BETTER, Way.WORSE, Way.SAME))
    parts = [counted(better, "measure better", "measures better")] if better else []
    for count, word in ((worse, "worse"), (same, "unchanged")):
        if count:
            parts.append(counted(count, word, word) if parts else counted(count, f"measure {word}", f"measures {word}"))
    return parts


def meta(chain: Impact) -> str:
    """The line below a title in the list: the day, and what came of it."""
    parts = _ways([chain])
    if parts:
        told = joined(parts).capitalize()
    elif any(one.name.strip() for one in chain.measures):
        told = WAY_WORDS[Way.WAITING]
    else:
        told = "Feedback, no measure yet" if chain.feedback.strip() else "No measure yet"
    return f"{long_day(chain.day, brief=True)}. {told}"


def title(chain: Impact) -> str:
    """What a chain is called in lists."""
    return " ".join(chain.title.split()) or common.NO_TITLE
