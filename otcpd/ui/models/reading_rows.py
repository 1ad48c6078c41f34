"""Entries of the reading log as rows under heads, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter

from otcpd.domain.dates import long_day

TO_READ, READ, NO_DAY = "To read", "Read", "Read, no day"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One entry. `meta` tells who wrote it, when and where; `found_by` holds other words that find it.

    `made` puts what is to read in order, the newest first.
    """

    key: str
    title: str
    meta: str
    read: bool
    made: str
    day: date | None = None
    appraised: bool = False
    listed: bool = True
    found_by: str = ""
    folded: str = field(init=False, compare=False, repr=False)
    """Everything that finds it, in small letters."""
    head: str = field(init=False, compare=False, repr=False)
    """What it stands under."""
    place: tuple[bool, int, str, str] = field(init=False, compare=False, repr=False)
    """Its place in the list, the last one first."""

    def __post_init__(self) -> None:
        day = self.day if self.read else None
        head = (f"{READ} in {day.year}" if day is not None else NO_DAY) if self.read else TO_READ
        place = (not self.read, day.toordinal() if day is not None else 0, self.made, self.key)
        # Thousands are put in order for each change of one: hence worked out once.
        object.__setattr__(self, "folded", f"{self.title} {self.meta} {self.found_by}".casefold())
        object.__setattr__(self, "head", head)
        object.__setattr__(self, "place", place)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        read = f"read on {long_day(self.day)}" if self.day is not None else "read" if self.read else "to read"
        appraised = "with your appraisal" if self.appraised else ""
        left = "" if self.listed else "not in your reference list"
        return ", ".join(part for part in (self.title, self.meta, read, appraised, left) if part)


def in_order(rows: Iterable[ReadingRow]) -> list[ReadingRow]:
    """What is to read first, the newest entries first; then what was read, the last day first."""
    return sorted(rows, key=attrgetter("place"), reverse=True)


def with_heads(rows: Sequence[ReadingRow]) -> Iterator[tuple[str, Sequence[ReadingRow]]]:
    """Rows in order, those of one head together with its words."""
    for text, group in groupby(rows, attrgetter("head")):
        yield text, list(group)
