"""What a step has done so far, and what the journal says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from otcpd.domain.changes import Changes
from otcpd.record.engine import Value


@dataclass(slots=True)
class Touched:
    """What a step has done so far."""

    rows: dict[str, set[str]] = field(default_factory=dict)
    created: list[str] = field(default_factory=list)

    def note(self, kind: str, row: str) -> None:
        self.rows.setdefault(kind, set()).add(row)

    def as_changes(self, step: str | None, label: str) -> Changes:
        rows = {kind: frozenset(ids) for kind, ids in self.rows.items()}
        return Changes(step, label, rows, tuple(self.created))


class Noted(NamedTuple):
    """One change for the journal: `field` is `NEW_ROW` for a whole row, `replaces` the change before it."""

    table: str
    row: str
    field: str
    before: Value
    after: Value
    replaces: str | None
