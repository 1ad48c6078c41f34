"""What a role asks as plain content: see `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LadderLine:
    """One thing asked: at what level, whether the log holds it ("Thin") and why, and activities that show it."""

    title: str
    level: str
    standing: str
    why: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LadderGroup:
    """Things of one pillar, or of one kind."""

    name: str
    lines: tuple[LadderLine, ...]


@dataclass(frozen=True, slots=True)
class LadderPaper:
    """What a role asks of somebody. `sentence` counts held, thin and missing, `rule` says how they are told apart."""

    name: str
    role: str
    prepared: date
    sentence: str
    rule: str
    groups: tuple[LadderGroup, ...] = ()
    employer: str = ""
    by: date | None = None
    registration: str = ""
