"""Quick add: one typed line becomes an activity, "2h journal club on falls yesterday #falls".

Durations, dates, tags and "with …" are taken out of the title; a type that the line names sets type and
category and stays where it reads naturally. What is not understood stays as it was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from otcpd.domain.activity import Category
from otcpd.domain.dates import long_day, span
from otcpd.domain.durations import USUAL_DAY, DayLengths, format_duration
from otcpd.domain.known_type import KnownType
from otcpd.domain.line_companions import find_companions
from otcpd.domain.line_days import find_days
from otcpd.domain.line_durations import find_duration, unclear_duration
from otcpd.domain.line_types import find_type
from otcpd.domain.line_unread import unread_day
from otcpd.domain.line_words import Match, Unread, Words, core, without

NO_TITLE = "New activity"
"""The title of a line that has no words at all."""

_SEPARATORS = frozenset(["-", "–", "—", ",", ";", ":", "/", "|", "·", ".", "&"])


@dataclass(frozen=True, slots=True)
class Understood:
    """A part of the line that was understood: `what` is "date", "duration", "type", "tag" or "with",
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
) -> QuickAdd:
    """Read a line. Never raises; the title is never empty.

    Without a date it is `today`; without a year the latest such day not after `today`; a day to come must
    be written with its year. A line without any words gets `NO_TITLE`: callers refuse it before.
    """
    words: Words = line.split()
    tags, words, understood = _take_tags(words)
    days = find_days(words, today)
    if days:
        first, last = days.value
        meaning = span(first, last, year=True) if last else long_day(first)
        understood, words = _take(words, days, "date", meaning, understood)
    unread = [None if days else unread_day(words, today), unclear_duration(words, day_lengths)]
    duration = find_duration(words, day_lengths)
    if duration:
        understood, words = _take(words, duration, "duration", format_duration(duration.value), understood)
    companions = find_companions(words, known_people)
    if companions:
        understood, words = _take(words, companions, "with", ", ".join(companions.value), understood)
    kind = find_type(words, known_types)
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
        understood=tuple(understood),
        unread=tuple(part for part in unread if part),
    )


def _take_tags(words: Words) -> tuple[tuple[str, ...], Words, list[Understood]]:
    """Tags begin with # and have a letter, so that "#1" stays a number. The same tag counts once."""
    tags: dict[str, str] = {}
    understood: list[Understood] = []
    left: list[str | None] = []
    for word in words:
        found = re.fullmatch(r"#(?=[\d_-]*[^\W\d_])([\w-]+)", core(word))
        if found and word:
            tags.setdefault(found[1].casefold(), found[1])
            understood.append(Understood("tag", word, found[1]))
        left.append(None if found else word)
    return tuple(tags.values()), left, understood


def _take(
    words: Words, match: Match[Any], what: str, meaning: str, understood: list[Understood]
) -> tuple[list[Understood], list[str | None]]:
    text = " ".join(word for word in words[match.start : match.stop] if word)
    return [*understood, Understood(what, text, meaning)], without(words, match.start, match.stop)


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
    # Only where a capital is the same letter: “ß” and “ı” have none of their own.
    small = first.islower() and title[0].upper().casefold() == title[0].casefold() and len(title[0].upper()) == 1
    return title[0].upper() + title[1:] if small else title
