"""What a person decided about words that may point to somebody: kept with the text, undone, and gone with it."""

from __future__ import annotations

import json

import pytest

from otcpd.actions.activities import answer_prompt, edit_activity
from otcpd.actions.confidentiality import decided, identifier_check, own_details, say_fine, to_decide
from otcpd.actions.gaps import begin_note, give_reason
from otcpd.actions.people import add_person, edit_person
from otcpd.domain.pointed_words import PointedWords, TextKey, pointed_words
from otcpd.record.record import Record
from tests.actions.support import undone_and_redone
from tests.ports import FixedClock
from tests.record.support import sound

TEXT = "Mrs Birch, CHI 1904851231, and Mrs Birch again. Mrs  Birch’s son."
OTHER = "Mr Alder"


def left(record: Record, key: TextKey, text: str = TEXT) -> tuple[PointedWords, ...]:
    return to_decide(record, key, [one for part in identifier_check().look(text) for one in part]).left


def pointed(record: Record, key: TextKey, text: str = TEXT) -> list[str]:
    return [one.text for one in left(record, key, text)]


def fine(record: Record, key: TextKey, wording: str, text: str = TEXT) -> None:
    """Say that one wording is fine, while all of the text stands."""
    (one,) = [each for each in left(record, key, text) if each.text == wording]
    say_fine(record, key, one.mark, {each.mark for each in pointed_words(identifier_check().find(text), key)})


def test_a_wording_is_decided_on_once_for_all_its_places(record: Record, activity: str) -> None:
    key = ("activity", activity, "learning")
    names, number = left(record, key)
    assert (names.text, len(names.places), number.text) == ("Mrs Birch", 3, "1904851231")
    undone_and_redone(
        record,
        lambda: say_fine(record, key, names.mark),
        lambda: pointed(record, key),
        "Say that words are fine",
    )
    assert pointed(record, key) == ["1904851231"]


def test_a_decision_holds_for_its_words_in_its_text(record: Record, activity: str) -> None:
    key = ("activity", activity, "learning")
    fine(record, key, "Mrs Birch")
    assert pointed(record, key, f"{OTHER} and Mrs Birch.") == [OTHER]
    assert pointed(record, ("activity", activity, "description"), "Mrs Birch") == ["Mrs Birch"]
    fine(record, key, OTHER, OTHER)
    assert len(decided(record, key)) == 1, "what has gone from the text is not kept"
    assert pointed(record, key, "Mrs Birch") == ["Mrs Birch"]


def test_what_is_kept_does_not_say_the_words(record: Record, activity: str) -> None:
    key = ("activity", activity, "learning")
    fine(record, key, "1904851231")
    kept = json.dumps(record.settings.all()) + json.dumps(record.reader.rows("SELECT label FROM step"))
    assert "1904851231" not in kept
    (mark,) = decided(record, key)
    assert len(mark) == 4


@pytest.mark.parametrize("field", [None, "learning"])
def test_a_decision_goes_when_its_text_is_erased(record: Record, activity: str, field: str | None) -> None:
    edit_activity(record, activity, "learning", TEXT)
    answer_prompt(record, activity, "gibbs", "feelings", OTHER)
    learning, answer = ("activity", activity, "learning"), ("reflection", activity, "gibbs", "feelings")
    fine(record, learning, "Mrs Birch")
    fine(record, answer, OTHER, OTHER)
    (mark,) = decided(record, learning)
    record.erase(activity, field, "a name typed by mistake")
    assert not decided(record, learning)
    assert bool(decided(record, answer)) is (field is not None)
    held = record.reader.rows("SELECT value FROM setting UNION ALL SELECT after FROM change WHERE tbl = 'setting'")
    assert not any(mark in str(value) for (value,) in held)
    assert sound(record)


def test_a_decision_on_an_answer_goes_with_the_answer(record: Record, activity: str) -> None:
    row = next(one for one in answer_prompt(record, activity, "gibbs", "feelings", OTHER).of("reflection_answer"))
    key = ("reflection", activity, "gibbs", "feelings")
    fine(record, key, OTHER, OTHER)
    record.erase(row, "text", "by mistake")
    assert not decided(record, key)


def test_a_note_keeps_its_decisions_when_the_gap_gets_its_reason(record: Record, clock: FixedClock) -> None:
    day = clock.today()
    begin_note(record, day, OTHER)
    fine(record, ("gap_note", day.isoformat()), OTHER, OTHER)
    made = give_reason(record, day, day, "leave", OTHER).created[0]
    assert pointed(record, ("gap_reason", made, "note"), OTHER) == []


def test_own_details_are_those_of_the_file(record: Record) -> None:
    with record.step("New employer") as step:
        step.insert("employer", {"name": "Birch Council, EH1 1AA"})
    edit_person(record, record.owner, "contact", "eilidh@example.org, 01632 960123")
    friend = add_person(record, "Ann Birch").new_id
    edit_person(record, friend, "contact", "Ann Birch, 07700 900123")
    assert {"Eilidh Rowan", "OT000123", "EH1 1AA"} <= set(own_details(record))
    text = "Ms Rowan, EH1 1AA, not EH1 1AB; Eilidh@example.org, +44 1632 960123, 07700 900 123, Ms Birch, 07700 900124"
    assert pointed(record, ("activity", "x", "learning"), text) == ["EH1 1AB", "Ms Birch", "07700 900124"]
