"""Finding the type of activity that a line names.

Where several are named, the one named first says what it was, with one exception: a kind of event at the
end of the same phrase is the head noun, and what stands before it only tells what it was about. So a
"stairlift assessor course" is a course and an "audit webinar" a webinar, but "reading conference papers"
stays reading. A phrase ends at a preposition, an article, a joining word or a comma: "journal club on
training" and "teaching a course" keep what they begin with. Nothing beats a verb in the past ("taught a
manual handling course") or another kind of event.
"""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.domain.known_type import KnownType
from otcpd.domain.line_words import Match, Words, core

_EVENTS = frozenset(
    [
        "course",
        "courses",
        "training",
        "workshop",
        "workshops",
        "webinar",
        "webinars",
        "seminar",
        "seminars",
        "masterclass",
        "conference",
        "conferences",
        "congress",
        "symposium",
        "club",
        "learning",
        "elearning",
        "forum",
    ]
) | frozenset(["study day"])
_AFTER_EVENT = frozenset(
    [
        "day",
        "days",
        "session",
        "sessions",
        "event",
        "events",
        "programme",
        "module",
        "refresher",
        "update",
        "part",
        "week",
        "morning",
        "afternoon",
        "evening",
        "online",
    ]
)
"""Words that may follow the head noun and leave it the head: "training day", "course part 2"."""
_ENDS_PHRASE = frozenset(
    [
        "on",
        "about",
        "for",
        "at",
        "with",
        "and",
        "in",
        "by",
        "of",
        "from",
        "to",
        "into",
        "after",
        "before",
        "during",
        "over",
        "via",
        "re",
        "regarding",
        "then",
        "plus",
        "or",
        "a",
        "an",
        "the",
        "my",
        "our",
        "some",
        "&",
        "+",
        "-",
        "–",
        "—",
        "/",
        "|",
    ]
)
_PAST_VERBS = frozenset(["taught", "wrote", "ran", "led"])

_Part = tuple[str, int]
"""A word in lower case and the place in the line of the word it came from."""


def find_type(words: Words, known_types: Sequence[KnownType]) -> Match[KnownType] | None:
    """The type that the line names, by the rule above; of several at one place the longest, so that
    "case conference" is no conference."""
    # A hyphenated word counts as several; each remembers the word of the line it came from.
    parts = [(part, place) for place, word in enumerate(words) for part in core(word).casefold().split("-") or [""]]
    named = _named(parts, known_types)
    if not named:
        return None
    chosen = named[0]
    if not _is_settled(parts, chosen):
        end = _end_of_phrase(words, parts, chosen.stop)
        heads = [match for match in named if match.stop == end and _is_event(parts, match)]
        chosen = heads[0] if heads else chosen
    return Match(parts[chosen.start][1], parts[chosen.stop - 1][1] + 1, chosen.value)


def _named(parts: Sequence[_Part], known_types: Sequence[KnownType]) -> list[Match[KnownType]]:
    """All types named, in order and apart from each other; places are those of the parts."""
    phrases = {phrase: known for known in known_types for phrase in known.words}
    longest = max((len(phrase.split()) for phrase in phrases), default=0)
    found: list[Match[KnownType]] = []
    first = 0
    while first < len(parts):
        stop = first + 1
        for size in range(min(longest, len(parts) - first), 0, -1):
            known = phrases.get(" ".join(part for part, _ in parts[first : first + size]))
            if known:
                stop = first + size
                found.append(Match(first, stop, known))
                break
        first = stop
    return found


def _is_settled(parts: Sequence[_Part], match: Match[KnownType]) -> bool:
    first = parts[match.start][0]
    return _is_event(parts, match) or first in _PAST_VERBS or first.endswith("ed")


def _is_event(parts: Sequence[_Part], match: Match[KnownType]) -> bool:
    text = " ".join(part for part, _ in parts[match.start : match.stop])
    return text in _EVENTS or parts[match.stop - 1][0] in _EVENTS


def _end_of_phrase(words: Words, parts: Sequence[_Part], start: int) -> int:
    """Where the phrase that goes on at `start` stops, without the words that may follow its head."""
    stop = start
    while stop < len(parts) and parts[stop][0] not in _ENDS_PHRASE:
        if parts[stop - 1][1] != parts[stop][1] and (words[parts[stop - 1][1]] or "").endswith((",", ";", ":", ".")):
            break
        stop += 1
    while stop > start and (parts[stop - 1][0] in _AFTER_EVENT | {""} or parts[stop - 1][0].isdigit()):
        stop -= 1
    return stop
