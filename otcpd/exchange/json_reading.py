"""From our JSON to the rows of a CPD file: the way back of `json_document`, believing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from otcpd.domain.dates import check_order, from_iso
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.layers import DEFAULT_LAYERS, Layer
from otcpd.domain.order import keys_after
from otcpd.exchange.json_layout import COLUMNS, FIRST_VERSION, FORMAT, LAYERED, THINGS, VERSION
from otcpd.exchange.json_shape import (
    Ends,
    Field,
    Kind,
    Part,
    Thing,
    Value,
)
from otcpd.exchange.json_values import Place, ident, plain_text

TextId = Callable[..., str]
"""Gives the id of a thing that is its text: `text_id(table, *parts)`."""

Rows = dict[str, list[dict[str, Value]]]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The person whose data it is, and every row; `rows` are in an order in which they can be made."""

    owner: str
    rows: Rows


@dataclass(slots=True)
class _Sheet:
    """The rows read so far, and which ids they have."""

    owner: str
    text_id: TextId
    rows: Rows = field(default_factory=lambda: {table: [] for table in COLUMNS})
    ids: dict[str, set[str]] = field(default_factory=lambda: {table: set() for table in COLUMNS})
    tags: dict[str, str] = field(default_factory=dict)
    """Name to id."""
    everything: set[str] = field(default_factory=set)

    def add(self, place: Place, table: str, row: str, values: dict[str, Value]) -> str:
        if row in self.everything:
            raise place.wrong(f"the id {row} stands for two things.")
        self.everything.add(row)
        self.ids[table].add(row)
        self.rows[table].append({"id": row, "owner": self.owner, "deleted": None, **values})
        return row

    def link(self, place: Place, table: str, ends: dict[str, Value], values: dict[str, Value] | None = None) -> str:
        row = self.text_id(table, *(str(end) for end in ends.values()))
        return self.add(place, table, row, {**ends, **(values or {})})

    def known(self, place: Place, table: str, row: str, word: str) -> str:
        if row not in self.ids[table]:
            raise place.wrong(f"there is no {word} with the id {row} in this JSON.")
        return row


def read_document(value: object, text_id: TextId) -> ReadDocument:
    """Checks a whole JSON document and turns it into rows. Raises NotAcceptable with what is wrong where."""
    top = _head(value)
    sheet = _Sheet(top.ident("owner"), text_id)
    found: list[tuple[Thing, Place, dict[str, Value]]] = []
    for thing in THINGS:
        for place in top.places(thing.list_name, thing.word):
            found.append((thing, place, _thing(sheet, thing, place)))
    sheet.known(top, "person", sheet.owner, "person")
    if any(row["deleted"] for row in sheet.rows["person"] if row["id"] == sheet.owner):
        raise top.wrong("the person whose data this is is in the bin.")
    for thing, place, row in found:
        _check_references(sheet, thing.fields, place, row)
        _check_days(place, row)
        _hanging(sheet, thing, place, row)
        place.done()
    _check_circles(sheet, found)
    _settings(sheet, top)
    _erasures(sheet, top)
    top.done()
    return ReadDocument(sheet.owner, sheet.rows)


def _head(value: object) -> Place:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NotAcceptable(
            "This JSON was not written by otcpd.",
            "Nothing was changed.",
            "Choose a JSON file that ‘otcpd export’ made, or a CSV table.",
        )
    top = Place(value, "")
    top.passed_over("format")
    version = top.count("version")
    if version > VERSION:
        raise NotAcceptable(
            "This JSON was written by a newer otcpd.", "Nothing was changed.", "Update the app to take it in."
        )
    if version < FIRST_VERSION:
        raise top.wrong("‘version’ is missing.")
    return top


def _thing(sheet: _Sheet, thing: Thing, place: Place) -> dict[str, Value]:
    """Reads the plain fields of one thing. References are looked at once all things are known."""
    row = place.ident("id")
    title = place.raw("title") or place.raw("name")
    if isinstance(title, str) and title.strip():
        place.where += f" (‘{plain_text(title, place.where, 'title')[:40]}’)"
    values: dict[str, Value] = {"deleted": place.maybe("deleted", place.instant)}
    values |= _values(place, thing.fields)
    sheet.add(place, thing.table, row, values)
    if thing.table == "tag" and values["name"]:
        name = str(values["name"])
        if name in sheet.tags:
            raise place.wrong("there are two tags of this name.")
        sheet.tags[name] = row
    if thing.table == "evidence" and bool(values["sha256"]) != bool(values["size"]):
        raise place.wrong("the size and the SHA-256 of the file do not go together.")
    return sheet.rows[thing.table][-1]


