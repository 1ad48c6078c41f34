"""Small disks for tests: a full disk and a folder that cannot be written to are made, not pretended.

Root ignores file permissions, so only a real mount is read-only for it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Disk:
    """A small disk of its own, mounted at `folder`."""

    folder: Path

    def fill(self, leave: int = 0) -> None:
        """Fills the disk but for `leave` bytes."""
        ballast = self.folder / "ballast"
        free = os.statvfs(self.folder)
        room = free.f_bavail * free.f_frsize - leave
        with ballast.open("ab") as file:
            file.write(bytes(max(room, 0)))

    def empty(self) -> None:
        """Gives the room back that `fill` took."""
        (self.folder / "ballast").unlink()

    def enlarge(self, size: str = "8m") -> None:
        """Gives the disk more room."""
        _run("mount", "-o", f"remount,size={size}", str(self.folder))

    def forbid_writing(self) -> None:
        """From now on the disk can only be read."""
        _run("mount", "-o", "remount,ro", str(self.folder))

    def allow_writing(self) -> None:
        _run("mount", "-o", "remount,rw", str(self.folder))


@contextmanager
def small_disk(folder: Path, *, size: str = "2m") -> Iterator[Disk]:
    """A disk of `size`, mounted for as long as the block runs. For tests marked `small_disk`."""
    folder.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield Disk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
