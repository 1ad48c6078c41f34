"""What `otcpd list` is asked for, and what it found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from otcpd.record.search import SHORTEST, long_enough


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list: days (both included) and words that must be there; None for no limit."""

    start: date | None
    end: date | None
    query: str | None

    @property
    def limited(self) -> bool:
        """Whether anything is asked for."""
        return self.query is not None or self.has_days

    @property
    def has_days(self) -> bool:
        """Whether days are asked for."""
        return not (self.start is None and self.end is None)

    def touches(self, first: date, last: date | None) -> bool:
        """Whether something of these days is wanted; `last` is None for what goes on."""
        return (self.end is None or first <= self.end) and (self.start is None or last is None or last >= self.start)


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found, for programs (fields of design.md section 4) and as a table for people."""

    fields: tuple[str, ...]
    objects: list[dict[str, object]]
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]


def search(record: Record, wanted: Wanted, kind: str) -> frozenset[str] | None:
    """Ids of what holds the words; None when no words are asked for. Raises NotAcceptable for too short ones."""
    if wanted.query is None:
        return None
    _check_long_enough(wanted.query)
    return record.search(wanted.query).get(kind, frozenset())


def says(text: str, wanted: Wanted) -> bool:
    """Whether a text that no index carries holds the words, or words that begin so. Raises NotAcceptable likewise."""
    if wanted.query is None:
        return True
    _check_long_enough(wanted.query)
    there = _words(text)
    return all(any(word.startswith(asked) for word in there) for asked in _words(wanted.query))


def _words(text: str) -> list[str]:
    plain = "".join(one for one in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(one))
    return re.findall(r"\w+", plain)


def _check_long_enough(query: str) -> None:
    if not long_enough(query):
        raise NotAcceptable(
            f"‘{query}’ is too short to search for.", "", f"Give {SHORTEST} letters or figures at least."
        )
