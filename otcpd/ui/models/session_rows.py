"""Sessions of supervision as rows under heads, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from itertools import groupby

from otcpd.domain.dates import MONTHS, WEEKDAYS, long_day


class SessionPart(IntEnum):
    """The parts of the list, in their order."""

    TO_RECORD = 0
    COMING = 1
    PAST = 2


TO_RECORD, COMING, HELD, HELD_OR_MISSED = "To record", "Coming up", "Held", "Held or missed"
MANY = 24
"""With more past sessions than this, each year has a head of its own."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session. `meta` tells hours, length or what became of it; `found_by` holds other words that find it.

    `fell_through` sets it apart: missed or moved, as `meta` says.
    """

    key: str
    day: date
    title: str
    meta: str
    part: SessionPart
    fell_through: bool = False
    found_by: str = ""
    folded: str = field(init=False, compare=False, repr=False)
    """Everything that finds it, in small letters."""

    def __post_init__(self) -> None:
        words = f"{self.title} {self.meta} {WEEKDAYS[self.day.weekday()]} {long_day(self.day)} {self.found_by}"
        object.__setattr__(self, "folded", words.casefold())

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.title}, {WEEKDAYS[self.day.weekday()]} {long_day(self.day)}, {self.meta}"

    @property
    def number(self) -> str:
        """ "26": what stands large before it."""
        return str(self.day.day)

    @property
    def month(self) -> str:
        """ "Nov"."""
        return MONTHS[self.day.month - 1][:3]


def in_order(rows: Iterable[SessionRow]) -> list[SessionRow]:
    """What is to record and what is coming by date, what is past from the newest on."""
    return sorted(rows, key=_place)


def in_parts(rows: Sequence[SessionRow], *, by_year: bool) -> list[list[SessionRow]]:
    """Rows in order, those of one head together; with `by_year` the past has a head for each year."""
    return [list(under) for _, under in groupby(rows, _head_by_year if by_year else _head)]


def with_heads(parts: Iterable[Sequence[SessionRow]], *, by_year: bool) -> Iterator[tuple[str, Sequence[SessionRow]]]:
    """Each part with the words of its head; parts without rows are left out."""
    for under in parts:
        if under:
            yield _head_text(under, by_year=by_year), under


def has_many_past(rows: Sequence[SessionRow]) -> bool:
    """Whether the past is long enough for a head for each year."""
    return sum(row.part is SessionPart.PAST for row in rows) > MANY


def _place(row: SessionRow) -> tuple[int, int, str]:
    day = row.day.toordinal()
    return row.part, -day if row.part is SessionPart.PAST else day, row.key


def _head(row: SessionRow) -> tuple[int, int]:
    return row.part, 0


def _head_by_year(row: SessionRow) -> tuple[int, int]:
    return row.part, row.day.year if row.part is SessionPart.PAST else 0


def _head_text(rows: Sequence[SessionRow], *, by_year: bool) -> str:
    if rows[0].part is not SessionPart.PAST:
        return TO_RECORD if rows[0].part is SessionPart.TO_RECORD else COMING
    text = HELD_OR_MISSED if any(row.fell_through for row in rows) else HELD
    return f"{text} in {rows[0].day.year}" if by_year else text
