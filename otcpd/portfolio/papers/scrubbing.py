"""Taking known people out of a text: names, numbers, addresses and employers, as whole words.

Rather too much than too little: where a name is also an ordinary word ("Will", "May"), it stays only where it is
written without a capital. What stands in its place is in square brackets, so that a reader sees that it was changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

AN_ADDRESS, A_NUMBER, A_REGISTRATION, SOMEBODY = "an address", "a number", "a registration number", "somebody"

_PARTICLES = """
al and bin da de del della den der di dr du el for ibn la le mac mc miss mr mrs ms of prof professor st team the van
vom von zu
"""
_ORDINARY = """
abbey alder angel art ash baker ball bank barber bell best bill birch bird bishop black bloom bond book bright brook
brown burns bush butler carol case chance charity chase church clay close cook cooper crane cross daisy dale dawn day
dean drew duke earl east elder english faith farmer ferry field fisher flint ford forest foster fox frank freeman
friend frost gale gardener gay gene glen good grace grant gray green grey guy hall hand hazel heath heather hill hope
house hunt hunter ivy jack jay joy judge june keen king knight lane larch law lee little long love low major march mark
marks marsh martin mason may miles mill miller moody moon moss nail nick noble north oak olive page park pat pearl
penny piper pool poole porter potter power price prior rain ray read reader reed rich rob rock rose rowan royal ruby
rush sage sally sandy sharp shepherd short silver singer skip small smart snow south spring stone storm street strong
sue summer sunny swan taylor temple terry thorn tow tower town turner valley violet walker wall ward waters weaver webb
weeks wells west wheeler white wild will wise wolf wood woods workman young
"""

PARTICLES = frozenset(_PARTICLES.split())
"""Parts of names that tell nothing alone."""

ORDINARY = frozenset(_ORDINARY.split())
"""Names that are words too: in a text without a capital they are taken for the word."""

_LETTER = r"[^\W_]"
_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_REGISTRATION = re.compile(rf"(?<!{_LETTER})[A-Z]{{2}} ?\d{{4,6}}(?!{_LETTER})", re.IGNORECASE)
_TITLES = r"(?:(?:dr|mr|mrs|ms|miss|prof|professor)\.?\s+)?"
_TWICE = re.compile(rf"(\[[^\[\]]+\])(?:\s+(?:{_LETTER}\.?\s+)?\1)+")
"""A first name, perhaps an initial, and a surname: one person."""
_MARKS = "[\u0300-\u036f]*"
_FEWEST = 2
"""Letters of a part of a name; fewer are an initial."""
_SHORT = 3
"""A part of so few letters counts only with a capital: "jo" might be a slip, "Jo" is a name."""
_FEWEST_DIGITS = 5


class Stand(NamedTuple):
    """Somebody to be taken out: the name, the words instead of it, and what else could tell who it is."""

    name: str
    instead: str
    registration: str = ""
    contact: str = ""
    employer: str = ""
    employer_instead: str = ""


class Scrubber:
    """Takes known people out of texts. Of two with the same name the first one given counts."""

    def __init__(self, stands: Iterable[Stand], phrases: Mapping[str, str] | None = None) -> None:
        """`phrases` are other words to be taken out, with what stands in their place."""
        people = list(stands)
        self._exact = _exact(people, phrases or {})
        self._names: dict[str, str] = {}
        written: dict[str, None] = {}
        for parts in (_whole_names, _parts):
            for person in people:
                for name in parts(person.name):
                    written.setdefault(name)
                    self._names.setdefault(_key(name), person.instead)
        self._pattern = _pattern(written)

    def text(self, text: str) -> str:
        """`text` with roles in square brackets in place of what is known."""
        # Accents apart, so that they do not count.
        found = unicodedata.normalize("NFD", text)
        found = _EMAIL.sub(f"[{AN_ADDRESS}]", found)
        for pattern, instead in self._exact:
            found = pattern.sub(f"[{instead}]", found)
        found = _REGISTRATION.sub(f"[{A_REGISTRATION}]", found)
        if self._pattern is not None:
            found = self._pattern.sub(self._instead, found)
        return unicodedata.normalize("NFC", _TWICE.sub(r"\1", found))

    def found(self, text: str) -> tuple[str, ...]:
        """What `text` would take out, as it stands there, each wording once: for whoever is to decide on it."""
        apart = unicodedata.normalize("NFD", text)
        patterns = [_EMAIL, *(pattern for pattern, _ in self._exact), _REGISTRATION]
        seen = [match[0] for pattern in patterns for match in pattern.finditer(apart)]
        if self._pattern is not None:
            seen += [match[0] for match in self._pattern.finditer(apart) if not _is_a_word(match["name"])]
        return tuple(dict.fromkeys(unicodedata.normalize("NFC", one) for one in seen))

    def _instead(self, match: re.Match[str]) -> str:
        name = match["name"]
        if _is_a_word(name):
            return match[0]
        return f"[{self._names.get(_key(name), SOMEBODY)}]"


def _is_a_word(name: str) -> bool:
    return name.islower() and (len(name) <= _SHORT or _key(name) in ORDINARY)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, however they are spaced and written."""
    return _key(one) == _key(other)


