"""Opening a CPD file: looking at it, locking, migrating, reading only where it must be."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from otcpd.disk import machine_errors, put_in_place
from otcpd.domain.errors import (
    Busy,
    DiskFull,
    FileDamaged,
    FileInUse,
    MachineSaidNo,
    NotAcceptable,
    OpensForReading,
    OtcpdError,
    ReadOnly,
)
from otcpd.domain.ports import Clock, RandomBits
from otcpd.record import blobs, erase, migrations
from otcpd.record.engine import (
    Connection,
    connect,
    copied_with_journal,
    damaged,
    journal_of,
    legible,
    our_errors,
    set_lost_journal_aside,
    user_version,
)
from otcpd.record.gate import Gate, SessionInfo, StepKind
from otcpd.record.header import read_header
from otcpd.record.ids import IdMaker, instant_text, logical_millis
from otcpd.record.lock import WriterLock
from otcpd.record.record import Record


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What opening needs from outside: time, chance, and the names for the session.

    `before_migration` is called with the path of a file about to be migrated and must make a proved
    backup or raise.
    """

    clock: Clock
    random_bits: RandomBits
    machine: str
    program: str
    before_migration: Callable[[Path], None]


def create(path: Path, name: str, registration: str, around: Surroundings) -> Record:
    """Makes a new CPD file for one person and opens it for writing.

    Raises NotAcceptable if something is already at `path`, MachineSaidNo if it cannot be written;
    then no half-made file stays.
    """
    refuse_taken(path)
    if not path.parent.is_dir():
        raise NotAcceptable(
            f"There is no folder ‘{path.parent}’.", "Nothing was made.", "Make the folder first, or choose another."
        )
    partial = path.with_name(f".{path.name}.{around.random_bits.bits(32):08x}.new")
    try:
        with machine_errors(path):
            partial.unlink(missing_ok=True)
            partial.touch()  # the system says more clearly than the engine why it cannot be made
            set_lost_journal_aside(path)
        connection = connect(partial, create=True)
        with contextlib.closing(connection), our_errors(partial):
            migrations.migrate(connection)
            _first_rows(connection, path, name, registration, around)
        refuse_taken(path)  # another window may have been quicker
        with machine_errors(path):
            put_in_place(partial, path)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
            journal_of(partial).unlink(missing_ok=True)
        raise
    return open_for_writing(path, around)


def refuse_taken(path: Path) -> None:
    """Raises NotAcceptable if something stands at `path` already."""
    if path.exists():
        raise NotAcceptable(
            f"There is already a file ‘{path.name}’.",
            "It has not been changed.",
            "Choose another name, or open that file.",
        )


def _first_rows(connection: Connection, path: Path, name: str, registration: str, around: Surroundings) -> None:
    ids = IdMaker(around.clock, around.random_bits)
    record, person = ids.random_id(), ids.new()
    gate = _gate(connection, path, around, ids, owner=person)
    with gate.step("New CPD file", StepKind.MIGRATE) as step:
        now = instant_text(around.clock.now())
        step.insert("record", {"id": record, "created": now})
        step.insert(
            "person",
            {"id": person, "name": name, "registration": registration, "profession": "Occupational therapist"},
        )
        step.insert("portfolio", {"name": "HCPC profile", "created": now})


def open_for_writing(path: Path, around: Surroundings) -> Record:
    """Opens a CPD file for writing.

    Raises FileMissing, NotACpdFile, FileTooNew, FileDamaged, FileInUse, ReadOnly (the caller may then
    open for reading), or what `before_migration` raises.
    """
    header = read_header(path)
    if header.newer_minor:
        raise OpensForReading(
            f"‘{path.name}’ was made by a slightly newer otcpd.",
            "Nothing was changed.",
            "You can read it. Update the app to change it.",
        )
    lock = WriterLock(path)
    lock.take(machine=around.machine, since=instant_text(around.clock.now()))
    try:
        connection = connect(path)
        try:
            with our_errors(path):
                return _writable(path, connection, around, lock)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


def _writable(path: Path, connection: Connection, around: Surroundings, lock: WriterLock) -> Record:
    _refuse_if_not_writable(connection, path)
    if migrations.pending(user_version(connection)):
        around.before_migration(path)
        migrations.migrate(connection)
    _look_over(connection, path)
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
    newest = connection.execute("SELECT max(hlc) FROM step").fetchone()
    with legible(path):
        floor = logical_millis(newest[0]) + 1 if newest and newest[0] else 0
    found = connection.execute("SELECT owner FROM record").fetchone()
    assert found is not None
    ids = IdMaker(around.clock, around.random_bits, floor)
    gate = _gate(connection, path, around, ids, owner=str(found[0]))
    with contextlib.suppress(MachineSaidNo):  # what a full disk keeps in place goes another time
        erase.finish(gate)
        blobs.sweep(gate)
    return Record(
        path,
        connection,
        around.clock,
        gate=gate,
        read_only_because="",
        on_close=lock.release,
        connect_again=partial(_connect_again, path, lock, around),
    )


