"""An open CPD file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from otcpd.domain.changes import Changes
from otcpd.domain.errors import CannotOpen, MachineSaidNo, OtcpdError, ReadOnly
from otcpd.domain.ports import Clock
from otcpd.record import blobs, search, undo
from otcpd.record import erase as erasing
from otcpd.record.activities import Activities
from otcpd.record.engine import Connection, Reader, Row, file_identity, legible, our_errors
from otcpd.record.gap_reasons import GapReasons
from otcpd.record.gate import Gate, Step, StepKind
from otcpd.record.ids import read_instant
from otcpd.record.people import People
from otcpd.record.portfolios import Portfolios
from otcpd.record.settings import Settings

if TYPE_CHECKING:
    from otcpd.record.agreements import Agreements
    from otcpd.record.assessments import Assessments
    from otcpd.record.evidence import EvidenceFiles
    from otcpd.record.frameworks import OwnFrameworks
    from otcpd.record.goals import Goals
    from otcpd.record.history import History
    from otcpd.record.impacts import Impacts
    from otcpd.record.plans import Plans
    from otcpd.record.protected_time import ProtectedTime
    from otcpd.record.readings import Readings
    from otcpd.record.replay import Difference
    from otcpd.record.roles import Roles
    from otcpd.record.sessions import Sessions


class Record:
    """An open CPD file: repositories to read from, and one gate for writes.

    Made by `otcpd.record.opening`. Belongs to the thread that opened it.
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        clock: Clock,
        *,
        gate: Gate | None,
        read_only_because: str,
        on_close: Callable[[], None],
        connect_again: Callable[[str, str], Connection] | None = None,
    ) -> None:
        """`connect_again` gives a new connection, for the ids of the file and of its newest step, where the disk was
        away and is back; None where nobody writes."""
        self.path = path
        self.clock = clock
        self.read_only_because = read_only_because
        """Why the file cannot be written to, as a sentence; empty when it can."""
        self._connection = connection
        self._gate = gate
        self._on_close = on_close
        self._connect_again = connect_again
        self._open = True
        self.reader = Reader(connection, path)
        self.id, self.owner = self._identity()
        self._newest = self._newest_step()
        self.reader.recover = self.reconnect
        self.activities = Activities(self.reader)
        self.people = People(self.reader, self.owner)
        self.portfolios = Portfolios(self.reader)
        self.gap_reasons = GapReasons(self.reader)
        self.settings = Settings(self.reader)
        self._index = search.Index(self.reader)

    def _identity(self) -> tuple[str, str]:
        found = self.reader.row("SELECT id, owner FROM record")
        assert found is not None
        return str(found[0]), str(found[1])

    def _newest_step(self) -> str:
        return str(self.reader.value("SELECT id FROM step ORDER BY seq DESC LIMIT 1") or "")

    def reconnect(self) -> bool:
        """Opens the file anew if its disk was away and is back: to the old connection it is away for good.

        True if there is a new connection. False while nothing has changed, or the file is not there. Raises
        MachineSaidNo if another file stands there now, FileInUse if somebody else has it.
        """
        now = file_identity(self.path)
        if self._connect_again is None or not self._open or now is None or now == self.gate.stands_at:
            return False
        connection = self._connect_again(self.id, self._newest)
        before, self._connection = self._connection, connection
        self.reader.connection = self.gate.connection = connection
        self.gate.stands_at = now
        self._index.forget()
        with contextlib.suppress(OtcpdError), our_errors(self.path):
            before.close()
        return True

    @cached_property
    def evidence(self) -> EvidenceFiles:
        """The files that were added."""
        from otcpd.record.evidence import EvidenceFiles  # as below

        return EvidenceFiles(self.reader, self.path)

    @cached_property
    def history(self) -> History:
        """What was done to the file, step by step."""
        from otcpd.record.history import History  # asked for now and then, and not at the start

        return History(self.reader)

    @cached_property
    def agreements(self) -> Agreements:
        """The supervision agreements."""
        from otcpd.record.agreements import Agreements  # as below

        return Agreements(self.reader)

    @cached_property
    def sessions(self) -> Sessions:
        """The supervision sessions."""
        from otcpd.record.sessions import Sessions  # as above

        return Sessions(self.reader)

    @cached_property
    def protected_time(self) -> ProtectedTime:
        """Protected time, and the figures of workload."""
        from otcpd.record.protected_time import ProtectedTime  # as above

        return ProtectedTime(self.reader)

    @cached_property
    def plans(self) -> Plans:
        """The learning plans."""
        from otcpd.record.plans import Plans  # as above

        return Plans(self.reader)

    @cached_property
    def frameworks(self) -> OwnFrameworks:
        """The frameworks that she added, and the links between items."""
        from otcpd.record.frameworks import OwnFrameworks  # as above

        return OwnFrameworks(self.reader)

    @cached_property
    def impacts(self) -> Impacts:
        """What activities changed."""
        from otcpd.record.impacts import Impacts  # as above

        return Impacts(self.reader)

    @cached_property
    def roles(self) -> Roles:
        """The roles aimed for, and opportunities."""
        from otcpd.record.roles import Roles  # as above

        return Roles(self.reader)

    @cached_property
    def assessments(self) -> Assessments:
        """Where she sees herself in a framework, day by day."""
        from otcpd.record.assessments import Assessments  # as above

        return Assessments(self.reader)

    @cached_property
    def goals(self) -> Goals:
        """The goals of the pathway."""
        from otcpd.record.goals import Goals  # as above

        return Goals(self.reader)

    @cached_property
    def readings(self) -> Readings:
        """The reading log."""
        from otcpd.record.readings import Readings  # as above

        return Readings(self.reader)

    def changed_at(self) -> datetime | None:
        """When the newest step was made, if there is any."""
        found = self.reader.value("SELECT max(at) FROM step")
        with self.reader.legible():
            return read_instant(found) if found else None

    @property
    def read_only(self) -> bool:
        """Whether the file is open for reading only."""
        return self._gate is None

    @property
    def gate(self) -> Gate:
        """The gate for writes. Raises ReadOnly when the file is open for reading only."""
        if self._gate is None:
            raise ReadOnly(
                "This file is open for reading only.",
                "Nothing was changed.",
                self.read_only_because,
            )
        return self._gate

    @contextmanager
    def step(
        self, label: str, kind: StepKind = StepKind.USER, *, typing: bool = False, joins: str | None = None
    ) -> Iterator[Step]:
        """One step, named for the undo menu: see `Gate.step`."""
        with self.gate.step(label, kind, typing=typing, joins=joins) as step:
            yield step
        self._follow_owner(step.changes)

    def _follow_owner(self, changes: Changes | None) -> Changes | None:
        if changes is not None and changes.step is not None:
            self._newest = changes.step
        if changes and "record" in changes.rows:
            _id, self.owner = self._identity()
            self.gate.owner = self.owner
            self.people = People(self.reader, self.owner)
        return changes

    def search(self, query: str) -> dict[str, frozenset[str]]:
        """Ids of what holds every word of `query`, by kind; empty under two letters."""
        if self._gate is not None:
            with contextlib.suppress(MachineSaidNo, CannotOpen), our_errors(self.path):
                while search.refresh(self._gate):  # a disk that is full or away hinders the index, not the search
                    self._index.forget()
        with our_errors(self.path), legible(self.path):
            return search.with_stale(self._connection, query, self._index.matching(query))

    def tidy(self) -> bool:
        """Indexes some of what has changed and drops some of what nothing refers to; for idle moments.

        True while there is more to do. Waits while somebody is typing: the index would carry every
        version of the text.
        """
        with our_errors(self.path), legible(self.path):
            if self._gate is None or self._gate.amid_typing():
                return False
            done = search.refresh(self._gate, most=200)
        if done:
            self._index.forget()
        return done == 200 or blobs.sweep(self.gate)

    def undo_lists(self) -> undo.UndoLists:
        """What can be undone and redone, as (step id, label), the next one last."""
        with our_errors(self.path):
            return undo.undo_lists(self._connection)

    def undo(self) -> Changes | None:
        """Undoes the newest step; None if there is nothing to undo."""
        with our_errors(self.path), legible(self.path):
            return self._follow_owner(undo.undo(self.gate))

    def redo(self) -> Changes | None:
        """Redoes what was undone last; None if there is nothing to redo."""
        with our_errors(self.path), legible(self.path):
            return self._follow_owner(undo.redo(self.gate))

    def erase(self, row: str, field: str | None, reason: str) -> Changes:
        """Erases a text, or a whole entry, for good: see `otcpd.record.erase`."""
        self._index.forget()
        with our_errors(self.path), legible(self.path):
            changes = erasing.erase(self.gate, row, field, reason)
        self._newest = self._newest_step()
        return changes

    def names_to_go(self, row: str, field: str | None) -> tuple[str, ...]:
        """The names and titles that erasing would take: see `otcpd.record.erase`."""
        with our_errors(self.path), legible(self.path):
            return erasing.names_to_go(self._connection, row, field)

    def hurry(self) -> None:
        """Lets no step wait for the disk, nor keep there how to go back: for a file that can be made again."""
        self.reader.rows("PRAGMA synchronous = OFF")
        self.reader.rows("PRAGMA journal_mode = MEMORY")

    def intake(self, path: Path) -> blobs.Intake:
        """Begins taking the bytes of a file in: see `otcpd.record.blobs.Intake`."""
        return blobs.Intake(self.gate, path)

    def take_small(self, files: Sequence[tuple[bytes, str]]) -> list[blobs.StoredBytes]:
        """Takes the bytes of several small files in, each with its words: see `otcpd.record.blobs.take_small`."""
        return blobs.take_small(self.gate, files)

    def note_text(self, sha256: str, text: str) -> None:
        """Keeps the text found inside a file, for the search."""
        blobs.note_text(self.gate, sha256, text)

    def table(self, name: str, columns: Sequence[str]) -> list[Row]:
        """Every row of one table, by id (for the export)."""
        wanted = ", ".join(f'"{column}"' for column in columns)
        return self.reader.rows(f'SELECT {wanted} FROM "{name}" ORDER BY id')

    def verify(self) -> list[Difference]:
        """Where tables and replayed journal differ; empty when all is well. Raises FileDamaged."""
        from otcpd.record.replay import differences

        with our_errors(self.path), legible(self.path):
            return differences(self._connection)

    def damaged_content(self) -> list[str]:
        """The SHA-256 of stored files whose bytes are not what they should be."""
        return blobs.damaged_content(self._connection, self.path)

    def integrity(self) -> list[str]:
        """What SQLite's own whole check complains of; empty when all is well."""
        found = [str(row[0]) for row in self.reader.rows("PRAGMA integrity_check(20)")]
        broken = self.reader.rows("PRAGMA foreign_key_check")
        owed = self.reader.rows("SELECT task FROM owed")
        return [
            *(line for line in found if line != "ok"),
            *(f"broken reference: {row}" for row in broken),
            *(f"not finished: {task}" for (task,) in owed),
        ]

    def close(self) -> None:
        """Closes the file and gives the lock back. Doing so twice does no harm."""
        if not self._open:
            return
        self._open = False
        try:
            if self._gate is not None:
                with contextlib.suppress(OtcpdError), our_errors(self.path):
                    while search.refresh(self._gate):  # what is not indexed now is indexed next time
                        pass
                with contextlib.suppress(OtcpdError):
                    self.reader.rows("PRAGMA journal_mode = DELETE")
        finally:
            self._connection.close()
            self._on_close()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()
