"""The pathway in the bin, among what can be erased for good, in the history of an activity, and its readers."""

from __future__ import annotations

from itertools import product

import pytest

from otcpd.actions.bin import KINDS, facts_of, in_bin, put_back, texts_of
from otcpd.actions.entry_history import bring_back, entry_history
from otcpd.actions.erasing import Erasable, erasables, parts, what_goes, what_stays
from otcpd.actions.pathway.framework_edit import edit_framework
from otcpd.actions.pathway.framework_items import recode_item
from otcpd.actions.pathway.texts import LABELS, LINES, text_labels
from otcpd.actions.readers import Place, choose_reader, texts_around
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import DEFAULT_LAYERS, Layer
from otcpd.record.record import Record
from otcpd.record.schema import JOURNALED
from tests.actions.support import refused, state, undone_and_redone
from tests.record.pathway_rows import Rows, add_pathway
from tests.record.support import sound, undo_labels

THINGS = tuple(table for table in LABELS if table != "post")


@pytest.fixture
def rows(record: Record, activity: str) -> Rows:
    """A pathway, begun with an activity."""
    return add_pathway(record, activity)


def test_every_text_of_the_pathway_has_a_label() -> None:
    for table in LABELS:
        assert set(text_labels(table)) == set(JOURNALED[table].text), table
    for lines in (one for several in LINES.values() for one in several):
        assert set(lines.fields) == set(JOURNALED[lines.table].text), lines.table


def test_all_of_it_lies_in_the_bin_by_name_and_comes_back(record: Record, rows: Rows) -> None:
    before = set(state(record)["goal_milestone"])
    with record.step("Delete") as step:
        for table in THINGS:
            step.remove(table, rows[table])
    told = {entry.kind: (entry.name, facts_of(record, entry)) for entry in in_bin(record)}
    assert told == {
        "framework": ("Senior OT, edition 1", "two items, one level, what is linked to it stays readable"),
        "role_aim": ("Senior OT", "by 1 April 2028, asks two things"),
        "opportunity": ("A day with the falls team", "from 1 June 2026"),
        "assessment": ("Senior OT, 1 September 2026", "one mark"),
        "goal": ("Lead the huddle", "by 31 December 2026, 1 of 1 step done, one activity"),
        "learning_plan": (
            "My plan",
            "1 April 2026 to 31 March 2027, one goal, two pieces of planned learning",
        ),
        "impact": ("Kit at the door", "30 October 2026, 12 people reached"),
        "reading": ("Hips and homes", "2024"),
    }
    assert set(told) <= set(KINDS)
    texts = {entry.kind: texts_of(record, entry) for entry in in_bin(record)}
    assert texts["goal"] == (
        ("Why it matters", "Nobody does"),
        ("Measurable", "Every week"),
        ("Pillar or item", "Lead"),
        ("Steps", "Shadow Fiona"),
    )
    assert texts["learning_plan"] == (
        ("Protected time it counts on", "Half a day"),
        ("Planned learning", "Housing course\nJournal club"),
        ("Agreed as", "Senior"),
        ("Reviews", "On the way"),
    )
    assert texts["framework"] == (("Code", "senior"), ("Levels", "Leads"), ("Items", "Lead\nTeach"))
    assert texts["assessment"] == (("Notes to myself", "On a good day"), ("Reasons", "I lead huddles"))
    undone_and_redone(
        record,
        lambda: put_back(record, [rows["goal"]]),
        lambda: sorted(entry.name for entry in in_bin(record)),
        "Put back ‘Lead the huddle’",
    )
    put_back(record, [entry.id for entry in in_bin(record)])
    assert (in_bin(record), set(state(record)["goal_milestone"])) == ((), before)


def test_a_framework_with_many_items_shows_the_first_and_counts_the_others(record: Record, rows: Rows) -> None:
    with record.step("Fill") as step:
        for number in range(30):
            step.insert("framework_item", {"framework": rows["framework"], "code": f"c{number}", "label": f"L{number}"})
        step.remove("framework", rows["framework"])
    (entry,) = in_bin(record)
    items = dict(texts_of(record, entry))["Items"].splitlines()
    assert (len(items), items[-1]) == (21, "and 12 more")


def _thing(record: Record, row: str) -> Erasable:
    return next(one for one in erasables(record) if one.id == row)


_GOES: dict[str, tuple[bytes, ...]] = {
    "framework": (b"Senior OT", b"Leads", b"Teach"),
    "role_aim": (b"Practice educator", b"To teach"),
    "opportunity": (b"falls team", b"Larchshire"),
    "assessment": (b"On a good day", b"I lead huddles"),
    "goal": (b"Lead the huddle", b"Nobody does", b"Shadow Fiona"),
    "learning_plan": (b"Housing course", b"No money", b"On the way"),
    "impact": (b"Kit at the door", b"Days waited", b"It waits no more"),
    "reading": (b"Hips and homes", b"I ask about hips"),
}


