"""Frameworks from files: new ones, editions brought up to date, and editions that replace others."""

from __future__ import annotations

import time
from pathlib import Path

from otcpd.actions.activities import set_standards
from otcpd.actions.import_preview import preview_job
from otcpd.actions.importing import import_file
from otcpd.actions.in_worker import for_worker
from otcpd.actions.pathway.framework_edit import delete_framework
from otcpd.actions.pathway.framework_export import export_framework
from otcpd.actions.pathway.framework_import import import_framework, preview_framework, take_framework
from otcpd.actions.pathway.frameworks import all_frameworks
from otcpd.actions.pathway.goals import new_goal
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkKind, FrameworkLink, Level, LinkKind
from otcpd.domain.framework_plan import Way
from otcpd.exchange.import_kind import ImportKind, import_kind
from otcpd.record.record import Record
from tests.actions.support import refused, undone_and_redone
from tests.actions.test_errands import quiet
from tests.ports import FixedClock
from tests.record.support import add_activity, new_record, sound, surroundings

HEAD = "Framework,Senior OT\nFramework code,senior_ot\nEdition,{}\nKind,role\nLevel 6,Senior\nCode,Title,Parent,Level\n"
FIRST = HEAD.format("2025") + "L,Leads,,\nL1,Leads a team,L,6\nT,Teaches,,\n"


def file(folder: Path, text: str, name: str = "senior.csv") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def only(record: Record) -> Framework:
    (found,) = record.frameworks.all()
    return found


def test_a_new_framework_comes_in_as_one_step(record: Record, tmp_path: Path) -> None:
    path = file(tmp_path, FIRST)
    plan = preview_framework(record, path)
    assert plan.way is Way.NEW
    assert [item.code for item in plan.new] == ["L", "L1", "T"]
    undone_and_redone(record, lambda: take_framework(record, plan), record.frameworks.all, "Import framework")
    framework = only(record)
    assert (framework.name, framework.edition, framework.kind) == ("Senior OT", "2025", FrameworkKind.ROLE)
    assert framework.levels == (Level(6, "Senior"),)
    assert [(item.code, item.parent, item.level) for item in framework.items] == [
        ("L", "", None),
        ("L1", "L", 6),
        ("T", "", None),
    ]
    again = preview_framework(record, path)
    assert again.idle
    assert not take_framework(record, again)
    assert not import_framework(record, path).taken


def test_the_same_edition_again_brings_it_up_to_date(record: Record, tmp_path: Path) -> None:
    import_file(record, file(tmp_path, FIRST))
    activity = add_activity(record)
    set_standards(record, activity, ["senior_ot@2025:T"])
    changed = HEAD.format("2025") + "L,Leads others,,\nL2,Leads a meeting,L,6\nL1,Leads a team,L,6\n"
    plan = preview_framework(record, file(tmp_path, changed))
    assert plan.way is Way.UPDATE
    assert [item.code for item in plan.new] == ["L2"]
    assert [(old.label, new.label) for old, new in plan.changed] == [("Leads", "Leads others")]
    assert [item.code for item in plan.retired] == ["T"]
    undone_and_redone(record, lambda: take_framework(record, plan), record.frameworks.all, "Import framework")
    assert [(item.code, item.retired) for item in only(record).items] == [
        ("L", False),
        ("L2", False),
        ("L1", False),
        ("T", True),
    ]
    assert all_frameworks(record).label("senior_ot@2025:T") == "Teaches"
    plan = preview_framework(record, file(tmp_path, FIRST))
    assert ([item.code for item in plan.brought_back], [item.code for item in plan.retired]) == (["T"], ["L2"])


def test_another_edition_replaces_the_one_before_and_links_stay_readable(record: Record, tmp_path: Path) -> None:
    import_file(record, file(tmp_path, FIRST))
    goal = new_goal(record, "Lead a meeting", framework_item="senior_ot@2025:L").new_id
    plan = preview_framework(record, file(tmp_path, HEAD.format("2026") + "L,Leads well,,\nM,Meets,,\n"))
    assert (plan.way, plan.framework.replaces) == (Way.NEWER, "senior_ot@2025")
    undone_and_redone(record, lambda: take_framework(record, plan), record.frameworks.all, "Import framework")
    known = all_frameworks(record)
    assert [one.edition for one in known.offered if one.own] == ["2026"]
    assert record.goals.get(goal).framework_item == "senior_ot@2025:L"
    assert known.label("senior_ot@2025:L") == "Leads"
    assert known.label("senior_ot@2025:T") == "Teaches"
    assert "senior_ot@2025:L" in known.counting_for("senior_ot@2026:L")
    assert [(link.source, link.target, link.kind) for link in record.frameworks.links()] == [
        ("senior_ot@2025:L", "senior_ot@2026:L", LinkKind.REPLACED_BY)
    ]
    older = HEAD.format("2019").replace("Level 6", "Valid from,2019-01-01\nLevel 6") + "L,Led,,\n"
    newer = (HEAD.format("2026").replace("Level 6", "Valid from,2026-01-01\nLevel 6")) + "L,Leads well,,\nM,Meets,,\n"
    import_file(record, file(tmp_path, newer))
    assert preview_framework(record, file(tmp_path, older)).way is Way.OLDER
    import_file(record, file(tmp_path, older))
    assert [one.edition for one in all_frameworks(record).offered if one.own] == ["2026"]
    assert "senior_ot@2019:L" in all_frameworks(record).counting_for("senior_ot@2026:L")


