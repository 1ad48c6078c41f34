"""The value of OT in figures and short stories, as plain content: see `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.impact_figures import RollUp


@dataclass(frozen=True, slots=True)
class ImpactPaper:
    """One page that names nobody, but its author where `name` is not empty.

    `themes` are those chosen, empty for all. The stories of `roll` are those that may stand on the page, the first
    one first. Of others the page says how many there are: `more_stories` have no room in any case, `too_long` have too
    many words. `left_out` chains are left out by choice, besides those of `roll`.
    """

    roll: RollUp
    prepared: date
    themes: tuple[str, ...] = ()
    name: str = ""
    more_stories: int = 0
    too_long: int = 0
    left_out: int = 0
