"""What the page knows of the reading log: light rows, kept up with each change, and never their long texts."""

from __future__ import annotations

from otcpd.domain.changes import Changes
from otcpd.domain.reading import ReadingState
from otcpd.record.readings import ReadingRow
from otcpd.record.record import Record
from otcpd.ui.models.reading_rows import ReadingRow as ShownRow
from otcpd.ui.pages.reading.words import row_meta
from otcpd.ui.words import NO_TITLE

ALL = "all"


class ReadingContents:
    """Read when first asked for; `follow` then reads what changed."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self.rows: dict[str, ReadingRow] = {}
        self._shown: dict[str, ShownRow] = {}
        self.read_all()

    def read_all(self) -> None:
        """Read everything anew."""
        self.rows = {row.id: row for row in self._record.readings.rows()}
        self._shown = {key: _shown(row) for key, row in self.rows.items()}

    def follow(self, changes: Changes) -> bool:
        """Keep up with a change; False if nothing of the list is new."""
        if changes.of("record"):
            self.read_all()
            return True
        touched = changes.of("reading")
        if not touched:
            return False
        fresh = {row.id: row for row in self._record.readings.some_rows(touched)}
        new = False
        for key in touched:
            row = fresh.get(key)
            if row == self.rows.get(key):
                continue  # only its long texts changed
            new = True
            if row is None:
                del self.rows[key], self._shown[key]
            else:
                self.rows[key], self._shown[key] = row, _shown(row)
        return new

    def sifted(self, state: str) -> list[ShownRow]:
        """The rows of a state; `ALL` for all."""
        if state == ALL:
            return list(self._shown.values())
        read = state == ReadingState.READ
        return [row for row in self._shown.values() if row.read == read]

    def counts(self) -> tuple[int, int]:
        """How many are to read, and how many are read."""
        read = sum(row.read for row in self._shown.values())
        return len(self._shown) - read, read


def _shown(row: ReadingRow) -> ShownRow:
    return ShownRow(
        row.id,
        " ".join(row.title.split()) or NO_TITLE,
        row_meta(row),
        row.state is ReadingState.READ,
        row.created,
        row.read_on,
        row.appraised,
        row.listed,
        found_by=row.authors,
    )
