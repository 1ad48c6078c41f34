"""Migrations: an ordered list of small functions, each with its own version, none importing today's models.

A released migration is never edited: a file made by it must be the same for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from otcpd.record import schema
from otcpd.record.engine import APPLICATION_ID, Connection, user_version
from otcpd.record.migrations import m1000_first_schema, m1001_supervision, m1002_pathway

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

MIGRATIONS: tuple[tuple[int, Callable[[Database], None]], ...] = (
    (1000, m1000_first_schema.apply),
    (1001, m1001_supervision.apply),
    (1002, m1002_pathway.apply),
)
"""(version reached, function), in order. The last version is today's."""


def pending(version: int) -> bool:
    """Whether a file of this schema version needs migrating."""
    return version < MIGRATIONS[-1][0]


def migrate(connection: Connection) -> None:
    """Brings the open file to today's schema: all of it or nothing.

    Foreign keys are off while tables change shape and are checked before the commit, because SQLite
    cannot switch them inside a transaction.
    """
    from sqlite_utils import Database  # a tenth of a second, needed only here

    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = user_version(connection)
            for reached, apply in MIGRATIONS:
                if version < reached:
                    apply(Database(cast("sqlite3.Connection", connection)))
            schema.apply_indexes_and_triggers(connection)
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise AssertionError(f"migration left broken references: {broken[:5]}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {MIGRATIONS[-1][0]}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
