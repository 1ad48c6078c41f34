"""One writer per CPD file: a lock file beside it, held by the operating system.

The system lets go of the lock when the program ends in any way, so a crash never leaves one behind;
the file itself may stay, empty of meaning.
"""

from __future__ import annotations

import contextlib
import errno
import json
from pathlib import Path

from otcpd.disk import machine_errors
from otcpd.domain.errors import FileInUse, ReadOnly
from otcpd.domain.plain_values import read_json
from otcpd.domain.words import quoted
from otcpd.record.system_lock import by_existence, by_system

_NO_LOCKS = (errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP)


class WriterLock:
    """The right to write one CPD file, from `take` until `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        real = path.resolve()  # by whatever name a file is opened, its lock is the same
        self._note = real.with_name(real.name + ".lock-info")
        self._place = real.with_name(real.name + ".lock")
        self._lock = by_system(self._place)

    def take(self, *, machine: str, since: str) -> None:
        """Takes the lock. Raises FileInUse if another window has it, ReadOnly if the folder forbids it."""
        try:
            ours = self._lock.take()
        except OSError as error:
            if error.errno in _NO_LOCKS:
                ours = self._taken_by_existence()
            elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
                raise ReadOnly(
                    f"The folder of ‘{self._path.name}’ cannot be written to.",
                    "You can read the file, and nothing in it has changed.",
                    "To write, copy it to a folder of your own.",
                ) from error
            else:
                with machine_errors(self._path):
                    raise
        if not ours:
            raise self._in_use()
        with contextlib.suppress(OSError):
            self._note.write_text(json.dumps({"machine": machine, "since": since}), encoding="utf-8")

    def _taken_by_existence(self) -> bool:
        """Some network drives know no locks: there a file that exists, with its maker's name in it, is one."""
        self._lock = by_existence(self._place)
        return self._lock.take()

    def take_again(self, *, machine: str, since: str) -> None:
        """Takes the lock where the folder came back as another one, as on a stick that was pulled out and put in.

        The old lock leads nowhere; nothing of the new folder goes with it. Raises what `take` raises.
        """
        with contextlib.suppress(OSError):
            self._lock.release()
        self._lock = by_system(self._place)
        self.take(machine=machine, since=since)

    def release(self) -> None:
        """Gives the lock back. Doing so twice does no harm."""
        if self._lock.held:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                # While still held: whoever waits on this very file sees that it is gone and makes a new one.
                self._place.unlink(missing_ok=True)
            self._lock.release()

    def _in_use(self) -> FileInUse:
        where = ""
        with contextlib.suppress(OSError):
            note = read_json(self._note.read_bytes())
            if isinstance(note, dict) and isinstance(machine := note.get("machine"), str):
                where = f" on the computer {quoted(machine)}"
        return FileInUse(
            f"‘{self._path.name}’ is open in another window{where}.",
            "Nothing has been changed.",
            "Go to that window, or open the file for reading only.",
        )
