"""Identifiers of frameworks, items and links in CASE: UUIDs, made from our own names where there are none."""

from __future__ import annotations

import re
import uuid

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_SPACE = uuid.UUID("6f1c2d0e-5d0b-5a36-9f0a-0c5a7e0b9d11")
"""Of names such as "rcot_career@2022:leadership"; a number of our own that never changes."""


def is_uuid(text: str) -> bool:
    """Whether CASE takes the text for an identifier."""
    return _UUID.fullmatch(text) is not None


def made_identifier(name: str) -> str:
    """The identifier of what has none: the same for the same name, everywhere."""
    return str(uuid.uuid5(_SPACE, name))


def identifier_of(identifier: str, name: str) -> str:
    """The identifier, or one made from the name of what has none that CASE takes."""
    return identifier if is_uuid(identifier) else made_identifier(name)


def uri_of(identifier: str) -> str:
    """The name of a thing as CASE wants it beside its identifier."""
    return f"urn:uuid:{identifier}"
