"""What every command is given, and the exit codes that are not those of errors."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from otcpd.actions.services import Services

OpenWindow = Callable[[Services, Path | None], int]
"""Opens the window on a CPD file, or on the last one; returns the exit code when it is closed."""


class Exit(IntEnum):
    """Exit codes. Those for errors of people and machines stand in `otcpd.domain.errors`."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 4
    OUR_FAULT = 70
    """A fault of ours: EX_SOFTWARE of sysexits.h, out of the way of the codes with a meaning."""
    STOPPED = 130
    """The person pressed Ctrl+C: 128 + SIGINT, as shells have it."""


class Given(NamedTuple):
    """What every command is given: the services, and how to open the window."""

    services: Services
    open_window: OpenWindow
