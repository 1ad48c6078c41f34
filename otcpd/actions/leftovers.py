"""What a worker process that was ended leaves beside the files that it was writing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from otcpd.disk import half_written


class Leftovers:
    """Looks before a job that writes into some folders, and clears away after it what is not whole."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Folders that are not there yet may be made by the job."""
        self._folders = frozenset(folders)
        self._new = frozenset(folder for folder in self._folders if not folder.exists())
        self._before = frozenset(self._parts())

    def clear_away(self) -> None:
        """Delete the half-written files that came since and that no living process is writing, and then the
        new folders that have nothing in them.

        Where that is not possible they stay, the files hidden by their names.
        """
        for path, writer in self._parts().items():
            if path not in self._before and not _lives(writer):
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
        for folder in self._new:
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _parts(self) -> dict[Path, int]:
        return {path: writer for folder in self._folders for path, writer in half_written(folder).items()}


def _lives(process: int) -> bool:
    import psutil  # only needed where something was left

    return bool(process) and psutil.pid_exists(process)
