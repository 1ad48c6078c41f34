"""The one gate for writes: a step is one transaction, written to the journal as it is made.

Outside a step the connection refuses to write (`query_only`). A step notes every field it sets and
every row it makes, with what stood there before, so that undo, history, merge and `verify` need
nothing but the journal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from otcpd.domain.changes import Changes
from otcpd.domain.errors import MachineSaidNo
from otcpd.domain.ports import Clock
from otcpd.record.engine import Connection, Value, file_identity, missing, our_errors
from otcpd.record.hanging import parents_of
from otcpd.record.ids import IdMaker, instant_text, logical_text, read_instant, text_id
from otcpd.record.schema import JOURNALED, SEARCHED
from otcpd.record.stored import as_stored
from otcpd.record.touched import Noted, Touched

SPELL_PAUSE = timedelta(seconds=60)
"""A pause in typing as long as this ends a spell: the next key starts a new undo step."""

NEW_ROW = ""
"""Stands in a change's field when the change is a whole new row."""

DELETED = "deleted"
"""The field that is set when a row goes to the bin."""

_INTO_JOURNAL = (
    "INSERT INTO change (id, step, tbl, row, field, before, after, replaces) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class StepKind(StrEnum):
    """Where a step comes from."""

    USER = "user"
    IMPORT = "import"
    MERGE = "merge"
    UNDO = "undo"
    MIGRATE = "migrate"
    ERASE = "erase"


class SessionInfo(NamedTuple):
    """One opening for writing: a random id, and which program on which machine."""

    id: str
    machine: str
    program: str


class Step:
    """One step in the making; handed out by `Gate.step` and of no use afterwards."""

    def __init__(
        self,
        gate: Gate,
        label: str,
        kind: StepKind,
        *,
        typing: bool = False,
        undoes: str | None = None,
        joins: str | None = None,
    ) -> None:
        self._gate = gate
        self._connection = gate.connection
        self._label = label
        self._kind = kind
        self._typing = typing
        self._undoes = undoes
        self._joins = joins
        self._id: str | None = None
        self._touched = Touched()
        self._made_before: set[str] = set()
        """Rows that the step made which this one continues: their stamp is that of their making."""
        self.at = instant_text(gate.clock.now())

    @property
    def changes(self) -> Changes:
        """What has changed; complete once the step has ended."""
        return self._touched.as_changes(self._id, self._label)

    @property
    def connection(self) -> Connection:
        """For what is done to many rows at once: `otcpd.record.many`."""
        return self._connection

    @property
    def owner(self) -> str:
        """Whose file it is."""
        return self._gate.owner

    def note_many(self, changes: Sequence[Noted], parents: Iterable[tuple[str, str]]) -> None:
        """Writes many changes into the journal; `parents` are the (kind, id) of what their rows hang on."""
        step, ids = self._begun(), self._gate.ids
        self._connection.executemany(
            _INTO_JOURNAL,
            [(ids.new(), step, one.table, one.row, one.field, one.before, one.after, one.replaces) for one in changes],
        )
        for one in changes:
            self._touched.note(one.table, one.row)
        self._touched.created += [one.row for one in changes if one.field == NEW_ROW]
        for kind, parent in parents:
            self._touched.note(kind, parent)

    def new_id(self) -> str:
        """A new id for a row about to be inserted."""
        return self._gate.ids.new()

    def insert(self, table: str, values: Mapping[str, Value]) -> str:
        """Makes a row and returns its id. `id` is made if not given; `owner` is the file's if not given."""
        row = {name: as_stored(value) for name, value in values.items() if value is not None}
        row.setdefault("id", self.new_id())
        row.setdefault("owner", self._gate.owner)
        row_id = str(row["id"])
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        self._connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', tuple(row.values()))
        self._write(table, row_id, NEW_ROW, None, json.dumps(row, ensure_ascii=False, sort_keys=True), None)
        self._touch(table, row_id, made=True)
        return row_id

    def set(self, table: str, row: str, name: str, value: Value) -> bool:
        """Sets one field; says whether that changed anything. Raises LookupError for an unknown row."""
        value = as_stored(value)
        before = self._value_of(table, row, name)
        if before == value and type(before) is type(value):
            return False
        if not (self._typing and self._extend_spell(table, row, name, value)):
            self._write(table, row, name, before, value, self._newest_change(table, row, name))
        self._connection.execute(f'UPDATE "{table}" SET "{name}" = ? WHERE id = ?', (value, row))
        self._touch(table, row)
        return True

    def put(self, table: str, row: str, values: Mapping[str, Value]) -> str:
        """Makes the row, or brings it back from the bin and sets what differs."""
        if not self.exists(table, row):
            return self.insert(table, {**values, "id": row})
        for name, value in {DELETED: None, **values}.items():
            self.set(table, row, name, value)
        return row

    def link(self, table: str, ends: Mapping[str, str], values: Mapping[str, Value] | None = None) -> str:
        """Makes (or brings back) the link row between `ends`; its id is the ends themselves."""
        row = text_id(table, *ends.values())
        return self.put(table, row, {**ends, **(values or {})})

    def unlink(self, table: str, ends: Mapping[str, str]) -> None:
        """Takes the link row between `ends` away, if there is one."""
        row = text_id(table, *ends.values())
        if self.exists(table, row):
            self.remove(table, row)

    def remove(self, table: str, row: str) -> bool:
        """Puts a row into the bin; says whether it was not there already."""
        if self._value_of(table, row, DELETED) is not None:
            return False
        return self.set(table, row, DELETED, self.at)

    def exists(self, table: str, row: str) -> bool:
        """Whether the row is there, in the bin or not."""
        found = self._connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,)).fetchone()
        return found is not None

    def finish(self) -> None:
        """Stamps and marks for the search what was touched; the gate calls it before it commits."""
        made = {*self._touched.created, *self._made_before}
        for kind, rows in self._touched.rows.items():
            if kind in JOURNALED and JOURNALED[kind].stamped:
                self._connection.executemany(
                    f'UPDATE "{kind}" SET modified = ? WHERE id = ?',
                    [(self.at, row) for row in sorted(rows - made)],
                )
            if kind in SEARCHED:
                self._connection.executemany(
                    "INSERT OR IGNORE INTO search_stale (kind, row) VALUES (?, ?)",
                    [(kind, row) for row in sorted(rows)],
                )

    def _value_of(self, table: str, row: str, name: str) -> Value:
        found = self._connection.execute(f'SELECT "{name}" FROM "{table}" WHERE id = ?', (row,)).fetchone()
        if found is None:
            raise LookupError(f"no row {row} in {table}")
        value: Value = found[0]
        return value

    def _newest_change(self, table: str, row: str, name: str) -> str | None:
        for wanted in (name, NEW_ROW):
            found = self._connection.execute(
                "SELECT id FROM change WHERE row = ? AND field = ? AND tbl = ? ORDER BY seq DESC LIMIT 1",
                (row, wanted, table),
            ).fetchone()
            if found:
                return str(found[0])
        return None

    def _extend_spell(self, table: str, row: str, name: str, value: Value) -> bool:
        """Rewrites the newest change if it belongs to the same spell of typing."""
        if self._id is not None:
            return False
        newest = self._connection.execute("SELECT id, kind, label, at FROM step ORDER BY seq DESC LIMIT 1").fetchone()
        if newest is None or newest[:3] != (self._gate.spell, StepKind.USER, self._label):
            return False
        pause = read_instant(self.at) - read_instant(newest[3])
        if not timedelta(0) <= pause < SPELL_PAUSE:
            return False
        if not self._rewrite(str(newest[0]), table, row, name, value):
            return False
        self._connection.execute("UPDATE step SET at = ? WHERE id = ?", (self.at, newest[0]))
        self._id = str(newest[0])
        return True

    def _rewrite(self, step: str, table: str, row: str, name: str, value: Value) -> bool:
        """Puts `value` into the change of a spell: its only one, or the making of a row whose text is typed."""
        changes = self._connection.execute(
            "SELECT seq, tbl, row, field, after, erased FROM change WHERE step = ? LIMIT 9", (step,)
        ).fetchall()
        if len(changes) == 1 and changes[0][1:4] == (table, row, name) and not changes[0][5]:
            after = value
        elif all(change[3] == NEW_ROW and not change[5] for change in changes):
            made = {change[1:3]: change for change in changes}.get((table, row))
            if made is None:
                return False
            self._made_before = {change[2] for change in changes}
            changes = [made]
            after = json.dumps(json.loads(made[4]) | {name: value}, ensure_ascii=False, sort_keys=True)
        else:
            return False
        self._connection.execute("UPDATE change SET after = ? WHERE seq = ?", (after, changes[0][0]))
        return True

    def _write(self, table: str, row: str, name: str, before: Value, after: Value, replaces: str | None) -> None:
        step = self._begun()
        self._connection.execute(
            _INTO_JOURNAL,
            (self._gate.ids.new(), step, table, row, name, before, after, replaces),
        )

    def _begun(self) -> str:
        """The id of the step's own row, which is made with the first change: an empty step leaves nothing."""
        if self._id is None and self._joins is not None:
            newest = self._connection.execute("SELECT id FROM step ORDER BY seq DESC LIMIT 1").fetchone()
            if newest is not None and newest[0] == self._joins:
                self._id = self._joins
                # A backup made since the step began does not hold this part: the step is as new as its last part.
                self._connection.execute("UPDATE step SET at = max(at, ?) WHERE id = ?", (self.at, self._id))
        if self._id is None:
            self._gate.begin_session()
            self._id = self._gate.ids.new()
            if self._typing:
                self._gate.spell = self._id
            self._connection.execute(
                "INSERT INTO step (id, label, person, session, kind, at, hlc, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._id,
                    self._label,
                    self._gate.owner,
                    self._gate.session.id,
                    self._kind,
                    self.at,
                    logical_text(*self._gate.ids.tick()),
                    self._undoes,
                ),
            )
        return self._id

    def _touch(self, table: str, row: str, *, made: bool = False) -> None:
        self._touched.note(table, row)
        if made:
            self._touched.created.append(row)
        for kind, parent in parents_of(self._connection, table, row):
            self._touched.note(kind, parent)


