"""Ids: UUIDv7 for things, UUIDv5 for things whose identity is their text, and the hybrid logical clock."""

from __future__ import annotations

import uuid
from datetime import datetime

from otcpd.domain.plain_text import storable
from otcpd.domain.ports import Clock, RandomBits

_NAMESPACE = uuid.UUID("6f746370-6400-5f4f-9e3d-6f7463706431")
"""The namespace of all our UUIDv5 ids. It must never change: copies of a file rely on it."""


def text_id(kind: str, *parts: str) -> str:
    """The UUIDv5 of a thing that is its text: the same in every copy of every file.

    `kind` is the table; `parts` are what makes the thing (a tag's name, both ends of a link). They count as the file
    keeps them where they hold what it cannot keep.
    """
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join((kind, *map(storable, parts)))))


class IdMaker:
    """Makes UUIDv7 ids that rise within one session, even when the clock stands still or jumps back.

    Its time is a hybrid logical clock (Kulkarni and others, 2014): never behind what the file has
    already seen (`floor`, milliseconds since 1970), never behind the wall clock.
    """

    def __init__(self, clock: Clock, random_bits: RandomBits, floor: int = 0) -> None:
        self._clock = clock
        self._random = random_bits
        self._millis = floor
        self._count = 0

    def tick(self) -> tuple[int, int]:
        """The next logical instant: milliseconds since 1970 and a counter within them."""
        wall = _millis(self._clock.now())
        if wall > self._millis:
            self._millis, self._count = wall, 0
        else:
            self._count += 1
            if self._count > 0xFFF:
                self._millis, self._count = self._millis + 1, 0
        return self._millis, self._count

    def new(self) -> str:
        """A new UUIDv7 (RFC 9562) as text."""
        millis, count = self.tick()
        value = (millis << 80) | (0x7 << 76) | (count << 64) | (0b10 << 62) | self._random.bits(62)
        return str(uuid.UUID(int=value))

    def random_id(self) -> str:
        """A wholly random id (UUIDv4), for sessions and for the file itself."""
        return str(uuid.UUID(int=self._random.bits(128), version=4))


def instant_text(moment: datetime) -> str:
    """An instant as the file stores it: UTC, ISO 8601, milliseconds, "Z"."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def read_instant(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)


def logical_text(millis: int, count: int) -> str:
    """A hybrid logical instant as sortable text."""
    return f"{millis:013d}-{count:04d}"


def logical_millis(text: str) -> int:
    """The milliseconds of a hybrid logical instant."""
    return int(text.split("-", 1)[0])


def _millis(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
