"""A framework that was replaced by a new edition, brought up to date or put into the bin: every old link is readable,
means what it meant, and counts for what came of it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import NamedTuple

from otcpd.actions.activities import set_standards
from otcpd.actions.bin import put_back
from otcpd.actions.importing import import_file
from otcpd.actions.pathway.aims import Asked, add_aim, add_expectation
from otcpd.actions.pathway.assessments import begin_assessment, mark_level, show_by, write_reason
from otcpd.actions.pathway.framework_edit import delete_framework, link_items, new_edition, set_level
from otcpd.actions.pathway.framework_import import preview_framework, take_framework
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.goals import new_goal
from otcpd.actions.pathway.ladder import ladder_facts
from otcpd.domain.assessment import MarkSide
from otcpd.domain.career import ExpectationKind
from otcpd.domain.framework import LinkKind
from otcpd.domain.framework_plan import Way
from otcpd.domain.ladder import shown_by
from otcpd.record.record import Record
from tests.actions.support import undone_and_redone
from tests.record.support import add_activity, sound

HEAD = "Framework,Senior OT\nFramework code,senior\nEdition,{}\nKind,role\nLevel 6,Senior\nCode,Title,Parent,Level\n"


class Linked(NamedTuple):
    """Everything that names an item."""

    activity: str
    goal: str
    assessment: str
    aim: str


def link_all(record: Record, item: str) -> Linked:
    """An activity, a goal, a mark, an expectation and a mapping to what ships, all about one item."""
    activity, goal = add_activity(record), new_goal(record, "Lead", framework_item=item).new_id
    set_standards(record, activity, [item])
    assessment = begin_assessment(record, item.partition(":")[0]).created[0]
    mark_level(record, assessment, item, MarkSide.NOW, 6)
    write_reason(record, assessment, item, "I chair the meeting")
    show_by(record, assessment, item, activity)
    aim = add_aim(record, "Team lead").created[0]
    add_expectation(record, aim, Asked(ExpectationKind.ITEM, item=item, level=6))
    link_items(record, item, "rcot_career@2022:leadership", LinkKind.SAME)
    return Linked(activity, goal, assessment, aim)


def named(record: Record, linked: Linked) -> list[str]:
    """The item that each of them names."""
    (mark,) = record.assessments.get(linked.assessment).marks.values()
    assert (mark.now, mark.reason, mark.activities) == (6, "I chair the meeting", (linked.activity,))
    mappings = [link for link in record.frameworks.links() if link.kind is LinkKind.SAME]
    return [
        *record.activities.get(linked.activity).standards,
        record.goals.get(linked.goal).framework_item,
        mark.item,
        *(one.item for one in record.roles.aim(linked.aim).expectations),
        *(link.source for link in mappings),
    ]


def written(folder: Path, edition: str, lines: str) -> Path:
    path = folder / f"senior {edition}.csv"
    path.write_text(HEAD.format(edition) + lines)
    return path


def case(folder: Path, edition: str, *items: tuple[str, str, str]) -> Path:
    """A file with items as identifier, code and title."""
    path = folder / f"case {edition}.json"
    listed = [{"identifier": key, "humanCodingScheme": code, "fullStatement": title} for key, code, title in items]
    path.write_text(json.dumps({"CFDocument": {"title": "Senior", "version": edition}, "CFItems": listed}))
    return path


def shows(record: Record, *items: str) -> list[int]:
    """How many activities the log has for each item."""
    found = shown_by(items, ladder_facts(record, all_frameworks(record)))
    return [len(found[item]) for item in items]


def test_editions_replace_each_other_and_every_old_link_stays(record: Record, tmp_path: Path) -> None:
    import_file(record, written(tmp_path, "2024", "L,Leads,,\nT,Teaches,,\n"))
    linked = link_all(record, "senior@2024:L")
    for edition, words in (("2025", "Leads well"), ("2026", "Leads a team well")):
        plan = preview_framework(record, written(tmp_path, edition, f"L,{words},,\nM,Meets,,\n"))
        assert plan.way is Way.NEWER
        undone_and_redone(record, partial(take_framework, record, plan), record.frameworks.all, "Import framework")
    known = all_frameworks(record)
    assert [str(one.ref) for one in known.offered if one.own] == ["senior@2026"]
    assert set(named(record, linked)) == {"senior@2024:L"}
    assert (known.label("senior@2024:L"), known.framework_name("senior@2024:L")) == ("Leads", "Senior OT")
    assert known.label("senior@2024:T") == "Teaches"
    assert shows(record, "senior@2025:L", "senior@2026:L", "senior@2026:M", "rcot_career@2022:leadership") == [
        1,
        1,
        0,
        1,
    ]
    begun = begin_assessment(record, "senior@2026").created[0]
    assert [mark.reason for mark in record.assessments.get(begun).marks.values()] == ["I chair the meeting"]
    assert sound(record)


def test_in_the_bin_they_are_read_and_out_of_it_one_edition_is_in_force(record: Record, tmp_path: Path) -> None:
    import_file(record, written(tmp_path, "2024", "L,Leads,,\n"))
    linked = link_all(record, "senior@2024:L")
    (old,) = record.frameworks.all()
    newer = new_edition(record, old.id, "2025").created[0]
    delete_framework(record, newer)
    put_back(record, [newer])
    assert [str(one.ref) for one in all_frameworks(record).offered if one.own] == ["senior@2025"]
    delete_framework(record, old.id)
    known = all_frameworks(record)
    assert set(named(record, linked)) == {"senior@2024:L"}
    assert known.label("senior@2024:L") == "Leads"
    assert shows(record, "senior@2025:L") == [1]


def test_one_that_ships_stays_replaced_when_its_successor_is(record: Record, tmp_path: Path) -> None:
    path = written(tmp_path, "2025", "leadership,Leading,,\n")
    plan = preview_framework(record, path, code="rcot_career", edition="2025")
    take_framework(record, plan)
    (own,) = record.frameworks.all()
    newest = new_edition(record, own.id, "2027").created[0]

    def offered() -> list[str]:
        return [str(one.ref) for one in all_frameworks(record).offered if one.code == "rcot_career"]

    assert offered() == ["rcot_career@2027"]
    delete_framework(record, own.id)
    assert offered() == ["rcot_career@2027"]
    delete_framework(record, newest)
    assert offered() == ["rcot_career@2022"]


def test_numbers_that_shift_take_their_links_along(record: Record, tmp_path: Path) -> None:
    """An item put in between, so that all after it have other numbers, and one that is gone."""
    import_file(record, case(tmp_path, "1", ("i1", "1", "First"), ("i2", "2", "Second"), ("i3", "3", "Third")))
    set_level(record, record.frameworks.all()[0].id, 6, "Senior")
    linked = link_all(record, "senior@1:2")
    other = new_goal(record, "First", framework_item="senior@1:1").new_id
    later = case(tmp_path, "1", ("i9", "1", "First"), ("i3", "2", "Third"), ("i2", "3", "Second"))
    plan = preview_framework(record, later)
    assert plan.moves == {"2": "3", "3": "2"}
    undone_and_redone(record, lambda: take_framework(record, plan), record.frameworks.all, "Import framework")
    known = all_frameworks(record)
    assert [known.label(ref) for ref in named(record, linked)] == ["Second"] * 5
    assert record.goals.get(other).framework_item == "senior@1:1", "another identifier alone makes no other item"

    shorter = case(tmp_path, "1", ("i9", "1", "First"), ("i2", "2", "Second"))
    plan = preview_framework(record, shorter)
    assert plan.moves == {"3": "2", "2": "2 (old)"}
    assert [item.label for item in plan.retired] == ["Third"]
    take_framework(record, plan)
    known = all_frameworks(record)
    assert [known.label(ref) for ref in named(record, linked)] == ["Second"] * 5
    assert known.label("senior@1:2 (old)") == "Third"
    assert preview_framework(record, shorter).idle

    newer = preview_framework(record, case(tmp_path, "2", ("i2", "1", "Second"), ("i7", "7", "Seventh")))
    assert [(link.source, link.target) for link in newer.links] == [("senior@1:2", "senior@2:1")]
    assert sound(record)