def _values(place: Place, fields: Iterable[Field]) -> dict[str, Value]:
    """The plain fields of a thing or a part of it, those in objects inside it among them."""
    inside: dict[str, Place] = {}
    found: dict[str, Value] = {}
    for one in fields:
        if one.inside and one.inside not in inside:
            inside[one.inside] = place.inside(one.inside)
        found[one.name] = _value(inside.get(one.inside, place), one)
    for each in inside.values():
        each.done()
    return found


def _value(place: Place, one: Field) -> Value:
    if one.maybe and place.raw(one.key) is None:
        return None
    if one.usual and not place.has(one.key):
        return one.usual.strip("\0")
    if one.kind is Kind.WORD:
        return place.word(one.key, one.words)
    if one.kind is Kind.COUNT:
        return place.count(one.key, one.least, one.most)
    return _READERS[one.kind](place, one.key)


_READERS: dict[Kind, Callable[[Place, str], Value]] = {
    Kind.TEXT: Place.text,
    Kind.SHA256: Place.sha256,
    Kind.DAY: Place.day,
    Kind.DECIMAL: Place.decimal,
    Kind.CODE: Place.code,
    Kind.TIME: Place.time,
    Kind.INSTANT: Place.instant,
    Kind.SWITCH: Place.switch,
    Kind.REFERENCE: Place.ident,
}


def _check_references(sheet: _Sheet, fields: Iterable[Field], place: Place, row: dict[str, Value]) -> None:
    for one in fields:
        target = row[one.name]
        if one.kind is Kind.REFERENCE and target is not None:
            sheet.known(place, one.target, str(target), _WORDS[one.target])


_WORDS = {thing.table: thing.word for thing in THINGS}


def _check_days(place: Place, row: dict[str, Value]) -> None:
    start = row.get("date") or row.get("start")
    _check_order(place, start, row.get("end_date") or row.get("end"))


def _check_order(place: Place, start: Value, end: Value) -> None:
    if start and end:
        try:
            check_order(from_iso(str(start)), from_iso(str(end)))
        except NotAcceptable as error:
            raise place.wrong(error.happened) from error


def _check_circles(sheet: _Sheet, found: list[tuple[Thing, Place, dict[str, Value]]]) -> None:
    """Nothing comes before itself: an agreement that renews one that renews it, a session moved to and fro."""
    for thing in THINGS:
        for one in (each for each in thing.fields if each.target == thing.table):
            following = {row["id"]: row[one.name] for row in sheet.rows[thing.table]}
            ending: set[Value] = {None}
            for _thing, place, row in (each for each in found if each[0] is thing):
                way: set[Value] = set()
                step = row["id"]
                while step not in ending:
                    if step in way:
                        raise place.wrong(f"‘{one.key}’ leads back to where it began.")
                    way.add(step)
                    step = following[step]
                ending |= way


def _hanging(sheet: _Sheet, thing: Thing, place: Place, row: dict[str, Value]) -> None:
    key = str(row["id"])
    if thing.table in LAYERED:
        for name, layer in place.mapping("layers").items():
            _layer(sheet, place, thing.table, key, name, layer)
    for part in thing.parts:
        _parts(sheet, part, place, row)
    for ends in thing.ends:
        _ends(sheet, ends, place, key)
    if thing.table == "activity":
        place.passed_over("status")
        _activity(sheet, place, key)
    elif thing.table == "evidence":
        place.passed_over("used_in", "layer")
    elif thing.table == "portfolio":
        _portfolio(sheet, place, key)


def _parts(sheet: _Sheet, part: Part, place: Place, thing: dict[str, Value]) -> None:
    places = place.places(part.list_name, part.word)
    if part.needed and not places and thing["deleted"] is None:
        raise place.wrong(f"it has no {part.list_name}.")
    for one, position in zip(places, keys_after(None, len(places)), strict=True):
        values: dict[str, Value] = {part.column: thing["id"], **({} if part.by else {"position": position})}
        values |= _values(one, part.fields)
        _check_references(sheet, part.fields, one, values)
        row = sheet.add(one, part.table, _id_of_part(sheet, part, one, values), values)
        if part.table in LAYERED:
            for name, layer in one.mapping("layers").items():
                _layer(sheet, one, part.table, row, name, layer)
        one.done()
    if places and part.by:
        added = sheet.rows[part.table][-len(places) :]
        _check_order(place, min(str(row[part.by]) for row in added), thing.get("ends"))


def _id_of_part(sheet: _Sheet, part: Part, place: Place, values: dict[str, Value]) -> str:
    """The id of a row that hangs on a thing. That of a link is made of its ends: under any other, what is changed
    later would be another row than this one."""
    if not part.made_of:
        return place.ident("id")
    made = sheet.text_id(part.table, *(str(values[name]) for name in part.made_of))
    if place.has("id") and place.ident("id") != made:
        raise place.wrong("‘id’ is not the one that is made of its ends; leave it out.")
    if made in sheet.ids[part.table]:
        raise place.wrong("it is there twice.")
    return made