class Gate:
    """Owns the writing connection and lets steps through, one at a time."""

    def __init__(
        self,
        connection: Connection,
        path: Path,
        session: SessionInfo,
        clock: Clock,
        ids: IdMaker,
        *,
        owner: str,
    ) -> None:
        self.connection = connection
        self.path = path
        self.incoming: set[int] = set()
        """Blobs that are coming in: nothing refers to them yet, and they are no rubbish."""
        self.session = session
        self.clock = clock
        self.ids = ids
        self.owner = owner
        self.spell: str | None = None
        """The step of this session that began the newest spell of typing."""
        self._session_noted = False
        self.stands_at = file_identity(path)
        """Which file the connection writes to; None where it has no place of its own yet."""
        connection.execute("PRAGMA query_only = ON")

    @contextmanager
    def step(
        self,
        label: str,
        kind: StepKind = StepKind.USER,
        *,
        typing: bool = False,
        undoes: str | None = None,
        joins: str | None = None,
    ) -> Iterator[Step]:
        """One step, named for the undo menu. All of it is saved, or, after any error, none of it.

        `typing` marks the autosave of a text somebody is writing: within a spell the newest change
        is rewritten and the spell stays one undo step. `joins` is the id of an earlier step that this one goes on
        with, for work that comes in parts: both are undone together, unless something else was done in between.
        """
        with self.unjournaled():
            step = Step(self, label, kind, typing=typing, undoes=undoes, joins=joins)
            yield step
            step.finish()

    @contextmanager
    def unjournaled(self) -> Iterator[Connection]:
        """A transaction for what the journal does not carry: evidence bytes and the search index."""
        if self.connection.in_transaction:
            raise AssertionError("a step was begun inside another")
        self._refuse_where_it_is_gone()
        noted = self._session_noted
        with our_errors(self.path):
            self.connection.execute("PRAGMA query_only = OFF")
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                self.connection.execute("PRAGMA defer_foreign_keys = ON")
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                self._session_noted = noted
                _roll_back(self.connection)
                raise
            finally:
                self.connection.execute("PRAGMA query_only = ON")

    def _refuse_where_it_is_gone(self) -> None:
        """A disk that was taken away may still take what is written, and nobody would ever see it again."""
        if self.stands_at is None:
            return
        now = file_identity(self.path)
        if now is None:
            raise missing(self.path)
        if now != self.stands_at:
            raise MachineSaidNo(
                f"Not saved. Where ‘{self.path.name}’ was, there is another file now.",
                "Nothing that was saved before is lost.",
                "Put the right stick or drive back.",
            )

    def amid_typing(self) -> bool:
        """Whether a spell of typing is going on: its next key may come any moment."""
        newest = self.connection.execute("SELECT id, at FROM step ORDER BY seq DESC LIMIT 1").fetchone()
        if newest is None or newest[0] != self.spell:
            return False
        return timedelta(0) <= self.clock.now() - read_instant(newest[1]) < SPELL_PAUSE

    def begin_session(self) -> None:
        """Notes this session in the file, once, with its first change."""
        if not self._session_noted:
            self.connection.execute(
                "INSERT INTO session (id, started, hlc, machine, program) VALUES (?, ?, ?, ?, ?)",
                (
                    self.session.id,
                    instant_text(self.clock.now()),
                    logical_text(*self.ids.tick()),
                    self.session.machine,
                    self.session.program,
                ),
            )
            self._session_noted = True


def _roll_back(connection: Connection) -> None:
    """Undoes what is open; some engine errors have done so already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
