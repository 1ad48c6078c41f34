"""Where the facts of the catalogue come from, for people to read."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

from otcpd.catalogue.loading import FILES, LATER, read_file


class FactSource(NamedTuple):
    """One source. `address` is for reading, nothing opens it; empty where there is none."""

    name: str
    address: str


class FactFile(NamedTuple):
    """The facts of one resource file ("hcpc"): when they were compared with which sources."""

    name: str
    checked_on: date
    sources: tuple[FactSource, ...]
    all_confirmed: bool
    """False when something in it was not compared with an original, and says so where it is shown."""


@cache
def fact_files() -> tuple[FactFile, ...]:
    """Every file of facts."""
    return tuple(_fact_file(name, read_file(name)) for name in (*FILES, *LATER))


def cycle_sources() -> tuple[FactSource, ...]:
    """The source of each registration cycle, in the order of the catalogue's cycles."""
    content = read_file("hcpc")
    return tuple(_source(content["sources"][cycle["source"]]) for cycle in content["cycles"])


def _fact_file(name: str, content: dict[str, Any]) -> FactFile:
    sources = tuple(_source(one) for one in content["sources"].values())
    return FactFile(name, content["checked_on"], sources, all_confirmed=_all_confirmed(content))


def _source(entry: dict[str, Any]) -> FactSource:
    return FactSource(entry["name"], entry["address"])


def _all_confirmed(content: object) -> bool:
    if isinstance(content, dict):
        said = (content.get("confirmed"), content.get("window_confirmed"))
        return False not in said and all(map(_all_confirmed, content.values()))
    return not isinstance(content, list) or all(map(_all_confirmed, content))
