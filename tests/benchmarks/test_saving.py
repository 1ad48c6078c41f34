"""A saved edit costs little more than the same work done raw.

Twice: as the person waits for it, with the index left for an idle moment, and with the index brought up to
date at once, which is all that the raw baseline does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from otcpd.actions.activities import edit_activity
from otcpd.record.engine import Connection, connect
from otcpd.record.record import Record
from tests.benchmarks.ratios import Measured, interleaved

WORDS = "lighting on the stairs predicted a second fall better than loose rugs "


class RawSaver:
    """The same update, journal row and index update, written by hand in one transaction."""

    def __init__(self, connection: Connection, activity: str) -> None:
        self._connection = connection
        self._activity = activity
        self._count = 0
        self._text = ""
        connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
        connection.execute("INSERT INTO search_doc (docid, kind, row, text) VALUES (999999, 'raw', 'raw', '')")
        connection.execute("INSERT INTO search (rowid, text) VALUES (999999, '')")

    def save(self) -> None:
        """One edit."""
        self._count += 1
        run = self._connection.execute
        text = WORDS * 4 + str(self._count)
        run("BEGIN IMMEDIATE")
        run("UPDATE activity SET learning = ?, modified = ? WHERE id = ?", (text, str(self._count), self._activity))
        run(
            "INSERT INTO change (id, step, tbl, row, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (f"raw{self._count}", "raw", "activity", self._activity, "learning", self._text, text),
        )
        run("INSERT INTO search (search, rowid, text) VALUES ('delete', 999999, ?)", (self._text,))
        run("UPDATE search_doc SET text = ? WHERE docid = 999999", (text,))
        run("INSERT INTO search (rowid, text) VALUES (999999, ?)", (text,))
        run("COMMIT")
        self._text = text


@pytest.fixture
def raw(large_record_copy: Path) -> Iterator[RawSaver]:
    """A saver on its own copy of the same file."""
    connection = connect(large_record_copy)
    found = connection.execute("SELECT id FROM activity ORDER BY id LIMIT 1").fetchone()
    assert found is not None
    yield RawSaver(connection, str(found[0]))
    connection.close()


def test_saving_an_edit(large_record: Record, raw: RawSaver, measured: Callable[[Measured], None]) -> None:
    mine, theirs = interleaved(_editing(large_record), raw.save, 60)
    measured(Measured("Saved edit, 3,000 activities", mine, theirs, "raw SQL with index", 1.5))


def test_saving_an_edit_and_indexing_it(
    large_record: Record, raw: RawSaver, measured: Callable[[Measured], None]
) -> None:
    edit = _editing(large_record)

    def edit_and_index() -> None:
        edit()
        while large_record.tidy():
            pass

    edit_and_index()
    mine, theirs = interleaved(edit_and_index, raw.save, 60)
    measured(Measured("Saved and indexed edit, 3,000 activities", mine, theirs, "raw SQL with index", 3.0))


def _editing(record: Record) -> Callable[[], None]:
    """An edit that is different each time."""
    activity = record.activities.rows()[0].id
    count = iter(range(1_000_000))

    def edit() -> None:
        edit_activity(record, activity, "learning", WORDS * 4 + str(next(count)))

    return edit
