"""What taking a framework in would do, whatever is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.domain.framework_plan import Way, plan_import
from otcpd.domain.framework_reading import ReadFramework
from otcpd.domain.frameworks import Frameworks

_CODES = st.lists(st.sampled_from("ABCDEF"), unique=True)


def framework(
    codes: str,
    edition: str = "1",
    *,
    row: str = "",
    identifiers: str = "",
    in_force: bool = True,
    replaces: str = "",
    valid_from: date | None = None,
) -> Framework:
    pairs = zip(codes, identifiers or " " * len(codes), strict=True)
    items = tuple(
        FrameworkItem(code, f"Item {code}", identifier=mark.strip(), id=f"{row}{code}" if row else "")
        for code, mark in pairs
    )
    return Framework(
        *("ours", edition, "Ours"), valid_from=valid_from, in_force=in_force, replaces=replaces, items=items, id=row
    )


@settings(max_examples=60)
@given(_CODES, _CODES)
def test_taken_in_twice_changes_nothing_and_nothing_is_ever_lost(old: list[str], new: list[str]) -> None:
    there = framework("".join(old), row="1")
    read = ReadFramework(framework("".join(new)))
    plan = plan_import(Frameworks((there,)), read)
    assert plan.way is Way.UPDATE
    assert set(plan.framework.by_code) == {*old, *new}
    assert {item.code for item in plan.framework.items if item.retired} == {*old} - {*new}
    assert {item.code for item in plan.new} == {*new} - {*old}
    taken = replace(
        plan.framework, items=tuple(replace(item, id=item.id or item.code) for item in plan.framework.items)
    )
    assert plan_import(Frameworks((taken,)), read).idle


def test_identifiers_tell_what_an_item_became() -> None:
    there = framework("AB", row="1", identifiers="xy")
    plan = plan_import(Frameworks((there,)), ReadFramework(framework("CB", identifiers="xy")))
    assert plan.moves == {"A": "C"}
    assert [(item.code, item.id) for item in plan.framework.items] == [("C", "1A"), ("B", "1B")]
    assert plan.new == plan.retired == ()
    newer = plan_import(Frameworks((there,)), ReadFramework(framework("CB", "2", identifiers="xy")))
    assert newer.links == (
        FrameworkLink("ours@1:A", "ours@2:C", LinkKind.REPLACED_BY),
        FrameworkLink("ours@1:B", "ours@2:B", LinkKind.REPLACED_BY),
    )


def test_the_newest_of_several_editions_is_replaced() -> None:
    old = framework("A", "1", row="1", in_force=False)
    current = framework("A", "2", row="2", replaces="ours@1", valid_from=date(2025, 1, 1))
    known = Frameworks((old, current))
    plan = plan_import(known, ReadFramework(framework("AB", "3")))
    assert (plan.way, plan.there, plan.framework.replaces) == (Way.NEWER, current, "ours@2")
    older = plan_import(known, ReadFramework(framework("A", "0", valid_from=date(2020, 1, 1))))
    assert (older.way, older.framework.in_force) == (Way.OLDER, False)
    assert older.links == (FrameworkLink("ours@0:A", "ours@2:A", LinkKind.REPLACED_BY),)


def test_a_file_without_an_edition_is_the_one_that_is_there() -> None:
    current = framework("A", "2026", row="2")
    read = ReadFramework(framework("AB", "1"), told_edition=False)
    assert plan_import(Frameworks((current,)), read).way is Way.UPDATE
    assert plan_import(Frameworks((current,)), read, edition="2027").way is Way.NEWER
    assert plan_import(Frameworks((current,)), read, code="other").way is Way.NEW
    assert plan_import(Frameworks((current,)), read, name="New name").framework.name == "New name"


def test_links_of_the_file_take_the_name_that_the_framework_gets() -> None:
    link = FrameworkLink("ours@1:A", "rcot_career@2022:leadership")
    plan = plan_import(Frameworks(), ReadFramework(framework("A"), (link, link)), code="theirs", edition="9")
    assert plan.links == (FrameworkLink("theirs@9:A", "rcot_career@2022:leadership"),)
    known = Frameworks((), (FrameworkLink("ours@1:A", "rcot_career@2022:leadership", LinkKind.RELATED, "id"),))
    assert plan_import(known, ReadFramework(framework("A"), (link,))).links == ()


def test_what_ships_is_not_changed() -> None:
    shipped = framework("A")
    with pytest.raises(NotAcceptable, match="otcpd has ‘Ours’, edition 1, itself"):
        plan_import(Frameworks((shipped,)), ReadFramework(framework("AB")))


@pytest.mark.parametrize("edition", ["2026:1", "a@b", "9" * 61])
def test_an_edition_that_could_not_be_referred_to_is_refused(edition: str) -> None:
    with pytest.raises(NotAcceptable, match="cannot be the name of an edition"):
        plan_import(Frameworks(), ReadFramework(framework("A")), edition=edition)


def test_a_code_given_to_a_new_item_does_not_take_the_links_of_the_old_one() -> None:
    there = framework("123", row="1", identifiers="abc")
    file = framework("12", identifiers="ax")
    file = replace(file, items=(file.items[0], replace(file.items[1], label="Another")))
    plan = plan_import(Frameworks((there,)), ReadFramework(file))
    assert plan.moves == {"2": "2 (old)"}
    assert [(item.code, item.identifier, item.retired) for item in plan.framework.items] == [
        ("1", "a", False),
        ("2", "x", False),
        ("2 (old)", "b", True),
        ("3", "c", True),
    ]
    assert [item.code for item in plan.new] == ["2"]
    newer = plan_import(Frameworks((there,)), ReadFramework(replace(file, edition="2")))
    assert [(link.source, link.target) for link in newer.links] == [("ours@1:1", "ours@2:1")]
    same_words = plan_import(Frameworks((there,)), ReadFramework(framework("123", identifiers="axc")))
    all_anew = plan_import(Frameworks((there,)), ReadFramework(framework("123", identifiers="xyz")))
    assert dict(same_words.moves) == dict(all_anew.moves) == {}
