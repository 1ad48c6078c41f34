"""Time and chance of the sample: both come out the same whenever the sample is made."""

from __future__ import annotations

import random
from datetime import date, datetime


class SampleClock:
    """A clock that stands where the story of the sample has come to. It never goes back."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def go_to(self, moment: datetime) -> None:
        """Moves on to `moment`; stays where it is if that has passed."""
        self._now = max(self._now, moment)

    def now(self) -> datetime:
        """The moment of the story, in UTC."""
        return self._now

    def today(self) -> date:
        """The day of the story."""
        return self._now.date()


class SampleBits:
    """Random bits that follow from a word: the same word, the same bits. For ids of samples only."""

    def __init__(self, word: str) -> None:
        self._source = random.Random(word)

    def bits(self, count: int) -> int:
        """The next `count` bits."""
        return self._source.getrandbits(count)
