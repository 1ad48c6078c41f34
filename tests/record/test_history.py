"""The history of an entry and of a field, and what replaces what."""

from __future__ import annotations

import json

from otcpd.record.gate import NEW_ROW
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.support import add_activity, add_tag, delete, edit, remove_tag, reopened, type_text


def test_the_history_of_a_field_tells_every_value_in_order(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    for minutes in (30, 60, 90):
        clock.advance(600)
        edit(record, activity, "minutes", minutes)
    history = record.history.of_field(activity, "minutes")
    assert [(change.before, change.after) for change in history] == [(None, 30), (30, 60), (60, 90)]
    assert history[-1].at == clock.now()
    assert {change.label for change in history} == {"Edit activity"}


def test_the_history_of_an_entry_begins_with_its_making(record: Record) -> None:
    activity = add_activity(record, "Journal club")
    edit(record, activity, "learning", "one")
    delete(record, activity)
    made, edited, binned = record.history.of_entry(activity)
    assert made.field == NEW_ROW
    assert json.loads(made.after)["title"] == "Journal club"
    assert (edited.field, edited.after) == ("learning", "one")
    assert binned.field == "deleted"


def test_each_change_names_the_one_it_replaces(record: Record, clock: FixedClock) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "one")
    edit(record, activity, "minutes", 30)
    edit(record, activity, "learning", "two")
    record.undo()
    with reopened(record, clock) as again:
        edit(again, activity, "learning", "three")
        made = again.history.of_entry(activity)[0]
        chain = again.history.of_field(activity, "learning")
        assert [change.after for change in chain] == ["one", "two", "one", "three"]
        assert [change.replaces for change in chain] == [made.id, *(change.id for change in chain[:-1])]
        assert again.history.of_field(activity, "minutes")[0].replaces == made.id


def test_a_spell_of_typing_keeps_what_it_replaces(record: Record) -> None:
    activity = add_activity(record)
    edit(record, activity, "learning", "one")
    before = record.history.of_field(activity, "learning")[-1]
    type_text(record, activity, "learning", "one t")
    type_text(record, activity, "learning", "one two")
    (newest,) = record.history.of_field(activity, "learning")[1:]
    assert newest.replaces == before.id
    assert (newest.before, newest.after) == ("one", "one two")


def test_links_have_a_chain_of_their_own(record: Record) -> None:
    activity = add_activity(record)
    tag = add_tag(record, activity, "falls")
    remove_tag(record, activity, tag)
    add_tag(record, activity, "falls")
    (link,) = {change.row for change in record.history.all_changes() if change.table == "activity_tag"}
    made, taken, back = record.history.of_entry(link)
    assert (made.replaces, taken.replaces, back.replaces) == (None, made.id, taken.id)


def test_the_newest_step_tells_when_something_last_changed(record: Record, clock: FixedClock) -> None:
    clock.advance(days=3)
    add_activity(record)
    assert record.changed_at() == clock.now()
