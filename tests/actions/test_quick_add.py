"""Quick add: one line, one step."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.own_types import add_type, make_type
from otcpd.actions.people import add_person
from otcpd.actions.quick_add import quick_add, read_line
from otcpd.actions.reading import DAY_MINUTES, HALF_DAY_MINUTES, day_lengths, known_types
from otcpd.actions.settings import change_setting
from otcpd.domain.activity import Category
from otcpd.domain.durations import USUAL_DAY
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.record.support import found, sound, undo_labels


def test_a_line_becomes_an_activity_with_its_tags_and_people(record: Record) -> None:
    fiona = add_person(record, "Fiona Alder").new_id
    added = quick_add(record, "2h journal club on falls yesterday with fiona alder and Iain Birch #Falls #hip")
    one = record.activities.get(added.activity)
    assert one.title == added.read.title == "Journal club on falls"
    assert (one.date, one.end_date, one.minutes) == (date(2026, 11, 20), None, 120)
    assert (one.category, one.type) == (Category.WORK_BASED, "journal_club")
    assert one.tags == ("falls", "hip")
    assert [companion.name for companion in one.companions] == ["Fiona Alder", "Iain Birch"]
    assert one.companions[0].person == fiona, "she is known already"
    assert [person.name for person in record.people.all()] == ["Fiona Alder", "Iain Birch"]
    assert found(record, "birch") == {added.activity}


def test_all_of_a_line_is_undone_at_once(record: Record) -> None:
    def seen() -> object:
        return record.activities.all(), record.people.all(), record.activities.tags()

    undone_and_redone(record, lambda: quick_add(record, "Webinar with Iain Birch #falls").changes, seen, "Quick add")
    assert undo_labels(record) == ["Quick add"]
    assert sound(record)


def test_people_of_one_line_are_made_once(record: Record) -> None:
    added = quick_add(record, "Visit with Iain Birch")
    again = quick_add(record, "Visit with Iain Birch")
    first, second = (record.activities.get(one.activity).companions[0].person for one in (added, again))
    assert first == second
    assert len(record.people.all()) == 1


def test_a_person_undone_is_made_anew(record: Record) -> None:
    quick_add(record, "Visit with Iain Birch")
    record.undo()
    again = quick_add(record, "Visit with Iain Birch")
    assert [one.name for one in record.activities.get(again.activity).companions] == ["Iain Birch"]
    assert len(record.people.all()) == 1


@pytest.mark.parametrize("line", ["", " ", "\t\n"])
def test_an_empty_line_is_refused(record: Record, line: str) -> None:
    with refused(record, NotAcceptable, "The line is empty. Nothing was added. Write what you did, as in ‘2h journal"):
        quick_add(record, line)
    with refused(record, NotAcceptable, "The line is empty."):
        read_line(record, line)


def test_a_day_to_come_stays_in_the_title_and_is_told(record: Record) -> None:
    added = quick_add(record, "Course on 25/12/2026 #falls")
    activity = record.activities.get(added.activity)
    assert (activity.title, activity.date) == ("Course on 25/12/2026", record.clock.today())
    (unread,) = added.read.unread
    assert unread.sentence == "‘on 25/12/2026’ was not read as a date. It is still to come."


def test_reading_a_line_adds_nothing(record: Record) -> None:
    assert read_line(record, "2h course with Iain Birch #falls").minutes == 120
    assert record.activities.all() == []
    assert undo_labels(record) == []


def test_a_line_reads_the_longest_time_that_a_field_holds(record: Record) -> None:
    added = quick_add(record, "9999 h secondment")
    assert record.activities.get(added.activity).minutes == 9999 * 60


def test_an_own_type_goes_before_one_of_the_catalogue(record: Record) -> None:
    with record.step("New type") as step:  # as it may come from another program
        make_type(step, "Journal club", Category.OTHER)
    add_type(record, "Bothy talk")
    assert known_types(record)[1].label == "Journal club"
    one = record.activities.get(quick_add(record, "journal club on falls").activity)
    assert (one.type, one.category) == ("Journal club", Category.OTHER)
    two = record.activities.get(quick_add(record, "1h bothy-talk on splints").activity)
    assert (two.type, two.category, two.minutes) == ("Bothy talk", None, 60)


# How long a day is


def test_a_day_is_seven_hours_unless_the_settings_say_otherwise(record: Record) -> None:
    assert read_line(record, "a day course").minutes == 420
    assert read_line(record, "half a day course").minutes == 210
    change_setting(record, DAY_MINUTES, "450")
    change_setting(record, HALF_DAY_MINUTES, "225")
    assert record.activities.get(quick_add(record, "a day course").activity).minutes == 450
    assert record.activities.get(quick_add(record, "half a day course").activity).minutes == 225
    change_setting(record, DAY_MINUTES, None)
    assert read_line(record, "a day course").minutes == 420


@pytest.mark.parametrize("value", ["", "0", "-5", "7h", "1441", "99999999999999999999", "٣", " 420"])
def test_a_length_that_cannot_be_counts_as_not_set(record: Record, value: str) -> None:
    change_setting(record, DAY_MINUTES, value)
    assert day_lengths(record) == USUAL_DAY
