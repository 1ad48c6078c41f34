"""Self-assessments: what can be marked, what one begins with, what is refused, and that undo takes anything back."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import delete_activity
from otcpd.actions.pathway.assessments import (
    begin_assessment,
    delete_assessment,
    edit_assessment,
    mark_level,
    mark_today,
    move_assessment,
    name_companion,
    show_by,
    write_reason,
)
from otcpd.actions.readers import Place, choose_reader
from otcpd.actions.undoing import undo
from otcpd.domain.assessment import Mark, MarkSide
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, Level, LinkKind
from otcpd.domain.frameworks import Frameworks
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from tests.actions.support import refused
from tests.ports import FixedClock
from tests.record.support import sound

RCOT = "rcot_career@2022"
LEADERSHIP, RESEARCH = f"{RCOT}:leadership", f"{RCOT}:research"
PRIVATE = Layer.PRIVATE
NOW, TARGET = MarkSide.NOW, MarkSide.TARGET
TODAY = date(2026, 11, 21)


@pytest.fixture
def today(record: Record) -> str:
    return begin_assessment(record, RCOT).created[0]


def test_levels_are_marked_with_a_reason_and_what_shows_it(record: Record, today: str, activity: str) -> None:
    mark_level(record, today, LEADERSHIP, NOW, 4)
    mark_level(record, today, LEADERSHIP, TARGET, 5)
    write_reason(record, today, LEADERSHIP, "I led", typing=True)
    write_reason(record, today, LEADERSHIP, "I led the falls audit.", typing=True)
    show_by(record, today, LEADERSHIP, activity)
    show_by(record, today, RESEARCH, activity)
    edit_assessment(record, today, "note", "Ask for a second look.")
    name_companion(record, today, "Fiona Alder")
    found = record.assessments.get(today)
    assert found.mark(LEADERSHIP) == Mark(LEADERSHIP, 4, 5, "I led the falls audit.", (activity,))
    assert found.mark(RESEARCH) == Mark(RESEARCH, activities=(activity,))
    assert (found.day, found.framework, found.note) == (TODAY, RCOT, "Ask for a second look.")
    assert record.people.all()[0].id == found.person
    show_by(record, today, RESEARCH, activity, on=False)
    delete_activity(record, activity)
    mark_level(record, today, LEADERSHIP, TARGET, None)
    name_companion(record, today, "")
    found = record.assessments.get(today)
    assert found.mark(LEADERSHIP) == Mark(LEADERSHIP, 4, None, "I led the falls audit.")
    assert RESEARCH not in found.marks
    assert found.person is None
    assert sound(record)


def test_a_year_later_one_begins_with_the_marks_of_the_last(
    record: Record, today: str, activity: str, clock: FixedClock
) -> None:
    mark_level(record, today, LEADERSHIP, NOW, 4)
    write_reason(record, today, LEADERSHIP, "The audit.")
    show_by(record, today, LEADERSHIP, activity)
    choose_reader(
        record, Place("assessment_mark", record.assessments.get(today).mark(LEADERSHIP).id, "reason"), PRIVATE
    )
    clock.advance(days=365)
    done = mark_today(record, RCOT, LEADERSHIP, NOW, 5)
    later = record.assessments.latest(RCOT)
    assert later is not None
    assert later.day == date(2027, 11, 21)
    assert later.mark(LEADERSHIP) == Mark(LEADERSHIP, 5, None, "The audit.", (activity,), PRIVATE)
    assert record.assessments.get(today).mark(LEADERSHIP).now == 4
    assert later.id in done.of("assessment")
    # On the same day it goes on with that one.
    mark_today(record, RCOT, RESEARCH, TARGET, 4)
    assert [one.id for one in record.assessments.all(RCOT)] == [today, later.id]
    assert record.assessments.get(later.id).mark(RESEARCH).target == 4
    assert [day for _, day, _ in record.assessments.days()] == [date(2027, 11, 21), TODAY]
    undo(record)
    undo(record)
    assert [one.id for one in record.assessments.all()] == [today]
    assert sound(record)


def test_a_day_in_between_begins_with_what_came_before_it(record: Record, today: str) -> None:
    mark_level(record, today, LEADERSHIP, NOW, 4)
    earlier = begin_assessment(record, RCOT, date(2025, 9, 17)).created[0]
    assert record.assessments.get(earlier).marks == {}
    mark_level(record, earlier, LEADERSHIP, NOW, 3)
    between = begin_assessment(record, RCOT, date(2026, 3, 1)).created[0]
    assert record.assessments.get(between).mark(LEADERSHIP).now == 3
    move_assessment(record, between, date(2026, 3, 2))
    assert [one.day.month for one in record.assessments.all(RCOT)] == [9, 3, 11]
    delete_assessment(record, between)
    assert [one.id for one in record.assessments.all(binned=True)] == [between]
    undo(record)
    assert len(record.assessments.all()) == 3


def test_a_new_edition_begins_with_the_marks_of_the_old_one(record: Record) -> None:
    levels = tuple(Level(number) for number in range(1, 10))
    old = Framework(
        "role", "1", "Senior OT", levels=levels, items=(FrameworkItem("a", "Lead"), FrameworkItem("b", "Go"))
    )
    items = (FrameworkItem("x", "Lead others"), FrameworkItem("y", "New"))
    new = Framework("role", "2", "Senior OT", replaces="role@1", levels=levels[:5], items=items)
    known = Frameworks((old, new), (FrameworkLink("role@1:a", "role@2:x", LinkKind.REPLACED_BY),))
    first = begin_assessment(record, "role@1", date(2026, 1, 5), frameworks=known).created[0]
    mark_level(record, first, "role@1:a", NOW, 4, frameworks=known)
    mark_level(record, first, "role@1:a", TARGET, 6, frameworks=known)
    mark_level(record, first, "role@1:b", NOW, 4, frameworks=known)
    second = begin_assessment(record, "role@2", frameworks=known).created[0]
    assert record.assessments.get(second).marks == {"role@2:x": Mark("role@2:x", 4, None)}


def test_what_cannot_be_is_refused(record: Record, today: str, activity: str) -> None:
    with refused(record, NotAcceptable, "no level 10"):
        mark_level(record, today, LEADERSHIP, NOW, 10)
    with refused(record, NotAcceptable, "no item"):
        mark_level(record, today, "nes_nmahp@2026:leadership", NOW, 5)
    with refused(record, NotAcceptable, "no item"):
        mark_today(record, RCOT, f"{RCOT}:nothing", NOW, 5)
    with refused(record, NotAcceptable, "has no levels"):
        mark_today(record, "sssc_cpl@2024", "sssc_cpl@2024:1", NOW, 5)
    with refused(record, NotAcceptable, "still to come"):
        begin_assessment(record, RCOT, date(2026, 11, 22))
    with refused(record, NotAcceptable, "already"):
        begin_assessment(record, RCOT)
    with refused(record, NotAcceptable, "no framework"):
        begin_assessment(record, "nothing@1")
    with refused(record, NotAcceptable, "This is you"):
        name_companion(record, today, "Eilidh Rowan")
    with refused(record, NotAcceptable, "no item"):
        show_by(record, today, "somewhere@1:else", activity)
    with refused(record, NotAcceptable, "no self-assessment"):
        delete_assessment(record, "nothing")
    with refused(record, NotAcceptable):
        edit_assessment(record, today, "framework", "other@1")
