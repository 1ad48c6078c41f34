"""Filling the private answers with what the form of the activity says already."""

from __future__ import annotations

from otcpd.actions import activities
from otcpd.actions.reflections import copy_from_form, to_copy
from otcpd.catalogue import load_catalogue
from otcpd.domain.changes import Changes
from otcpd.domain.errors import NotAcceptable
from otcpd.record.answers import answers_of
from otcpd.record.record import Record
from tests.actions.support import journal_club, refused, undone_and_redone

HCPC = "hcpc_profile"


def answers(record: Record, activity: str) -> dict[str, str]:
    """The answers of an activity by prompt; empty ones left out."""
    return {one.prompt: one.text for one in answers_of(record.reader, activity) if one.text}


def written(record: Record) -> str:
    """An activity whose form answers all but the last question."""
    activity = journal_club(record)
    for field, text in (("description", "Read a paper"), ("learning", "Light matters"), ("practice_impact", "I ask")):
        activities.edit_activity(record, activity, field, text)
    return activity


def test_empty_answers_are_filled_in_one_step_and_others_stay(record: Record) -> None:
    activity = written(record)
    activities.answer_prompt(record, activity, HCPC, "learning", "My own words")

    def copy() -> Changes:
        return copy_from_form(record, activity, HCPC)

    undone_and_redone(record, copy, lambda: answers(record, activity), "Copy into reflection")
    assert answers(record, activity) == {"activity": "Read a paper", "learning": "My own words", "improvement": "I ask"}
    assert not copy(), "nothing is left to fill"


def test_a_model_that_asks_something_else_has_nothing_to_copy(record: Record) -> None:
    activity = written(record)
    models = load_catalogue().models
    assert [model.code for model in models.values() if model.repeats_form] == [HCPC]
    for model in models.values():
        assert bool(to_copy(record.activities.get(activity), model, [])) is model.repeats_form
    assert not copy_from_form(record, activity, "gibbs")
    with refused(record, NotAcceptable):
        copy_from_form(record, activity, "none")
