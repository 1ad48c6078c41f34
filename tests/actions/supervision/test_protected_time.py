"""Protected time as it is noted: each deed one step in plain words, and what cannot be meant is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from otcpd.actions.activities import edit_activity, new_activity
from otcpd.actions.gaps import give_reason
from otcpd.actions.supervision.leave import spells_away
from otcpd.actions.supervision.protected import (
    Agreed,
    activities_near,
    add_entitlement,
    change_entitlement,
    edit_entitlement,
    edit_slot,
    lost_it,
    name_activity,
    plan_time,
    protected_balance,
    remove_entitlement,
    remove_slot,
    took_it,
    took_part,
    unsay,
)
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.period import Period
from otcpd.domain.protected_time import EntitlementSource, Per, ProtectedUse
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone

TODAY = date(2026, 11, 21)
PAST = date(2026, 11, 10)
HALF_DAY = Agreed(210, Per.MONTH, date(2026, 4, 1))


@pytest.fixture
def agreed(record: Record) -> str:
    return add_entitlement(record, HALF_DAY).new_id


@pytest.fixture
def slot(record: Record) -> str:
    return plan_time(record, PAST, 210).new_id


def entitlements(record: Record) -> list[tuple[int, str, date, date | None]]:
    return [(one.minutes, one.per, one.start, one.end) for one in record.protected_time.entitlements()]


def test_what_is_agreed_is_added_changed_and_taken_away(record: Record) -> None:
    look = record.protected_time.entitlements
    undone_and_redone(record, lambda: add_entitlement(record, HALF_DAY), look, "Add what is agreed")
    key = look()[0].id
    undone_and_redone(
        record, lambda: edit_entitlement(record, key, replace(HALF_DAY, minutes=240)), look, "Edit what is agreed"
    )
    undone_and_redone(
        record,
        lambda: change_entitlement(record, key, date(2026, 9, 16), 60, Per.WEEK),
        look,
        "Change what is agreed",
    )
    assert entitlements(record) == [
        (240, "month", date(2026, 4, 1), date(2026, 9, 15)),
        (60, "week", date(2026, 9, 16), None),
    ]
    newer = look()[1].id
    undone_and_redone(record, lambda: remove_entitlement(record, newer), look, "Delete what is agreed")


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (replace(HALF_DAY, minutes=0), "Nothing is agreed without a length of time."),
        (replace(HALF_DAY, minutes=-5), "Nothing is agreed without a length of time."),
        (replace(HALF_DAY, minutes=41 * 60, per=Per.WEEK), "41 h a week is more than a week of work has."),
        (replace(HALF_DAY, end=date(2026, 3, 1)), "before the first"),
        (replace(HALF_DAY, start=date(1850, 3, 1)), "out of reach"),
    ],
)
def test_what_cannot_be_agreed_is_refused(record: Record, agreed: Agreed, words: str) -> None:
    with refused(record, NotAcceptable, words):
        add_entitlement(record, agreed)


def test_an_agreement_is_named_only_where_the_time_is_promised_in_it(record: Record) -> None:
    add_entitlement(record, replace(HALF_DAY, source=EntitlementSource.OTHER, agreement="nobody", note=" By e-mail "))
    (one,) = record.protected_time.entitlements()
    assert (one.agreement, one.note) == (None, "By e-mail")


def test_a_change_lies_within_what_it_changes(record: Record, agreed: str) -> None:
    with refused(record, NotAcceptable, "is not within what is agreed"):
        change_entitlement(record, agreed, date(2026, 4, 1), 60, Per.WEEK)


@pytest.mark.parametrize(
    ("deed", "label", "taken", "lost", "reason"),
    [
        (took_it, "Say that you took it", 210, 0, ""),
        (
            lambda record, slot: took_part(record, slot, 60, "duty_cover"),
            "Say that you took part of it",
            60,
            150,
            "duty_cover",
        ),
        (lambda record, slot: lost_it(record, slot, " No  cover "), "Say that you lost it", 0, 210, "No cover"),
        (lambda record, slot: lost_it(record, slot, ""), "Say that you lost it", 0, 210, ""),
    ],
)
def test_what_became_of_time_is_said_and_taken_back(
    record: Record,
    slot: str,
    deed: Callable[[Record, str], Changes],
    label: str,
    taken: int,
    lost: int,
    reason: str,
) -> None:
    undone_and_redone(record, lambda: deed(record, slot), record.protected_time.slots, label)
    (said,) = record.protected_time.slots()
    assert (said.taken, said.lost, said.reason) == (taken, lost, reason)
    undone_and_redone(record, lambda: unsay(record, slot), record.protected_time.slots, "Take back what became of it")
    assert record.protected_time.slots()[0].taken is None


def test_time_is_planned_edited_and_deleted(record: Record) -> None:
    look = record.protected_time.slots
    undone_and_redone(record, lambda: plan_time(record, PAST, 90, ProtectedUse.RESEARCH, " Falls "), look, "Plan time")
    (one,) = look()
    assert (one.day, one.planned, one.use, one.note) == (PAST, 90, ProtectedUse.RESEARCH, "Falls")
    undone_and_redone(
        record,
        lambda: edit_slot(record, one.id, date(2027, 1, 5), 60, ProtectedUse.CPD),
        look,
        "Edit planned time",
    )
    undone_and_redone(record, lambda: remove_slot(record, one.id), look, "Delete planned time")


@pytest.mark.parametrize(
    ("day", "minutes", "words"),
    [
        (PAST, 0, "There is no length of time yet."),
        (PAST, 1441, "A day has no more than 24 hours."),
        (date(2029, 11, 21), 60, "too far ahead"),
        (date(1820, 1, 1), 60, "out of reach"),
    ],
)
def test_time_that_cannot_be_planned_is_refused(record: Record, day: date, minutes: int, words: str) -> None:
    with refused(record, NotAcceptable, words):
        plan_time(record, day, minutes)


def test_nothing_is_said_of_time_to_come(record: Record) -> None:
    slot = plan_time(record, date(2026, 12, 4), 60).new_id
    for deed in (took_it, lambda record, slot: lost_it(record, slot, "leave")):
        with refused(record, NotAcceptable, "4 December 2026 is still to come."):
            deed(record, slot)


def test_what_became_of_time_keeps_it_in_the_past(record: Record, slot: str) -> None:
    took_it(record, slot)
    with refused(record, NotAcceptable, "you have said what became of this time"):
        edit_slot(record, slot, date(2026, 12, 4), 210, ProtectedUse.CPD)


@pytest.mark.parametrize("minutes", [0, 210, 300])
def test_part_of_it_is_some_and_not_all(record: Record, slot: str, minutes: int) -> None:
    with refused(record, NotAcceptable, "is no part of 3 h 30"):
        took_part(record, slot, minutes)


def test_the_balance_is_read_from_the_file(record: Record, agreed: str, slot: str) -> None:
    used = new_activity(record, date=PAST, title="Journal club", category=None).new_id
    edit_activity(record, used, "protected_minutes", 45)
    edit_activity(record, new_activity(record, date=date(2026, 10, 2), title="Reading").new_id, "protected_minutes", 30)
    give_reason(record, date(2026, 6, 1), date(2026, 8, 31), "illness")
    give_reason(record, date(2026, 9, 1), date(2026, 9, 30), "no_cpd")
    took_it(record, slot, used)
    lost_it(record, plan_time(record, date(2026, 9, 3), 120).new_id, "duty_cover")
    found = protected_balance(record)
    assert (found.period.start, found.period.end) == (date(2026, 6, 1), date(2026, 11, 30))
    assert (found.entitled, found.planned, found.taken, found.lost) == (3 * 210, 330, 240, 120)
    assert [one.on_leave for one in found.months] == [True, True, True, False, False, False]
    assert found.reasons == (("duty_cover", 120),)


def test_who_worked_was_not_away(record: Record) -> None:
    for start, reason in ((1, "leave"), (3, "no_cpd"), (5, "other"), (7, "My own words"), (9, "between_posts")):
        give_reason(record, date(2026, 9, start), date(2026, 9, start + 1), reason)
    assert spells_away(record) == (
        Period(date(2026, 9, 1), date(2026, 9, 2)),
        Period(date(2026, 9, 9), date(2026, 9, 10)),
    )


def test_what_time_was_used_for_is_named_and_not_counted_twice(record: Record, slot: str) -> None:
    used = new_activity(record, date=date(2026, 11, 12), title="Journal club", protected_minutes=45).new_id
    new_activity(record, date=date(2026, 11, 1), title="Long before", protected_minutes=5)
    (found,) = record.protected_time.slots()
    assert [one.id for one in activities_near(record, found)] == [used]
    took_it(record, slot)
    assert protected_balance(record).taken == 210 + 45 + 5
    undone_and_redone(
        record, lambda: name_activity(record, slot, used), record.protected_time.slots, "Say what it was used for"
    )
    assert protected_balance(record).taken == 210 + 5
    took_part(record, slot, 60)
    assert record.protected_time.slots()[0].activity == used
    name_activity(record, slot, None)
    assert protected_balance(record).taken == 60 + 45 + 5
    with refused(record, NotAcceptable, "no activity"):
        name_activity(record, slot, "nobody")
