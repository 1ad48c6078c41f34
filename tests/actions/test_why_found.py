"""Why a search found an activity."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from otcpd.actions.activities import answer_prompt, edit_activity, new_activity, set_tags
from otcpd.actions.companions import add_companion
from otcpd.actions.evidence import attach
from otcpd.actions.people import add_post_to
from otcpd.actions.why_found import EVIDENCE, GOALS, IN_A_FILE, POST, Found, why_found
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.field_labels import TEXT_LABELS
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record
from otcpd.record.search import text_of, words_of


@pytest.fixture
def activity(record: Record, tmp_path: Path) -> str:
    made = new_activity(
        record, title="Complex decision", type="peer_supervision", learning="Ask about special seating early."
    ).new_id
    edit_activity(record, made, "notes_to_myself", "Ring Fiona about the hoist.")
    set_tags(record, made, ["posture", "stairs"])
    add_companion(record, made, "Callum Birch")
    answer_prompt(record, made, "driscoll", "what", "A ramp was too steep.")
    notes = tmp_path / "checklist.txt"
    notes.write_text("Rugs in the hall.", encoding="utf-8")
    attach(record, made, notes, read_evidence)
    add_post_to(record, made, "Falls team", "Larchfield Trust")
    with record.step("New goal") as step:
        step.link("activity_goal", {"activity": made, "goal": step.insert("goal", {"title": "Fewer pressure sores"})})
    return made


def why(record: Record, activity: str, query: str) -> Found | None:
    return why_found(record, activity, query, record.search(query).get("evidence", frozenset()))


@pytest.mark.parametrize(
    ("query", "where", "text"),
    [
        ("seating", "What I learnt", "… about special seating early."),
        ("complex seat", "What I learnt", "… about special seating early."),
        ("peer", "Type", "Peer supervision"),
        ("hoist", "Notes to myself", "… about the hoist."),
        ("ramp", "Reflection", "A ramp was too steep."),
        ("stairs", "Tags", "posture, stairs"),
        ("callum", "With whom", "Callum Birch"),
        ("team", POST, "Falls team, Larchfield Trust"),
        ("larchf", POST, "Falls team, Larchfield Trust"),
        ("sores", GOALS, "Fewer pressure sores"),
        ("checklist", EVIDENCE, "checklist.txt"),
        ("rugs", EVIDENCE, IN_A_FILE.text),
    ],
)
def test_it_says_where_the_word_stands(record: Record, activity: str, query: str, where: str, text: str) -> None:
    found = why(record, activity, query)
    assert found is not None
    assert (found.where, found.excerpt.text) == (where, text)


def test_it_looks_into_everything_that_the_search_looks_into(record: Record, activity: str) -> None:
    for field in set(TEXT_LABELS) - {"title"}:
        edit_activity(record, activity, field, f"{field.replace('_', '')}word")
    indexed = words_of(text_of(record.reader.connection, "activity", activity))
    assert {"learningword", "stairs", "birch", "ramp", "larchfield", "sores"} <= set(map(str.casefold, indexed))
    for word in indexed[2:]:  # two are the title
        found = why(record, activity, word)
        assert found is not None, word
        assert found.where != EVIDENCE, word


def test_only_a_file_that_was_found_is_named(record: Record, activity: str) -> None:
    assert why_found(record, activity, "rugs", frozenset()) is None
    assert why_found(record, activity, "rugs", frozenset({"another"})) is None


def test_many_files_cost_one_question(record: Record, activity: str, tmp_path: Path) -> None:
    def questions() -> int:
        asked: list[str] = []
        pieces = record.search("proof")["evidence"]
        engine: Any = record.reader.connection
        engine.set_trace_callback(asked.append)
        why_found(record, activity, "proof", pieces)
        engine.set_trace_callback(None)
        return len(asked)

    def prove(*places: int) -> None:
        for place in places:
            file = tmp_path / f"proof {place}.txt"
            file.write_text(f"Sheet {place}", encoding="utf-8")
            attach(record, activity, file, read_evidence)

    prove(1)
    before = questions()
    prove(*range(2, 9))
    assert questions() == before


def test_what_the_title_shows_is_not_told_again(record: Record, activity: str) -> None:
    assert why(record, activity, "decis comp") is None


def test_there_must_be_such_an_activity(record: Record) -> None:
    with pytest.raises(NotAcceptable):
        why(record, "nobody", "seating")
