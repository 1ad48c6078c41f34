"""A portfolio: the choice of what goes into one profile. Nothing of a profile hangs on the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from otcpd.domain.layers import Layer


@dataclass(frozen=True, slots=True)
class Portfolio:
    """One profile in the making.

    `start` and `end` are None while they follow the cycle (cycle start to the earlier of today and
    cycle end). `chosen` are the activities of the statement in the person's order; `evidence_numbers`
    maps evidence ids to the numbers the person fixed (2 stands for "E2"; E1 is the dated list).
    """

    id: str
    owner: str
    name: str
    created: datetime
    start: date | None = None
    end: date | None = None
    summary: str = ""
    statement: str = ""
    chosen: tuple[str, ...] = ()
    evidence_numbers: Mapping[str, int] = field(default_factory=dict)
    layers: Mapping[str, Layer] = field(default_factory=dict)
    deleted: datetime | None = None