def _connect_again(path: Path, lock: WriterLock, around: Surroundings, record: str, newest: str) -> Connection:
    """A new connection to an open file whose disk was away and is back. The old one leads nowhere.

    Raises FileMissing and its like while it is not back, MachineSaidNo if what stands there now is not the
    file as it was last saved (`record` is its id, `newest` the id of its newest step), FileInUse.
    """
    read_header(path)
    connection = connect(path)
    try:
        with our_errors(path):
            found = connection.execute("SELECT id FROM record").fetchone()
            step = connection.execute("SELECT id FROM step ORDER BY seq DESC LIMIT 1").fetchone()
            if found != (record,) or step != (newest,):
                raise _another_file(path)
            lock.take_again(machine=around.machine, since=instant_text(around.clock.now()))
            _refuse_if_not_writable(connection, path)
            connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _another_file(path: Path) -> MachineSaidNo:
    return MachineSaidNo(
        f"Not saved. Where ‘{path.name}’ was, there is another file now, or an older copy of it.",
        "It has not been changed.",
        "Put the right stick or drive back, or keep your text elsewhere and close this window.",
    )


def _refuse_if_not_writable(connection: Connection, path: Path) -> None:
    """SQLite opens what it cannot write for reading, without a word; we want to know at once."""
    try:
        with our_errors(path):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA user_version = {user_version(connection)}")
            connection.execute("ROLLBACK")
    except OtcpdError as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise _while_opening(error, path) from error


def _while_opening(error: OtcpdError, path: Path) -> OtcpdError:
    """The engine speaks of saving; when a file is opened nothing was to be saved yet."""
    if isinstance(error, ReadOnly):
        return ReadOnly(
            f"‘{path.name}’ cannot be written to where it is.",
            "You can read it, and nothing in it has changed.",
            "To write, copy it to a folder of your own.",
        )
    if isinstance(error, Busy):
        return Busy(
            f"Another program is using ‘{path.name}’.", "Nothing in it has changed.", "Wait a moment and try again."
        )
    return error


def open_for_reading(path: Path, around: Surroundings, *, because: str = "") -> Record:
    """Opens a CPD file for reading only, beside another window or where nothing may be written.

    An unfinished save left by a crash is rolled back first; where the folder forbids that, file and
    journal are copied to a private place and read there. So is a file of an older schema, which is
    migrated there and stays as it was. `because` is shown when a write is tried.
    """
    read_header(path)
    import tempfile  # milliseconds of a start, and seldom needed

    private: tempfile.TemporaryDirectory[str] | None = None
    connection: Connection | None = None
    try:
        with our_errors(path):
            try:
                connection = _readable(path)
            except (ReadOnly, FileDamaged):
                private = tempfile.TemporaryDirectory(prefix="otcpd-")
                connection = _readable(copied_with_journal(path, Path(private.name)))
            if migrations.pending(user_version(connection)):
                private = private or tempfile.TemporaryDirectory(prefix="otcpd-")
                connection = _migrated_copy(connection, Path(private.name) / f"migrated {path.name}")
            _look_over(connection, path)
        connection.execute("PRAGMA query_only = ON")
        return Record(
            path,
            connection,
            around.clock,
            gate=None,
            read_only_because=because or "Open it again where it may be written to.",
            on_close=private.cleanup if private else _nothing,
        )
    except BaseException:
        if connection is not None:
            connection.close()
        if private is not None:
            private.cleanup()
        raise


def open_as_possible(path: Path, around: Surroundings) -> Record:
    """Opens for writing if that can be had, else for reading; the reason is in `read_only_because`."""
    try:
        return open_for_writing(path, around)
    except (FileInUse, ReadOnly, DiskFull) as error:
        return open_for_reading(path, around, because=_reason(error, path))


def _reason(error: OtcpdError, path: Path) -> str:
    """Why a file can only be read, for a window that shows its name already."""
    happened = (
        f"It{error.happened.removeprefix(f'‘{path.name}’')}" if error.happened.startswith("‘") else error.happened
    )
    # Of a file in use the next step is what was just done: reading it.
    return happened if isinstance(error, FileInUse) else f"{happened} {error.next_step}"


def _readable(path: Path) -> Connection:
    connection = connect(path)
    try:
        with our_errors(path):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _migrated_copy(connection: Connection, target: Path) -> Connection:
    """An older file as today's program reads it, in a private place; closes `connection`."""
    with contextlib.closing(connection):
        copy = connect(target, create=True)
        try:
            connection.backup(copy)
            migrations.migrate(copy)
        except BaseException:
            copy.close()
            raise
    return copy


def _look_over(connection: Connection, path: Path) -> None:
    """A quick look at whether the file is whole enough to work with. Raises FileDamaged."""
    with our_errors(path):
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"record", "person", "activity", "step", "change", "search"} <= tables:
            raise damaged(path)
        owners = connection.execute("SELECT count(*) FROM record JOIN person ON person.id = record.owner").fetchone()
        if owners != (1,):
            raise damaged(path)


def _gate(connection: Connection, path: Path, around: Surroundings, ids: IdMaker, *, owner: str) -> Gate:
    session = SessionInfo(ids.random_id(), around.machine, around.program)
    return Gate(connection, path, session, around.clock, ids, owner=owner)


def _nothing() -> None:
    """Nothing to clear away on closing."""
