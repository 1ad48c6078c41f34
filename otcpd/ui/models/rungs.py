"""What a role asks, as rows under heads: thousands of them filter within a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from otcpd.domain.ladder import Evidence, Rung
from otcpd.ui.models.headed import HeadedModel

STANDING_WORDS = {Evidence.HELD: "Held", Evidence.THIN: "Thin", Evidence.MISSING: "Missing"}


class RungRow(NamedTuple):
    """One thing asked. `level` is "Level 6" or empty; `folded` is what the search looks through."""

    key: str
    title: str
    level: str
    group: str
    rung: Rung
    folded: str

    @property
    def meta(self) -> str:
        """ "Thin. None has evidence."; put into words for those in sight alone."""
        return f"{STANDING_WORDS[self.rung.standing]}. {self.rung.why}"

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(part for part in (self.title, self.level, self.meta) if part)


class RungModel(HeadedModel[RungRow]):
    """Rows in their groups, as far as search and filter leave them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[RungRow]] = []
        self._words: tuple[str, ...] = ()
        self._standing: Evidence | None = None

    @property
    def known(self) -> int:
        """How many there are without search and filter."""
        return sum(map(len, self._groups))

    def set_rows(self, rows: Sequence[RungRow]) -> None:
        """Show these instead; those of a group stand together, in the order in which groups first come."""
        groups: dict[str, list[RungRow]] = {}
        for row in rows:
            groups.setdefault(row.group, []).append(row)
        self._groups = list(groups.values())
        self._show()

    def sift(self, text: str, standing: Evidence | None) -> None:
        """Show those alone that have all the words and stand so; None and no word stand for any."""
        self._words, self._standing = tuple(text.casefold().split()), standing
        self._show()

    def _show(self) -> None:
        groups, words, standing = self._groups, self._words, self._standing
        if standing is not None:
            groups = [[row for row in group if row.rung.standing is standing] for group in groups]
        for word in words:
            groups = [[row for row in group if word in row.folded] for group in groups]
        self.put((group[0].group, group) for group in groups if group)
