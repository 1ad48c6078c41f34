"""A framework against the log, as plain content: see `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.period import Period


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """An item: how many activities count for it in each column and in all, their minutes, and the day of the last."""

    code: str
    label: str
    depth: int
    counts: tuple[int, ...]
    total: int
    minutes: int = 0
    last: date | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class CoveragePaper:
    """Items of an edition of a framework against the months, quarters or years of a period.

    `heads` are what stands above each column: the year, and the months or nothing. `sums` are the activities of each
    column that count for any line, `nowhere` those of the period that count for no item.
    """

    framework: str
    edition: str
    period: Period
    prepared: date
    heads: tuple[tuple[str, str], ...]
    lines: tuple[CoverageLine, ...]
    sums: tuple[int, ...]
    total: int
    nowhere: int = 0
    left_out: int = 0
    """Items without anything that are not among the lines, since there are so many."""
    confirmed: bool = True
    name: str = ""
    registration: str = ""

    @property
    def covered(self) -> int:
        """How many of the lines have something."""
        return sum(1 for line in self.lines if line.total)
