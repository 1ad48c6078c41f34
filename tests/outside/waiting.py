"""Waiting for what can be seen: looked for again and again, at first often, and never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 60.0
"""Seconds after which what is waited for will not come, also where other work takes both processors."""
LEAST_LOOKS = 50
"""A machine that stood still for a minute has not been looked at for a minute."""
_FIRST_REST, _LONGEST_REST = 0.01, 0.25

Seen = TypeVar("Seen")


class NotThere(AssertionError):
    """What was looked for is not there; the message says what is."""


def seen(look: Callable[[], Seen | None], wanted: str) -> Seen:
    """What `look` sees, once it sees something. Raises NotThere if it does not; `wanted` names it."""
    end = time.monotonic() + PATIENCE
    looks, rest = 0, _FIRST_REST
    while True:
        found = look()
        if found is not None:
            return found
        looks += 1
        if time.monotonic() > end and looks >= LEAST_LOOKS:
            raise NotThere(f"{wanted} is not there after {PATIENCE:.0f} seconds")
        time.sleep(rest)
        rest = min(rest * 1.5, _LONGEST_REST)


def settled(is_so: Callable[[], bool], wanted: str) -> None:
    """Wait until this is so."""

    def look() -> bool | None:
        return is_so() or None

    seen(look, wanted)