def _exact(people: Iterable[Stand], phrases: Mapping[str, str]) -> list[tuple[re.Pattern[str], str]]:
    """Patterns for what is looked for as it stands: employers, groups, places, numbers, addresses."""
    known: dict[str, str] = {}
    for words, instead in phrases.items():
        known.setdefault(words.strip(), instead)
    numbers: dict[str, str] = {}
    for person in people:
        known.setdefault(person.employer.strip(), person.employer_instead)
        numbers.setdefault(person.registration.strip(), A_REGISTRATION)
        numbers.setdefault(person.contact.strip(), A_NUMBER)
    found = [(_phrase(words), instead) for words, instead in known.items() if words]
    found += [(_number(words), instead) for words, instead in numbers.items() if words]
    # The longer first: "Birch House, room 2" before "Birch House".
    return sorted(found, key=_length, reverse=True)


def _length(one: tuple[re.Pattern[str], str]) -> int:
    return len(one[0].pattern)


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER}){_loose(words)}(?!{_LETTER})", re.IGNORECASE)


def _number(words: str) -> re.Pattern[str]:
    """A number however it is spaced; a short one, or words, as they stand."""
    digits = sum(character.isdigit() for character in words)
    if digits < _FEWEST_DIGITS:
        return _phrase(words)
    figures = r"[\s().-]*".join(map(re.escape, re.sub(r"[\s().-]", "", words)))
    return re.compile(rf"(?<!{_LETTER}){figures}(?!{_LETTER})", re.IGNORECASE)


def _whole_names(name: str) -> Iterator[str]:
    """The name in full, if it has several parts."""
    words = name.split()
    if len(words) > 1:
        yield " ".join(words)


def _parts(name: str) -> Iterator[str]:
    """The parts of a name that tell who it is: first names, surnames, the halves of double ones."""
    for word in unicodedata.normalize("NFC", name).split():
        for part in dict.fromkeys((word, *re.split(r"[-‐‑–]", word))):
            bare = re.sub(r"^\W+|\W+$", "", part)
            if len(bare) >= _FEWEST and _key(bare) not in PARTICLES:
                yield bare


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    ways = sorted(filter(None, map(_loose, names)), key=len, reverse=True)
    if not ways:
        return None
    return re.compile(rf"(?<!{_LETTER}){_TITLES}(?P<name>{'|'.join(ways)})(?!{_LETTER})", re.IGNORECASE)


def _loose(words: str) -> str:
    """A pattern for words in any spacing, with or without their accents, with any apostrophe or hyphen."""
    return r"\s+".join("".join(map(_letter, word)) for word in unicodedata.normalize("NFD", words).split())


def _letter(character: str) -> str:
    if character in "'’ʼ`‘":
        return "['’ʼ`‘]?"
    if character in "-‐‑–":
        return "[-‐‑–]"
    if unicodedata.combining(character):
        return ""
    return f"{re.escape(character)}{_MARKS}" if character.isalpha() else re.escape(character)


def _key(name: str) -> str:
    """The same for all ways to write a name."""
    bare = "".join(one for one in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(one))
    return " ".join(re.sub(r"['’ʼ`‘]", "", re.sub(r"[-‐‑–]", "-", bare)).split())
