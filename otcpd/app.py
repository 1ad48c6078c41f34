"""The composition root: knows all the parts, hands each what it needs, and starts the program."""

from __future__ import annotations

import builtins
import contextlib
import gc
import importlib
import os
import platform
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never

from otcpd import __version__
from otcpd.actions.backup_places import backup_folders
from otcpd.actions.services import Services
from otcpd.catalogue.loading import read_file
from otcpd.domain.errors import MachineSaidNo, NotAcceptable
from otcpd.domain.ports import Clock
from otcpd.record.opening import Surroundings

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from otcpd.actions.evidence import Look

FIXED_NOW = "OTCPD_NOW"
"""Environment: an ISO instant that the clock shows for good, for tests and pictures."""

DATA_FOLDER = "OTCPD_DATA"
"""Environment: the program's own folder, instead of the one that the system gives it."""

_IMPORT = builtins.__import__
"""How Python itself imports, for PySide6 puts its own way in its place."""

_LIBRARIES = "system_libraries"
"""The resource that names what Qt needs of the system."""


class SystemClock:
    """The computer's clock, in the time zone that the computer is set to."""

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day on the person's calendar."""
        return datetime.now().astimezone().date()


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still. Its day is the one that was written, whatever the computer's time zone."""

    instant: datetime

    def now(self) -> datetime:
        """The instant in UTC."""
        return self.instant.astimezone(UTC)

    def today(self) -> date:
        """The day as it was written."""
        return self.instant.date()


class SystemRandom:
    """Random bits from the operating system."""

    def bits(self, count: int) -> int:
        """A random integer of `count` bits."""
        return int.from_bytes(os.urandom((count + 7) // 8)) >> (-count % 8)


def clock_from(text: str | None) -> Clock:
    """The clock that stands at the ISO instant `text` (UTC where it names no zone), or the computer's.

    Raises NotAcceptable for a text that is no instant.
    """
    if not text:
        return SystemClock()
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise NotAcceptable(
            f"{FIXED_NOW} is ‘{text}’, which is no instant.", "", "Write it as 2026-11-19T09:30:00Z."
        ) from None
    return FixedClock(instant if instant.tzinfo else instant.replace(tzinfo=UTC))


def data_folder() -> Path:
    """The program's own folder on this computer: local, so that it never roams through a network."""
    named = os.environ.get(DATA_FOLDER)
    if named:
        return Path(named).absolute()
    from platformdirs import user_data_path

    return user_data_path("otcpd", appauthor=False, roaming=False)


def make_services() -> Services:
    """Everything that comes from outside, for real."""
    clock = clock_from(os.environ.get(FIXED_NOW))
    folder = data_folder()

    def before_migration(path: Path) -> None:
        _back_up_before_migration(path, folder, clock)

    around = Surroundings(
        clock=clock,
        random_bits=SystemRandom(),
        machine=platform.node() or "this computer",
        program=f"otcpd {__version__}",
        before_migration=before_migration,
    )
    return Services(clock=clock, around=around, looking=_looking, data_folder=folder)


def _looking() -> AbstractContextManager[Look]:
    from otcpd.actions.looking import looking_in_worker  # a start that adds no evidence does without it

    return looking_in_worker()


def _back_up_before_migration(path: Path, folder: Path, clock: Clock) -> None:
    from otcpd.actions.safety import back_up

    back_up(path, backup_folders(folder, _record_id(path))[0], clock.now())


def _record_id(path: Path) -> str:
    """The record id of a file of any schema: it stands where it has stood since the first one."""
    from otcpd.record.engine import connect

    with contextlib.closing(connect(path)) as connection:
        found = connection.execute("SELECT id FROM record").fetchone()
    assert found is not None
    return str(found[0])


def open_window(services: Services, record: Path | None) -> int:
    """Opens the window and returns the exit code when it is closed. Raises MachineSaidNo where none can be."""
    if sys.platform.startswith("linux"):
        _need_display()
    # Looking for garbage among what is only being made costs a tenth of the start; `run_window` resumes it.
    gc.disable()
    try:
        import_qt()
        from otcpd.ui.start import run_window
    except ImportError as error:
        if "shared object" not in str(error):
            raise
        raise _libraries_missing(str(error)) from error
    return run_window(services, record)


def import_qt() -> None:
    """Imports Qt, and goes on importing as Python does.

    From then on PySide6 would read and keep the source of each module that is imported, only to see whether it asks
    for other names of Qt's methods (`from __feature__ import snake_case`). Ours never do, and it took a twentieth of
    the start.
    """
    importlib.import_module("PySide6.QtWidgets")
    builtins.__import__ = _IMPORT


def _need_display() -> None:
    """Qt ends the whole program where it finds no display, so we look first."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise MachineSaidNo(
            "There is no display here to open the window on.",
            "Your CPD file is as it was.",
            "Use the commands instead, such as ‘otcpd list RECORD’ or ‘otcpd profile RECORD OUT.pdf’;"
            " ‘otcpd --help’ lists them.",
        )
    if not os.environ.get("WAYLAND_DISPLAY"):
        import ctypes

        for library in read_file(_LIBRARIES)["x11"]:
            try:
                ctypes.CDLL(library)
            except OSError as error:
                raise _libraries_missing(library) from error


def _libraries_missing(what: str) -> MachineSaidNo:
    names = read_file(_LIBRARIES)
    return MachineSaidNo(
        f"The window cannot open: a library of the system is missing ({what}).",
        "Your CPD file is as it was.",
        f"On Debian and Ubuntu this brings it: apt install {' '.join([*names['always'], *names['screen']])}.",
    )


def main() -> Never:
    """`otcpd`: runs the command line, which opens the window when it is asked to."""
    if getattr(sys, "frozen", False):  # there the window's worker process begins here as well
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(start(sys.argv[1:]))


def start(arguments: list[str]) -> int:
    """Runs one command line with everything real, and returns its exit code."""
    try:
        services = make_services()
    except NotAcceptable as error:
        if sys.stderr is not None:  # a program for windows only has none
            sys.stderr.write(f"{error.text}\n")
        return 2
    from otcpd.cli import run  # the window's own worker process imports this module and needs no commands

    return run(arguments, services, open_window)
