"""The model behind the list of sessions: thousands of them filter within a frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject

from otcpd.ui.models.headed import HeadedModel
from otcpd.ui.models.session_rows import SessionRow, has_many_past, in_order, in_parts, with_heads


class SessionModel(HeadedModel[SessionRow]):
    """Sessions under heads, as far as a search leaves them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[list[SessionRow]] = []
        self._by_year = False
        self._words: tuple[str, ...] = ()
        self._also: Collection[str] = ()

    @property
    def known(self) -> int:
        """How many there are without a search."""
        return sum(map(len, self._parts))

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show these instead, in any order; a search goes on."""
        ordered = in_order(rows)
        self._by_year = has_many_past(ordered)
        self._parts = in_parts(ordered, by_year=self._by_year)
        self._show()

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that have all the words, and those whose keys were found elsewhere; all for no word."""
        self._words, self._also = tuple(text.casefold().split()), also
        self._show()

    def _show(self) -> None:
        words, also, parts = self._words, self._also, self._parts
        if len(words) == 1 and not also:  # while the first word is typed, which is when most is looked through
            (word,) = words
            parts = [[row for row in part if word in row.folded] for part in parts]
        elif words:
            parts = [
                [row for row in part if all(word in row.folded for word in words) or row.key in also] for part in parts
            ]
        self.put(with_heads(parts, by_year=self._by_year))
