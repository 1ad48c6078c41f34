"""Why a search found an activity."""

from __future__ import annotations

from pathlib import Path

import pytest

from otcpd.actions.activities import answer_prompt, edit_activity, new_activity, set_tags
from otcpd.actions.companions import add_companion
from otcpd.actions.evidence import attach
from otcpd.actions.why_found import EVIDENCE, IN_A_FILE, why_found
from otcpd.domain.errors import NotAcceptable
from otcpd.exchange.evidence_text import read_evidence
from otcpd.record.record import Record


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
    return made


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
        ("checklist", EVIDENCE, "checklist.txt"),
        ("rugs", EVIDENCE, IN_A_FILE.text),
    ],
)
def test_it_says_where_the_word_stands(record: Record, activity: str, query: str, where: str, text: str) -> None:
    found = why_found(record, activity, query)
    assert found is not None
    assert (found.where, found.excerpt.text) == (where, text)
    record.search(query)


def test_what_the_title_shows_is_not_told_again(record: Record, activity: str) -> None:
    assert why_found(record, activity, "decis comp") is None


def test_there_must_be_such_an_activity(record: Record) -> None:
    with pytest.raises(NotAcceptable):
        why_found(record, "nobody", "seating")
