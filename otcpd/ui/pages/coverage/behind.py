"""Which activities stand at the side: those of an item, in all or in a stretch of time, or those that count for
nothing. It holds whatever columns the table has room for."""

from __future__ import annotations

from dataclasses import dataclass

from otcpd.domain.coverage import Column, Coverage
from otcpd.ui.pages.coverage import words


@dataclass(frozen=True, slots=True)
class Behind:
    """`refs` are the items, none for what counts for nothing. `together` if they are all that the table shows."""

    refs: tuple[str, ...]
    together: bool
    column: Column | None = None

    def mask(self, found: Coverage) -> int:
        """The activities, as bits."""
        if not self.refs:
            return found.nowhere
        wanted = set(self.refs)
        mask = 0
        for line in found.lines:
            if line.ref in wanted:
                mask |= line.mask
        return mask & found.during(self.column) if self.column is not None else mask

    def title(self, found: Coverage) -> str:
        """ "Leadership, March 2026"."""
        if not self.refs:
            return words.nowhere(found.nowhere.bit_count())
        line = next((one for one in found.lines if one.ref == self.refs[0]), None)
        name = words.ANY if self.together else words.name_of(found, line) if line is not None else words.BEHIND
        return ", ".join(filter(None, (name, self.column.said if self.column is not None else "")))
