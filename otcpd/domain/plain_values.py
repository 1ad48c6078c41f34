"""JSON that somebody else may have written: read as far as it can be read, never with an error."""

from __future__ import annotations

import json


def read_json(text: str | bytes) -> object:
    """The plain values of a text; None where it is no JSON, or nests so deeply that nobody means it."""
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):  # ValueError: no JSON, no UTF-8, or a number of thousands of digits
        return None
    return found


def write_json(value: object) -> str:
    """Plain values as text; letters stay letters."""
    return json.dumps(value, ensure_ascii=False)
