"""Rows of a CPD file drawn by hypothesis, and what they are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from hypothesis import strategies as st

from otcpd.record.gate import Step

TEXTS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20) | st.sampled_from(
    ["", "Falls", "=1+1", "‘café’", "cafe\u0301", "two\nlines", " \t", "🧠"]
)
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 11, 20)).map(dt.date.isoformat)


@dataclass(slots=True)
class Drawing:
    """What `data` gives; `rows` are the ids of what was made so far, by table."""

    data: st.DataObject
    rows: dict[str, list[str]] = field(default_factory=dict, init=False)

    def make(self, step: Step, table: str, **values: str | int | None) -> str:
        row = step.insert(table, values)
        self.rows.setdefault(table, []).append(row)
        return row

    def one(self, table: str) -> str:
        return self.data.draw(st.sampled_from(self.rows[table]))

    def some(self, table: str) -> list[str]:
        return self.data.draw(st.lists(st.sampled_from(self.rows[table]), unique=True, max_size=3))

    def text(self) -> str:
        return self.data.draw(TEXTS)

    def maybe(self, value: str) -> str | None:
        return value if self.data.draw(st.booleans()) else None

    def span(self) -> tuple[str, str]:
        first, last = sorted((self.data.draw(DAYS), self.data.draw(DAYS)))
        return first, last
