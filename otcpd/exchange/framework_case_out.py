"""Writes a framework as CASE 1.0 JSON (1EdTech, Competencies and Academic Standards Exchange).

What CASE has no place for stands in `extensions`, which CASE 1.1 knows and readers of 1.0 pass over. The same
framework gives the same bytes on the same day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from otcpd.disk import whole_file
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkLink, LinkKind
from otcpd.exchange.framework_ids import identifier_of, is_uuid, made_identifier, uri_of

OURS = "otcpd"
"""Under which our own facts stand in `extensions`."""
FORMAT = 1

ASSOCIATIONS = {LinkKind.SAME: "exactMatchOf", LinkKind.RELATED: "isRelatedTo", LinkKind.REPLACED_BY: "replacedBy"}

Json = dict[str, object]
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def write_case(out: Path, framework: Framework, links: Iterable[FrameworkLink], day: date) -> None:
    """Writes a framework to `out` with the links from and to its items; `day` is that of writing.

    What stood there stays until all is written. Raises DiskFull, ReadOnly or MachineSaidNo.
    """
    with whole_file(out) as file:
        for piece in _lines(case_package(framework, links, day)):
            file.write(piece.encode())


def _lines(package: Json) -> Iterator[str]:
    """The package with a line for each item and association: to be read, and still written at once."""
    for place, (name, value) in enumerate(package.items()):
        yield f"{',' if place else '{'}\n{_ENCODER.encode(name)}: "
        if isinstance(value, list):
            yield "[\n"
            yield ",\n".join(map(_ENCODER.encode, value))
            yield "\n]"
        else:
            yield _ENCODER.encode(value)
    yield "\n}\n"


def case_package(framework: Framework, links: Iterable[FrameworkLink], day: date) -> Json:
    """The package of a framework: its document, items, associations and definitions."""
    stamp = f"{day.isoformat()}T00:00:00+00:00"
    document = identifier_of(framework.identifier, str(framework.ref))
    head: Json = {"title": framework.name, "identifier": document, "uri": uri_of(document)}
    names = {item.code: identifier_of(item.identifier, framework.ref.item(item.code)) for item in framework.items}
    own = {framework.ref.item(code): identifier for code, identifier in names.items()}
    types = sorted({item.type for item in framework.items if item.type})
    return {
        "CFDocument": _document(framework, document, stamp),
        "CFItems": [_item(item, names[item.code], head, stamp) for item in framework.items],
        "CFAssociations": [
            *_below(framework, names, head, stamp),
            *(_link(link, own, head, stamp) for link in links),
        ],
        "CFDefinitions": {
            "CFItemTypes": [_type(name, place, stamp) for place, name in enumerate(types, 1)],
            "CFLicenses": [_licence(framework.licence, stamp)] if framework.licence else [],
        },
    }


def _document(framework: Framework, identifier: str, stamp: str) -> Json:
    web = framework.source if framework.source.startswith(("http://", "https://")) else ""
    ours: Json = {
        "format": FORMAT,
        "code": framework.code,
        "kind": framework.kind.value,
        "short": framework.short,
        "source": framework.source,
        "in_force": framework.in_force,
        "confirmed": framework.confirmed,
        "replaces": framework.replaces,
        "identifier": framework.identifier,
        "levels": [
            {"number": level.number, "title": level.title, "confirmed": level.confirmed} for level in framework.levels
        ],
    }
    licence = made_identifier(f"licence {framework.licence}")
    return _without_nothing(
        {
            "identifier": identifier,
            "uri": uri_of(identifier),
            "creator": framework.publisher or "Not said",
            "title": framework.name,
            "lastChangeDateTime": stamp,
            "officialSourceURL": web,
            "publisher": framework.publisher,
            "description": framework.note,
            "language": "en",
            "version": framework.edition,
            "adoptionStatus": "Adopted" if framework.in_force else "Deprecated",
            "statusStartDate": framework.valid_from.isoformat() if framework.valid_from else "",
            "licenseURI": _uri(framework.licence, licence) if framework.licence else "",
            "CFPackageURI": _uri(framework.name, identifier),
        }
    ) | {"extensions": {OURS: ours}}


def _item(item: FrameworkItem, identifier: str, head: Json, stamp: str) -> Json:
    ours: Json = {}
    if item.retired:
        ours["retired"] = True
    if not item.confirmed:
        ours["confirmed"] = False
    if item.identifier and not is_uuid(item.identifier):
        ours["identifier"] = item.identifier
    level = "" if item.level is None else [str(item.level)]
    return _without_nothing(
        {
            "identifier": identifier,
            "uri": uri_of(identifier),
            "CFDocumentURI": head,
            "fullStatement": item.label,
            "humanCodingScheme": item.code,
            "CFItemType": item.type,
            "CFItemTypeURI": _uri(item.type, made_identifier(f"type {item.type}")) if item.type else "",
            "educationLevel": level,
            "notes": item.notes,
            "language": "en",
            "statusEndDate": stamp[:10] if item.retired else "",
            "lastChangeDateTime": stamp,
            "extensions": {OURS: ours} if ours else "",
        }
    )


def _below(framework: Framework, names: Mapping[str, str], head: Json, stamp: str) -> Iterable[Json]:
    """What stands below what, with its place among its neighbours."""
    places: dict[str, int] = {}
    for item in framework.items:
        parent = item.parent if item.parent in names else ""
        places[parent] = places.get(parent, 0) + 1
        above = framework.by_code[parent] if parent else None
        name = made_identifier(f"below {framework.ref.item(item.code)}")
        yield {
            "identifier": name,
            "uri": uri_of(name),
            "CFDocumentURI": head,
            "sequenceNumber": places[parent],
            "originNodeURI": _uri(item.label, names[item.code]),
            "associationType": "isChildOf",
            "destinationNodeURI": _uri(above.label, names[above.code]) if above is not None else head,
            "lastChangeDateTime": stamp,
        }


def _link(link: FrameworkLink, own: Mapping[str, str], head: Json, stamp: str) -> Json:
    """A link to another framework, whose items are named as we name them: "framework@edition:code"."""
    name = made_identifier(f"{link.kind.value} {link.source} {link.target}")
    return {
        "identifier": name,
        "uri": uri_of(name),
        "CFDocumentURI": head,
        "originNodeURI": _uri(link.source, own.get(link.source) or made_identifier(link.source)),
        "associationType": ASSOCIATIONS[link.kind],
        "destinationNodeURI": _uri(link.target, own.get(link.target) or made_identifier(link.target)),
        "lastChangeDateTime": stamp,
    }


def _type(name: str, place: int, stamp: str) -> Json:
    identifier = made_identifier(f"type {name}")
    return {
        "identifier": identifier,
        "uri": uri_of(identifier),
        "title": name,
        "description": name,
        "hierarchyCode": str(place),
        "lastChangeDateTime": stamp,
    }


def _licence(text: str, stamp: str) -> Json:
    identifier = made_identifier(f"licence {text}")
    return {
        "identifier": identifier,
        "uri": uri_of(identifier),
        "title": text,
        "licenseText": text,
        "lastChangeDateTime": stamp,
    }


def _uri(title: str, identifier: str) -> Json:
    return {"title": title, "identifier": identifier, "uri": uri_of(identifier)}


def _without_nothing(fields: Mapping[str, object]) -> Json:
    return {name: value for name, value in fields.items() if value != ""}
