"""What comes in from outside, under a test's control: a clock that stands still and chance that repeats."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

START = datetime(2026, 11, 21, 9, 12, tzinfo=UTC)
"""The instant at which every test begins: Saturday 21 November 2026, 09:12."""


class FixedClock:
    """A `Clock` that moves only when told to."""

    def __init__(self, instant: datetime = START) -> None:
        self._instant = instant

    def now(self) -> datetime:
        """The instant it stands at, in UTC."""
        return self._instant

    def today(self) -> date:
        """Its day, in UTC."""
        return self._instant.date()

    def advance(self, seconds: float = 0, *, days: float = 0) -> None:
        """Move on."""
        self._instant += timedelta(days=days, seconds=seconds)


class SeededBits:
    """`RandomBits` that are the same in every run."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)

    @property
    def state(self) -> object:
        """How far it has come."""
        return self._random.getstate()

    def go_on_from(self, state: object) -> None:
        """Come as far as another one had."""
        self._random.setstate(cast("tuple[Any, ...]", state))

    def bits(self, count: int) -> int:
        """A number of `count` bits."""
        return self._random.getrandbits(count)
