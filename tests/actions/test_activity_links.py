"""What hangs on an activity: tags, standards, companions, reflections, readers, own types."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcpd.actions.activities import (
    answer_prompt,
    choose_type,
    edit_activity,
    set_layer,
    set_standards,
    set_tags,
    tag_id,
    tag_name,
)
from otcpd.actions.companions import add_companion, remove_companion
from otcpd.actions.evidence import edit_caption
from otcpd.actions.gaps import give_reason
from otcpd.actions.own_types import add_type
from otcpd.actions.people import add_person, edit_person
from otcpd.actions.portfolio import edit_portfolio
from otcpd.actions.quick_note import keep_note
from otcpd.actions.reading import known_types
from otcpd.catalogue import load_catalogue
from otcpd.domain.activity import Category, Companion, Reflection
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import DEFAULT_LAYERS, Layer, default_layer
from otcpd.domain.quick_note import NoteDraft, Said
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, undone_and_redone, written
from tests.ports import FixedClock
from tests.record.support import found, sound, undo_labels

# Tags


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("falls", "falls"),
        ("#Falls", "falls"),
        (" #falls ", "falls"),
        ("##falls", "falls"),
        ("# # falls", "falls"),
        ("Seating  and\tposture", "seating and posture"),
        ("ca\N{COMBINING DIAERESIS}fe", "cäfe"),
        ("#", ""),
        ("  ", ""),
    ],
)
def test_a_tag_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert tag_name(typed) == kept


@given(text=st.text())
def test_a_kept_tag_stays_as_it_is(text: str) -> None:
    kept = tag_name(text)
    assert tag_name(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)


def test_tags_are_set_as_a_whole_and_undone(record: Record, activity: str) -> None:
    set_tags(record, activity, ["falls", "hip"])
    undone_and_redone(
        record,
        lambda: set_tags(record, activity, ["#Falls", "falls ", "Seating", ""]),
        lambda: record.activities.get(activity).tags,
        "Edit tags",
    )
    assert record.activities.get(activity).tags == ("falls", "seating")
    assert record.activities.tags() == ["falls", "seating"]


@given(texts=st.lists(st.text(max_size=8), max_size=4))
@example(texts=["\x1b"])
def test_any_tags_can_be_put_on_and_taken_off_again(record: Record, activity_for_tags: str, texts: list[str]) -> None:
    set_tags(record, activity_for_tags, texts)
    kept = record.activities.get(activity_for_tags).tags
    assert set(kept) == {tag_name(text) for text in texts} - {""}
    assert not set_tags(record, activity_for_tags, kept)
    set_tags(record, activity_for_tags, [])
    assert record.activities.get(activity_for_tags).tags == ()


@pytest.fixture
def activity_for_tags(record: Record) -> str:
    return journal_club(record)


def test_one_tag_is_one_thing_in_all_activities(record: Record, activity: str) -> None:
    other = journal_club(record, title="Webinar")
    set_tags(record, activity, ["Falls"])
    assert set_tags(record, other, ["#falls"]).created == (record.history.all_changes()[-1].row,)
    assert found(record, "falls") == {activity, other}
    assert tag_id("falls") in {change.row for change in record.history.all_changes()}


def test_tags_of_an_unknown_activity_are_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no activity"):
        set_tags(record, "nobody", ["falls"])


# Standards


def test_standards_are_set_as_a_whole_and_undone(record: Record, activity: str) -> None:
    references = sorted(load_catalogue().standards)
    set_standards(record, activity, references[:2])
    undone_and_redone(
        record,
        lambda: set_standards(record, activity, references[1:3]),
        lambda: record.activities.get(activity).standards,
        "Edit standards",
    )
    assert record.activities.get(activity).standards == tuple(references[1:3])


@pytest.mark.parametrize("wrong", ["hcpc_cpd", "hcpc_cpd@2006:99", "", "rcot@2019:1"])
def test_an_unknown_standard_is_refused_with_all_that_came_with_it(record: Record, activity: str, wrong: str) -> None:
    with refused(record, NotAcceptable, f"‘{wrong}’ is no standard that otcpd knows. Nothing was changed."):
        set_standards(record, activity, [next(iter(load_catalogue().standards)), wrong])


def test_a_standard_of_an_older_edition_stays_though_the_catalogue_has_lost_it(record: Record, activity: str) -> None:
    with record.step("Import") as step:
        step.link("activity_standard", {"activity": activity, "standard": "hcpc_sop@2013:1"})
    kept = next(iter(load_catalogue().standards))
    set_standards(record, activity, ["hcpc_sop@2013:1", kept])
    assert record.activities.get(activity).standards == tuple(sorted(["hcpc_sop@2013:1", kept]))
    set_standards(record, activity, [kept])
    assert record.activities.get(activity).standards == (kept,)


# Companions


def test_companions_come_and_go_and_are_undone(record: Record, activity: str) -> None:
    iain = add_person(record, "Iain Birch", "Social worker", "Tay Council").created[-1]

    def companions() -> tuple[Companion, ...]:
        return record.activities.get(activity).companions

    undone_and_redone(record, lambda: add_companion(record, activity, "iain  birch"), companions, "Edit with whom")
    assert companions() == (Companion(iain, "Iain Birch", "Social worker", "Tay Council"),)
    undone_and_redone(record, lambda: remove_companion(record, activity, iain), companions, "Edit with whom")
    assert companions() == ()
    assert [one.id for one in record.people.all()] == [iain]


def test_joint_training_is_found_by_person_profession_and_employer(record: Record, activity: str) -> None:
    fiona = add_person(record, "Fiona Alder", "Occupational therapist", "NHS Tayside").created[-1]
    add_companion(record, activity, "Fiona Alder")
    for words in ("Fiona", "occupational", "tayside"):
        assert found(record, words) == {activity}
    edit_person(record, fiona, "name", "Fiona Larch")
    assert found(record, "alder") == frozenset()
    assert found(record, "larch") == {activity}


def test_a_companion_needs_a_name(record: Record, activity: str) -> None:
    with refused(record, NotAcceptable, "name"):
        add_companion(record, activity, "  ")


# Reflections


def answers(record: Record, activity: str) -> dict[str, dict[str, str]]:
    return {one.model: dict(one.answers) for one in record.activities.get(activity).reflections}


def test_an_answer_is_kept_and_undone(record: Record, activity: str) -> None:
    undone_and_redone(
        record,
        lambda: answer_prompt(record, activity, "gibbs", "feelings", "I felt calm."),
        lambda: answers(record, activity),
        "Edit reflection",
    )
    assert answers(record, activity) == {"gibbs": {"feelings": "I felt calm."}}
    assert found(record, "calm") == {activity}


def test_every_prompt_of_every_model_takes_an_answer(record: Record, activity: str) -> None:
    expected: dict[str, dict[str, str]] = {}
    for model in load_catalogue().models.values():
        for prompt in model.prompts:
            answer_prompt(record, activity, model.code, prompt.code, f"{model.label}: {prompt.label}")
            expected.setdefault(model.code, {})[prompt.code] = f"{model.label}: {prompt.label}"
    assert answers(record, activity) == expected
    assert sound(record)


def test_switching_to_another_model_keeps_what_was_written(record: Record, activity: str) -> None:
    answer_prompt(record, activity, "gibbs", "description", "A visit.")
    answer_prompt(record, activity, "driscoll", "what", "A visit, shorter.")
    answer_prompt(record, activity, "driscoll", "what", "")
    assert answers(record, activity)["gibbs"] == {"description": "A visit."}
    assert answers(record, activity)["driscoll"] == {}


def test_an_answer_written_again_after_undo_is_seen(record: Record, activity: str) -> None:
    answer_prompt(record, activity, "gibbs", "feelings", "First.")
    record.undo()
    assert answers(record, activity) == {}
    answer_prompt(record, activity, "gibbs", "feelings", "Second.")
    assert answers(record, activity) == {"gibbs": {"feelings": "Second."}}
    assert found(record, "second") == {activity}
    assert sound(record)


def test_leaving_an_empty_prompt_empty_is_no_step(record: Record, activity: str) -> None:
    assert not answer_prompt(record, activity, "gibbs", "feelings", "")
    assert undo_labels(record) == ["New activity"]


def test_typing_an_answer_is_not_a_flood_of_steps(record: Record, clock: FixedClock, activity: str) -> None:
    answer_prompt(record, activity, "gibbs", "feelings", "I", typing=True)
    before = len(record.history.all_changes())
    for end in range(1, 20):
        clock.advance(2)
        answer_prompt(record, activity, "gibbs", "feelings", "I felt calm and sure"[:end], typing=True)
    assert len(record.history.all_changes()) <= before + 1
    assert undo_labels(record).count("Edit reflection") <= 2


@pytest.mark.parametrize(
    ("model", "prompt", "words"),
    [
        ("gibbs", "mood", "‘mood’ is no question of Gibbs. Nothing was changed."),
        ("five_rs", "mood", "‘mood’ is no question of the 5Rs. Nothing was changed."),
        ("nobody", "feelings", "There is no reflective model ‘nobody’. Nothing was changed."),
    ],
)
def test_an_unknown_question_is_refused(record: Record, activity: str, model: str, prompt: str, words: str) -> None:
    with refused(record, NotAcceptable, words):
        answer_prompt(record, activity, model, prompt, "words")


def test_a_reflection_of_an_unknown_activity_is_refused(record: Record) -> None:
    with refused(record, NotAcceptable, "There is no activity"):
        answer_prompt(record, "nobody", "gibbs", "feelings", "words")


def test_reflections_show_their_id_and_model(record: Record, activity: str) -> None:
    answer_prompt(record, activity, "rolfe", "what", "words")
    (one,) = record.activities.get(activity).reflections
    assert one == Reflection(one.id, "rolfe", {"what": "words"})


# Who may read it


@pytest.mark.parametrize("field", sorted(field for table, field in DEFAULT_LAYERS if table == "activity"))
def test_the_readers_of_each_text_can_be_changed_and_put_back(record: Record, activity: str, field: str) -> None:
    usual = default_layer("activity", field)
    for layer in (one for one in Layer if one is not usual):
        undone_and_redone(
            record,
            partial(set_layer, record, "activity", activity, field, layer),
            lambda: record.activities.get(activity).layer_of(field),
            "Change who can read this",
        )
        assert record.activities.get(activity).layer_of(field) is layer
    set_layer(record, "activity", activity, field, usual)
    assert record.activities.get(activity).layer_of(field) is usual


def test_choosing_the_usual_readers_is_no_step(record: Record, activity: str) -> None:
    assert not set_layer(record, "activity", activity, "title", Layer.REGULATOR)
    assert undo_labels(record) == ["New activity"]


def test_evidence_gap_reasons_and_portfolio_have_their_readers(record: Record, activity: str, tmp_path: Path) -> None:
    evidence = attached(record, activity, written(tmp_path / "a.txt")).evidence
    edit_caption(record, evidence, "Certificate")
    reason = give_reason(record, date(2026, 1, 1), date(2026, 4, 1), "leave").new_id
    portfolio = record.portfolios.current().id
    edit_portfolio(record, portfolio, "summary", "I work in a council.")
    for table, row in (("evidence", evidence), ("gap_reason", reason), ("portfolio", portfolio)):
        for field in (name for one, name in DEFAULT_LAYERS if one == table):
            assert set_layer(record, table, row, field, Layer.SUPERVISION).of(table) == {row}
    assert record.evidence.get(evidence).layer is Layer.SUPERVISION
    assert record.evidence.get(evidence).caption_layer is Layer.SUPERVISION
    (given_reason,) = record.gap_reasons.all()
    assert (given_reason.reason_layer, given_reason.note_layer) == (Layer.SUPERVISION, Layer.SUPERVISION)
    assert record.portfolios.current().layers == {"summary": Layer.SUPERVISION, "statement": Layer.SUPERVISION}
    assert sound(record)


@pytest.mark.parametrize(("table", "field"), [("activity", "minutes"), ("person", "name"), ("blob", "text")])
def test_what_has_no_readers_to_choose_is_refused(record: Record, activity: str, table: str, field: str) -> None:
    with refused(record, NotAcceptable, f"‘{field}’ has no readers to choose."):
        set_layer(record, table, activity, field, Layer.PRIVATE)


@pytest.mark.parametrize("table", sorted({table for table, _field in DEFAULT_LAYERS}))
def test_the_readers_of_nothing_are_refused(record: Record, table: str) -> None:
    field = next(name for one, name in DEFAULT_LAYERS if one == table)
    with refused(record, NotAcceptable, "There is no entry with the id nobody."):
        set_layer(record, table, "nobody", field, Layer.SUPERVISION)


# Own types


def test_an_own_type_stands_before_those_of_the_catalogue(record: Record) -> None:
    def names() -> list[str]:
        return [one.label for one in known_types(record)]

    undone_and_redone(
        record, lambda: add_type(record, "  Home-visit   huddle ", Category.WORK_BASED), names, "New type"
    )
    first = known_types(record)[0]
    assert (first.code, first.label, first.category) == ("Home-visit huddle", "Home-visit huddle", Category.WORK_BASED)
    assert first.words == ("home visit huddle",)
    assert names()[1:] == [one.label for one in load_catalogue().known_types()]


def test_an_own_type_may_be_without_a_category_and_is_kept_once(record: Record, activity: str) -> None:
    add_type(record, "Café talk")
    with refused(record, NotAcceptable, "one of your types already"):
        add_type(record, "Cafe\N{COMBINING ACUTE ACCENT} talk")
    assert record.activities.own_types() == [("Café talk", None)]
    edit_activity(record, activity, "type", "Café talk")
    assert found(record, "café") == {activity}


def test_a_type_in_other_capitals_is_the_same_type(record: Record, activity: str) -> None:
    choose_type(record, activity, "Kerb walk")
    other = journal_club(record)
    choose_type(record, other, "kerb  WALK")
    kept = keep_note(record, NoteDraft("Another walk", corrected=Said(kind=(None, "KERB walk"))))
    choose_type(record, activity, "JOURNAL club")
    assert [record.activities.get(one).type for one in (other, kept.activity)] == ["Kerb walk", "Kerb walk"]
    assert record.activities.get(activity).type == "journal_club"
    assert record.activities.own_types() == [("Kerb walk", None)]


def test_choosing_words_of_ones_own_makes_the_type_in_the_same_step(record: Record, activity: str) -> None:
    edit_activity(record, activity, "category", Category.WORK_BASED)

    def seen() -> object:
        return record.activities.get(activity).type, record.activities.own_types()

    undone_and_redone(record, lambda: choose_type(record, activity, " Kitchen   lab"), seen, "Edit activity")
    assert seen() == ("Kitchen lab", [("Kitchen lab", Category.WORK_BASED)])
    assert choose_type(record, activity, "")
    assert seen() == ("", [("Kitchen lab", Category.WORK_BASED)])


def test_a_type_brings_its_category_in_the_same_step(record: Record, activity: str) -> None:
    edit_activity(record, activity, "category", None)

    def seen() -> object:
        found = record.activities.get(activity)
        return found.type, found.category

    undone_and_redone(record, lambda: choose_type(record, activity, "journal_club"), seen, "Edit activity")
    assert seen() == ("journal_club", Category.WORK_BASED)
    add_type(record, "Bothy talk", Category.OTHER)
    choose_type(record, activity, "Bothy talk")
    assert seen() == ("Bothy talk", Category.WORK_BASED)
