"""What the lists of our JSON are made of: things, their fields, and what hangs on them.

Rows are plain values: a row is a dict of column to text, whole number or None, with `id`, `owner` and `deleted` in
every table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.durations import MOST_MINUTES

Value = str | int | None
Row = Mapping[str, Value]
Tables = Mapping[str, Sequence[Row]]
"""Table name to rows."""

MOST = 2**53
"""Whole numbers up to here are the same in every program that reads JSON (RFC 8259, section 6)."""


class Kind(Enum):
    """What a field holds."""

    TEXT = auto()
    WORD = auto()
    SHA256 = auto()
    DAY = auto()
    TIME = auto()
    INSTANT = auto()
    COUNT = auto()
    DECIMAL = auto()
    CODE = auto()
    """A text that stands in references, and so holds neither "@" nor ":"."""
    SWITCH = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a thing, named as its column unless it has a `key` of its own in the JSON.

    `target` is the table that a reference points to, `words` are those that a WORD may be, `least` and `most` bound a
    COUNT. `inside` names the object that it stands in; empty for the thing itself.
    """

    name: str
    kind: Kind = Kind.TEXT
    target: str = ""
    words: tuple[str, ...] = ()
    least: int = 0
    most: int = MOST
    inside: str = ""
    own_key: str = ""
    maybe: bool = False
    """Whether it may be null."""
    usual: str = ""
    """The WORD that it is where it is missing, as in JSON of before there was this field; empty where it is needed."""

    @property
    def key(self) -> str:
        """What it is called in the JSON."""
        return self.own_key or self.name


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that hang on a thing by `column`, each with an id of its own: a list of objects inside it.

    They are in the person's order, which their places in the list tell, or else in that of the column `by`. A thing
    that is not in the bin has at least one of them if they are `needed`.
    """

    table: str
    list_name: str
    word: str
    column: str
    fields: tuple[Field, ...]
    by: str = ""
    needed: bool = False
    made_of: tuple[str, ...] = ()
    """The columns that make the id, of links: there is one row between them, and its id may be left out."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Links of a thing, which name it in `column`: a list of what stands in `other`, ids of `target` or words.

    `role` is what the link says besides. `single`: there is at most one, and it stands there itself, or null.
    """

    table: str
    list_name: str
    column: str
    other: str
    target: str = ""
    words: tuple[str, ...] = ()
    role: str = ""
    single: bool = False
    days: bool = False
    """Whether what stands in `other` are days."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A table whose rows are things of their own: a list in the JSON. `word` is what one is called."""

    table: str
    list_name: str
    word: str
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    ends: tuple[Ends, ...] = ()


NOTHING = "\0"
"""`Field.usual` of a word that is an empty text where it is missing."""


def plain(*names: str, kind: Kind = Kind.TEXT, target: str = "", maybe: bool = False) -> tuple[Field, ...]:
    return tuple(Field(name, kind, target, maybe=maybe) for name in names)


def word(name: str, words: type[StrEnum], *, maybe: bool = False, usual: str = "") -> tuple[Field, ...]:
    return (Field(name, Kind.WORD, words=tuple(words), maybe=maybe, usual=usual),)


def maybe_word(name: str, words: type[StrEnum]) -> tuple[Field, ...]:
    """A word, or an empty text where nobody said; a missing one is that too."""
    return (Field(name, Kind.WORD, words=("", *words), usual=NOTHING),)


def to(name: str, target: str, *, maybe: bool = True) -> tuple[Field, ...]:
    return plain(name, kind=Kind.REFERENCE, target=target, maybe=maybe)


def days(*names: str) -> tuple[Field, ...]:
    """Days that may be null."""
    return plain(*names, kind=Kind.DAY, maybe=True)


def level(name: str) -> tuple[Field, ...]:
    return whole(name, 0, MOST_LEVEL, maybe=True)


def whole(name: str, least: int = 0, most: int = MOST_MINUTES, *, maybe: bool = False) -> tuple[Field, ...]:
    return (Field(name, Kind.COUNT, least=least, most=most, maybe=maybe),)


EMPLOYER = plain("employer", kind=Kind.REFERENCE, target="employer", maybe=True)
ACTIVITY = plain("activity", kind=Kind.REFERENCE, target="activity", maybe=True)
STAMPS = plain("created", "modified", kind=Kind.INSTANT)
