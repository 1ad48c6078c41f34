"""Any framework written as CASE is read as the same; any bytes are read as a framework or refused, soon."""

from __future__ import annotations

import json
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind, FrameworkLink, Level, LinkKind
from otcpd.domain.framework_reading import MOST_DEPTH, MOST_LABEL, ReadFramework
from otcpd.domain.framework_ref import MOST_CODE, parse_edition
from otcpd.exchange.framework_case_out import write_case
from otcpd.exchange.framework_text import one_line, plain, tidy
from tests.exchange.frameworks.support import HERE, read, told, written

SECONDS = 5.0
_LINES = st.text(max_size=30).map(lambda text: one_line(tidy(text)))
_WORDS = _LINES.filter(bool)
_TEXTS = st.text(max_size=60).map(tidy)
_NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789_.-", min_size=1, max_size=20)
_LEVELS = st.none() | st.integers(0, 99)


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[Framework, tuple[FrameworkLink, ...]]:
    """Frameworks as a CPD file may hold them, with links."""
    codes = draw(st.lists(_WORDS, max_size=6, unique=True))
    parents = {code: draw(st.sampled_from(["", *codes[:place]])) for place, code in enumerate(codes)}
    identifiers = draw(st.lists(st.just("") | st.uuids().map(str) | _WORDS, min_size=len(codes), max_size=len(codes)))
    identifiers = [one if identifiers.count(one) == 1 else "" for one in identifiers]
    items = {
        code: FrameworkItem(
            *(code, draw(_WORDS), parents[code], draw(_LEVELS), draw(_LINES), draw(_TEXTS)),
            *(draw(st.booleans()), draw(st.booleans()), identifier),
        )
        for code, identifier in zip(codes, identifiers, strict=True)
    }
    numbers = sorted(draw(st.sets(st.integers(0, 99), max_size=3)))
    framework = Framework(
        code=draw(_NAMES),
        edition=draw(_NAMES | _WORDS.filter(lambda text: not {"@", ":"} & set(text))),
        name=draw(_WORDS),
        kind=draw(st.sampled_from(FrameworkKind)),
        short=draw(_LINES),
        publisher=draw(_TEXTS),
        source=draw(_TEXTS),
        licence=draw(_TEXTS),
        note=draw(_TEXTS),
        valid_from=draw(st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))),
        in_force=draw(st.booleans()),
        confirmed=draw(st.booleans()),
        replaces=draw(st.just("") | st.builds("{}@{}".format, _NAMES, _NAMES)),
        identifier=draw(st.just("") | st.uuids().map(str)),
        levels=tuple(Level(number, draw(_LINES), draw(st.booleans())) for number in numbers),
        items=tuple(items[code] for code in _in_order(codes, parents)),
    )
    ends = [framework.ref.item(code) for code in codes] + ["rcot_career@2022:leadership", "nes@1:8C1"]
    links = draw(
        st.lists(
            st.builds(FrameworkLink, st.sampled_from(ends), st.sampled_from(ends), st.sampled_from(LinkKind)).filter(
                lambda link: link.source != link.target
            ),
            max_size=4,
            unique=True,
        )
    )
    return framework, tuple(links)


def _in_order(codes: list[str], parents: dict[str, str], above: str = "") -> list[str]:
    return [each for code in codes if parents[code] == above for each in (code, *_in_order(codes, parents, code))]


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_out_and_in_again_is_the_same(made: tuple[Framework, tuple[FrameworkLink, ...]]) -> None:
    framework, links = made
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "one.json"
        write_case(out, framework, links, date(2026, 11, 22))
        found = read(out)
    assert found.framework == framework
    assert found.links == links
    assert [fault for fault in found.faults if "no items" not in fault.what] == []


def sound(found: ReadFramework) -> None:
    """What holds for every framework that is read."""
    framework = found.framework
    assert parse_edition(str(framework.ref)) == framework.ref
    assert framework.name
    depth = {"": 0}
    for item in framework.items:
        assert item.parent in depth
        depth[item.code] = depth[item.parent] + 1
        assert depth[item.code] <= MOST_DEPTH
        assert 0 < len(item.code) <= MOST_CODE
        assert 0 < len(item.label) <= MOST_LABEL
        assert item.label == one_line(tidy(item.label))
    assert len(framework.by_code) == len(framework.items)


def read_or_refused(data: bytes, ending: str) -> None:
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, suppress(NotAcceptable):
        path = Path(folder) / f"any{ending}"
        path.write_bytes(data)
        sound(read(path))
    assert time.monotonic() - begun < SECONDS


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([".json", ".csv", ".matrix", ".xlsx", ""]))
@example(b"\xff\xfe", ".csv")
@example(b"\xef\xbb\xbf{}", ".json")
@example(b"Code,Title\n,,,\n", ".csv")
def test_any_bytes_are_read_or_refused(data: bytes, ending: str) -> None:
    read_or_refused(data, ending)


_KEYS = st.sampled_from(
    (
        *("identifier", "fullStatement", "humanCodingScheme", "educationLevel", "originNodeURI", "destinationNodeURI"),
        *("associationType", "title", "version", "extensions", "otcpd", "name", "standardid", "elementid", "parent"),
        *("standardelements", "levels", "number", "statusEndDate", "uri", "CFItemTypeURI"),
    )
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.sampled_from(["isChildOf", "1"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["CFDocument", "CFItems", "CFAssociations", "CFDefinitions"]), _VALUES, min_size=1)
    | st.builds(lambda inner: {"framework": {"standards": [], **inner}}, st.dictionaries(_KEYS, _VALUES, max_size=5))
)
def test_any_json_is_read_or_refused(value: object) -> None:
    read_or_refused(json.dumps(value).encode(), ".json")


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(["case_oddities.json", "mahara_first.matrix", "mahara_second.matrix"]))
def test_any_harm_done_to_a_file_is_borne(data: st.DataObject, name: str) -> None:
    whole = bytearray((HERE / name).read_bytes())
    for _turn in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    read_or_refused(bytes(whole), ".json")


def test_texts_made_to_take_long_do_not() -> None:
    begun = time.monotonic()
    for text in (
        "<" * 40_000,
        "<a" * 20_000,
        "<!--" * 10_000,
        "<script>" * 5_000,
        "*a" * 20_000,
        "[" * 40_000,
        "_" * 40_000,
    ):
        plain(text)
    assert time.monotonic() - begun < SECONDS


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_that_no_file_can_keep_is_left_out_and_told(tmp_path: Path, day: str) -> None:
    table = read(written(tmp_path, "far.csv", f"Framework,Far\nValid from,{day}\nCode,Title\nA,a\n".encode()))
    package = f'{{"CFDocument": {{"title": "Far", "statusStartDate": "{day}"}}, "CFItems": []}}'
    case = read(written(tmp_path, "far.json", package.encode()))
    assert table.framework.valid_from is None is case.framework.valid_from
    assert all(any(day in line for line in told(one)) for one in (table, case))
