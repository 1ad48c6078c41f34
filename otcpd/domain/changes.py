"""What one step changed: the only thing pages need in order to refresh."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """Which kinds of things changed, and which ids.

    `rows` maps a kind ("activity", "evidence", "portfolio", "person", "post", "employer",
    "gap_reason", "setting", …) to the ids that changed; a change to a link row (a tag, a companion, a
    reflection answer) counts for the thing it hangs on as well. `created` holds new ids, in order.
    """

    step: str | None = None
    label: str = ""
    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    created: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def of(self, kind: str) -> frozenset[str]:
        """The ids of `kind` that changed."""
        return self.rows.get(kind, frozenset())

    def and_then(self, later: Changes) -> Changes:
        """What this step changed together with a later part of it, for whoever is told of both at once."""
        kinds = dict.fromkeys((*self.rows, *later.rows))
        rows = {kind: self.of(kind) | later.of(kind) for kind in kinds}
        return Changes(self.step, self.label, rows, (*self.created, *later.created))

    @property
    def new_id(self) -> str:
        """The id of the one thing this step made. Raises ValueError if it made none or several."""
        (only,) = self.created
        return only
