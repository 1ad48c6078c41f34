"""Values out of JSON that somebody else wrote: whatever they are, they are read as what was meant."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeGuard

from otcpd.disk import machine_errors
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.framework_ref import MOST_CODE, EditionRef, parse_edition, slug
from otcpd.domain.plain_text import storable
from otcpd.exchange.decoding import decode

MOST_BYTES = 32 * 1024 * 1024
"""Of a file that holds a framework: one of 20,000 items has half of it."""
MOST_TEXT = 40_000
"""Letters of one text that are looked at."""
MOST_NAME = 200

Told = Mapping[str, object]
Clean = Callable[[str], str]


def load(path: Path) -> object:
    """The value that the JSON at `path` stands for. Raises NotAcceptable for what is no JSON, FileMissing or
    MachineSaidNo."""
    with machine_errors(path):
        if path.stat().st_size > MOST_BYTES:
            raise no_framework(path.name, "It is larger than any framework.")
        data = path.read_bytes()
    return parsed(data, path.name)


def parsed(data: bytes, name: str) -> object:
    """The value that JSON stands for, in whatever encoding."""
    text = decode(data)
    if text is None:
        raise no_framework(name, "It holds something else than words.")
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as error:
        raise no_framework(name, f"Its JSON breaks off or is damaged at line {error.lineno:,}.") from error
    except (ValueError, RecursionError) as error:
        raise no_framework(name, "It holds numbers too long, or lists in lists without end.") from error


def no_framework(name: str, why: str) -> NotAcceptable:
    """The error for a file that holds no framework."""
    return NotAcceptable(
        f"‘{name}’ does not read as a framework. {why}",
        "Nothing was changed.",
        "Ask for it as CASE JSON, as a Mahara matrix, or as a table with the columns Code, Title, Parent and Level.",
    )


def is_object(value: object) -> TypeGuard[Told]:
    """Whether it is an object of JSON."""
    return isinstance(value, dict)


def inside(place: Told, *names: str) -> Told:
    """The object under the first of the names that has one; an empty one without."""
    found = (place.get(name) for name in names)
    return next((one for one in found if is_object(one)), {})


def listed(place: Told, *names: str) -> list[object]:
    """The list under the first of the names that has one. An object stands for the list of its values, and for one
    thing where its values are no things."""
    for name in names:
        value = place.get(name)
        if isinstance(value, list):
            return value
        if is_object(value):
            values = list(value.values())
            return values if values and all(isinstance(one, dict | list) for one in values) else [value]
    return []


def text(value: object, clean: Clean) -> str:
    """A text; a number as it is written; of a list its texts. Nothing for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, list):
        return ", ".join(filter(None, (text(one, clean) for one in value[:50] if not isinstance(one, list))))
    if isinstance(value, str | int | float):
        return clean(storable(str(value)[:MOST_TEXT]))
    return ""


def switch(value: object) -> bool | None:
    """Yes or no, however it is written; None where nothing is."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, str | int) else ""
    return {"1": True, "true": True, "yes": True, "y": True, "0": False, "false": False, "no": False, "n": False}.get(
        word
    )


def day(value: object) -> date | None:
    """The day with which a text begins, as in 2026-11-19 or 2026-11-19T08:30:00Z."""
    try:
        return date.fromisoformat(value.strip()[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def whole(value: object) -> int | None:
    """A whole number, perhaps written as a text."""
    if isinstance(value, bool) or not isinstance(value, int | str | float):
        return None
    try:
        return int(float(value)) if abs(float(value)) < 1e9 else None
    except (ValueError, OverflowError):
        return None


def edition_ref(code: str, edition: str, name: str, fallback: str = "framework") -> EditionRef:
    """Code and edition as they may stand in references; of what may not, the nearest that may."""
    sound = parse_edition(f"{code}@x") is not None and len(code) <= MOST_CODE and code == code.strip()
    code = code if sound else slug(code) or slug(name) or slug(fallback) or "framework"
    sound = parse_edition(f"x@{edition}") is not None and len(edition) <= MOST_CODE and edition == edition.strip()
    return EditionRef(code, edition if sound else slug(edition) or "1")
