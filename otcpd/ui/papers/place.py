"""Where documents of supervision and protected time go."""

from __future__ import annotations

from pathlib import Path

from otcpd.ui.export.place import usual_folder
from otcpd.ui.file_names import free_place
from otcpd.ui.pages.base import Desk

_FOLDER = "papers_folder"
"""The key under which this computer remembers where the last one went."""


def usual_place(desk: Desk, name: str) -> Path:
    """A place for a file of this name that is free, in the folder of the last one."""
    wanted = Path(name)
    return free_place(usual_folder(desk.machine.text(_FOLDER)), wanted.stem, wanted.suffix)


def remember_place(desk: Desk, place: Path) -> None:
    """The next one is offered the same folder."""
    desk.machine.put(_FOLDER, str(place.parent))
