"""Finding with whom something was done.

Only names may follow "with": those of known people in any case of letters, or words that look like a
name. Two or more capitalised words look like one ("with Fiona Larch"). A single one does where nothing
but the end, a comma, "and" with another name, or a preposition comes after it, and the line does not speak
of people with something ("Working with Deaf people", "People with Dementia"). Words in capitals, words
with 's, and words of organisations, conditions and groups of people are no names; nor is anything after a
capitalised "With", because then the whole line may be written in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from otcpd.domain.line_words import Match, Words, core, plain

_NAME = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_TITLES = frozenset(["dr", "mr", "mrs", "ms", "miss", "prof", "professor"])
_PARTICLES = frozenset(["de", "da", "del", "der", "di", "la", "le", "van", "von"])
_AND = frozenset(("and", "&"))
_LINKS = frozenset(
    ["on", "about", "at", "in", "from", "for", "re", "regarding", "to", "during", "after", "before", "over"]
)
_DETERMINERS = frozenset(["the", "a", "an", "our", "my", "her", "his", "their", "two", "three", "others", "another"])
_OF_PEOPLE = frozenset(
    [
        "working",
        "living",
        "people",
        "person",
        "persons",
        "adults",
        "adult",
        "children",
        "child",
        "clients",
        "client",
        "patients",
        "patient",
        "someone",
        "anyone",
        "users",
        "user",
        "those",
        "dealing",
        "coping",
        "engaging",
        "man",
        "woman",
        "lady",
        "families",
        "carers",
        "students",
        "staff",
        "work",
    ]
)
_NO_NAMES = frozenset(
    [
        "a",
        "adhd",
        "adult",
        "adults",
        "alzheimer",
        "an",
        "april",
        "asylum",
        "august",
        "autism",
        "autistic",
        "bariatric",
        "blind",
        "board",
        "british",
        "care",
        "carer",
        "carers",
        "children",
        "clients",
        "colleagues",
        "college",
        "community",
        "council",
        "covid",
        "deaf",
        "december",
        "dementia",
        "department",
        "disabilities",
        "disability",
        "district",
        "down",
        "england",
        "english",
        "equipment",
        "families",
        "family",
        "february",
        "fire",
        "forum",
        "friday",
        "government",
        "group",
        "handling",
        "health",
        "her",
        "his",
        "hospital",
        "housing",
        "huntington",
        "i",
        "ireland",
        "january",
        "july",
        "june",
        "learning",
        "march",
        "may",
        "mental",
        "microsoft",
        "monday",
        "motor",
        "moving",
        "multiple",
        "my",
        "nhs",
        "november",
        "nurse",
        "nurses",
        "occupational",
        "october",
        "older",
        "on",
        "ot",
        "ots",
        "our",
        "parents",
        "parkinson",
        "patients",
        "people",
        "physio",
        "physios",
        "physiotherapy",
        "police",
        "practice",
        "protection",
        "royal",
        "safety",
        "saturday",
        "school",
        "scotland",
        "scottish",
        "september",
        "service",
        "services",
        "social",
        "staff",
        "stroke",
        "student",
        "students",
        "sunday",
        "support",
        "syndrome",
        "team",
        "teams",
        "that",
        "the",
        "their",
        "therapist",
        "therapists",
        "therapy",
        "this",
        "thursday",
        "trust",
        "tuesday",
        "turas",
        "university",
        "wales",
        "wednesday",
        "work",
        "worker",
        "workers",
        "young",
        "zoom",
    ]
)


def find_companions(words: Words, known_people: Sequence[str]) -> Match[tuple[str, ...]] | None:
    """The names after the first "with" that names anybody.

    The words to take include "with", unless something else stands in the same list ("with Fiona Larch
    and the stroke team"): then "with" stays for what remains.
    """
    for place, word in enumerate(words):
        if core(word).casefold() in ("with", "w/"):
            names, stop = _names(words, place, known_people)
            more = plain(words, stop) in _AND
            if names and more and plain(words, stop + 1):
                return Match(place + 1, stop + 1, tuple(names))
            if names:
                return Match(place, stop + 1 if more else stop, tuple(names))
    return None


def _names(words: Words, place: int, known_people: Sequence[str]) -> tuple[list[str], int]:
    """The names of the list that begins behind `place`, and where the list stops."""
    names: list[str] = []
    stop, start = place + 1, place + 1
    while found := _name_at(words, start, place, known_people):
        names.append(found.value)
        stop = start = found.stop
        comma = (words[stop - 1] or "").endswith(",")
        if plain(words, start) in _AND:
            start += 1
        elif not comma:
            break
    return list(dict.fromkeys(names)), stop


def _name_at(words: Words, start: int, with_place: int, known_people: Sequence[str]) -> Match[str] | None:
    known = _known_name(words, start, known_people)
    if known:
        return known
    if (words[with_place] or "") not in ("with", "w/"):
        return None
    stop = _end_of_name(words, start)
    parts = [core(word) for word in words[start:stop]]
    if not parts or any(part.casefold() in _NO_NAMES for part in parts) or parts[-1].casefold() in _PARTICLES:
        return None
    if len(parts) == 1 and not _single_name(words, start, with_place):
        return None
    return Match(start, stop, " ".join(parts))


def _known_name(words: Words, start: int, known_people: Sequence[str]) -> Match[str] | None:
    """A known person's whole name, or the first name that only one of them has."""
    first_names: dict[str, list[str]] = {}
    for name in known_people:
        parts = name.casefold().split()
        there = [plain(words, start + number) for number in range(len(parts))]
        if parts and there == parts:
            return Match(start, start + len(parts), name)
        first_names.setdefault(parts[0] if parts else "", []).append(name)
    alone = first_names.get(plain(words, start), []) if start < len(words) else []
    follows = start + 1 < len(words) and _looks_like_name(core(words[start + 1]))
    if len(alone) == 1 and _looks_like_name(core(words[start])) and not follows:
        return Match(start, start + 1, alone[0])
    return None


def _end_of_name(words: Words, start: int) -> int:
    """Where the run of name-like words ends; punctuation ends it too."""
    stop = start
    while stop < len(words) and stop - start < 5:
        word = core(words[stop])
        particle = stop > start and word in _PARTICLES
        if not (particle or _looks_like_name(word)):
            break
        stop += 1
        if not (words[stop - 1] or "").endswith(word) and word.casefold() not in _TITLES:
            break
    return stop


def _looks_like_name(word: str) -> bool:
    return (
        re.fullmatch(_NAME, word) is not None
        and word[0].isupper()
        and not word[1:2].isupper()
        and any(letter.islower() for letter in word)
        and not re.search(r"['’]s$", word)
    )


def _single_name(words: Words, start: int, with_place: int) -> bool:
    """Whether one capitalised word is a name, by what stands around it."""
    if core(words[start]).casefold() in _TITLES or plain(words, with_place - 1) in _OF_PEOPLE:
        return False
    if _is_closed(words, start):
        return True
    if plain(words, start + 1) not in _AND:
        return False
    if plain(words, start + 2) in _DETERMINERS:
        return True
    stop = _end_of_name(words, start + 2)
    return stop > start + 3 or (stop > start + 2 and (_is_closed(words, stop - 1) or plain(words, stop) in _AND))


def _is_closed(words: Words, place: int) -> bool:
    """Whether the word at `place` ends what is said of it: the line, punctuation or a preposition follows."""
    word = words[place] or ""
    return word != core(word) or not plain(words, place + 1) or plain(words, place + 1) in _LINKS
