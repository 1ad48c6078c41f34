"""Holding a file so that no other program may: by the operating system, or by its being there.

Where there is `flock` it is ten lines of the standard library; everything else is filelock's, which takes a
twentieth of the start to import and so waits until a system or a drive wants it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from filelock import BaseFileLock


class SystemLock(Protocol):
    """A lock on one path, not taken yet."""

    @property
    def held(self) -> bool:
        """Whether it is ours."""
        ...

    def take(self) -> bool:
        """Take it; False if somebody else has it. Raises OSError where the folder or the drive allows no lock."""
        ...

    def release(self) -> None:
        """Give it back. Raises OSError where the folder is gone."""
        ...


class _LibraryLock:
    """A lock of filelock's."""

    def __init__(self, lock: BaseFileLock) -> None:
        self._lock = lock

    @property
    def held(self) -> bool:
        return self._lock.is_locked

    def take(self) -> bool:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        self._lock.release()


def by_existence(path: Path) -> SystemLock:
    """A file that exists, with its maker's name in it: for network drives that know no locks."""
    from filelock import SoftFileLock

    return _LibraryLock(SoftFileLock(path))


if sys.platform == "win32":

    def by_system(path: Path) -> SystemLock:
        """A lock that the system itself lets go of when the program ends in any way."""
        from filelock import FileLock

        return _LibraryLock(FileLock(path, fallback_to_soft=False))

else:
    import fcntl

    _OTHERS = (errno.EAGAIN, errno.EACCES)
    """How `flock` says that another program has the lock; some drives use the second."""
    _ROUNDS = 8
    """How often the file may be taken away between opening and locking it; then somebody else has it."""

    def by_system(path: Path) -> SystemLock:
        """A lock that the system itself lets go of when the program ends in any way."""
        return _Flock(path)

    class _Flock:
        """`flock` on a file that is made for it."""

        def __init__(self, path: Path) -> None:
            self._path = path
            self._file: int | None = None

        @property
        def held(self) -> bool:
            return self._file is not None

        def take(self) -> bool:
            for _ in range(_ROUNDS):
                if self._file is not None or self._tried():
                    break
            return self.held

        def _tried(self) -> bool:
            """Whether this is settled: it is ours now, or another's."""
            file, made = self._opened()
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Who held it before takes the file away with the lock: then this one guards no name.
                named = self._is_named(file)
            except OSError as error:
                os.close(file)
                if error.errno in _OTHERS:
                    return True
                if made:  # left there, it would be the lock of nobody for whoever goes by existence
                    with contextlib.suppress(OSError):
                        self._path.unlink()
                raise
            if named:
                self._file = file
            else:
                os.close(file)
            return named

        def _opened(self) -> tuple[int, bool]:
            """The file, and whether it was made just now."""
            flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
            try:
                return os.open(self._path, flags | os.O_EXCL, 0o644), True
            except FileExistsError:
                return os.open(self._path, flags, 0o644), False

        def _is_named(self, file: int) -> bool:
            """Whether the path still leads to this file. The number of names is not asked: some drives give none."""
            try:
                return os.path.samestat(os.fstat(file), self._path.lstat())
            except FileNotFoundError:
                return False

        def release(self) -> None:
            if self._file is not None:
                file, self._file = self._file, None
                os.close(file)  # and with it the lock
