"""Posts over time, and the employers they are with."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.people import add_person, add_post
from otcpd.actions.posts import delete_post, edit_post, end_post, held_posts, rename_employer, set_sector
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone


@pytest.fixture
def post(record: Record) -> str:
    """A post with Rowan Council since 2022."""
    add_post(record, "Senior OT", "Rowan Council", date(2022, 8, 1))
    return record.people.posts()[0].id


def employer(record: Record) -> str:
    return record.people.employers()[0].id


def shown(record: Record) -> list[tuple[str, str, date | None]]:
    return [(one.post.title, one.employer.name if one.employer else "", one.post.end) for one in held_posts(record)]


def test_posts_one_holds_come_first(record: Record, post: str) -> None:
    add_post(record, "OT", "Alder NHS", date(2024, 1, 1), date(2025, 1, 1))
    add_post(record, "Bank OT", "", date(2021, 1, 1))
    assert [one.post.title for one in held_posts(record)] == ["Senior OT", "Bank OT", "OT"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Lead OT"),
        ("employer", "Birch Council"),
        ("employer", None),
        ("start", date(2021, 1, 1)),
        ("end", date(2026, 1, 1)),
    ],
)
def test_every_field_is_one_step(record: Record, post: str, field: str, value: str | date | None) -> None:
    undone_and_redone(record, lambda: edit_post(record, post, field, value), lambda: held_posts(record), "Edit post")


def test_what_cannot_be_is_refused(record: Record, post: str) -> None:
    with refused(record, NotAcceptable, "There is no name yet."):
        edit_post(record, post, "title", "  ")
    with refused(record, NotAcceptable, "is before the first"):
        edit_post(record, post, "end", date(2022, 7, 31))
    with refused(record, NotAcceptable, "out of reach"):
        edit_post(record, post, "start", date(1022, 7, 31))
    with refused(record, NotAcceptable, "no post with the id"):
        edit_post(record, "gone", "title", "OT")
    with refused(record, NotAcceptable, "A post has no field ‘salary’."):
        edit_post(record, post, "salary", "much")
    with refused(record, NotAcceptable, "‘2022-07-31’ does not fit into the field ‘Title’."):
        edit_post(record, post, "title", date(2022, 7, 31))
    with refused(record, NotAcceptable, "‘last May’ does not fit into the field ‘From’."):
        edit_post(record, post, "start", "last May")
    with refused(record, NotAcceptable, "no kind of employer"):
        set_sector(record, employer(record), "circus")


def test_a_post_ends_today_at_the_earliest_when_it_begins(record: Record, post: str) -> None:
    undone_and_redone(record, lambda: end_post(record, post), lambda: shown(record), "End post")
    assert shown(record) == [("Senior OT", "Rowan Council", date(2026, 11, 21))]
    edit_post(record, post, "end", None)
    edit_post(record, post, "start", date(2027, 1, 4))
    end_post(record, post)
    assert shown(record)[0][2] == date(2027, 1, 4)


def test_a_deleted_post_stays_with_its_activities(record: Record, post: str) -> None:
    undone_and_redone(record, lambda: delete_post(record, post), lambda: shown(record), "Delete post")
    assert shown(record) == []


def test_a_renamed_employer_is_renamed_everywhere(record: Record, post: str) -> None:
    add_person(record, "Fiona Alder", employer="Rowan Council")
    set_sector(record, employer(record), "council")
    before = employer(record)
    undone_and_redone(
        record,
        lambda: rename_employer(record, employer(record), "Rowan and Larch Council"),
        lambda: (shown(record), record.people.employers(), record.people.all()),
        "Rename employer",
    )
    assert shown(record) == [("Senior OT", "Rowan and Larch Council", None)]
    (only,) = record.people.employers()
    assert (only.name, only.sector) == ("Rowan and Larch Council", "council")
    assert record.people.all()[0].employer == only.id
    # Either name means what it says from now on.
    add_post(record, "Bank OT", "Rowan and Larch Council")
    add_post(record, "OT", "Rowan Council")
    assert {one.name for one in record.people.employers()} == {"Rowan and Larch Council", "Rowan Council"}
    assert {one.id for one in record.people.employers()} == {only.id, before}


def test_two_employers_become_one(record: Record, post: str) -> None:
    add_post(record, "OT", "Rowan Concil")
    wrong = next(one for one in record.people.employers() if one.name == "Rowan Concil")
    set_sector(record, next(one.id for one in record.people.employers() if one.name == "Rowan Council"), "council")
    rename_employer(record, wrong.id, " Rowan  Council ")
    (only,) = record.people.employers()
    assert (only.name, only.sector) == ("Rowan Council", "council")
    assert {name for _title, name, _end in shown(record)} == {"Rowan Council"}


def test_the_same_name_changes_nothing(record: Record, post: str) -> None:
    assert not rename_employer(record, employer(record), "Rowan Council")
    with refused(record, NotAcceptable, "There is no name yet."):
        rename_employer(record, employer(record), "")
    with refused(record, NotAcceptable, "no employer with the id"):
        rename_employer(record, "gone", "Rowan Council")
