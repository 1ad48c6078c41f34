"""The history of an entry, from real files: what it tells, and that each earlier value comes back exactly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otcpd.actions import activities, companions, evidence, people, portfolio, readers
from otcpd.actions.entry_history import HistoryLine, bring_back, entry_history
from otcpd.actions.readers import Place
from otcpd.domain.activity import Category
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, written
from tests.ports import FixedClock
from tests.record.support import new_record, sound


def told(record: Record, activity: str) -> list[tuple[str, str, str]]:
    """Label, was and now of each change, newest first."""
    return [(line.label, line.was, line.now) for line in entry_history(record, activity)]


def line_of(record: Record, activity: str, label: str) -> HistoryLine:
    """The newest change of this name."""
    return next(line for line in entry_history(record, activity) if line.label == label)


def test_changes_are_told_in_the_words_of_the_window(record: Record, activity: str) -> None:
    activities.edit_activity(record, activity, "learning", "Rugs")
    activities.edit_activity(record, activity, "learning", "Rugs and light")
    activities.edit_activity(record, activity, "minutes", 90)
    activities.edit_activity(record, activity, "category", Category.FORMAL)
    activities.edit_activity(record, activity, "expires", date(2028, 11, 1))
    activities.edit_activity(record, activity, "mandatory", True)
    assert told(record, activity) == [
        ("Mandatory training", "No", "Yes"),
        ("Runs out on", "", "1 November 2028"),
        ("Category", "", "Formal"),
        ("Duration", "", "1 h 30"),
        ("What I learnt", "Rugs", "Rugs and light"),
        ("What I learnt", "", "Rugs"),
        ("Activity added", "", "Title: Journal club\nDate: 3 November 2026"),
    ]


def test_what_hangs_on_an_activity_is_part_of_its_history(record: Record, activity: str, tmp_path: Path) -> None:
    activities.set_tags(record, activity, ["falls"])
    companions.add_companion(record, activity, "Ann Birch")
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Cross")
    readers.choose_reader(record, Place("activity", activity, "learning"), Layer.PRIVATE)
    readers.choose_reader(record, Place("reflection_answer", activity, "gibbs/feelings"), Layer.SUPERVISION)
    portfolio.use_in_statement(record, activity, True)
    attached(record, activity, written(tmp_path / "list.txt"), "New checklist")
    assert told(record, activity)[:-1] == [
        ("Evidence ‘New checklist’", "Not on this activity", "On this activity"),
        ("Use in my statement", "No", "Yes"),
        ("Who can read ‘Gibbs: Feelings’", "Only you, never exported", "Shared in supervision"),
        ("Who can read ‘What I learnt’", "In your profile", "Only you, never exported"),
        ("Gibbs: Feelings", "", "Cross"),
        ("With Ann Birch", "Not on this activity", "On this activity"),
        ("Tag ‘falls’", "Not on this activity", "On this activity"),
    ]


def test_a_spell_of_typing_is_one_change_and_undoing_says_so(record: Record, activity: str, clock: FixedClock) -> None:
    for text in ("R", "Ru", "Rugs"):
        activities.edit_activity(record, activity, "learning", text, typing=True)
    clock.advance(600)
    record.undo()
    undone, written_, _made = entry_history(record, activity)
    assert (written_.was, written_.now, written_.how) == ("", "Rugs", "")
    assert (undone.was, undone.now, undone.how) == ("Rugs", "", "by undo or redo")
    assert undone.at == clock.now()
    assert undone.can_come_back
    bring_back(record, activity, undone.id)
    assert record.activities.get(activity).learning == "Rugs"


def test_links_come_back_with_what_they_lead_to(record: Record, activity: str, tmp_path: Path) -> None:
    piece = attached(record, activity, written(tmp_path / "list.txt")).evidence
    companions.add_companion(record, activity, "Ann Birch")
    activities.set_tags(record, activity, ["falls"])
    portfolio.use_in_statement(record, activity, True)
    (companion,) = record.activities.get(activity).companions
    evidence.remove_from_activity(record, activity, piece)
    companions.remove_companion(record, activity, companion.person)
    activities.set_tags(record, activity, [])
    portfolio.use_in_statement(record, activity, False)
    for label in ("Evidence ‘list.txt’", "With Ann Birch", "Tag ‘falls’", "Use in my statement"):
        line = line_of(record, activity, label)
        assert line.can_come_back
        assert bring_back(record, activity, line.id).label == f"Bring back {label[:1].lower()}{label[1:]}"
    found = record.activities.get(activity)
    assert (found.evidence, found.companions, found.tags) == ((piece,), (companion,), ("falls",))
    assert record.evidence.get(piece).deleted is None
    assert record.portfolios.current().chosen == (activity,)
    assert sound(record)


def test_bringing_back_is_one_step_that_can_be_undone(record: Record, activity: str) -> None:
    activities.edit_activity(record, activity, "learning", "Rugs")
    activities.edit_activity(record, activity, "learning", "Light")
    changes = bring_back(record, activity, line_of(record, activity, "What I learnt").id)
    assert changes.label == "Bring back what I learnt"
    assert record.activities.get(activity).learning == "Rugs"
    older = entry_history(record, activity)[1]
    assert older.stands
    assert not older.can_come_back
    record.undo()
    assert record.activities.get(activity).learning == "Light"


def test_who_can_read_comes_back_to_what_it_was_before_anybody_chose(record: Record, activity: str) -> None:
    readers.choose_reader(record, Place("activity", activity, "learning"), Layer.PRIVATE)
    bring_back(record, activity, line_of(record, activity, "Who can read ‘What I learnt’").id)
    assert record.activities.get(activity).layer_of("learning") is Layer.REGULATOR


def test_what_was_erased_says_when_and_cannot_come_back(record: Record, activity: str, clock: FixedClock) -> None:
    activities.edit_activity(record, activity, "learning", "Mrs Larch fell")
    activities.edit_activity(record, activity, "learning", "")
    clock.advance(days=2)
    record.erase(activity, "learning", "A name")
    lines = entry_history(record, activity)
    assert (lines[0].label, lines[0].now) == ("What I learnt, erased for good", "Reason: A name")
    erased = [line for line in lines if line.label == "What I learnt"]
    assert [line.erased for line in erased] == [clock.now()] * 2
    assert "Larch" not in repr(lines)
    for line in (lines[0], *erased):
        assert not line.can_come_back
    with refused(record, NotAcceptable, "erased for good"):
        bring_back(record, activity, erased[0].id)


def test_the_mark_of_an_erasure_cannot_be_taken_away(record: Record, activity: str) -> None:
    activities.edit_activity(record, activity, "learning", "Mrs Larch fell")
    record.erase(activity, "learning", "A name")
    for line in entry_history(record, activity):
        with refused(record, NotAcceptable):
            bring_back(record, activity, line.id)


def test_what_stands_is_not_brought_back(record: Record, activity: str) -> None:
    activities.edit_activity(record, activity, "learning", "Rugs")
    with refused(record, NotAcceptable, "nothing to bring back"):
        bring_back(record, activity, line_of(record, activity, "What I learnt").id)


def test_an_erased_activity_tells_nothing_of_what_it_said(record: Record, activity: str) -> None:
    activities.answer_prompt(record, activity, "gibbs", "feelings", "Mrs Larch")
    activities.edit_activity(record, activity, "notes_to_myself", "Mrs Larch again")
    record.erase(activity, None, "A name")
    lines = entry_history(record, activity)
    assert "Larch" not in repr(lines)
    assert not any(line.can_come_back for line in lines)


def test_days_that_no_longer_fit_are_refused(record: Record, activity: str) -> None:
    activities.edit_activity(record, activity, "date", date(2026, 11, 10))
    activities.edit_activity(record, activity, "date", date(2026, 11, 1))
    activities.edit_activity(record, activity, "end_date", date(2026, 11, 2))
    line = next(line for line in entry_history(record, activity) if line.was == "10 November 2026")
    with refused(record, NotAcceptable, "10 November 2026"):
        bring_back(record, activity, line.id)


def test_a_post_that_is_gone_cannot_come_back(record: Record, activity: str) -> None:
    people.add_post_to(record, activity, "Senior OT", "Rowan Council")
    post = record.activities.get(activity).post
    activities.edit_activity(record, activity, "post", None)
    assert post is not None
    with record.step("Delete post") as step:
        step.remove("post", post)
    with refused(record, NotAcceptable, "That post is not in your CPD file any more."):
        bring_back(record, activity, line_of(record, activity, "Post").id)


@pytest.mark.parametrize("line", ["", "nonsense/learning"])
def test_a_change_that_is_none_is_refused(record: Record, activity: str, line: str) -> None:
    with refused(record, NotAcceptable, "not in the history"):
        bring_back(record, activity, line)


def test_the_making_of_an_entry_has_nothing_before_it(record: Record, activity: str) -> None:
    (made,) = entry_history(record, activity)
    assert made.made
    with refused(record, NotAcceptable, "not in the history"):
        bring_back(record, activity, made.id)


EDITS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["title", "learning", "notes_to_myself"]), st.text(max_size=12)),
        st.tuples(st.just("minutes"), st.sampled_from([None, 30, 90])),
        st.tuples(st.just("category"), st.sampled_from([None, *Category])),
        st.tuples(st.just("gibbs/feelings"), st.text(max_size=12)),
        st.tuples(st.just("undo"), st.none()),
    ),
    max_size=12,
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_every_earlier_value_comes_back_exactly(
    edits: list[tuple[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    clock = FixedClock()
    with new_record(tmp_path_factory.mktemp("history") / "file.otcpd", clock) as record:
        activity = journal_club(record)
        for field, value in edits:
            if field == "undo":
                record.undo()
            elif field == "gibbs/feelings":
                activities.answer_prompt(record, activity, "gibbs", "feelings", str(value))
            else:
                activities.edit_activity(record, activity, field, value)  # type: ignore[arg-type]  # drawn to fit
        for then in entry_history(record, activity):
            # What came back before may stand there now: then there is nothing to bring back any more.
            line = next(one for one in entry_history(record, activity) if one.id == then.id)
            if line.can_come_back and line.label != "This activity":
                bring_back(record, activity, line.id)
                newest = next(one for one in entry_history(record, activity) if one.label == line.label)
                assert newest.now == line.was
        assert sound(record)
