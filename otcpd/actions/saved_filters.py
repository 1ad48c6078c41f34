"""Filters of the log that the person keeps under a name; they travel with the CPD file."""

from __future__ import annotations

from collections.abc import Sequence

from otcpd.actions.settings import entries_of, write_entries
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.log_filter import LogFilter, SavedFilter, read_filter
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.record.settings import LOG_FILTERS

MOST = 20
LONGEST_NAME = 60


def saved_filters(record: Record) -> tuple[SavedFilter, ...]:
    """The filters kept in this file. What another program garbled counts as not kept, but stays in the file."""
    kept: dict[str, SavedFilter] = {}
    for entry in entries_of(record, LOG_FILTERS):
        read = _read(entry)
        if read is not None:
            kept.setdefault(read.name.casefold(), read)
    return tuple(kept.values())


def save_filter(record: Record, name: str, only: LogFilter) -> Changes:
    """Keeps a filter under a name, as the last one; one of that name is replaced where it stands.

    Raises NotAcceptable without a name, for a long one, or when there are `MOST` already.
    """
    name = _name(name)
    entries = entries_of(record, LOG_FILTERS)
    made: dict[str, object] = {"name": name, "filter": only.to_json()}
    same = _place_of(entries, name)
    if same is not None:
        entries[same] = made
    elif len(saved_filters(record)) >= MOST:
        raise NotAcceptable(f"You have {MOST} saved filters.", "Nothing was changed.", "Delete one of them first.")
    else:
        entries.append(made)
    return write_entries(record, LOG_FILTERS, entries, "Save filter")


def rename_filter(record: Record, name: str, new: str) -> Changes:
    """Gives a kept filter another name. Raises NotAcceptable for one that another filter has, or for none."""
    new = _name(new)
    if any(one.name.casefold() == new.casefold() and one.name != name for one in saved_filters(record)):
        raise NotAcceptable(f"There is a filter {quoted(new)} already.", "Nothing was changed.", "Choose another name.")
    entries = entries_of(record, LOG_FILTERS)
    place = _place_of(entries, name)
    if place is not None:
        entry = entries[place]
        entries[place] = {**entry, "name": new} if isinstance(entry, dict) else entry
    return write_entries(record, LOG_FILTERS, entries, "Rename filter")


def delete_filter(record: Record, name: str) -> Changes:
    """Keeps a filter no longer; the activities stay as they are."""
    entries = [entry for entry in entries_of(record, LOG_FILTERS) if not _is(entry, name)]
    return write_entries(record, LOG_FILTERS, entries, "Delete filter")


def put_filter_back(record: Record, entry: object, place: int) -> Changes:
    """Keeps a filter again that was deleted, as it came, at the place among the entries where it stood."""
    entries = entries_of(record, LOG_FILTERS)
    entries.insert(place, entry)
    return write_entries(record, LOG_FILTERS, entries, "Save filter")


def entry_of(record: Record, name: str) -> tuple[int, object]:
    """The place of a kept filter among the entries, and the entry as it came. Raises LookupError for none."""
    entries = entries_of(record, LOG_FILTERS)
    place = _place_of(entries, name)
    if place is None:
        raise LookupError(f"no filter {name}")
    return place, entries[place]


def cannot_use(name: str) -> str:
    """What to say where a filter of a newer version is chosen."""
    return f"{quoted(name)} asks for something that this version of otcpd does not know, so it shows nothing here."


def _read(entry: object) -> SavedFilter | None:
    name = entry.get("name") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(name, str) or not name.strip():
        return None
    return SavedFilter(name, read_filter(entry.get("filter")))


def _is(entry: object, name: str) -> bool:
    read = _read(entry)
    return read is not None and read.name.casefold() == name.casefold()


def _place_of(entries: Sequence[object], name: str) -> int | None:
    return next((place for place, entry in enumerate(entries) if _is(entry, name)), None)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise NotAcceptable("The filter has no name yet.", "Nothing was changed.", "Give it a name.")
    if len(name) > LONGEST_NAME:
        raise NotAcceptable("That name is too long.", "Nothing was changed.", f"Use up to {LONGEST_NAME} letters.")
    return name
