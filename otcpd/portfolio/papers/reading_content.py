"""The reference list as plain content: see `content`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from otcpd.domain.citing import Citation


@dataclass(frozen=True, slots=True)
class ReadingPaper:
    """The works in the order of the list. `name` and `registration` are the person's; they may be empty."""

    works: tuple[Citation, ...]
    prepared: date
    name: str = ""
    registration: str = ""
