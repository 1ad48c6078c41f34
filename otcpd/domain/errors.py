"""Errors a person can meet: what happened, what is safe, what to do next.

Each class stands for one exit code of the command line, so that window and command line agree.
Anything that is not an `OtcpdError` is a fault of ours and goes to the one bug handler.
"""

from __future__ import annotations

from typing import ClassVar


class OtcpdError(Exception):
    """Something went wrong that a person can understand and act upon.

    `happened`, `safe` and `next_step` are whole sentences in plain UK English; `safe` may be empty
    when there was nothing to lose.
    """

    exit_code: ClassVar[int] = 4

    def __init__(self, happened: str, safe: str = "", next_step: str = "") -> None:
        self.happened = happened
        self.safe = safe
        self.next_step = next_step
        super().__init__(self.text)

    @property
    def text(self) -> str:
        """The whole message as one paragraph."""
        return " ".join(part for part in (self.happened, self.safe, self.next_step) if part)

    def __reduce__(self) -> tuple[type[OtcpdError], tuple[str, str, str]]:
        # The default would hand `text` back as `happened` when an error crosses to another process.
        return type(self), (self.happened, self.safe, self.next_step)


class CannotOpen(OtcpdError):
    """The CPD file cannot be opened: missing, in use, damaged or newer (exit code 3)."""

    exit_code = 3


class FileMissing(CannotOpen):
    """There is no file at this place."""


class NotACpdFile(CannotOpen):
    """The file is something else than a CPD file."""


class FileInUse(CannotOpen):
    """Another window, or another program, holds the file for writing."""


class FileDamaged(CannotOpen):
    """The file is a CPD file but parts of it cannot be read; the message names `restore`."""


class FileTooNew(CannotOpen):
    """A newer otcpd made this file."""


class NotAcceptable(OtcpdError):
    """What was given cannot be taken in: a date, a number, a file, someone else's data (exit code 4)."""

    exit_code = 4


class MachineSaidNo(OtcpdError):
    """The machine refused: disk full, no permission, medium gone (exit code 5)."""

    exit_code = 5


class DiskFull(MachineSaidNo):
    """No room is left on the disk."""


class ReadOnly(MachineSaidNo):
    """The file or its folder cannot be written to."""


class OpensForReading(ReadOnly):
    """The file can be read but not written to by this program: a newer otcpd made it (exit code 3)."""

    exit_code = 3


class Busy(MachineSaidNo):
    """The file is held by another program for the moment; trying again helps."""
