"""What comes in from outside, so that tests can replace it: the clock and random ids."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the only way any part of otcpd learns it."""

    def now(self) -> datetime:
        """The present instant, time-zone aware, in UTC."""
        ...

    def today(self) -> date:
        """The present day where the person is."""
        ...


class RandomBits(Protocol):
    """Gives random bits for ids."""

    def bits(self, count: int) -> int:
        """A random integer of `count` bits."""
        ...
