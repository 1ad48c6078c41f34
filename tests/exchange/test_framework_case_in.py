"""CASE packages of other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import FrameworkKind, FrameworkLink, LinkKind
from tests.exchange.frameworks.support import HERE, read, told, tree, written


def test_a_package_with_every_oddity_is_taken_as_far_as_sense_can_be_made() -> None:
    found = read(HERE / "case_oddities.json")
    framework = found.framework
    assert (framework.name, framework.edition, framework.code) == (
        "Capabilities for community OTs",
        "2.1",
        "capabilities_for_community_ots",
    )
    assert framework.note == "For staff in localities.\nAdopted by two councils & a board."
    assert (framework.publisher, framework.source) == ("Alder Council", "https://frameworks.example/ot")
    assert (framework.licence, framework.valid_from) == ("CC BY 4.0", date(2025, 4, 1))
    assert framework.kind is FrameworkKind.CAREER
    assert framework.in_force
    assert [level.number for level in framework.levels] == [5, 6, 7]
    assert tree(found) == [
        "P.1 First group",
        "  P.1.a Uses evidence",
        "    P.1.a.i 5 < 6 and 7 > 2",
        "P.2 Second group",
        "P.1 (2) Same code again",
        "aaaa0000 No code",
        "R1 Round one",
        "  R2 Round two",
        "X Lost",
    ]
    items = framework.by_code
    assert items["P.1.a"].notes == "Uses evidence and guidance in daily work\n\n- reads\n- asks\n\nSee also P.2"
    assert (items["P.1.a"].level, items["P.1.a.i"].level, items["P.1 (2)"].level) == (6, 5, 7)
    assert [items["P.1"].type, items["P.2"].type] == ["Pillar of practice", "Pillar"]
    assert [code for code, item in items.items() if item.retired] == ["aaaa0000"]
    assert found.links == (
        FrameworkLink(framework.ref.item("P.1"), "rcot_career@2022:leadership", LinkKind.SAME),
        FrameworkLink(framework.ref.item("P.1"), framework.ref.item("P.2"), LinkKind.RELATED),
    )
    faults = "\n".join(told(found))
    for words in (
        "item 4, ‘P.1.a.i’: It speaks of several levels, 05 and 06. Level 5 was taken.",
        "item 5, ‘P.1’: The code ‘P.1’ stands for another item already. It has the code ‘P.1 (2)’ now.",
        "item 7, ‘R1’: It stands below itself. It stands at the top.",
        "item 9, ‘X’: What it stands below, ‘dddd0000-0000-4000-8000-000000000099’, is not in the file.",
        "item 10: It has neither a code nor words. It was left out.",
        "item 11: It is no item. It was left out.",
        "association 5: It gives an item a second place.",
        "association 11: It leads to an item of another framework",
        "1 association: Associations of the kind ‘precedes’ say nothing",
        "association 13: One of its ends is missing.",
    ):
        assert words in faults


def test_empty_and_wrapped_packages_and_drafts(tmp_path: Path) -> None:
    empty = read(
        written(tmp_path, "empty.json", {"CFPackage": {"CFDocument": {"title": "<i>None</i> yet"}, "CFItems": []}})
    )
    assert (empty.framework.name, empty.framework.items, empty.told_edition) == ("None yet", (), False)
    assert told(empty) == ["the framework: It has no items. It was taken as an empty one."]
    two = [{"CFDocument": {"adoptionStatus": "Private Draft", "version": 3}}, {"CFDocument": {}}]
    found = read(written(tmp_path, "Two councils.json", two))
    assert (found.framework.name, found.framework.edition) == ("Two councils", "3")
    assert any("a draft" in line for line in told(found))
    assert any("Only the first was read" in line for line in told(found))
    old = read(written(tmp_path, "old.json", {"CFDocument": {"title": "Old", "adoptionStatus": "Deprecated"}}))
    assert not old.framework.in_force


@pytest.mark.parametrize(
    "encoded",
    ["utf-8-sig", "utf-16", "utf-32", "cp1252"],
)
def test_marks_and_encodings_of_other_programs(tmp_path: Path, encoded: str) -> None:
    item = '{"identifier": 12, "humanCodingScheme": 1.0, "fullStatement": "x"}'
    text = '{"CFDocument": {"title": "Naïve café"}, "CFItems": [' + item + "]}"
    found = read(written(tmp_path, "one.json", text.encode(encoded)))
    assert (found.framework.name, tree(found)) == ("Naïve café", ["1 x"])


def test_what_is_no_framework_is_refused_in_words(tmp_path: Path) -> None:
    for name, content in (
        ("cut.json", '{"CFDocument": {"title": "Cut'),
        ("deep.json", "[" * 200_000),
        ("other.json", '{"recipes": []}'),
        ("number.json", '{"CFItems": ' + "9" * 5000 + "}"),
        ("nothing.json", "null"),
        ("bytes.json", bytes(range(256))),
    ):
        with pytest.raises(NotAcceptable, match="does not read as a framework"):
            read(written(tmp_path, name, content))


def test_an_item_nested_too_deep_moves_up(tmp_path: Path) -> None:
    items = [{"identifier": f"i{n}", "humanCodingScheme": str(n), "fullStatement": f"Item {n}"} for n in range(40)]
    below = [
        {
            "associationType": "isChildOf",
            "originNodeURI": f"urn:x/i{n}",
            "destinationNodeURI": {"identifier": f"i{n - 1}"},
        }
        for n in range(1, 40)
    ]
    found = read(written(tmp_path, "deep.json", {"CFItems": items, "CFAssociations": below}))
    lines = tree(found)
    assert lines[11] == f"{'  ' * 11}11 Item 11"
    assert lines[39] == f"{'  ' * 11}39 Item 39"
    assert sum("nested more than 12 deep" in line for line in told(found)) == 28


def test_halves_of_characters_do_not_stop_the_reading(tmp_path: Path) -> None:
    text = (
        '{"CFDocument": {"title": "Half \\ud83d", "version": "\\udc00"}, "CFItems": [{"identifier": "i\\ud800",'
        ' "humanCodingScheme": "A\\udfff", "fullStatement": "B\\ud800"}]}'
    )
    framework = read(written(tmp_path, "half.json", text.encode())).framework
    assert (framework.name, framework.items[0].label) == (
        "Half \N{REPLACEMENT CHARACTER}",
        "B\N{REPLACEMENT CHARACTER}",
    )
    assert str(framework).isprintable()
