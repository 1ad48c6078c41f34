"""Search over everything a person typed and over the text inside evidence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcpd.record import opening
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record
from tests.ports import FixedClock
from tests.record.pathway_rows import add_pathway
from tests.record.support import (
    add_activity,
    add_answer,
    add_companion,
    add_person,
    add_tag,
    attach,
    delete,
    edit,
    found,
    new_record,
    remove_tag,
    sound,
    surroundings,
)

Ask = Callable[[str], frozenset[str]]


@pytest.fixture(params=["indexed", "not yet indexed"])
def ask(request: pytest.FixtureRequest, record: Record, around: Surroundings) -> Ask:
    """Asks the writer, which indexes first, or a reader beside it, which finds marked things by itself."""
    if request.param == "indexed":

        def directly(query: str) -> frozenset[str]:
            return found(record, query)

        return directly

    def beside(query: str) -> frozenset[str]:
        with opening.open_for_reading(record.path, around) as reader:
            return found(reader, query)

    return beside


def test_answers_come_from_two_letters_on(record: Record, ask: Ask) -> None:
    activity = add_activity(record, "Falls prevention")
    assert ask("f") == frozenset()
    assert ask("") == ask("!") == frozenset()
    for query in ("fa", "fal", "falls", "prev", "FALLS", "prevention"):
        assert ask(query) == {activity}, query
    assert ask("revention") == frozenset(), "words are found from their beginning"


def test_every_word_must_be_there(record: Record, ask: Ask) -> None:
    both = add_activity(record, "Falls and splints")
    add_activity(record, "Falls only")
    assert ask("splints falls") == {both}
    assert ask("spl fal") == {both}
    assert ask("falls hoists") == frozenset()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Café Édimbourg", "cafe edim"),
        ("Cafe Edimbourg", "café édim"),
        ("naïve", unicodedata.normalize("NFD", "naïve")),
        ("Siân", "sian"),
        ("NHS-24 call", "nhs 24"),
        ("under_score", "score"),
        ("under_score", "under_score"),
        ('said "so" (twice) AND OR NEAR*', "twice and or near"),
    ],
)
def test_accents_signs_and_search_words_do_not_matter(record: Record, ask: Ask, text: str, query: str) -> None:
    activity = add_activity(record, text)
    assert ask(query) == {activity}


@pytest.mark.parametrize("query", ['"', "*", "a:b", "-", "NOT", "(", "\x00ab", "^zz", "__", "{ab} + cd"])
def test_any_query_is_answered(record: Record, ask: Ask, query: str) -> None:
    add_activity(record, "Falls")
    assert ask(query) == frozenset()


@pytest.mark.parametrize(
    "name", ["title", "type", "description", "learning", "practice_impact", "service_user_benefit", "notes_to_myself"]
)
def test_every_text_of_an_activity_is_searched(record: Record, ask: Ask, name: str) -> None:
    activity = add_activity(record, "Other")
    edit(record, activity, name, "zebra crossing")
    assert ask("zebra") == {activity}
    edit(record, activity, name, "pelican crossing")
    assert ask("zebra") == frozenset()
    assert ask("pelican") == {activity}


def test_answers_tags_and_companions_count_for_their_activity(record: Record, ask: Ask) -> None:
    activity = add_activity(record)
    add_answer(record, activity, "I felt rushed")
    tag = add_tag(record, activity, "hoists")
    add_companion(record, activity, add_person(record, "Rory Alder"))
    for query in ("rushed", "hoists", "rory", "alder", "physio"):
        assert ask(query) == {activity}, query
    remove_tag(record, activity, tag)
    assert ask("hoists") == frozenset()


def test_what_is_in_the_bin_is_not_found(record: Record, ask: Ask) -> None:
    activity = add_activity(record, "Falls")
    add_answer(record, activity, "I felt rushed")
    add_tag(record, activity, "hoists")
    add_companion(record, activity, add_person(record, "Rory Alder"))
    delete(record, activity)
    for query in ("falls", "rushed", "hoists", "alder"):
        assert ask(query) == frozenset(), query
    record.undo()
    for query in ("falls", "rushed", "hoists", "alder"):
        assert ask(query) == {activity}, query


def test_answers_of_a_model_taken_away_are_not_found(record: Record, ask: Ask) -> None:
    activity = add_activity(record)
    add_answer(record, activity, "I felt rushed")
    reflection = str(record.reader.value("SELECT id FROM reflection"))
    delete(record, reflection, table="reflection")
    assert ask("rushed") == frozenset()


def test_a_companion_renamed_is_found_by_the_new_name(record: Record, ask: Ask) -> None:
    activity = add_activity(record)
    person = add_person(record, "Rory Alder")
    add_companion(record, activity, person)
    assert ask("alder") == {activity}
    edit(record, person, "name", "Rory Birch", table="person")
    assert ask("alder") == frozenset()
    assert ask("birch") == {activity}


def test_an_employer_renamed_is_found_by_the_new_name(record: Record, ask: Ask) -> None:
    activity = add_activity(record)
    with record.step("New employer") as step:
        employer = step.insert("employer", {"name": "Larchshire Council"})
    add_companion(record, activity, add_person(record, "Rory Alder", employer=employer))
    assert ask("larchshire") == {activity}
    edit(record, employer, "name", "Rowanshire Council", table="employer")
    assert ask("larchshire") == frozenset()
    assert ask("rowanshire") == {activity}


def test_a_tag_renamed_is_found_by_the_new_name(record: Record, ask: Ask) -> None:
    activity = add_activity(record)
    tag = add_tag(record, activity, "hoists")
    assert ask("hoists") == {activity}
    edit(record, tag, "name", "slings", table="tag")
    assert ask("hoists") == frozenset()
    assert ask("slings") == {activity}


def test_evidence_is_found_by_name_caption_and_the_text_inside(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "certificate.txt"
    file.write_bytes(b"Certificate")
    evidence = attach(record, add_activity(record), file, text="Awarded for posture", caption="My award")
    for query in ("certificate", "award", "posture", "awarded posture"):
        assert found(record, query, "evidence") == {evidence}, query
    delete(record, evidence, table="evidence")
    assert found(record, "posture", "evidence") == frozenset()


def test_reasons_and_statements_are_found(record: Record) -> None:
    with record.step("Give reason") as step:
        reason = step.insert(
            "gap_reason", {"start": "2026-01-01", "end": "2026-06-01", "reason": "Leave", "note": "maternity"}
        )
        portfolio = record.portfolios.current().id
        step.set("portfolio", portfolio, "statement", "I supervise students")
    assert record.search("mater") == {"gap_reason": {reason}}
    assert record.search("students") == {"portfolio": {portfolio}}


def test_the_index_is_brought_up_to_date_in_idle_moments_and_on_closing(record: Record, around: Surroundings) -> None:
    for number in range(250):
        add_activity(record, f"Reading {number}")
    assert record.tidy(), "there is more to do"
    assert not record.tidy()
    activity = add_activity(record, "zebra")
    record.close()
    with opening.open_for_reading(record.path, around) as reader:
        assert reader.reader.value("SELECT count(*) FROM search_stale") == 0
        assert found(reader, "zebra") == {activity}


def test_a_search_changes_no_content_and_no_undo_list(record: Record) -> None:
    add_activity(record, "Falls")
    before = record.history.all_changes(), record.undo_lists()
    record.search("falls")
    assert (record.history.all_changes(), record.undo_lists()) == before
    assert sound(record)


_TEXT = st.text(st.sampled_from("abcdé ßİ_'-1\n"), max_size=20)


@given(texts=st.lists(_TEXT, min_size=1, max_size=4), query=_TEXT)
def test_reader_and_writer_find_the_same(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str
) -> None:
    clock = FixedClock()
    with new_record(tmp_path_factory.mktemp("search") / "r.otcpd", clock) as record:
        for text in texts:
            add_activity(record, text)
        with opening.open_for_reading(record.path, surroundings(clock, 3)) as reader:
            beside = reader.search(query)
        assert beside == record.search(query)


_ON_PATHWAY = {
    "goal": ("nobody does", "every week", "shadow fiona"),
    "impact": ("kit door", "waits no more", "days waited", "falls"),
    "learning_plan": ("half a day", "housing course", "no money", "on the way"),
    "opportunity": ("falls team", "larchshire"),
    "reading": ("hips homes", "2024", "ask about hips"),
    "role_aim": ("senior", "to teach", "practice educator"),
}


def test_what_is_on_the_pathway_is_found_by_its_words_until_it_is_in_the_bin(record: Record) -> None:
    rows = add_pathway(record, add_activity(record))
    for kind, queries in _ON_PATHWAY.items():
        for query in queries:
            assert rows[kind] in record.search(query)[kind], (kind, query)
    with record.step("Delete") as step:
        for kind in _ON_PATHWAY:
            step.remove(kind, rows[kind])
    for kind, queries in _ON_PATHWAY.items():
        assert all(rows[kind] not in record.search(query).get(kind, frozenset()) for query in queries), kind


def test_the_words_of_a_goal_count_for_what_works_towards_it_and_for_the_goal(record: Record) -> None:
    activity = add_activity(record)
    goal = add_pathway(record, activity)["goal"]
    assert record.search("lead the huddle") == {"activity": {activity}, "goal": {goal}}
    with record.step("Edit goal") as step:
        step.set("goal", goal, "title", "Run the quorum")
        step.unlink("activity_goal", {"activity": activity, "goal": goal})
    assert record.search("quorum") == {"goal": {goal}}


def test_a_search_goes_on_while_the_disk_is_away(record: Record) -> None:
    activity = add_activity(record, "Seating clinic")
    elsewhere = record.path.with_name("elsewhere")
    record.path.rename(elsewhere)
    try:
        assert found(record, "seating") == {activity}
    finally:
        elsewhere.rename(record.path)
    assert found(record, "seating") == {activity}
    assert sound(record)
