"""The person's settings, which travel with the CPD file."""

from __future__ import annotations

from collections.abc import Mapping

from otcpd.domain.changes import Changes
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
