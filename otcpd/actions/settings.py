"""The person's settings, which travel with the CPD file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from otcpd.domain.changes import Changes
from otcpd.domain.plain_values import read_json, write_json
from otcpd.record.record import Record
from otcpd.record.settings import setting_id


def change_setting(record: Record, key: str, value: str | None, label: str = "Change a setting") -> Changes:
    """Sets one setting; None goes back to the default. `label` names the step in the undo menu."""
    return change_settings(record, {key: value}, label)


def change_settings(record: Record, values: Mapping[str, str | None], label: str) -> Changes:
    """Sets several settings in one step; None goes back to the default."""
    with record.step(label) as step:
        for key, value in values.items():
            row = setting_id(key)
            if value is not None:
                step.put("setting", row, {"key": key, "value": value})
            elif step.exists("setting", row):
                step.remove("setting", row)
    return step.changes


def entries_of(record: Record, key: str) -> list[object]:
    """The entries of a setting that is a JSON list, as they came; none where it is something else."""
    found = read_json(record.settings.get(key) or "[]")
    return found if isinstance(found, list) else []


def write_entries(record: Record, key: str, entries: Sequence[object], label: str) -> Changes:
    """Sets a setting that is a JSON list. Entries that this version cannot read go back as `entries_of` gave them."""
    return change_setting(record, key, write_json(entries) if entries else None, label)
