"""Gaps: spells of three months or more without CPD, and their reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from otcpd.domain.layers import Layer


@dataclass(frozen=True, slots=True)
class GapReason:
    """Why there was no CPD between two days (both included). `reason` is a code of the catalogue
    (or the person's own words), `note` her own explanation."""

    id: str
    owner: str
    start: date
    end: date
    reason: str
    note: str = ""
    reason_layer: Layer = Layer.REGULATOR
    note_layer: Layer = Layer.REGULATOR
    deleted: datetime | None = None
