"""The person's own types of activity, and her tags."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import delete_activity, edit_activity, new_activity, set_tags
from otcpd.actions.own_types import (
    OwnType,
    add_type,
    delete_type,
    own_types,
    rename_type,
    set_type_category,
)
from otcpd.actions.reading import known_types
from otcpd.actions.tags import delete_tag, rename_tag, tag_uses
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone

TYPE = "Home visit debrief"


@pytest.fixture
def own(record: Record, activity: str) -> str:
    """A type of her own that one activity has."""
    add_type(record, TYPE, Category.WORK_BASED)
    edit_activity(record, activity, "type", TYPE)
    return TYPE


def types_of_all(record: Record) -> list[str]:
    return [one.type for one in record.activities.all()]


def test_a_type_is_added_in_one_step(record: Record) -> None:
    undone_and_redone(
        record, lambda: add_type(record, f" {TYPE} ", Category.FORMAL), lambda: own_types(record), "New type"
    )
    assert own_types(record) == (OwnType(TYPE, Category.FORMAL, 0),)
    assert TYPE in {one.label for one in known_types(record)}


def test_a_renamed_type_is_renamed_where_it_is_used(record: Record, own: str, activity: str) -> None:
    undone_and_redone(
        record,
        lambda: rename_type(record, own, "Visit debrief"),
        lambda: (own_types(record), types_of_all(record)),
        "Rename type",
    )
    assert own_types(record) == (OwnType("Visit debrief", Category.WORK_BASED, 1),)
    rename_type(record, "Visit debrief", "visit debrief")
    assert types_of_all(record) == ["visit debrief"]
    delete_activity(record, activity)
    rename_type(record, "visit debrief", TYPE)
    assert record.activities.get(activity).type == TYPE, "what is in the bin comes back under the new name"


def test_a_deleted_type_leaves_its_word(record: Record, own: str) -> None:
    undone_and_redone(record, lambda: delete_type(record, own), lambda: own_types(record), "Delete type")
    assert own_types(record) == ()
    assert types_of_all(record) == [TYPE]
    add_type(record, TYPE)
    assert own_types(record) == (OwnType(TYPE, None, 1),)


def test_a_category_is_that_of_the_type_alone(record: Record, own: str, activity: str) -> None:
    undone_and_redone(
        record,
        lambda: set_type_category(record, own, Category.OTHER),
        lambda: own_types(record),
        "Change the category of a type",
    )
    assert record.activities.get(activity).category is None


def test_names_that_are_taken_are_refused(record: Record, own: str) -> None:
    add_type(record, "Duty desk")
    for name, words in (
        ("", "There is no name yet."),
        ("home VISIT debrief", "one of your types already"),
        ("Journal club", "on the list of types already"),
    ):
        with refused(record, NotAcceptable, words):
            add_type(record, name)
        with refused(record, NotAcceptable, words):
            rename_type(record, "Duty desk", name)
    for action in (delete_type, lambda record, name: rename_type(record, name, "Else")):
        with refused(record, NotAcceptable, "no type called"):
            action(record, "Gone")


def test_a_renamed_tag_is_renamed_everywhere(record: Record, activity: str) -> None:
    set_tags(record, activity, ["fals", "hoists"])
    undone_and_redone(record, lambda: rename_tag(record, "fals", " #Falls"), lambda: tag_uses(record), "Rename tag")
    assert record.activities.get(activity).tags == ("falls", "hoists")
    assert not rename_tag(record, "falls", "FALLS")


def test_two_tags_become_one(record: Record, activity: str) -> None:
    other = new_activity(record, title="Audit", date=date(2026, 6, 1)).new_id
    set_tags(record, activity, ["fals", "falls"])
    set_tags(record, other, ["fals"])
    rename_tag(record, "fals", "falls")
    assert tag_uses(record) == {"falls": 2}
    assert record.activities.get(activity).tags == ("falls",)


def test_a_deleted_tag_is_taken_off_everywhere(record: Record, activity: str) -> None:
    set_tags(record, activity, ["falls", "hoists"])
    undone_and_redone(record, lambda: delete_tag(record, "falls"), lambda: tag_uses(record), "Delete tag")
    assert tag_uses(record) == {"hoists": 1}
    with refused(record, NotAcceptable, "no tag called"):
        delete_tag(record, "falls")
    with refused(record, NotAcceptable, "no name yet"):
        rename_tag(record, "hoists", " # ")
