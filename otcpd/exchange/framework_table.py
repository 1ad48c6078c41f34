"""What the columns of a table that holds a framework are called, by us and by others."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from otcpd.exchange.csv_in import Table, TableLine
from otcpd.exchange.table_fields import NEEDED, guessed_fields, plain_name

CODE, TITLE, PARENT, LEVEL, TYPE, NOTES, RETIRED = "Code", "Title", "Parent", "Level", "Type", "Notes", "Retired"
COLUMNS = (CODE, TITLE, PARENT, LEVEL, TYPE, NOTES, RETIRED)
"""As we write them. Only a title is needed."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    CODE: (
        *("item code", "id", "identifier", "ref", "reference", "number", "no", "nr", "key", "item no", "item number"),
        *("standard number", "human coding scheme", "statement code", "competency code", "element id", "elementid"),
    ),
    TITLE: (
        *("label", "name", "statement", "text", "heading", "item", "item title", "short title", "full statement"),
        *("competency", "competence", "expectation", "capability", "standard", "indicator", "criterion", "what"),
    ),
    PARENT: (
        *("parent code", "parent id", "parent item", "part of", "belongs to", "below", "under", "above", "group"),
        *("parent reference", "parent ref", "pillar", "is child of"),
    ),
    LEVEL: ("level number", "career level", "lvl", "stage", "level of practice", "education level"),
    TYPE: ("item type", "kind", "sort", "cf item type"),
    NOTES: (
        *("note", "description", "details", "detail", "explanation", "guidance", "comment", "comments", "more"),
        *("notes to it", "examples", "example"),
    ),
    RETIRED: ("withdrawn", "obsolete", "deprecated", "no longer used"),
}
_KNOWN = {plain_name(ours): ours for ours in COLUMNS} | {name: ours for ours, names in _NAMES.items() for name in names}
_NEAR = 0.8
"""How like a known name a heading must be that nobody knows: "Titel" is, "Total" is not."""
_LOOKED_AT = 30
_OF_ACTIVITIES = {
    *("date", "end_date", "duration", "minutes", "hours", "protected_minutes", "mandatory", "expires"),
    *("learning", "practice_impact", "service_user_benefit", "with", "tags", "post"),
}
"""Fields that activities have and items of frameworks have not."""


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Which column (from 0) holds what, by their headings. Names we use go before those of others, and whole ones
    before those nearly so."""
    names = [plain_name(cell) for cell in cells]
    found: dict[str, int] = {}
    for rank in (_exact, _known, _near):
        for place, name in enumerate(names):
            column = rank(name) if name and place not in found.values() else ""
            if column and column not in found:
                found[column] = place
    if TITLE not in found and NOTES in found:
        found[TITLE] = found.pop(NOTES)
    return found


def _exact(name: str) -> str:
    return next((ours for ours in COLUMNS if plain_name(ours) == name), "")


def _known(name: str) -> str:
    return _KNOWN.get(name, "")


def _near(name: str) -> str:
    near = difflib.get_close_matches(name, _KNOWN, n=1, cutoff=_NEAR) if 3 < len(name) < 40 else []
    return _KNOWN[near[0]] if near else ""


def are_headings(cells: Sequence[str]) -> bool:
    """Whether a line heads a framework: a title, and a code, a parent or a level."""
    found = columns_of(cells)
    return TITLE in found and len(found.keys() & {CODE, PARENT, LEVEL}) > 0


def headings_at(table: Table) -> tuple[tuple[TableLine, ...], int | None]:
    """All lines of the table, and which of them is the one with the headings; None without any."""
    lines = (TableLine(table.first, table.headings), *table.lines)
    places = (place for place, line in enumerate(lines[:_LOOKED_AT]) if are_headings(line.cells))
    return lines, next(places, None)


def holds_framework(table: Table) -> bool:
    """Whether a table is one of a framework rather than of activities: those have a day, a length, or what was
    learnt."""
    lines, place = headings_at(table)
    if place is None or _OF_ACTIVITIES & guessed_fields(lines[place].cells).keys():
        return False
    return not any(set(NEEDED) <= guessed_fields(line.cells).keys() for line in lines[:_LOOKED_AT])
