"""Filters of the log that the person keeps under a name; they travel with the CPD file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from otcpd.actions.settings import change_setting
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.log_filter import LogFilter, SavedFilter, read_filter
from otcpd.domain.words import quoted
from otcpd.record.record import Record

LOG_FILTERS = "log_filters"
"""Setting: JSON, a list of {"name", "filter"} in the order in which they were saved."""

MOST = 20
LONGEST_NAME = 60


def saved_filters(record: Record) -> tuple[SavedFilter, ...]:
    """The filters kept in this file. What another program garbled counts as not kept."""
    try:
        found = json.loads(record.settings.get(LOG_FILTERS) or "[]")
    except ValueError:
        return ()
    if not isinstance(found, list):
        return ()
    kept: dict[str, SavedFilter] = {}
    for one in found:
        name = one.get("name") if isinstance(one, dict) else None
        if isinstance(name, str) and name.strip():
            kept.setdefault(name.casefold(), SavedFilter(name, read_filter(one.get("filter"))))
    return tuple(kept.values())


def save_filter(record: Record, name: str, only: LogFilter, place: int | None = None) -> Changes:
    """Keeps a filter under a name, as the last one or at `place`; one of that name is replaced where it stands.

    Raises NotAcceptable without a name, for a long one, or when there are `MOST` already.
    """
    name = _name(name)
    kept = list(saved_filters(record))
    same = [at for at, one in enumerate(kept) if one.name.casefold() == name.casefold()]
    if same:
        kept[same[0]] = SavedFilter(name, only)
    elif len(kept) >= MOST:
        raise NotAcceptable(f"You have {MOST} saved filters.", "Nothing was changed.", "Delete one of them first.")
    else:
        kept.insert(len(kept) if place is None else place, SavedFilter(name, only))
    return _keep(record, kept, "Save filter")


def rename_filter(record: Record, name: str, new: str) -> Changes:
    """Gives a kept filter another name. Raises NotAcceptable for one that another filter has, or for none."""
    new = _name(new)
    kept = saved_filters(record)
    if any(one.name.casefold() == new.casefold() and one.name != name for one in kept):
        raise NotAcceptable(f"There is a filter {quoted(new)} already.", "Nothing was changed.", "Choose another name.")
    return _keep(record, [SavedFilter(new, one.only) if one.name == name else one for one in kept], "Rename filter")


def delete_filter(record: Record, name: str) -> Changes:
    """Keeps a filter no longer; the activities stay as they are."""
    return _keep(record, [one for one in saved_filters(record) if one.name != name], "Delete filter")


def _keep(record: Record, kept: Sequence[SavedFilter], label: str) -> Changes:
    value = json.dumps([{"name": one.name, "filter": one.only.to_json()} for one in kept], ensure_ascii=False)
    return change_setting(record, LOG_FILTERS, value if kept else None, label)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise NotAcceptable("The filter has no name yet.", "Nothing was changed.", "Give it a name.")
    if len(name) > LONGEST_NAME:
        raise NotAcceptable("That name is too long.", "Nothing was changed.", f"Use up to {LONGEST_NAME} letters.")
    return name
