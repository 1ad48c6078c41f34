"""Says where a file now is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from otcpd.domain.words import quoted
from otcpd.ui.export.words import NO_PROGRAM, OPEN_IT, SHOW_FOLDER
from otcpd.ui.messages import Message
from otcpd.ui.pages.base import Desk


def tell_saved(desk: Desk, place: Path) -> None:
    """A message, with ways to open the file and its folder."""
    said = f"{quoted(place.name)} is saved"
    ways = (partial(_open, desk, place), partial(_open, desk, place.parent))
    desk.messages.wanted.emit(Message(said, OPEN_IT, ways[0], other=SHOW_FOLDER, do_other=ways[1]))


def _open(desk: Desk, path: Path) -> None:
    if not desk.desktop.open(path):
        desk.messages.say(NO_PROGRAM, icon="info")
