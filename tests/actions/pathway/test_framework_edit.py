"""Frameworks of one's own: made, edited, copied, and never a link that cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from otcpd.actions.activities import set_layer, set_standards
from otcpd.actions.bin import put_back
from otcpd.actions.pathway.assessments import begin_assessment, mark_level, show_by, write_reason
from otcpd.actions.pathway.framework_edit import (
    copy_framework,
    delete_framework,
    edit_framework,
    link_items,
    new_edition,
    new_framework,
    set_level,
    set_level_numbers,
    unlink_items,
)
from otcpd.actions.pathway.framework_items import (
    add_item,
    edit_item,
    move_item,
    place_below,
    recode_item,
    remove_item,
    retire_item,
)
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.goals import new_goal
from otcpd.domain.assessment import MarkSide
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkKind, Level, LinkKind
from otcpd.domain.layers import Layer
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.record.support import add_activity, sound


@pytest.fixture
def made(record: Record) -> Framework:
    """A role profile with two pillars, and three items below the first."""
    framework = new_framework(record, "Senior OT, our council", kind=FrameworkKind.ROLE).created[0]
    set_level_numbers(record, framework, range(5, 8))
    for label, code, parent in (
        ("Leads", "L", ""),
        ("Teaches", "T", ""),
        ("A team", "", "L"),
        ("A meeting", "", "L"),
        ("Change", "", "L"),
    ):
        add_item(record, framework, label, code=code, parent=parent)
    return only(record)


def only(record: Record) -> Framework:
    (found,) = record.frameworks.all()
    return found


def codes(record: Record) -> list[str]:
    return [item.code for item in only(record).items]


def item(record: Record, code: str) -> str:
    return only(record).by_code[code].id


def test_items_are_added_behind_those_beside_them(record: Record, made: Framework) -> None:
    assert (made.code, made.edition) == ("senior_ot_our_council", "2026")
    assert codes(record) == ["L", "L.1", "L.2", "L.3", "T"]
    assert [level.number for level in made.levels] == [5, 6, 7]
    with refused(record, NotAcceptable, "stands for another item"):
        add_item(record, made.id, "Again", code="L")
    with refused(record, NotAcceptable, "no item ‘X’"):
        add_item(record, made.id, "Below nothing", parent="X")
    with refused(record, NotAcceptable, "no words"):
        add_item(record, made.id, " ")
    with refused(record, NotAcceptable, "A level is"):
        add_item(record, made.id, "High", level=100)


def test_fields_of_the_framework_and_of_items(record: Record, made: Framework) -> None:
    edit_framework(record, made.id, "name", " Senior  OT ")
    edit_framework(record, made.id, "publisher", "Alder Council")
    edit_framework(record, made.id, "valid_from", date(2026, 4, 1))
    edit_item(record, made.id, item(record, "L.1"), "label", "A big team")
    edit_item(record, made.id, item(record, "L.1"), "level", 6)
    set_level(record, made.id, 6, "Senior")
    set_level(record, made.id, 8, "Consultant")
    set_level_numbers(record, made.id, [one.number for one in only(record).levels if one.number != 5])
    found = only(record)
    assert (found.name, found.publisher, found.valid_from) == ("Senior OT", "Alder Council", date(2026, 4, 1))
    assert (found.by_code["L.1"].label, found.by_code["L.1"].level) == ("A big team", 6)
    assert found.levels == (Level(6, "Senior"), Level(7), Level(8, "Consultant"))
    for field, value in (("name", " "), ("edition", "a@b"), ("edition", ""), ("kind", "odd"), ("colour", "red")):
        with refused(record, NotAcceptable):
            edit_framework(record, made.id, field, value)


def test_items_are_moved_with_what_is_below_them(record: Record, made: Framework) -> None:
    undone_and_redone(
        record, lambda: move_item(record, made.id, item(record, "L"), 1), lambda: codes(record), "Move item"
    )
    assert codes(record) == ["T", "L", "L.1", "L.2", "L.3"]
    assert not move_item(record, made.id, item(record, "L"), 1)
    move_item(record, made.id, item(record, "L.3"), -1)
    assert codes(record) == ["T", "L", "L.1", "L.3", "L.2"]
    place_below(record, made.id, item(record, "L.1"), "T")
    assert codes(record) == ["T", "L.1", "L", "L.3", "L.2"]
    place_below(record, made.id, item(record, "T"), "L.3")
    assert codes(record) == ["L", "L.3", "T", "L.1", "L.2"]
    with refused(record, NotAcceptable, "below itself"):
        place_below(record, made.id, item(record, "L.3"), "L.1")
    edit_item(record, made.id, item(record, "T"), "parent", "")
    assert codes(record) == ["L", "L.3", "L.2", "T", "L.1"]


def test_a_new_code_takes_every_link_along(record: Record, made: Framework) -> None:
    old, new = made.ref.item("L"), made.ref.item("LEAD")
    activity = add_activity(record)
    set_standards(record, activity, [old])
    goal = new_goal(record, "Lead", framework_item=old).new_id
    assessment = begin_assessment(record, str(made.ref)).created[0]
    mark_level(record, assessment, old, MarkSide.NOW, 6)
    write_reason(record, assessment, old, "I chair it")
    show_by(record, assessment, old, activity)
    (mark,) = record.reader.rows("SELECT id FROM assessment_mark WHERE deleted IS NULL")
    set_layer(record, "assessment_mark", mark[0], "reason", Layer.PRIVATE)
    link_items(record, old, "rcot_career@2022:leadership", LinkKind.SAME)
    undone_and_redone(
        record, lambda: recode_item(record, made.id, item(record, "L"), "LEAD"), lambda: linked(record), "Edit item"
    )
    assert linked(record) == {new}
    assert record.activities.get(activity).standards == (new,)
    assert record.goals.get(goal).framework_item == new
    found = record.assessments.get(assessment).marks[new]
    assert (found.now, found.reason, found.activities) == (6, "I chair it", (activity,))
    rows = record.reader.rows("SELECT row, layer FROM layer WHERE deleted IS NULL AND tbl = 'assessment_mark'")
    marks = record.reader.rows("SELECT id FROM assessment_mark WHERE deleted IS NULL")
    assert rows == [(marks[0][0], "private")]
    assert {one.parent for one in only(record).items} == {"", "LEAD"}
    with refused(record, NotAcceptable, "stands for another item"):
        recode_item(record, made.id, item(record, "LEAD"), "T")
    assert not recode_item(record, made.id, item(record, "LEAD"), "LEAD")
    edit_framework(record, made.id, "edition", "2027")
    assert linked(record) == {f"{made.code}@2027:LEAD"}
    assert record.assessments.get(assessment).framework == f"{made.code}@2027"
    assert sound(record)


def linked(record: Record) -> set[str]:
    """All that the things of the file name, but for what is in the frameworks that ship."""
    tables = (
        ("activity_standard", "standard"),
        ("goal", "framework_item"),
        ("assessment_mark", "item"),
        ("assessment_activity", "item"),
        ("framework_link", "source"),
    )
    return {
        str(row[0])
        for table, name in tables
        for row in record.reader.rows(f"SELECT {name} FROM {table} WHERE deleted IS NULL")
    }


def test_an_item_that_is_used_is_retired_and_not_removed(record: Record, made: Framework) -> None:
    goal = new_goal(record, "Team", framework_item=made.ref.item("L.1")).new_id
    with refused(record, NotAcceptable, "Retire it"):
        remove_item(record, made.id, item(record, "L"))
    retire_item(record, made.id, item(record, "L.1"))
    assert all_frameworks(record).label(record.goals.get(goal).framework_item) == "A team"
    retire_item(record, made.id, item(record, "L.1"), on=False)
    assert not only(record).by_code["L.1"].retired
    with refused(record, NotAcceptable, "not in the framework any more"):
        retire_item(record, made.id, made.id)
    remove_item(record, made.id, item(record, "T"))
    assert codes(record) == ["L", "L.1", "L.2", "L.3"]


def test_a_copy_of_one_that_ships_counts_for_it(record: Record) -> None:
    known = all_frameworks(record)
    source = next(one for one in known.offered if one.code == "rcot_career")
    copy_framework(record, str(source.ref), "Ours")
    found, pillar = only(record), source.pillars[0].code
    assert (found.name, found.levels) == ("Ours", source.levels)
    assert [one.label for one in found.items] == [one.label for one in source.items if not one.retired]
    assert found.ref.item(pillar) in all_frameworks(record).counting_for(source.ref.item(pillar))
    with refused(record, NotAcceptable, "no framework"):
        copy_framework(record, "nothing@1", "X")


def test_a_new_edition_and_the_bin_leave_links_readable(record: Record, made: Framework) -> None:
    goal = new_goal(record, "Team", framework_item=made.ref.item("L.1")).new_id
    newer = new_edition(record, made.id, "2027", date(2027, 4, 1)).created[0]
    known = all_frameworks(record)
    assert [one.edition for one in known.offered if one.own] == ["2027"]
    assert made.ref.item("L.1") in known.counting_for(f"{made.code}@2027:L")
    with refused(record, NotAcceptable, "There is an edition"):
        new_edition(record, newer, "2026")
    with refused(record, NotAcceptable):
        new_edition(record, newer, "2028", date(7504, 6, 18))
    delete_framework(record, newer)
    assert [one.edition for one in all_frameworks(record).offered if one.own] == ["2026"]
    delete_framework(record, made.id)
    assert all_frameworks(record).label(record.goals.get(goal).framework_item) == "A team"
    put_back(record, [made.id])
    assert only(record).id == made.id
    assert sound(record)


def test_links_between_frameworks_come_and_go(record: Record, made: Framework) -> None:
    ref = made.ref.item("T")
    link_items(record, ref, "rcot_career@2022:learning", LinkKind.RELATED)
    (link,) = record.frameworks.links()
    assert (link.source, link.target, link.kind) == (ref, "rcot_career@2022:learning", LinkKind.RELATED)
    unlink_items(record, link.id)
    assert record.frameworks.links() == []
    link_items(record, ref, "rcot_career@2022:learning", LinkKind.SAME)
    assert record.frameworks.links()[0].kind is LinkKind.SAME
    with refused(record, NotAcceptable, "no item"):
        link_items(record, ref, "rcot_career@2022:nothing", LinkKind.SAME)
    with refused(record, NotAcceptable, "same item"):
        link_items(record, ref, ref, LinkKind.SAME)
