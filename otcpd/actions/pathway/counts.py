"""Which activities count for which items of frameworks, read once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from otcpd.domain.frameworks import Frameworks
from otcpd.record.record import Record

_LINKED = """
    SELECT standard, activity FROM activity_standard JOIN activity ON activity.id = activity
        WHERE activity_standard.deleted IS NULL AND activity.deleted IS NULL
    UNION SELECT framework_item, activity FROM activity_goal JOIN goal ON goal.id = goal
        JOIN activity ON activity.id = activity
        WHERE activity_goal.deleted IS NULL AND goal.deleted IS NULL AND activity.deleted IS NULL
        AND framework_item <> ''
"""


def activities_by_item(record: Record) -> Mapping[str, frozenset[str]]:
    """Ids of the activities that are linked to each item ("framework@edition:code"): directly, or through a goal that
    is about it."""
    found: dict[str, set[str]] = defaultdict(set)
    for item, activity in record.reader.rows(_LINKED):
        found[str(item)].add(str(activity))
    return {item: frozenset(activities) for item, activities in found.items()}


def counts_for(linked: Mapping[str, frozenset[str]], frameworks: Frameworks, items: Iterable[str]) -> Mapping[str, int]:
    """How many activities count for each of these items; `linked` is from `activities_by_item`."""
    return {item: len(_counting(linked, frameworks, item)) for item in items}


def _counting(linked: Mapping[str, frozenset[str]], frameworks: Frameworks, item: str) -> set[str]:
    found: set[str] = set()
    for ref in frameworks.counting_for(item) & linked.keys():
        found |= linked[ref]
    return found