@pytest.mark.parametrize("table", THINGS)
def test_each_goes_for_good_with_what_hangs_on_it(record: Record, rows: Rows, table: str) -> None:
    with record.step("Name otherwise") as step:  # the role is called as the framework is
        step.set("role_aim", rows["role_aim"], "title", "Lead" if table == "framework" else "Senior OT, here")
    thing = _thing(record, rows[table])
    whole = parts(record, thing)[0]
    said = (*what_goes(thing, whole), *what_stays(thing, whole))
    assert all(line.endswith(".") for line in said)
    assert any("activities" in line or "goals" in line.lower() for line in what_stays(thing, whole))
    record.search("hips")
    gone = [words for words in _GOES[table] if table != "framework" or words != b"Senior OT"]
    assert not [words for words in gone if words not in record.path.read_bytes()]
    record.erase(rows[table], None, "Not mine to keep")
    data = record.path.read_bytes()
    assert not [words for words in gone if words in data]
    assert rows[table] not in {one.id for one in erasables(record)} | {one.id for one in in_bin(record)}
    assert sound(record)


def test_each_line_can_go_by_itself(record: Record, rows: Rows) -> None:
    with record.step("Carry on") as step:
        step.set("plan_goal", rows["plan_goal"], "carried_reason", "Ill")
        step.set("framework_item", rows["framework_item"], "notes", "As Rory does")
    labels = {
        table: [one.label for one in parts(record, _thing(record, rows[table])) if one.key.startswith("line")]
        for table in LINES
    }
    assert labels == {
        "goal": ["Step ‘Shadow Fiona’"],
        "role_aim": ["What it asks ‘Practice educator’"],
        "assessment": ["Reason ‘I lead huddles’"],
        "learning_plan": [
            "Planned learning ‘Housing course’",
            "Reason of ‘Housing course’",
            "Planned learning ‘Journal club’",
            "Why it is carried over ‘Ill’",
            "Role ‘Senior’",
            "Review ‘On the way’",
        ],
        "impact": ["Measure ‘Days waited’", "Unit of ‘Days waited’"],
        "framework": [
            "Level ‘Leads’",
            "Item ‘Lead’",
            "Code of ‘Lead’",
            "Item ‘Teach’",
            "Note of ‘Teach’",
            "Code of ‘Teach’",
        ],
    }
    note = next(one for one in parts(record, _thing(record, rows["framework"])) if one.label == "Note of ‘Teach’")
    record.erase(note.row, note.field, "A name")
    assert b"As Rory does" not in record.path.read_bytes()
    assert record.frameworks.all()[0].by_code["teach"].label == "Teach"


def test_a_reason_is_erased_from_under_every_code_that_its_item_had(record: Record, rows: Rows) -> None:
    framework = rows["framework"]
    with record.step("Write") as step:
        step.set("assessment_mark", rows["assessment_mark"], "reason", "As Mrs Larch said")
        step.set("assessment_mark", rows["assessment_mark"], "reason", "As Rory does")
    (lead, _teach) = record.frameworks.all()[0].items
    recode_item(record, framework, lead.id, "L")
    edit_framework(record, framework, "edition", "2")
    assessment = record.assessments.get(rows["assessment"])
    record.erase(assessment.mark("senior@2:L").id, "reason", "A name")
    assert record.assessments.get(rows["assessment"]).mark("senior@2:L").reason == ""
    for words in (b"Mrs Larch", b"As Rory does"):
        assert words not in record.path.read_bytes()
    assert sound(record)


def test_the_history_of_an_activity_tells_of_the_pathway_and_takes_it_back(
    record: Record, activity: str, rows: Rows
) -> None:
    labels = [line.label for line in entry_history(record, activity)]
    assert set(labels[:5]) == {
        "Goal ‘Lead the huddle’",
        "Came of the opportunity ‘A day with the falls team’",
        "Shown in the self-assessment ‘Senior OT, 1 September 2026’",
        "Impact ‘Kit at the door’",
        "Reading ‘Hips and homes’",
    }
    ends = {"activity": activity, "goal": rows["goal"]}
    with record.step("Unlink") as step:
        step.unlink("activity_goal", ends)
    line = entry_history(record, activity)[0]
    assert (line.label, line.was, line.now) == ("Goal ‘Lead the huddle’", "On this activity", "Not on this activity")
    bring_back(record, activity, line.id)
    assert record.goals.get(rows["goal"]).activities == (activity,)
    assert undo_labels(record)[-1] == "Bring back goal ‘Lead the huddle’"


def test_the_readers_of_its_texts_can_be_chosen(record: Record, rows: Rows) -> None:
    layered = [(table, field) for table in THINGS for field in text_labels(table) if (table, field) in DEFAULT_LAYERS]
    for (table, field), layer in product(layered, (Layer.SUPERVISION, Layer.PRIVATE)):
        place = Place(table, rows[table], field)
        choose_reader(record, place, layer)
        (found,) = (one for one in texts_around(record, place) if one.place == place)
        assert (found.layer, found.label) == (layer, text_labels(table)[field])
    every = texts_around(record, Place("goal", rows["goal"], "outcome"))
    assert [one.label for one in every] == ["Goal", "Why it matters", "Measurable", "Pillar or item", "What came of it"]
    with refused(record, NotAcceptable, "nothing with the id"):
        texts_around(record, Place("goal", "nonsense", "why"))
