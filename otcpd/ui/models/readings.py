"""The model behind the reading log: thousands of entries filter within a frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject

from otcpd.ui.models.headed import HeadedModel
from otcpd.ui.models.reading_rows import ReadingRow, in_order, with_heads


class ReadingModel(HeadedModel[ReadingRow]):
    """Entries under heads, as far as a search leaves them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReadingRow] = []
        self._words: tuple[str, ...] = ()
        self._also: Collection[str] = ()

    @property
    def known(self) -> int:
        """How many there are without a search."""
        return len(self._rows)

    def set_rows(self, rows: Iterable[ReadingRow]) -> None:
        """Show these instead, in any order; a search goes on."""
        self._rows = in_order(rows)
        self._show()

    def search(self, text: str, also: Collection[str] = ()) -> None:
        """Show those alone that have all the words, and those whose keys were found elsewhere; all for no word."""
        self._words, self._also = tuple(text.casefold().split()), also
        self._show()

    def _show(self) -> None:
        words, also, rows = self._words, self._also, self._rows
        if len(words) == 1 and not also:  # while the first word is typed, which is when most is looked through
            (word,) = words
            rows = [row for row in rows if word in row.folded]
        elif words:
            rows = [row for row in rows if all(word in row.folded for word in words) or row.key in also]
        self.put(with_heads(rows))
