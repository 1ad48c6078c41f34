"""A self-assessment as plain content: see `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.portfolio.charts.wheel import Wheel


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """One item: the levels marked, None for what is not; why; the activities that show it, in words; and what changed
    since the earlier date, empty where there is none."""

    name: str
    now: int | None = None
    target: int | None = None
    reason: str = ""
    shown: tuple[str, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentPaper:
    """Where somebody saw herself on a day. `head` is what the items are called ("Pillar"), `companion` with whom she
    did it. `wheel` is None where there are too many items for one. `earlier` is the day it is laid over, and `since`
    what changed, in a sentence."""

    name: str
    framework: str
    head: str
    day: date
    prepared: date
    lines: tuple[AssessmentLine, ...] = ()
    wheel: Wheel | None = None
    companion: str = ""
    registration: str = ""
    earlier: date | None = None
    since: str = ""
