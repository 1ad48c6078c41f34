"""The person's settings."""

from __future__ import annotations

from otcpd.actions.settings import change_setting
from otcpd.record.record import Record
from tests.actions.support import undone_and_redone
from tests.ports import FixedClock
from tests.record.support import reopened, undo_labels


def test_a_setting_is_changed_undone_and_travels_with_the_file(record: Record, clock: FixedClock) -> None:
    change_setting(record, "theme", "light")
    undone_and_redone(record, lambda: change_setting(record, "theme", "dark"), record.settings.all, "Change a setting")
    assert record.settings.get("theme") == "dark"
    with reopened(record, clock) as again:
        assert again.settings.all() == {"theme": "dark"}


def test_a_setting_goes_back_to_its_default_and_can_be_set_again(record: Record) -> None:
    assert not change_setting(record, "theme", None)
    assert undo_labels(record) == []
    change_setting(record, "theme", "dark")
    undone_and_redone(record, lambda: change_setting(record, "theme", None), record.settings.all, "Change a setting")
    assert record.settings.get("theme") is None
    change_setting(record, "theme", "")
    assert record.settings.get("theme") == ""
