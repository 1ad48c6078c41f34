"""Evidence bytes: stored once by their content, in chunks of at most 1 MB, checked on reading."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from otcpd.domain.errors import FileDamaged, MachineSaidNo, NotAcceptable
from otcpd.record.engine import Connection, Reader, our_errors
from otcpd.record.gate import Gate

CHUNK = 1024 * 1024
"""Bytes in one chunk, and so in one save while a file comes in."""


SWEPT_AT_ONCE = 6
"""Chunks that one step of sweeping drops: about a twentieth of a second on a slow disk."""


class StoredBytes(NamedTuple):
    """What came in: the SHA-256 in hex, the size in bytes, and the first bytes, for telling its kind."""

    sha256: str
    size: int
    head: bytes


class Intake:
    """Takes one file in, a chunk at each `step`, so that the window stays free in between.

    Until `finish` nothing refers to the chunks; what a crash or `cancel` leaves behind is swept later.
    """

    HEAD = 4096

    def __init__(self, gate: Gate, path: Path) -> None:
        import hashlib  # brings a library along that no start needs

        self._gate = gate
        self._path = path
        self._hash = hashlib.sha256()
        self._head = b""
        self._seq = 0
        self.done = 0
        self.size = 0
        self._file: BinaryIO | None = self._opened()
        self._blob: int | None = None

    def _opened(self) -> BinaryIO:
        self.size = size_of(self._path, self._gate.path)
        try:
            return self._path.open("rb")
        except OSError as error:
            raise NotAcceptable(*_unreadable(self._path, error)) from error

    def step(self) -> bool:
        """Stores the next chunk; False once the file has been read to its end.

        Raises NotAcceptable for a file that is empty or vanishes, DiskFull and its like for the rest.
        """
        assert self._file is not None
        data = self._next_data()
        if self.done + len(data) > self.size:
            self.cancel()
            raise NotAcceptable(*_changing(self._path))
        if not data:
            if 0 < self.done < self.size:
                self.cancel()
                raise NotAcceptable(*_changing(self._path))
            if not self.done:
                self.cancel()
                raise NotAcceptable(*_empty(self._path))
            return False
        try:
            with self._gate.unjournaled() as connection:
                blob = self._blob
                if blob is None:
                    blob = connection.execute("INSERT INTO blob (size) VALUES (0)").lastrowid
                connection.execute("INSERT INTO chunk (blob, seq, data) VALUES (?, ?, ?)", (blob, self._seq, data))
        except BaseException:
            self._file.seek(self.done)  # so that trying again leaves no hole
            raise
        self._blob = blob
        self._gate.incoming.add(blob)
        self._hash.update(data)
        self._head = (self._head + data)[: self.HEAD]
        self._seq += 1
        self.done += len(data)
        return True

    def _next_data(self) -> bytes:
        assert self._file is not None
        try:
            return self._file.read(CHUNK)
        except OSError as error:
            self.cancel()
            raise NotAcceptable(*_unreadable(self._path, error)) from error

    def finish(self) -> StoredBytes:
        """Makes the bytes known by their content; bytes already in the file are not kept twice.

        They count as coming in until the file is closed, since the step that refers to them may come later.

        The newer ones are kept: so adding a file again heals evidence whose bytes have been damaged.
        """
        assert self._blob is not None
        digest = self._hash.hexdigest()
        with self._gate.unjournaled() as connection:
            same = connection.execute("SELECT id, text FROM blob WHERE sha256 = ?", (digest,)).fetchone()
            if same is not None and same[0] != self._blob:
                _drop(connection, same[0])
            connection.execute(
                "UPDATE blob SET sha256 = ?, size = ?, text = ? WHERE id = ?",
                (digest, self.done, same[1] if same is not None else None, self._blob),
            )
        self._close()
        return StoredBytes(digest, self.done, self._head)

    def cancel(self) -> None:
        """Forgets what has come in so far. A large file is swept bit by bit: see `sweep`."""
        self._close()
        if self._blob is not None:
            self._gate.incoming.discard(self._blob)
            self._blob = None
            with contextlib.suppress(MachineSaidNo):
                sweep(self._gate)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def size_of(path: Path, own: Path) -> int:
    """Bytes of a file that is to come in. Raises NotAcceptable for what is not there, is a folder or is `own`,
    the CPD file itself.
    """
    try:
        if not path.is_file():
            raise NotAcceptable(*gone(path))
        if own.exists() and path.samefile(own):
            raise NotAcceptable(f"‘{path.name}’ is this CPD file itself.", "Nothing was added.", "Choose another file.")
        return path.stat().st_size
    except OSError as error:
        raise NotAcceptable(*_unreadable(path, error)) from error


def small_file(path: Path, own: Path) -> bytes:
    """The bytes of a file of one chunk. Raises what `size_of` raises, and NotAcceptable for one that is empty, has
    become larger, or cannot be read.
    """
    size_of(path, own)
    try:
        with path.open("rb") as file:
            data = file.read(CHUNK + 1)
    except OSError as error:
        raise NotAcceptable(*_unreadable(path, error)) from error
    if not data:
        raise NotAcceptable(*_empty(path))
    if len(data) > CHUNK:
        raise NotAcceptable(*_changing(path))
    return data


def take_small(gate: Gate, files: Sequence[tuple[bytes, str]]) -> list[StoredBytes]:
    """Takes files of one chunk in, all at once: the bytes of each, not empty, and the words found in it.

    As with an `Intake`, nothing refers to them yet, bytes that are in the file already are not kept twice,
    and the newer ones are kept.
    """
    import hashlib  # as in `Intake`

    stored: list[StoredBytes] = []
    with gate.unjournaled() as connection:
        for data, text in files:
            assert 0 < len(data) <= CHUNK
            digest = hashlib.sha256(data).hexdigest()
            same = connection.execute("SELECT id, text FROM blob WHERE sha256 = ?", (digest,)).fetchone()
            if same is not None:
                _drop(connection, same[0])
            words = text or (same[1] if same is not None else None) or None
            blob = connection.execute(
                "INSERT INTO blob (sha256, size, text) VALUES (?, ?, ?)", (digest, len(data), words)
            ).lastrowid
            connection.execute("INSERT INTO chunk (blob, seq, data) VALUES (?, 0, ?)", (blob, data))
            gate.incoming.add(blob)
            stored.append(StoredBytes(digest, len(data), data[: Intake.HEAD]))
    return stored


def note_text(gate: Gate, sha256: str, text: str) -> None:
    """Keeps the text found inside a file, for the search."""
    with gate.unjournaled() as connection:
        connection.execute("UPDATE blob SET text = ? WHERE sha256 = ?", (text, sha256))
        connection.execute(
            "INSERT OR IGNORE INTO search_stale SELECT 'evidence', id FROM evidence WHERE sha256 = ?",
            (sha256,),
        )


def read_chunks(reader: Reader, sha256: str, path: Path) -> Iterator[bytes]:
    """The bytes of one file, chunk by chunk, each its own short read.

    An erased file (no SHA-256) has none. Raises FileDamaged if a chunk is missing or, at the end, if
    the whole is not what came in.
    """
    import hashlib

    if not sha256:
        return
    blob = reader.value("SELECT id FROM blob WHERE sha256 = ?", (sha256,))
    digest = hashlib.sha256()
    count = reader.value("SELECT count(*) FROM chunk WHERE blob = ?", (blob,)) or 0
    for seq in range(count):
        data = reader.value("SELECT data FROM chunk WHERE blob = ? AND seq = ?", (blob, seq))
        if data is None:
            break
        digest.update(data)
        yield data
    if digest.hexdigest() != sha256:
        raise FileDamaged(
            f"A piece of evidence in ‘{path.name}’ is not as it was when it came in.",
            "The rest of the file is not affected.",
            "Restore a backup with ‘otcpd restore BACKUP RECORD’, or add the evidence again.",
        )


def drop_unused(gate: Gate, contents: Iterable[str]) -> None:
    """Drops those of these bytes that no evidence has any more. Files coming in just now are not touched."""
    with gate.unjournaled() as connection:
        for sha256 in contents:
            for (blob,) in connection.execute(
                "SELECT id FROM blob WHERE sha256 = ?"
                " AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.sha256 = blob.sha256)",
                (sha256,),
            ).fetchall():
                _drop(connection, blob)


def sweep(gate: Gate) -> bool:
    """Drops some of the bytes that nothing refers to, left by a crash or a cancelled intake.

    A few chunks at a time, since overwriting hundreds of megabytes would hold the window. True while
    there is more to do.
    """
    orphans = gate.connection.execute(
        "SELECT id FROM blob WHERE sha256 IS NULL"
        " OR NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.sha256 = blob.sha256)"
    ).fetchall()
    rubbish = [blob for (blob,) in orphans if blob not in gate.incoming]
    if not rubbish:
        return False
    left = SWEPT_AT_ONCE
    with gate.unjournaled() as connection:
        while rubbish and left > 0:
            dropped = connection.execute(
                "DELETE FROM chunk WHERE blob = ?1 AND seq IN (SELECT seq FROM chunk WHERE blob = ?1 LIMIT ?2)",
                (rubbish[-1], left),
            ).rowcount
            left -= dropped
            if connection.execute("SELECT 1 FROM chunk WHERE blob = ?", (rubbish[-1],)).fetchone() is None:
                connection.execute("DELETE FROM blob WHERE id = ?", (rubbish.pop(),))
    return bool(rubbish)


def _drop(connection: Connection, blob: int) -> None:
    connection.execute("DELETE FROM chunk WHERE blob = ?", (blob,))
    connection.execute("DELETE FROM blob WHERE id = ?", (blob,))


def damaged_content(connection: Connection, path: Path) -> list[str]:
    """The SHA-256 of every stored file whose bytes are not what they should be."""
    reader = Reader(connection, path)
    wrong: list[str] = []
    with our_errors(path):
        wanted = connection.execute(
            "SELECT sha256 FROM blob WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM evidence WHERE sha256 <> ''"
        ).fetchall()
    for (sha256,) in wanted:
        try:
            for _chunk in read_chunks(reader, sha256, path):
                pass
        except FileDamaged:
            wrong.append(sha256)
    return wrong


def gone(path: Path, safe: str = "Nothing was added.") -> tuple[str, str, str]:
    """What to say of a file that was to come in and cannot be read: what happened, what is safe, what to do."""
    if path.is_dir():
        return f"‘{path.name}’ is a folder.", safe, "Choose the files inside it."
    return (
        f"‘{path.name}’ is not there any more.",
        safe,
        "Check the folder, or connect the stick or drive it is on, and try again.",
    )


def _empty(path: Path) -> tuple[str, str, str]:
    return f"‘{path.name}’ is empty.", "Nothing was added.", "Choose the file again, or another one."


def _changing(path: Path) -> tuple[str, str, str]:
    return (
        f"‘{path.name}’ changed while it was being read.",
        "Nothing was added.",
        "Wait until the other program has finished with it, and add it again.",
    )


def _unreadable(path: Path, error: OSError) -> tuple[str, str, str]:
    if error.errno == errno.ENOENT:
        return gone(path)
    return (
        f"‘{path.name}’ could not be read ({error.strerror}).",
        "Nothing was added.",
        "Check that you may open it, and try again.",
    )
