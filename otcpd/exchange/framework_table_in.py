"""Reads frameworks from tables: a line for each item, and above them what is said of the framework itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.dates import from_iso, parse_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework import Framework, FrameworkKind, Level
from otcpd.domain.framework_reading import ReadFramework
from otcpd.domain.words import joined, quoted, shortened
from otcpd.exchange.csv_in import Table, TableLine
from otcpd.exchange.framework_items import Faults, RawItem, settled
from otcpd.exchange.framework_table import (
    CODE,
    LEVEL,
    NOTES,
    PARENT,
    RETIRED,
    TITLE,
    TYPE,
    columns_of,
    headings_at,
)
from otcpd.exchange.framework_text import one_line, plain
from otcpd.exchange.framework_values import MOST_NAME, edition_ref, no_framework, switch
from otcpd.exchange.table_fields import plain_name

A_TABLE = "a table"
_IN_ORDER = (CODE, TITLE, PARENT, LEVEL)
"""What columns without headings are taken for."""
_FACTS = {
    **dict.fromkeys(("framework", "name", "title", "framework name", "name of framework"), "name"),
    **dict.fromkeys(("edition", "version"), "edition"),
    **dict.fromkeys(("framework code", "code"), "code"),
    **dict.fromkeys(("kind", "kind of framework"), "kind"),
    **dict.fromkeys(("short", "short name"), "short"),
    **dict.fromkeys(("publisher", "by", "author", "organisation", "employer"), "publisher"),
    **dict.fromkeys(("source", "address", "web"), "source"),
    **dict.fromkeys(("licence", "license"), "licence"),
    **dict.fromkeys(("note", "notes", "description"), "note"),
    **dict.fromkeys(("valid from", "in force from", "from", "date"), "valid_from"),
}


@dataclass(slots=True)
class _Head:
    """What stands above the headings."""

    facts: dict[str, str] = field(default_factory=dict)
    levels: dict[int, str] = field(default_factory=dict)


def framework_of_table(table: Table, name: str, today: date) -> ReadFramework:
    """The framework in a table; `name` is that of the file. Raises NotAcceptable where there is nothing in it."""
    faults = Faults()
    lines, place = headings_at(table)
    if place is None:
        columns = {column: spot for spot, column in enumerate(_IN_ORDER[: max(len(line.cells) for line in lines)])}
        if len(columns) == 1:
            columns = {TITLE: 0}
        faults.add(
            "the table",
            "It has no headings such as Code and Title.",
            f"Its columns were taken for {joined(list(columns))}.",
        )
        head, rows = _Head(), lines
    else:
        columns = columns_of(lines[place].cells)
        head, rows = _head(lines[:place], faults), lines[place + 1 :]
        _passed_over(lines[place].cells, columns, faults)
    for where, why in table.left:
        faults.add(where, why, "It was left out.")
    if not rows and place is None:
        raise no_framework(name, "It has no lines.")
    items, _codes = settled(_raw(rows, columns), faults)
    if not items:
        faults.add("the framework", "It has no items.", "It was taken as an empty one.")
    title = one_line(head.facts.get("name", ""))[:MOST_NAME].strip()
    if not title:
        title = (name.rpartition(".")[0] or name).replace("_", " ").strip() or "Framework"
        faults.add(
            "the framework", "The table does not say its name.", f"It is called {quoted(title)}, as the file is."
        )
    edition = head.facts.get("edition", "")
    ref = edition_ref(head.facts.get("code", ""), edition, title, name)
    numbers = {*head.levels, *(item.level for item in items if item.level is not None)}
    framework = Framework(
        code=ref.framework,
        edition=ref.edition,
        name=title,
        kind=_kind(head, faults, any(item.level is not None for item in items)),
        short=head.facts.get("short", ""),
        publisher=head.facts.get("publisher", ""),
        source=head.facts.get("source", ""),
        licence=head.facts.get("licence", ""),
        note=head.facts.get("note", ""),
        valid_from=_day(head, faults, today),
        levels=tuple(Level(number, head.levels.get(number, "")) for number in sorted(numbers)),
        items=items,
    )
    return ReadFramework(framework, (), tuple(faults.found), A_TABLE, bool(edition))


def _head(lines: Sequence[TableLine], faults: Faults) -> _Head:
    found = _Head()
    for line in lines:
        key, value = plain_name(line.cell(0).rstrip(":")), plain(line.cell(1))
        word, _, number = key.partition(" ")
        if key in _FACTS:
            if value:
                found.facts.setdefault(_FACTS[key], value)
        elif word == "level" and number.isdecimal() and len(number) < 4 and int(number) <= MOST_LEVEL:
            found.levels[int(number)] = one_line(value)[:MOST_NAME]
        elif not found.facts and line.cell(0) and not any(line.cell(place) for place in range(1, len(line.cells))):
            found.facts["name"] = plain(line.cell(0))
        else:
            what = f"{quoted(shortened(one_line(line.cell(0)) or '…', 60))} above the headings is not known."
            faults.add(f"line {line.number:,}", what, "It was left out.")
    return found


def _passed_over(headings: Sequence[str], columns: Mapping[str, int], faults: Faults) -> None:
    for place, text in enumerate(headings):
        if text.strip() and place not in columns.values():
            faults.add(
                f"column {quoted(shortened(one_line(text), 60))}", "It holds nothing that is kept.", "It was left out."
            )


def _raw(rows: Sequence[TableLine], columns: Mapping[str, int]) -> Iterator[RawItem]:
    """The items, each under the number of its line; parents may be named by code or by title."""
    by_code: dict[str, str] = {}
    by_title: dict[str, str] = {}
    for line in rows:
        code, title = line.cell(columns.get(CODE)), line.cell(columns.get(TITLE))
        if code:
            by_code.setdefault(code.casefold(), str(line.number))
        if title:
            by_title.setdefault(one_line(title).casefold(), str(line.number))
    for line in rows:
        code, parent = line.cell(columns.get(CODE)), line.cell(columns.get(PARENT))
        retired = line.cell(columns.get(RETIRED))
        if PARENT in columns:
            above = by_code.get(parent.casefold()) or by_title.get(one_line(parent).casefold()) or _nowhere(parent)
        else:
            above = _above_by_code(code, by_code)
        yield RawItem(
            where=f"line {line.number:,}",
            key=str(line.number),
            label=plain(line.cell(columns.get(TITLE))),
            code=one_line(code),
            parent=above,
            level=line.cell(columns.get(LEVEL)),
            type=plain(line.cell(columns.get(TYPE))),
            notes=plain(line.cell(columns.get(NOTES))),
            retired=bool(retired) and switch(retired) is not False,
        )


def _nowhere(parent: str) -> str:
    """A key that no item has, for a parent that is neither a code nor a title: keys are numbers of lines."""
    return "" if parent in ("", "-", "0") else f" {parent}"


def _above_by_code(code: str, by_code: Mapping[str, str]) -> str:
    """Where no column tells it: 1.2.3 stands below 1.2, or else below 1."""
    head = code.casefold().rstrip(".")
    while head:
        head = head.rpartition(".")[0]
        for one in (head, f"{head}."):
            if head and one in by_code:
                return by_code[one]
    return ""


def _kind(head: _Head, faults: Faults, levels: bool) -> FrameworkKind:
    told = head.facts.get("kind", "").casefold()
    if told in list(FrameworkKind):
        return FrameworkKind(told)
    if told:
        faults.add("the framework", f"The kind {quoted(told)} is not known.", "You can choose one afterwards.")
    return FrameworkKind.CAREER if levels else FrameworkKind.OTHER


def _day(head: _Head, faults: Faults, today: date) -> date | None:
    told = head.facts.get("valid_from", "")
    if not told:
        return None
    try:
        return from_iso(told) if len(told) == len("2026-11-22") and told[4] == "-" else parse_day(told, today)
    except NotAcceptable:
        faults.add("the framework", f"{quoted(told)} is no day.", "It was left out.")
        return None
