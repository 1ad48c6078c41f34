"""Which activities of the log are shown: any of several headings, tags, people and so on, all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any, Protocol, TypeVar

from otcpd.domain.activity import Category, Status
from otcpd.domain.period import Period

NO_CATEGORY = "none"
"""Stands among the categories for activities that have none yet."""


class Row(Protocol):
    """What a list knows of each activity."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> dt.date: ...
    @property
    def end_date(self) -> dt.date | None: ...
    @property
    def category(self) -> Category | None: ...
    @property
    def type(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def evidence_count(self) -> int: ...
    @property
    def tags(self) -> tuple[str, ...]: ...


R = TypeVar("R", bound=Row)
Check = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Links:
    """What a list need not know of each activity: ids of activities by standard, by person and by goal, and those
    that have protected time."""

    standards: Mapping[str, Set[str]] = field(default_factory=dict)
    people: Mapping[str, Set[str]] = field(default_factory=dict)
    protected: Set[str] = frozenset()
    goals: Mapping[str, Set[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What is left empty lets everything through.

    `categories` are codes, or `NO_CATEGORY`; `standards` references; `people` and `goals` ids. `evidence` False is for
    activities without any. `cycle` stands for the days of the present cycle, whichever it is by then.
    """

    categories: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    standards: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    protected: bool = False
    evidence: bool | None = None
    unreflected: bool = False
    cycle: bool = False
    start: dt.date | None = None
    end: dt.date | None = None
    goals: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self != LogFilter()

    def fits(self, row: Row, links: Links, cycle: Period) -> bool:
        """Whether this activity is one of those asked for; `cycle` is the present one."""
        return all(check(row) for check in self._checks(links, cycle))

    def sieve(self, rows: Iterable[R], links: Links, cycle: Period) -> list[R]:
        """Those that fit, in their order; quick for thousands."""
        found = list(rows)
        for check in self._checks(links, cycle):
            found = [row for row in found if check(row)]
        return found

    def to_json(self) -> dict[str, object]:
        """As plain values for JSON, without what is left empty."""
        values: dict[str, object] = {}
        for name in (one.name for one in fields(self)):
            value = getattr(self, name)
            if isinstance(value, frozenset) and value:
                values[name] = sorted(value)
            elif isinstance(value, dt.date):
                values[name] = value.isoformat()
            elif isinstance(value, bool) and (value or name == "evidence"):
                values[name] = value
        return values

    def _checks(self, links: Links, cycle: Period) -> list[Check]:
        checks = [*self._checks_of_row(), *self._checks_of_links(links)]
        start, end = self.start, self.end
        if self.cycle:
            start, end = max(start or cycle.start, cycle.start), min(end or cycle.end, cycle.end)
        if start is not None:
            checks.append(partial(_ends_since, start))
        if end is not None:
            checks.append(partial(_begins_until, end))
        return checks

    def _checks_of_row(self) -> list[Check]:
        checks: list[Check] = []
        if self.categories:
            checks.append(partial(_is_under, self.categories))
        if self.types:
            checks.append(partial(_is_of, self.types))
        if self.tags:
            checks.append(partial(_is_tagged, self.tags))
        if self.evidence is not None:
            checks.append(partial(_has_evidence, self.evidence))
        if self.unreflected:
            checks.append(_is_unreflected)
        return checks

    def _checks_of_links(self, links: Links) -> list[Check]:
        checks: list[Check] = []
        for chosen, known in (
            (self.standards, links.standards),
            (self.people, links.people),
            (self.goals, links.goals),
        ):
            if chosen:
                ids: frozenset[str] = frozenset().union(*(known.get(one, frozenset()) for one in chosen))
                checks.append(partial(_is_among, ids))
        if self.protected:
            checks.append(partial(_is_among, links.protected))
        return checks


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter with the name that the person gave it; None where it asks for what this version does not know."""

    name: str
    only: LogFilter | None


def read_filter(value: object) -> LogFilter | None:
    """The filter behind `LogFilter.to_json`. None if a newer version wrote something that is not known here:
    without it, the filter would let through what the person did not ask for."""
    if not isinstance(value, dict):
        return None
    try:
        return LogFilter(**{name: _READERS[name](one) for name, one in value.items()})
    except (KeyError, ValueError):
        return None


def _texts(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise ValueError(value)
    return frozenset(_text(one) for one in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _day(value: object) -> dt.date:
    return dt.date.fromisoformat(_text(value))


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


_READERS: Mapping[str, Callable[[object], Any]] = {
    **dict.fromkeys(("categories", "types", "standards", "tags", "people", "goals"), _texts),
    **dict.fromkeys(("protected", "evidence", "unreflected", "cycle"), _switch),
    **dict.fromkeys(("start", "end"), _day),
}


def _is_under(categories: Set[str], row: Row) -> bool:
    return (row.category or NO_CATEGORY) in categories


def _is_of(types: Set[str], row: Row) -> bool:
    return row.type in types


def _is_tagged(tags: frozenset[str], row: Row) -> bool:
    return not tags.isdisjoint(row.tags)


def _has_evidence(has: bool, row: Row) -> bool:
    return has == (row.evidence_count > 0)


def _is_unreflected(row: Row) -> bool:
    return row.status is Status.CAPTURED


def _is_among(ids: Set[str], row: Row) -> bool:
    return row.id in ids


def _ends_since(day: dt.date, row: Row) -> bool:
    return (row.end_date or row.date) >= day


def _begins_until(day: dt.date, row: Row) -> bool:
    return row.date <= day