def test_a_new_code_under_the_same_identifier_takes_the_links_along(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    item = '{"identifier": "i-1", "humanCodingScheme": "%s", "fullStatement": "One"}'
    text = '{"CFDocument": {"title": "Ours", "version": "1"}, "CFItems": [' + item + "]}"
    path.write_text(text % "A")
    import_file(record, path)
    activity = add_activity(record)
    set_standards(record, activity, ["ours@1:A"])
    path.write_text(text % "B")
    plan = preview_framework(record, path)
    assert (plan.moves, plan.new, plan.retired) == ({"A": "B"}, (), ())
    take_framework(record, plan)
    assert record.activities.get(activity).standards == ("ours@1:B",)
    assert [item.code for item in only(record).items] == ["B"]


def test_one_that_ships_is_replaced_but_never_changed(record: Record, tmp_path: Path) -> None:
    known = all_frameworks(record)
    shipped = next(one for one in known.offered if one.kind is FrameworkKind.CAREER)
    out = tmp_path / "shipped.json"
    export_framework(record, out, shipped.code)
    with refused(record, NotAcceptable, "otcpd has"):
        import_file(record, out)
    plan = preview_framework(record, out, edition="3000")
    assert plan.way is Way.NEWER
    take_framework(record, plan)
    known = all_frameworks(record)
    assert [one.edition for one in known.offered if one.code == shipped.code] == ["3000"]
    old = known.edition(str(shipped.ref))
    assert old is not None
    assert not old.in_force
    assert old.items == shipped.items
    pillar = shipped.pillars[0].code
    assert shipped.ref.item(pillar) in known.counting_for(f"{shipped.code}@3000:{pillar}")


def test_what_is_shared_comes_in_the_same_elsewhere(record: Record, clock: FixedClock, tmp_path: Path) -> None:
    import_file(record, file(tmp_path, FIRST))
    with record.step("Map") as step:
        step.link(
            "framework_link", {"source": "senior_ot@2025:L", "target": "rcot_career@2022:leadership"}, {"kind": "same"}
        )
    out = tmp_path / "shared.json"
    export_framework(record, out, "senior_ot@2025")
    other = new_record(tmp_path / "other.otcpd", clock, seed=3)
    report = import_file(other, out)
    assert report.taken == ("framework ‘Senior OT’, edition 2025", "3 new items", "1 link to other items")
    there, here = only(other), only(record)
    assert [(one.code, one.label, one.parent, one.level) for one in there.items] == [
        (one.code, one.label, one.parent, one.level) for one in here.items
    ]
    assert other.frameworks.links()[0] == FrameworkLink(
        "senior_ot@2025:L", "rcot_career@2022:leadership", LinkKind.SAME, other.frameworks.links()[0].id
    )
    assert sound(other)
    other.close()
    with refused(record, NotAcceptable, "There is no framework ‘nowhere’."):
        export_framework(record, out, "nowhere")
    with refused(record, NotAcceptable, "End the name in .json or .csv."):
        export_framework(record, tmp_path / "x.txt", "senior_ot")


def test_faults_are_told_and_many_are_counted(record: Record, tmp_path: Path) -> None:
    lines = "".join(f"C,Item {n},,\n" for n in range(30))
    report = import_file(record, file(tmp_path, HEAD.format(1) + lines), dry_run=True)
    assert report.skipped[0] == ("line 8", "The code ‘C’ stands for another item already. It has the code ‘C (2)’ now.")
    assert report.skipped[-1][0] == "20 more places"
    assert record.frameworks.all() == []


def test_five_thousand_items_come_in_within_seconds(record: Record, tmp_path: Path) -> None:
    lines = "".join(f"C{n},Item {n},{f'C{n // 3}' if n > 4000 else ''},{n % 9 + 1}\n" for n in range(1, 5001))
    path = file(tmp_path, HEAD.format(1) + lines)
    begun = time.monotonic()
    take_framework(record, preview_framework(record, path))
    assert len(only(record).items) == 5000
    assert time.monotonic() - begun < 8


def test_what_the_settings_are_told_of_a_file(record: Record, path: Path, tmp_path: Path) -> None:
    given = file(tmp_path, FIRST)
    folder = tmp_path / "work"
    folder.mkdir()
    around = for_worker(surroundings(FixedClock()))
    seen = preview_job(path, given, {}, folder, around, quiet)
    assert (seen.kind, seen.columns, seen.problem) == (ImportKind.FRAMEWORK, (), None)
    assert seen.report is not None
    assert seen.report.taken == ("framework ‘Senior OT’, edition 2025", "3 new items")
    case = tmp_path / "case.json"
    case.write_text('[{"CFDocument": {"title": "Ours"}}]')
    assert import_kind(case) is ImportKind.FRAMEWORK
    assert import_kind(file(tmp_path, '{"framework": {"standards": []}}', "x.json")) is ImportKind.FRAMEWORK
    assert import_kind(file(tmp_path, '{"format": "otcpd"}', "y.json")) is ImportKind.JSON
    assert (
        import_kind(file(tmp_path, '{"activities": [{"title": "\\\\"CFItems\\\\": ["}]}', "z.json")) is ImportKind.JSON
    )


def test_one_in_the_bin_comes_back_with_the_same_edition(record: Record, tmp_path: Path) -> None:
    given = file(tmp_path, FIRST)
    import_file(record, given)
    framework = only(record)
    delete_framework(record, framework.id)
    assert record.frameworks.all() == []
    plan = preview_framework(record, given)
    assert (plan.way, plan.idle) == (Way.UPDATE, False)
    take_framework(record, plan)
    assert only(record) == framework
