"""The database engine: connections with our settings, and its errors in our words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, Protocol, TypeVar
from urllib.parse import quote

from sqlcipher3 import dbapi2

from otcpd.disk import machine_errors
from otcpd.domain.errors import Busy, DiskFull, FileDamaged, FileMissing, MachineSaidNo, OtcpdError, ReadOnly

APPLICATION_ID = 0x4F544350
"""Stands in every CPD file's header ("OTCP")."""

_BUSY_MILLISECONDS = 250
"""How long a write waits for another program. Short: the window must not stand still; it retries."""

Value = str | int | float | bytes | None
Row = tuple[Any, ...]
T = TypeVar("T")


class Cursor(Protocol):
    """What we use of a database cursor."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Row | None: ...
    def fetchall(self) -> list[Row]: ...
    def __iter__(self) -> Iterator[Row]: ...
    def __next__(self) -> Row: ...


class Connection(Protocol):
    """What we use of a database connection (sqlcipher3 ships no types)."""

    @property
    def in_transaction(self) -> bool: ...
    def execute(self, sql: str, parameters: Sequence[Value] = (), /) -> Cursor: ...
    def executemany(self, sql: str, parameters: Any, /) -> Cursor: ...
    def backup(
        self, target: Connection, *, pages: int = -1, progress: Callable[[int, int, int], None] | None = None
    ) -> None: ...
    def close(self) -> None: ...


def connect(path: Path, *, create: bool = False) -> Connection:
    """A connection to `path` in autocommit mode, with foreign keys on and nothing trusted.

    A file that must not be created is opened by URI, so that a vanished one stays vanished.
    """
    mode = "rwc" if create else "rw"
    with our_errors(path):
        connection: Connection = dbapi2.connect(
            f"{file_uri(path.absolute())}?mode={mode}", uri=True, isolation_level=None, cached_statements=256
        )
        try:
            _settle(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def file_uri(path: PurePath) -> str:
    """The address of a file as SQLite reads it: with no host, also for a folder on a server.

    `Path.as_uri` would name the server as the host ("file://server/share"), which SQLite refuses.
    """
    place = quote(os.fsencode(path.as_posix()))
    return f"file://{'' if place.startswith('/') else '/'}{place}"


def journal_of(path: Path) -> Path:
    """Where the engine keeps what it needs to take an unfinished save back: beside the real file."""
    real = path.resolve()
    return real.with_name(real.name + "-journal")


def set_lost_journal_aside(path: Path) -> None:
    """Renames a journal whose file is gone: the engine would play it into a new file of the same name."""
    journal = journal_of(path)
    if journal.exists() and not path.exists():
        journal.replace(journal.with_name(journal.name + "-lost"))


def _settle(connection: Connection) -> None:
    for pragma in (
        "cipher_log_level = NONE",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "secure_delete = ON",
        "synchronous = EXTRA",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def user_version(connection: Connection) -> int:
    """The schema version of the open file: major * 1000 + minor."""
    row = connection.execute("PRAGMA user_version").fetchone()
    assert row is not None
    return int(row[0])


def file_identity(path: Path) -> tuple[int, int] | None:
    """What makes the file at `path` the same file, whatever its name; None if it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Reader:
    """Reads the open file at `path`, with its errors in our words."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.connection = connection
        self._path = path
        self.recover: Callable[[], bool] | None = None
        """Asked when reading failed: whether there is a new connection, through which it may go."""

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """All rows that the query finds."""
        return self._read(sql, parameters, _all_rows)

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row that the query finds, if any."""
        return self._read(sql, parameters, _first_row)

    def _read(self, sql: str, parameters: Sequence[Value], fetch: Callable[[Cursor], T]) -> T:
        amid_step = False
        try:
            with our_errors(self._path):
                amid_step = self.connection.in_transaction  # asked first: some errors take the open transaction back
                return fetch(self.connection.execute(sql, parameters))
        except OtcpdError:
            # What a step has written stands in its own connection: on another one it would be half a step.
            if amid_step or self.recover is None or not self.recover():
                raise
        with our_errors(self._path):
            return fetch(self.connection.execute(sql, parameters))

    def value(self, sql: str, parameters: Sequence[Value] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    @contextmanager
    def legible(self) -> Iterator[None]:
        """Where rows become things: a value that is no day, instant or kind we know is damage."""
        with legible(self._path):
            yield


def _all_rows(cursor: Cursor) -> list[Row]:
    return cursor.fetchall()


def _first_row(cursor: Cursor) -> Row | None:
    return cursor.fetchone()


@contextmanager
def our_errors(path: Path) -> Iterator[None]:
    """Turns the engine's errors about the file at `path` into ours.

    Raises DiskFull, ReadOnly, Busy, FileMissing or FileDamaged for what a machine or a medium can do;
    what is left is a fault of ours and passes through.
    """
    try:
        yield
    except dbapi2.Error as error:
        ours = _translated(error, path)
        if ours is None:
            raise
        raise ours from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error  # even what the engine says about damage may quote damaged text


@contextmanager
def legible(path: Path) -> Iterator[None]:
    """Raises FileDamaged for values in the file at `path` that cannot be what otcpd wrote."""
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise damaged(path) from error


def _translated(error: Exception, path: Path) -> OtcpdError | None:
    words = f"{error} {getattr(error, 'sqlite_errorname', '')}".lower()
    for pieces, make in _MEANINGS:
        if any(piece in words for piece in pieces):
            return make(path)
    return None


def _disk_full(_path: Path) -> OtcpdError:
    return DiskFull(
        "Not saved. The disk is full.",
        "Nothing that was saved before is lost.",
        "Free some space and try again.",
    )


def _read_only(path: Path) -> OtcpdError:
    return ReadOnly(
        f"Not saved. ‘{path.name}’ or its folder cannot be written to.",
        "Nothing that was saved before is lost.",
        "Copy the file to a folder of your own, or ask for the right to write there.",
    )


def _busy(path: Path) -> OtcpdError:
    return Busy(
        f"Not saved yet. Another program is using ‘{path.name}’.",
        "Nothing that was saved before is lost.",
        "Wait a moment and try again.",
    )


def _medium_failed(path: Path) -> OtcpdError:
    return MachineSaidNo(
        f"This computer could not read or write ‘{path.name}’.",
        "Nothing that was saved before is lost.",
        "Check the disk, the stick or the network drive it is on, and try again.",
    )


def _cannot_open(path: Path) -> OtcpdError:
    if path.exists():
        return _read_only(path)
    return missing(path)


def copied_with_journal(path: Path, folder: Path) -> Path:
    """A copy of a CPD file and of the journal of an unfinished save, for where neither may be written."""
    import shutil

    target = folder / path.name
    with machine_errors(path):
        shutil.copyfile(path, target)
        journal = journal_of(path)
        if journal.exists():
            shutil.copyfile(journal, journal_of(target))
    return target


def missing(path: Path) -> FileMissing:
    """The error for a file that is not there."""
    return FileMissing(
        f"There is no file ‘{path}’.",
        "",
        "Check the name and the folder. If it is on a stick or a network drive, connect that first.",
    )


def damaged(path: Path) -> FileDamaged:
    """The error for a file that cannot be read as it should."""
    return FileDamaged(
        f"‘{path.name}’ is damaged: parts of it cannot be read.",
        "The file has not been changed.",
        "Restore the newest backup with ‘otcpd restore BACKUP RECORD’, or choose a backup in the window.",
    )


_MEANINGS = (
    (("disk is full", "sqlite_full"), _disk_full),
    (("readonly", "read-only"), _read_only),
    (("is locked", "sqlite_busy", "sqlite_locked"), _busy),
    (("unable to open database file", "sqlite_cantopen"), _cannot_open),
    (("malformed", "not a database", "corrupt", "vtable constructor", "invalid fts5", "could not decode"), damaged),
    (("disk i/o error", "sqlite_ioerr"), _medium_failed),
    # Our statements suit every CPD file whose schema is whole.
    (("no such table", "no such column", "has no column", "foreign key mismatch"), damaged),
)
"""Pieces of what the engine says, or of the name of its error, to what we say."""
