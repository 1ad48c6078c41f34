"""Making and opening a CPD file."""

from __future__ import annotations

import contextlib
from pathlib import Path

from otcpd.domain.errors import NotAcceptable
from otcpd.domain.registration import registration_number
from otcpd.record import opening
from otcpd.record.opening import Surroundings
from otcpd.record.record import Record

SUFFIX = ".otcpd"


def new_file(path: Path, name: str, registration: str, around: Surroundings) -> Record:
    """Makes a CPD file for one person and opens it.

    An empty registration number is allowed: a new graduate has none yet. Raises NotAcceptable for a
    name that is empty, a number that is none, or a place that is taken.
    """
    name = " ".join(name.split())
    if not name:
        raise NotAcceptable("There is no name yet.", "Nothing was made.", "Give your name as HCPC has it.")
    number = registration_number(registration) if registration.strip() else ""
    return opening.create(path, name, number, around)


def open_to_write(path: Path, around: Surroundings) -> Record:
    """Opens a CPD file for writing; raises what `opening.open_for_writing` raises."""
    return opening.open_for_writing(path, around)


def open_to_read(path: Path, around: Surroundings) -> Record:
    """Opens a CPD file for reading only."""
    return opening.open_for_reading(path, around)


def open_as_possible(path: Path, around: Surroundings) -> Record:
    """Opens for writing, or for reading if another window or the folder forbids writing."""
    return opening.open_as_possible(path, around)


def refuse_own_file(record: Record, target: Path) -> None:
    """Raises NotAcceptable when something is about to be written in the place of the open CPD file itself."""
    same = False
    with contextlib.suppress(OSError):  # what is not there yet is no CPD file
        same = target.samefile(record.path)
    if same:
        raise NotAcceptable(
            f"‘{target.name}’ is your CPD file itself.", "It has not been changed.", "Choose another name."
        )
