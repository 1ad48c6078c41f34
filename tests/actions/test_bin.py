"""The bin: what comes into it, what it shows, and that all of it comes back as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from otcpd.actions import activities, companions, evidence, gaps, own_types, people, posts, tags
from otcpd.actions.bin import facts_of, in_bin, put_back, texts_of
from otcpd.domain.errors import NotAcceptable
from otcpd.record.record import Record
from tests.actions.support import attached, journal_club, refused, undone_and_redone, written
from tests.ports import FixedClock
from tests.record.support import delete, sound


def names(record: Record) -> list[tuple[str, str]]:
    """Kind and name of what is in the bin, newest first."""
    return [(entry.kind, entry.name) for entry in in_bin(record)]


def test_a_deleted_activity_comes_back_as_it_was(record: Record, activity: str, tmp_path: Path) -> None:
    activities.edit_activity(record, activity, "learning", "Rugs")
    activities.set_tags(record, activity, ["falls"])
    attached(record, activity, written(tmp_path / "list.txt"))
    before = record.activities.get(activity)
    assert in_bin(record) == ()
    activities.delete_activity(record, activity)
    (entry,) = in_bin(record)
    assert facts_of(record, entry) == "3 November 2026, one evidence file"
    assert texts_of(record, entry) == (("What I learnt", "Rugs"), ("File", "list.txt"))
    undone_and_redone(record, lambda: put_back(record, [activity]), lambda: names(record), "Put back ‘Journal club’")
    assert record.activities.get(activity) == before


def test_several_things_come_back_in_one_step(record: Record, activity: str, clock: FixedClock) -> None:
    other = journal_club(record, title="")
    activities.delete_activity(record, activity)
    clock.advance(60)
    activities.delete_activity(record, other)
    assert names(record) == [("activity", "No title"), ("activity", "Journal club")]
    assert put_back(record, [activity, other, activity]).label == "Put back two things"
    assert in_bin(record) == ()
    record.undo()
    assert len(in_bin(record)) == 2


def test_evidence_comes_back_to_where_it_was(record: Record, activity: str, tmp_path: Path, clock: FixedClock) -> None:
    piece = attached(record, activity, written(tmp_path / "list.txt"), "New checklist").evidence
    other = journal_club(record, title="Forum")
    attached(record, other, tmp_path / "list.txt")
    evidence.remove_from_activity(record, other, piece)
    assert in_bin(record) == (), "it is still used"
    clock.advance(60)
    evidence.remove_from_activity(record, activity, piece)
    (entry,) = in_bin(record)
    assert (entry.kind, entry.name, entry.deleted) == ("evidence", "New checklist", clock.now())
    assert facts_of(record, entry).endswith("It was on ‘Journal club’.")
    assert texts_of(record, entry) == (("Caption", "New checklist"),)
    put_back(record, [piece])
    assert record.activities.get(activity).evidence == (piece,)
    assert record.activities.get(other).evidence == ()
    assert sound(record)


def test_people_and_reasons_come_back(record: Record, activity: str) -> None:
    companions.add_companion(record, activity, "Ann Birch")
    (companion,) = record.activities.get(activity).companions
    delete(record, companion.person, table="person")
    reason = gaps.give_reason(record, date(2026, 3, 1), date(2026, 6, 30), "illness", "Back now").new_id
    gaps.remove_reason(record, reason)
    assert dict(names(record))["person"] == "Ann Birch"
    gap = next(entry for entry in in_bin(record) if entry.kind == "gap_reason")
    assert (gap.name, texts_of(record, gap)) == ("Illness", (("Note for the assessor", "Back now"),))
    put_back(record, [companion.person, reason])
    assert record.activities.get(activity).companions == (companion,)
    assert [one.id for one in record.gap_reasons.all()] == [reason]


def test_what_was_erased_or_only_undone_is_in_no_bin(record: Record, activity: str) -> None:
    journal_club(record, title="Made by mistake")
    record.undo()
    record.erase(activity, None, "A name")
    assert in_bin(record) == ()


def test_a_tag_comes_back_to_the_activities_it_was_taken_off_with(
    record: Record, activity: str, clock: FixedClock
) -> None:
    other = journal_club(record, title="Forum")
    for one in (activity, other):
        activities.set_tags(record, one, ["falls", "seating"])
    clock.advance(60)
    activities.set_tags(record, other, ["seating"])
    clock.advance(60)
    tags.delete_tag(record, "falls")
    (entry,) = in_bin(record)
    assert (entry.kind, entry.name) == ("tag", "falls")
    undone_and_redone(record, lambda: put_back(record, [entry.id]), lambda: tags.tag_uses(record), "Put back ‘falls’")
    assert tags.tag_uses(record) == {"falls": 1, "seating": 2}
    assert record.activities.get(activity).tags == ("falls", "seating")


def test_a_new_name_throws_nothing_into_the_bin(record: Record, activity: str, clock: FixedClock) -> None:
    activities.set_tags(record, activity, ["falls", "seating"])
    own_types.add_type(record, "Kitchen visit")
    people.add_post_to(record, activity, "Senior OT", "Rowan Council")
    (employer,) = record.people.employers()
    tags.rename_tag(record, "falls", "falls prevention")
    tags.rename_tag(record, "seating", "falls prevention")
    own_types.rename_type(record, "Kitchen visit", "Kitchen assessment")
    posts.rename_employer(record, employer.id, "Alder Council")
    assert in_bin(record) == ()
    record.undo()
    record.redo()
    assert in_bin(record) == ()
    clock.advance(60)
    tags.delete_tag(record, "falls prevention")
    own_types.delete_type(record, "Kitchen assessment")
    assert {entry.name for entry in in_bin(record)} == {"falls prevention", "Kitchen assessment"}


def test_who_put_a_thing_away_last_counts(record: Record, clock: FixedClock) -> None:
    activity = journal_club(record)
    clock.advance(60)
    activities.delete_activity(record, activity)
    assert len(in_bin(record)) == 1
    record.undo()
    clock.advance(60)
    record.undo()
    assert in_bin(record) == (), "what was undone was never there"
    record.redo()
    clock.advance(60)
    record.redo()
    assert len(in_bin(record)) == 1, "the person deleted it, and said so again"
    put_back(record, [activity])
    clock.advance(60)
    record.undo()
    assert len(in_bin(record)) == 1


def test_what_is_not_there_is_refused_whole(record: Record, activity: str) -> None:
    other = journal_club(record)
    activities.delete_activity(record, activity)
    with refused(record, NotAcceptable, "not in the bin any more"):
        put_back(record, [activity, other])