def _ends(sheet: _Sheet, ends: Ends, place: Place, thing: str) -> None:
    if ends.single:
        found = [] if place.raw(ends.list_name) is None else [place.ident(ends.list_name)]
    else:
        found = place.idents(ends.list_name) if ends.target else place.texts(ends.list_name)
    for other in found:
        if ends.target:
            sheet.known(place, ends.target, other, _WORDS[ends.target])
        if ends.words and other not in ends.words:
            raise place.wrong(f"‘{ends.list_name}’ should only hold: {', '.join(ends.words)}.")
        if ends.days:
            place.check_day(ends.list_name, other)
        role: dict[str, Value] = {"role": ends.role} if ends.role else {}
        sheet.link(place, ends.table, {ends.column: thing, ends.other: other}, role)


def _layer(sheet: _Sheet, place: Place, table: str, row: str, name: str, layer: object) -> None:
    if (table, name) not in DEFAULT_LAYERS:
        raise place.wrong(f"‘{name}’ has no layer.")
    if not isinstance(layer, str) or layer not in list(Layer):
        raise place.wrong(f"the layer of ‘{name}’ should be one of: {', '.join(Layer)}.")
    sheet.link(place, "layer", {"tbl": table, "row": row, "field": name}, {"layer": layer})


def _activity(sheet: _Sheet, place: Place, activity: str) -> None:
    for name in place.texts("tags"):
        if name not in sheet.tags:
            raise place.wrong(f"the tag ‘{name}’ is not among the tags of this JSON.")
        sheet.link(place, "activity_tag", {"activity": activity, "tag": sheet.tags[name]})
    for evidence, position in _ordered(place.idents("evidence")):
        sheet.known(place, "evidence", evidence, "piece of evidence")
        sheet.link(place, "evidence_use", {"evidence": evidence, "activity": activity}, {"position": position})
    for companion in place.places("with", "companion"):
        companion.passed_over("name", "profession", "employer")
        person = sheet.known(companion, "person", companion.ident("person"), "person")
        sheet.link(companion, "activity_companion", {"activity": activity, "person": person})
        companion.done()
    for reflection in place.places("reflections", "reflection"):
        _reflection(sheet, reflection, activity)


def _reflection(sheet: _Sheet, place: Place, activity: str) -> None:
    row = sheet.add(place, "reflection", place.ident("id"), {"activity": activity, "model": place.text("model")})
    answers: dict[str, str] = {}
    for prompt, text in place.mapping("answers").items():
        values: dict[str, Value] = {"activity": activity, "text": plain_text(text, place.where, prompt)}
        answers[prompt] = sheet.link(place, "reflection_answer", {"reflection": row, "prompt": prompt}, values)
    for prompt, layer in place.mapping("layers").items():
        if prompt not in answers:
            raise place.wrong(f"there is a layer but no answer for ‘{prompt}’.")
        _layer(sheet, place, "reflection_answer", answers[prompt], "text", layer)
    place.done()


def _portfolio(sheet: _Sheet, place: Place, portfolio: str) -> None:
    for activity, position in _ordered(place.idents("chosen")):
        sheet.known(place, "activity", activity, "activity")
        ends: dict[str, Value] = {"portfolio": portfolio, "activity": activity}
        sheet.link(place, "portfolio_activity", ends, {"position": position})
    numbers = Place(place.mapping("evidence_numbers"), f"{place.where}, evidence numbers")
    for key in place.mapping("evidence_numbers"):
        evidence = sheet.known(numbers, "evidence", ident(key, numbers.where, key), "piece of evidence")
        number = numbers.count(key)
        sheet.link(numbers, "portfolio_evidence", {"portfolio": portfolio, "evidence": evidence}, {"number": number})


def _ordered(ids: list[str]) -> Iterable[tuple[str, str]]:
    return zip(ids, keys_after(None, len(ids)), strict=True)


def _settings(sheet: _Sheet, top: Place) -> None:
    for key, value in top.mapping("settings").items():
        sheet.link(top, "setting", {"key": key}, {"value": plain_text(value, "settings", key)})


def _erasures(sheet: _Sheet, top: Place) -> None:
    marks = [(place, place.ident("id"), place.text("table")) for place in top.places("erasures", "mark of erasing")]
    for place, mark, table in marks:
        row = place.ident("row")
        if table not in sheet.ids or row not in sheet.ids[table]:
            raise place.wrong("what it marks is not in this JSON.")
        values: dict[str, Value] = {"tbl": table, "row": row, "field": place.text("field")}
        sheet.add(place, "erasure", mark, {**values, "reason": place.text("reason"), "at": place.instant("at")})
        place.done()
