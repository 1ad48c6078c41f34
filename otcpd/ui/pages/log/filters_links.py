"""What the filters need to know beyond the rows of the list; read when a filter first asks for it."""

from __future__ import annotations

from otcpd.domain.log_filter import Links, LogFilter
from otcpd.record.record import Record

Linked = dict[str, set[str]]


class LinkReader:
    """Keeps what it has read, and follows changed activities."""

    def __init__(self, record: Record) -> None:
        self._activities = record.activities
        self._standards: Linked | None = None
        self._people: Linked | None = None
        self._goals: Linked | None = None
        self._protected: frozenset[str] | None = None

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._standards = self._people = self._goals = self._protected = None

    def of(self, only: LogFilter) -> Links:
        """What this filter needs."""
        if only.standards and self._standards is None:
            self._standards = self._activities.by_standard()
        if only.people and self._people is None:
            self._people = self._activities.by_person()
        if only.goals and self._goals is None:
            self._goals = self._activities.by_goal()
        if only.protected and self._protected is None:
            self._protected = self._activities.with_protected_time()
        return Links(self._standards or {}, self._people or {}, self._protected or frozenset(), self._goals or {})

    def follow(self, ids: frozenset[str]) -> bool:
        """These activities changed; says whether anything did that has been asked for."""
        changed = False
        if self._protected is not None:
            before, self._protected = self._protected, self._activities.with_protected_time()
            changed = before != self._protected
        if self._standards is not None:
            changed |= _replace(self._standards, ids, self._activities.by_standard(ids))
        if self._people is not None:
            changed |= _replace(self._people, ids, self._activities.by_person(ids))
        if self._goals is not None:
            changed |= _replace(self._goals, ids, self._activities.by_goal(ids))
        return changed


def _replace(known: Linked, ids: frozenset[str], now: Linked) -> bool:
    before = {other: shared for other, activities in known.items() if (shared := activities & ids)}
    if before == now:
        return False
    for activities in known.values():
        activities.difference_update(ids)
    for other, activities in now.items():
        known.setdefault(other, set()).update(activities)
    return True
