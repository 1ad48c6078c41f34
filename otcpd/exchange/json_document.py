"""From the rows of a CPD file to our JSON: plain values in, plain values out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from otcpd.domain.activity import REFLECTED_FIELDS, status_of
from otcpd.domain.layers import default_layer
from otcpd.exchange.json_layout import FORMAT, LAYERED, LINKS, PARTS, THINGS, VERSION
from otcpd.exchange.json_shape import (
    Ends,
    Field,
    Kind,
    Part,
    Row,
    Tables,
    Thing,
    Value,
)

Json = dict[str, object]

_HUNG_ON = (
    *("activity", "agreement", "evidence", "person", "portfolio", "reflection", "row", "session"),
    *("aim", "assessment", "framework", "goal", "impact", "opportunity", "plan", "reading"),
)
"""Columns in which links and parts name what they hang on."""


@dataclass(frozen=True, slots=True)
class _Source:
    """The owner's rows, found fast: things by id, live links by what they hang on."""

    things: dict[str, dict[str, Row]]
    links: dict[str, list[Row]]
    by_end: dict[tuple[str, str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    """(table, column, id) to link rows, in the order of the person where there is one."""

    def of(self, table: str, column: str, row: object) -> list[Row]:
        return self.by_end.get((table, column, str(row)), [])


def document(owner: str, tables: Tables) -> Json:
    """The whole JSON of the person `owner`: every thing of hers, in the bin or not.

    The same rows give the same document, in whatever order they come. Rows of other people stay behind.
    """
    source = _source(owner, tables)
    lists = {thing.list_name: [_thing(source, thing, row) for row in _by_id(source, thing)] for thing in THINGS}
    settings = {str(row["key"]): row["value"] for row in source.links["setting"]}
    return {
        "format": FORMAT,
        "version": VERSION,
        "owner": owner,
        **lists,
        "settings": settings,
        "erasures": _erasures(source),
    }


def _source(owner: str, tables: Tables) -> _Source:
    things = {
        thing.table: {str(row["id"]): row for row in tables.get(thing.table, ()) if row["owner"] == owner}
        for thing in THINGS
    }
    links = {
        table: sorted(
            (row for row in tables.get(table, ()) if row["owner"] == owner and row["deleted"] is None),
            key=_place(table),
        )
        for table in LINKS
    }
    source = _Source(things, links)
    for table, rows in links.items():
        for row in rows:
            for column in _HUNG_ON:
                if column in row:
                    source.by_end[table, column, str(row[column])].append(row)
    return source


def _place(table: str) -> Callable[[Row], tuple[str, str]]:
    """What rows of a table are sorted by: the order of the person, or that of a day."""
    column = PARTS[table].by if table in PARTS else ""

    def place(row: Row) -> tuple[str, str]:
        return str(row.get(column or "position", "")), str(row["id"])

    return place


def _by_id(source: _Source, thing: Thing) -> list[Row]:
    return [row for _id, row in sorted(source.things[thing.table].items())]


def _thing(source: _Source, thing: Thing, row: Row) -> Json:
    found: Json = {"id": row["id"], "deleted": row["deleted"]}
    _tell(found, thing.fields, row)
    if thing.table in LAYERED:
        found["layers"] = _layers(source, thing.table, row)
    for part in thing.parts:
        found[part.list_name] = [_part(source, part, one) for one in source.of(part.table, part.column, row["id"])]
    for ends in thing.ends:
        found[ends.list_name] = _ends(source, ends, row)
    if thing.table == "activity":
        found |= _activity(source, row)
    elif thing.table == "evidence":
        found["used_in"] = sorted(_column(source.of("evidence_use", "evidence", row["id"]), "activity"))
        found["layer"] = _layers(source, "evidence", row).get("file", default_layer("evidence", "file").value)
    elif thing.table == "portfolio":
        found["chosen"] = _column(source.of("portfolio_activity", "portfolio", row["id"]), "activity")
        numbers = source.of("portfolio_evidence", "portfolio", row["id"])
        found["evidence_numbers"] = {str(one["evidence"]): one["number"] for one in numbers}
    return found


def _tell(found: Json, fields: Iterable[Field], row: Row) -> None:
    """Puts the plain fields of a row into its object, or into objects inside it."""
    for one in fields:
        value = row[one.name]
        into = found.setdefault(one.inside, {}) if one.inside else found
        assert isinstance(into, dict)
        into[one.key] = bool(value) if one.kind is Kind.SWITCH and value is not None else value


def _part(source: _Source, part: Part, row: Row) -> Json:
    found: Json = {"id": row["id"]}
    _tell(found, part.fields, row)
    if part.table in LAYERED:
        found["layers"] = _layers(source, part.table, row)
    return found


def _ends(source: _Source, ends: Ends, row: Row) -> list[str] | str | None:
    links = source.of(ends.table, ends.column, row["id"])
    found = sorted(_column((link for link in links if not ends.role or link["role"] == ends.role), ends.other))
    if ends.single:
        return found[-1] if found else None
    return found


def _activity(source: _Source, row: Row) -> Json:
    activity = row["id"]
    tags = (source.things["tag"].get(tag) for tag in _column(source.of("activity_tag", "activity", activity), "tag"))
    return {
        "status": status_of((str(row[name]) for name in REFLECTED_FIELDS), finished=bool(row["finished"])).value,
        # A tag whose name was erased for good has nothing left to show.
        "tags": sorted({str(tag["name"]) for tag in tags if tag is not None} - {""}),
        "evidence": _column(source.of("evidence_use", "activity", activity), "evidence"),
        "with": _companions(source, activity),
        "reflections": _reflections(source, activity),
    }


def _companions(source: _Source, activity: object) -> list[Json]:
    found: list[Json] = []
    for person in sorted(_column(source.of("activity_companion", "activity", activity), "person")):
        row = source.things["person"].get(person)
        if row is None:
            continue
        employer = source.things["employer"].get(str(row["employer"]))
        found.append(
            {
                "person": person,
                "name": row["name"],
                "profession": row["profession"],
                "employer": "" if employer is None else employer["name"],
            }
        )
    return found


def _reflections(source: _Source, activity: object) -> list[Json]:
    found: list[Json] = []
    for row in source.of("reflection", "activity", activity):
        answers = source.of("reflection_answer", "reflection", row["id"])
        layers = ((one["prompt"], _layers(source, "reflection_answer", one).get("text")) for one in answers)
        found.append(
            {
                "id": row["id"],
                "model": row["model"],
                "answers": {str(one["prompt"]): one["text"] for one in answers},
                "layers": {str(prompt): layer for prompt, layer in layers if layer is not None},
            }
        )
    return found


def _layers(source: _Source, table: str, row: Row) -> dict[str, Value]:
    rows = source.of("layer", "row", row["id"])
    return {str(one["field"]): one["layer"] for one in rows if one["tbl"] == table}


def _erasures(source: _Source) -> list[Json]:
    """The marks of erasing on what is written here; a mark on something that is gone says nothing."""
    written = {table: set(rows) for table, rows in source.things.items()}
    written |= {table: set(_column(rows, "id")) for table, rows in source.links.items()}
    return [
        {
            "id": row["id"],
            "table": row["tbl"],
            "row": row["row"],
            "field": row["field"],
            "reason": row["reason"],
            "at": row["at"],
        }
        for row in source.links["erasure"]
        if row["row"] in written.get(str(row["tbl"]), ())
    ]


def _column(rows: Iterable[Row], name: str) -> list[str]:
    return [str(row[name]) for row in rows]
