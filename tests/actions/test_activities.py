"""Writing the log: every field there and back, and what is refused."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.actions.activities import (
    FIELDS,
    MOST_MINUTES,
    FieldValue,
    delete_activity,
    edit_activity,
    new_activity,
    restore_activity,
)
from otcpd.actions.people import add_post
from otcpd.domain.activity import Category, Status
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.plain_text import storable
from otcpd.record.record import Record
from tests.actions.support import journal_club, refused, undone_and_redone
from tests.ports import FixedClock
from tests.record.support import reopened, sound, undo_labels

TODAY = date(2026, 11, 21)
VALUES: dict[str, FieldValue] = {
    "date": date(2026, 11, 1),
    "end_date": date(2026, 11, 5),
    "expires": date(2029, 11, 2),
    "minutes": 90,
    "protected_minutes": 60,
    "mandatory": True,
    "finished": True,
    "title": "Moving and handling",
    "type": "course",
    "description": "A day in Perth.\n\nWe lifted.",
    "learning": "Slide sheets first.",
    "practice_impact": "I plan the lift aloud.",
    "service_user_benefit": "People are lifted less.",
    "notes_to_myself": "Ask about the hoist – ‘soon’.",
    "category": Category.FORMAL,
}
REQUIRED_TEXTS = ("title", "type", "description", "learning", "practice_impact", "service_user_benefit")


def test_a_new_activity_is_today_unless_said_otherwise(record: Record, clock: FixedClock) -> None:
    made = new_activity(record)
    found = record.activities.get(made.new_id)
    assert (found.date, found.title, found.minutes, found.category) == (TODAY, "", None, None)
    assert found.created == found.modified == clock.now()
    assert found.owner == record.owner
    assert found.status is Status.CAPTURED
    assert made.label == "New activity"


def test_a_new_activity_takes_every_field_at_once(record: Record) -> None:
    post = add_post(record, "Occupational therapist", "Tay Council").created[-1]
    made = record.activities.get(new_activity(record, **VALUES, post=post).new_id)
    assert {name: getattr(made, name) for name in VALUES} == VALUES
    assert made.post == post
    assert set(VALUES) | {"post"} == set(FIELDS)


@pytest.mark.parametrize("field", sorted(VALUES))
def test_each_field_is_set_read_back_undone_and_kept(
    record: Record, clock: FixedClock, activity: str, field: str
) -> None:
    undone_and_redone(
        record,
        lambda: edit_activity(record, activity, field, VALUES[field]),
        lambda: getattr(record.activities.get(activity), field),
        "Edit activity",
    )
    with reopened(record, clock) as again:
        assert getattr(again.activities.get(activity), field) == VALUES[field]


@pytest.mark.parametrize("field", sorted(set(VALUES) - {"date"}))
def test_each_field_but_the_date_can_be_emptied(record: Record, activity: str, field: str) -> None:
    empty = getattr(record.activities.get(activity), field) if field != "title" else ""
    edit_activity(record, activity, field, VALUES[field])
    edit_activity(record, activity, field, None)
    assert getattr(record.activities.get(activity), field) == empty
    assert sound(record)


def test_setting_what_is_already_there_is_no_step(record: Record, activity: str) -> None:
    for name, value in VALUES.items():
        edit_activity(record, activity, name, value)
    before = undo_labels(record)
    for name, value in VALUES.items():
        assert not edit_activity(record, activity, name, value), name
    assert undo_labels(record) == before


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("date", date(2026, 11, 22), "22 November 2026 is still to come. Nothing was changed. Pick a date up to 21"),
        ("end_date", date(2027, 1, 1), "1 January 2027 is still to come."),
        ("end_date", date(2026, 11, 2), "The last day, 2 November 2026, is before the first, 3 November 2026."),
        (
            "date",
            date(1026, 11, 3),
            "3 November 1026 is out of reach. Nothing was changed. Pick a year from 1900 to 2199.",
        ),
        ("expires", date(9999, 1, 1), "1 January 9999 is out of reach."),
        ("date", None, "An activity needs a date."),
        ("date", "2026-11-03", "‘2026-11-03’ does not fit into the field ‘Date’."),
        ("date", datetime(2026, 11, 3, tzinfo=UTC), "does not fit"),
        ("end_date", "31 June", "‘31 June’ does not fit into the field ‘Last day’."),
        ("expires", "soon", "‘soon’ does not fit into the field ‘Runs out on’."),
        ("minutes", -1, "That is no length of time. Nothing was changed. Write it as 1 h 30 or 90 min."),
        ("minutes", MOST_MINUTES + 1, "That is no length of time."),
        ("minutes", 10**30, "That is no length of time."),
        ("minutes", "90", "‘90’ does not fit"),
        ("protected_minutes", -5, "That is no length of time."),
        ("mandatory", "yes", "‘yes’ does not fit"),
        ("finished", 2, "‘2’ does not fit"),
        ("category", "fun", "‘fun’ does not fit into the field ‘Category’."),
        ("title", 5, "‘5’ does not fit"),
        ("post", "no-such-post", "There is no post with the id no-such-post."),
        ("status", "reflected", "An activity has no field ‘status’."),
        ("owner", "somebody", "An activity has no field ‘owner’."),
        ("deleted", None, "An activity has no field ‘deleted’."),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    record: Record, activity: str, field: str, value: FieldValue, words: str
) -> None:
    with refused(record, NotAcceptable, words):
        edit_activity(record, activity, field, value)
    with refused(record, NotAcceptable):
        new_activity(record, **{"date": date(2026, 11, 3), field: value})
    assert sound(record)


def test_the_first_day_cannot_pass_the_last(record: Record, activity: str) -> None:
    edit_activity(record, activity, "end_date", date(2026, 11, 5))
    with refused(record, NotAcceptable, "is before the first"):
        edit_activity(record, activity, "date", date(2026, 11, 6))
    edit_activity(record, activity, "date", date(2026, 11, 5))
    assert record.activities.get(activity).last_day == date(2026, 11, 5)


def test_today_and_the_longest_time_are_still_allowed(record: Record, activity: str) -> None:
    edit_activity(record, activity, "date", TODAY)
    edit_activity(record, activity, "minutes", MOST_MINUTES)
    edit_activity(record, activity, "minutes", 0)
    assert record.activities.get(activity).minutes == 0


def test_an_unknown_activity_is_refused_by_every_action(record: Record, activity: str) -> None:
    with refused(record, NotAcceptable, "There is no activity with the id nobody."):
        edit_activity(record, "nobody", "title", "x")
    with refused(record, NotAcceptable):
        delete_activity(record, "nobody")
    with refused(record, NotAcceptable):
        restore_activity(record, "nobody")


@given(text=st.text(max_size=40))
def test_any_text_comes_back_whole_in_nfc(record: Record, text: str) -> None:
    made = new_activity(record, title=text, learning=text).new_id
    found = record.activities.get(made)
    assert found.title == found.learning == unicodedata.normalize("NFC", storable(text))


_ANYTHING: st.SearchStrategy[FieldValue] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.dates(), st.text(max_size=10), st.sampled_from(Category)
)


@given(values=st.dictionaries(st.sampled_from(sorted(FIELDS)), _ANYTHING, max_size=4))
def test_whatever_is_handed_in_the_file_can_still_be_read(record: Record, values: dict[str, FieldValue]) -> None:
    before = len(record.activities.all())
    made = 1
    try:
        new_activity(record, **values)
    except NotAcceptable:
        made = 0
    assert len(record.activities.all()) == len(record.activities.rows()) == before + made


# Typing


def test_a_spell_of_typing_is_one_step(record: Record, clock: FixedClock, activity: str) -> None:
    for end in range(1, 25):
        clock.advance(2)
        edit_activity(record, activity, "learning", "What falls teach us all."[:end], typing=True)
    assert undo_labels(record) == ["New activity", "Edit activity"]
    record.undo()
    assert record.activities.get(activity).learning == ""


def test_typing_the_title_and_then_the_learning_is_two_steps(record: Record, activity: str) -> None:
    for text in ("M", "Mo", "Mov"):
        edit_activity(record, activity, "title", text, typing=True)
    for text in ("S", "Sl"):
        edit_activity(record, activity, "learning", text, typing=True)
    assert undo_labels(record) == ["New activity", "Edit activity", "Edit activity"]


def test_a_choice_is_never_part_of_a_spell(record: Record, activity: str) -> None:
    for minutes in (30, 60, 90):
        edit_activity(record, activity, "minutes", minutes, typing=True)
    assert undo_labels(record).count("Edit activity") == 3


# The bin


def test_deleting_and_restoring_brings_everything_back(record: Record, activity: str) -> None:
    edit_activity(record, activity, "learning", "zebra crossings")
    before = record.activities.get(activity)
    changes = delete_activity(record, activity)
    assert changes.of("activity") == {activity}
    assert record.activities.all() == []
    assert record.activities.rows() == []
    assert [one.id for one in record.activities.all(binned=True)] == [activity]
    assert record.search("zebra") == {}
    assert not delete_activity(record, activity), "it is in the bin already"
    restore_activity(record, activity)
    back = record.activities.get(activity)
    assert (back.learning, back.deleted) == (before.learning, None)
    assert record.search("zebra")["activity"] == {activity}
    assert not restore_activity(record, activity)
    assert sound(record)


def test_deleting_and_restoring_can_be_undone(record: Record, activity: str) -> None:
    def binned() -> bool:
        return record.activities.get(activity).deleted is not None

    undone_and_redone(record, lambda: delete_activity(record, activity), binned, "Delete activity")
    undone_and_redone(record, lambda: restore_activity(record, activity), binned, "Restore activity")


@pytest.mark.parametrize("field", REQUIRED_TEXTS[3:])
def test_an_activity_is_reflected_once_the_three_texts_are_written(record: Record, field: str) -> None:
    made = journal_club(record)
    for name in REQUIRED_TEXTS[3:]:
        edit_activity(record, made, name, "words")
    assert record.activities.get(made).status is Status.REFLECTED
    edit_activity(record, made, field, " ")
    assert record.activities.get(made).status is Status.CAPTURED
    edit_activity(record, made, "finished", True)
    assert record.activities.get(made).status is Status.REFLECTED


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\t", "\u00a0", "\u2003 \u3000", " \n\r\n"])
def test_list_and_activity_agree_on_what_is_reflected(record: Record, blank: str) -> None:
    made = journal_club(record)
    for text, status in ((blank, Status.CAPTURED), (f"{blank}words", Status.REFLECTED)):
        for name in REQUIRED_TEXTS[3:]:
            edit_activity(record, made, name, text)
        (row,) = record.activities.rows()
        assert (row.status, record.activities.get(made).status) == (status, status)
