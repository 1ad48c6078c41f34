"""People, employers and posts."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import edit_activity
from otcpd.actions.companions import add_companion
from otcpd.actions.people import add_person, add_post, add_post_to, edit_person, set_roles
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.person import PersonRole
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.record.support import found, sound


def test_a_person_is_added_with_her_employer_and_undone(record: Record) -> None:
    def seen() -> object:
        return record.people.all(), record.people.employers()

    undone_and_redone(
        record, lambda: add_person(record, " Fiona  Alder ", " Physiotherapist ", "NHS Tayside"), seen, "New person"
    )
    (fiona,) = record.people.all()
    (employer,) = record.people.employers()
    assert (fiona.name, fiona.profession, fiona.employer) == ("Fiona Alder", "Physiotherapist", employer.id)
    assert employer.name == "NHS Tayside"


def test_two_people_may_share_a_name_but_an_employer_is_one(record: Record) -> None:
    for _time in range(2):
        add_person(record, "Fiona Alder", employer="Café Trust")
    add_person(record, "Iain Birch", employer="Cafe\N{COMBINING ACUTE ACCENT}  Trust")
    assert len(record.people.all()) == 3
    assert [one.name for one in record.people.employers()] == ["Café Trust"]


def test_an_employer_comes_back_with_the_next_person_who_works_there(record: Record) -> None:
    add_person(record, "Fiona Alder", employer="NHS Tayside")
    record.undo()
    assert record.people.employers() == []
    add_person(record, "Iain Birch", employer="NHS Tayside")
    assert [one.name for one in record.people.employers()] == ["NHS Tayside"]
    assert sound(record)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("name", "Eilidh  Rowan-Birch", "Eilidh Rowan-Birch"),
        ("profession", "Occupational therapist", "Occupational therapist"),
        ("registration", "ot 01 2345", "OT012345"),
        ("registration", "", ""),
        ("audit_number", "CPD 77", "CPD 77"),
    ],
)
def test_the_owner_edits_herself(record: Record, field: str, value: str, kept: str) -> None:
    edit_person(record, record.owner, "profession", "Student")
    undone_and_redone(
        record,
        lambda: edit_person(record, record.owner, field, value),
        lambda: getattr(record.people.owner(), field),
        "Edit person",
    )
    assert getattr(record.people.owner(), field) == kept


def test_an_employer_is_given_by_name_and_taken_away(record: Record) -> None:
    edit_person(record, record.owner, "employer", "Tay Council")
    (council,) = record.people.employers()
    assert record.people.owner().employer == council.id
    edit_person(record, record.owner, "employer", None)
    assert record.people.owner().employer is None
    assert sound(record)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", " ", "There is no name yet."),
        ("name", None, "There is no name yet."),
        ("registration", "0T000123", "starts with a zero instead of the letter O"),
        ("registration", "PH12345", "is a number of another profession"),
        ("registration", "OT12", "has 2 figures"),
        ("age", "40", "A person has no field ‘age’."),
    ],
)
def test_what_cannot_be_is_refused(record: Record, field: str, value: str | None, words: str) -> None:
    with refused(record, NotAcceptable, words):
        edit_person(record, record.owner, field, value)


def test_an_unknown_person_is_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no person with the id nobody."):
        edit_person(record, "nobody", "name", "Fiona")
    with refused(record, NotAcceptable, "There is no name yet."):
        add_person(record, "  ", employer="NHS Tayside")


def test_search_knows_new_names_and_forgets_the_old(record: Record, activity: str) -> None:
    fiona = add_person(record, "Fiona Alder", employer="NHS Tayside").created[-1]
    add_companion(record, activity, "Fiona Alder")
    assert found(record, "alder") == found(record, "tayside") == {activity}
    edit_person(record, fiona, "name", "Fiona Larch")
    edit_person(record, fiona, "employer", "Tay Council")
    assert found(record, "larch") == found(record, "council") == {activity}
    assert found(record, "alder") == found(record, "tayside") == frozenset()


def test_a_post_is_added_undone_and_chosen_for_an_activity(record: Record, activity: str) -> None:
    def posts() -> object:
        return record.people.posts(), record.people.employers()

    undone_and_redone(
        record,
        lambda: add_post(record, "Specialist OT", "Tay Council", date(2024, 5, 1), date(2026, 3, 31)),
        posts,
        "New post",
    )
    (post,) = record.people.posts()
    (council,) = record.people.employers()
    assert (post.title, post.employer, post.start, post.end) == (
        "Specialist OT",
        council.id,
        date(2024, 5, 1),
        date(2026, 3, 31),
    )
    edit_activity(record, activity, "post", post.id)
    assert record.activities.get(activity).post == post.id
    edit_activity(record, activity, "post", None)
    assert record.activities.get(activity).post is None


def test_a_new_post_is_made_and_chosen_in_one_step(record: Record, activity: str) -> None:
    def seen() -> object:
        return record.people.posts(), record.people.employers(), record.activities.get(activity).post

    undone_and_redone(record, lambda: add_post_to(record, activity, "Band 6", "NHS Tayside"), seen, "New post")
    (post,) = record.people.posts()
    assert record.activities.get(activity).post == post.id
    with refused(record, NotAcceptable, "There is no name yet."):
        add_post_to(record, activity, " ", "Tay Council")


def test_posts_are_listed_with_the_newest_first(record: Record) -> None:
    add_post(record, "Band 5", "NHS Tayside", date(2019, 1, 1), date(2022, 1, 1))
    add_post(record, "Band 6", "NHS Tayside", date(2022, 1, 2))
    add_post(record, "Volunteer", "")
    assert [(one.title, one.employer is None) for one in record.people.posts()] == [
        ("Band 6", False),
        ("Band 5", False),
        ("Volunteer", True),
    ]


def test_a_post_needs_a_name_and_days_in_order(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no name yet."):
        add_post(record, " ", "Tay Council")
    with refused(record, NotAcceptable, "is before the first"):
        add_post(record, "Band 6", "Tay Council", date(2026, 1, 2), date(2026, 1, 1))
    with refused(record, NotAcceptable, "1 January 206 is out of reach."):
        add_post(record, "Band 6", "Tay Council", date(206, 1, 1))


def test_somebody_is_several_things_and_stops_being_one(record: Record) -> None:
    person = add_person(record, "Fiona Alder").created[0]
    set_roles(record, person, iter((PersonRole.MENTOR, PersonRole.SUPERVISOR)))
    set_roles(record, person, iter((PersonRole.PEER, PersonRole.SUPERVISOR)))
    (found,) = record.people.all()
    assert found.roles == (PersonRole.PEER, PersonRole.SUPERVISOR)
