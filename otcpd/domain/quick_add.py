"""Quick add: one typed line becomes an activity, "2h journal club on falls yesterday #falls".

Durations, dates, tags and "with …" are taken out of the title; a type that the line names sets type and
category and stays where it reads naturally. What is not understood stays as it was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from otcpd.domain.activity import Category
from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import USUAL_DAY, DayLengths, format_duration
from otcpd.domain.known_type import KnownType
from otcpd.domain.line_companions import find_companions
from otcpd.domain.line_days import find_days
from otcpd.domain.line_durations import find_duration, unclear_duration
from otcpd.domain.line_protected import find_protected
from otcpd.domain.line_types import find_type
from otcpd.domain.line_unread import unread_day
from otcpd.domain.line_words import Match, Unread, Words, core, without

Part = tuple[str, str]
"""What a part of a line was read as ("date"), and its words as typed."""

NO_TITLE = "New activity"
"""The title of a line that has no words at all."""

_SEPARATORS = frozenset(["-", "–", "—", ",", ";", ":", "/", "|", "·", ".", "&"])

_Matched = TypeVar("_Matched", bound=Match[Any])


@dataclass(frozen=True, slots=True)
class Understood:
    """A part of the line that was understood: `what` is "date", "duration", "type", "tag", "with" or "protected",
    `text` the words as typed, `meaning` how they were read, in words."""

    what: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """What a line says. `type` is the code of a known type or empty; `minutes` is None when not said;
    `companions` are names; `understood` is in the order of reading. `unread` are words that look like a day or
    a length of time but were left as words."""

    title: str
    date: dt.date
    end_date: dt.date | None = None
    minutes: int | None = None
    category: Category | None = None
    type: str = ""
    tags: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    protected: bool = False
    """It was done in protected time."""
    understood: tuple[Understood, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def date_assumed(self) -> bool:
        """Whether the line said no day, so that `date` is today for want of another."""
        return all(part.what != "date" for part in self.understood)


def parse_line(
    line: str,
    today: dt.date,
    known_types: Sequence[KnownType] = (),
    day_lengths: DayLengths = USUAL_DAY,
    *,
    known_people: Sequence[str] = (),
    as_words: Collection[Part] = (),
) -> QuickAdd:
    """Read a line. Never raises; the title is never empty. Parts in `as_words` are left in the title unread.

    Without a date it is `today`; without a year the latest such day not after `today`; a day to come is not
    read, which `unread` tells. A line without any words gets `NO_TITLE`: callers refuse it before.
    """
    words: Words = line.split()
    tags, words, understood = _take_tags(words, as_words)
    days = _wanted(words, find_days(words, today), "date", as_words)
    if days:
        first, last = days.value
        meaning = span(first, last, year=True) if last else long_day(first)
        understood, words = _take(words, days, "date", meaning, understood)
    protected = _wanted(words, find_protected(words), "protected", as_words)
    if protected:
        understood, words = _take(words, protected, "protected", protected.value, understood)
    said_no_day = any(what == "date" for what, _text in as_words)
    unread = [None if days or said_no_day else unread_day(words, today), unclear_duration(words, day_lengths)]
    duration = _wanted(words, find_duration(words, day_lengths), "duration", as_words)
    if duration:
        understood, words = _take(words, duration, "duration", format_duration(duration.value), understood)
    companions = _wanted(words, find_companions(words, known_people), "with", as_words)
    if companions:
        understood, words = _take(words, companions, "with", ", ".join(companions.value), understood)
    kind = _wanted(words, find_type(words, known_types), "type", as_words)
    if kind:
        understood, _ = _take(words, kind, "type", kind.value.label, understood)
    return QuickAdd(
        title=_title(words) or " ".join(line.split()) or NO_TITLE,
        date=days.value[0] if days else today,
        end_date=days.value[1] if days else None,
        minutes=duration.value if duration else None,
        category=kind.value.category if kind else None,
        type=kind.value.code if kind else "",
        tags=tags,
        companions=companions.value if companions else (),
        protected=protected is not None,
        understood=tuple(understood),
        unread=tuple(part for part in unread if part),
    )


def _take_tags(words: Words, as_words: Collection[Part]) -> tuple[tuple[str, ...], Words, list[Understood]]:
    """Tags begin with # and have a letter, so that "#1" stays a number. The same tag counts once."""
    tags: dict[str, str] = {}
    understood: list[Understood] = []
    left: list[str | None] = []
    for word in words:
        found = re.fullmatch(r"#(?=[\d_-]*[^\W\d_])([\w-]+)", core(word))
        if found and word and ("tag", word) in as_words:
            found = None
        if found and word:
            tags.setdefault(found[1].casefold(), found[1])
            understood.append(Understood("tag", word, found[1]))
        left.append(None if found else word)
    return tuple(tags.values()), left, understood


def _take(
    words: Words, match: Match[Any], what: str, meaning: str, understood: list[Understood]
) -> tuple[list[Understood], list[str | None]]:
    understood = [*understood, Understood(what, _text(words, match), meaning)]
    return understood, without(words, match.start, match.stop)


def _wanted(words: Words, match: _Matched | None, what: str, as_words: Collection[Part]) -> _Matched | None:
    """The match, unless the person said that these words are only words."""
    return None if match is None or (what, _text(words, match)) in as_words else match


def _text(words: Words, match: Match[Any]) -> str:
    return " ".join(word for word in words[match.start : match.stop] if word)


def _title(words: Words) -> str:
    """The words that are left, without separators that lost a neighbour; empty when none says anything."""
    left: list[str] = []
    hole = True
    for word in words:
        if word is None or (hole and word in _SEPARATORS):
            hole = hole or word is None
            continue
        left.append(word)
        hole = word in _SEPARATORS
    while left and left[-1] in _SEPARATORS:
        left.pop()
    title = " ".join(left).rstrip(" ,;:–—-")
    if not any(letter.isalnum() for letter in title):
        return ""
    first = title.split()[0]
    # Only where a capital is the same letter: ‘ß’ and ‘ı’ have none of their own.
    small = first.islower() and title[0].upper().casefold() == title[0].casefold() and len(title[0].upper()) == 1
    return title[0].upper() + title[1:] if small else title
