"""Whether this machine lets tests mount small disks of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

APART = ("unshare", "--map-root-user", "--mount", "sh", "-c")
"""Runs a shell script that may mount what it likes: nobody outside sees it."""


def can_mount() -> bool:
    """Whether a disk can be mounted for this process to see."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as folder:
        return _works("mount", "-t", "tmpfs", "tmpfs", folder) and _works("umount", folder)


def can_mount_apart() -> bool:
    """Whether a child process can mount one for itself, which needs no root but not every container allows."""
    return sys.platform == "linux" and shutil.which(APART[0]) is not None and _works(*APART, "mount -t tmpfs none /tmp")


def _works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
