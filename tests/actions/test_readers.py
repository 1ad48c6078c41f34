"""Which texts each reader sees, and the readers of answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from otcpd.actions import activities, gaps, portfolio
from otcpd.actions.readers import (
    Place,
    choose_reader,
    sight,
    texts_around,
    texts_of_activity,
    with_layer,
)
from otcpd.actions.reflections import model_to_offer, set_answer_layer
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, undone_and_redone, written
from tests.record.support import sound


def labels(record: Record, activity: str, level: Layer) -> list[str]:
    """What readers at a level see."""
    return [one.label for one in sight(texts_of_activity(record, activity), level).shown]


def layer_at(record: Record, place: Place) -> Layer:
    """Who may read the text at `place`."""
    return next(one.layer for one in texts_around(record, place) if one.place == place)


def test_each_reader_sees_the_texts_that_may_go_so_far(record: Record, activity: str, tmp_path: Path) -> None:
    activities.edit_activity(record, activity, "learning", "Rugs")
    activities.edit_activity(record, activity, "notes_to_myself", "Ask Ann")
    activities.choose_type(record, activity, "Kerb walk")
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Cross")
    piece = attached(record, activity, written(tmp_path / "list.txt"), "New checklist").evidence
    choose_reader(record, Place("evidence", piece, "file"), Layer.SUPERVISION)
    every = ["Title", "Type", "What I learnt", "Notes to myself", "Gibbs: Feelings", "Caption", "File"]
    assert labels(record, activity, Layer.PRIVATE) == every
    assert labels(record, activity, Layer.SUPERVISION) == ["Title", "What I learnt", "Caption", "File"]
    assert labels(record, activity, Layer.REGULATOR) == ["Title", "What I learnt", "Caption"]
    assert record.evidence.get(piece).layer is Layer.SUPERVISION
    place = Place("activity", activity, "learning")
    supposed = with_layer(texts_of_activity(record, activity), place, Layer.PRIVATE)
    assert "What I learnt" in [one.label for one in sight(supposed, Layer.SUPERVISION).held_back]
    assert layer_at(record, place) is Layer.REGULATOR, "supposing changes nothing"


def test_a_text_one_asks_about_is_among_those_around_it_even_while_empty(record: Record, activity: str) -> None:
    for place in (
        Place("activity", activity, "learning"),
        Place("reflection_answer", activity, "driscoll/what"),
        Place("portfolio", record.portfolios.current().id, "summary"),
    ):
        assert place in [one.place for one in texts_around(record, place)]


def test_the_readers_of_statement_and_reasons_can_be_chosen(record: Record) -> None:
    current = record.portfolios.current().id
    portfolio.edit_portfolio(record, current, "statement", "I learnt")
    reason = gaps.give_reason(record, date(2026, 3, 1), date(2026, 6, 30), "illness", "Back").new_id
    for place in (Place("portfolio", current, "statement"), Place("gap_reason", reason, "note")):
        choose_reader(record, place, Layer.PRIVATE)
        assert layer_at(record, place) is Layer.PRIVATE
    assert texts_around(record, Place("gap_reason", reason, "note"))[0].text == "Illness"


def test_an_answer_has_readers_before_and_after_it_is_written(record: Record, activity: str) -> None:
    place = Place("reflection_answer", activity, "gibbs/feelings")
    assert layer_at(record, place) is Layer.PRIVATE
    undone_and_redone(
        record,
        lambda: choose_reader(record, place, Layer.SUPERVISION),
        lambda: layer_at(record, place),
        "Change who can read this",
    )
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Cross")
    assert layer_at(record, place) is Layer.SUPERVISION
    choose_reader(record, place, Layer.PRIVATE)
    assert layer_at(record, place) is Layer.PRIVATE
    assert sound(record)


def test_choosing_a_reader_does_not_bring_back_what_was_undone(record: Record, activity: str) -> None:
    place = Place("reflection_answer", activity, "gibbs/feelings")
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Cross with Iain Birch")
    record.undo()
    choose_reader(record, place, Layer.REGULATOR)
    assert [one.text for one in texts_around(record, place) if one.place == place] == [""]
    assert layer_at(record, place) is Layer.REGULATOR
    assert sound(record)


def test_a_private_caption_is_not_the_name_of_its_file(record: Record, activity: str, tmp_path: Path) -> None:
    piece = attached(record, activity, written(tmp_path / "list.txt"), "Letter on Iain Birch").evidence
    choose_reader(record, Place("evidence", piece, "caption"), Layer.PRIVATE)
    seen = sight(texts_of_activity(record, activity), Layer.REGULATOR)
    assert [(one.label, one.text) for one in seen.shown] == [("Title", "Journal club"), ("File", "list.txt")]
    assert [(one.label, one.text) for one in seen.held_back] == [("Caption", "Letter on Iain Birch")]


def test_choosing_what_is_so_anyway_writes_nothing(record: Record, activity: str) -> None:
    assert not set_answer_layer(record, activity, "gibbs", "feelings", Layer.PRIVATE)
    assert not choose_reader(record, Place("activity", activity, "learning"), Layer.REGULATOR)


@pytest.mark.parametrize(
    ("table", "field"),
    [("reflection_answer", "gibbs/nonsense"), ("reflection_answer", "nonsense"), ("activity", "minutes")],
)
def test_what_has_no_readers_to_choose_is_refused(record: Record, activity: str, table: str, field: str) -> None:
    with refused(record, NotAcceptable):
        choose_reader(record, Place(table, activity, field), Layer.PRIVATE)


def test_a_gap_that_is_none_has_no_texts(record: Record) -> None:
    with refused(record, NotAcceptable, "no reason"):
        texts_around(record, Place("gap_reason", "nonsense", "note"))


def test_the_model_used_last_is_offered_first(record: Record, activity: str) -> None:
    other = journal_club(record)
    assert model_to_offer(record, record.activities.get(activity)).code == "hcpc_profile"
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Cross")
    activities.answer_prompt(record, activity, "driscoll", "what", "Kerbs")
    assert model_to_offer(record, record.activities.get(other)).code == "driscoll"
    activities.answer_prompt(record, other, "schon", "in_action", "Stopped")
    assert model_to_offer(record, record.activities.get(activity)).code == "gibbs", "there it has no answer"
    third = journal_club(record)
    assert model_to_offer(record, record.activities.get(third)).code == "schon"
    activities.answer_prompt(record, other, "schon", "in_action", "")
    assert model_to_offer(record, record.activities.get(third)).code == "driscoll"
