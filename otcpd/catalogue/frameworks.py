"""The frameworks that ship with the app: career frameworks of their own file, and the standards.

They are read when somebody first asks for one, and not with the rest of the catalogue: the first window needs none.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from otcpd.catalogue.loading import read_file
from otcpd.domain.framework import Framework, FrameworkItem, FrameworkKind, FrameworkLink, Level, LinkKind

FILE = "frameworks"
"""The name of the file in resources, without ".toml"."""


class ShippedFrameworks(NamedTuple):
    """Every edition that ever shipped, those in force and those that were replaced, and links between their items."""

    frameworks: tuple[Framework, ...]
    links: tuple[FrameworkLink, ...]


@cache
def shipped_frameworks() -> ShippedFrameworks:
    """Career frameworks first, then standards; cached, so that they are read once."""
    careers, standards = read_file(FILE), read_file("standards")
    return ShippedFrameworks(
        (
            *(_career(entry, careers["sources"]) for entry in careers["frameworks"]),
            *(_standards(entry, standards["sources"]) for entry in standards["frameworks"]),
        ),
        tuple(FrameworkLink(one["from"], one["to"], LinkKind(one["kind"])) for one in careers["links"]),
    )


def _career(entry: dict[str, Any], sources: dict[str, Any]) -> Framework:
    return Framework(
        code=entry["code"],
        edition=entry["edition"],
        name=entry["name"],
        kind=FrameworkKind(entry["kind"]),
        short=entry["short"],
        publisher=entry["publisher"],
        source=_source(entry, sources),
        note=entry["note"],
        in_force=entry["in_force"],
        confirmed=entry["confirmed"],
        replaces=entry.get("replaces", ""),
        levels=tuple(
            Level(one["number"], one.get("title", ""), one.get("confirmed", True)) for one in entry.get("levels", ())
        ),
        items=tuple(
            FrameworkItem(
                code=one["code"],
                label=one["label"],
                parent=one.get("parent", ""),
                type=one["type"],
                confirmed=one.get("confirmed", True),
                retired=one.get("retired", False),
            )
            for one in entry["items"]
        ),
    )


def _standards(entry: dict[str, Any], sources: dict[str, Any]) -> Framework:
    return Framework(
        code=entry["code"],
        edition=entry["edition"],
        name=entry["name"],
        kind=FrameworkKind.STANDARDS,
        short=entry["short"],
        publisher=entry["publisher"],
        source=_source(entry, sources),
        note=entry["note"],
        in_force=entry["in_force"],
        confirmed=entry["confirmed"],
        items=tuple(
            FrameworkItem(code=one["code"], label=one["label"], type="Standard", confirmed=one["confirmed"])
            for one in entry["standards"]
        ),
    )


def _source(entry: dict[str, Any], sources: dict[str, Any]) -> str:
    named = sources[entry["source"]]
    return f"{named['name']} ({named['address']})"
