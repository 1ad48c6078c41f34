"""Messages of the pages, for the toast at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from otcpd.ui import words


class Message(NamedTuple):
    """`action` names the button, `do` is what it does; `passing` messages go with the next change.

    `other` and `do_other` are a second button, for something else to do than to take it back.
    """

    text: str
    action: str = ""
    do: Callable[[], object] | None = None
    icon: str = "tick"
    passing: bool = False
    other: str = ""
    do_other: Callable[[], object] | None = None


class Messages(QObject):
    """Where pages say what happened."""

    wanted = Signal(object)
    """A Message."""

    def say(self, text: str, *, icon: str = "tick") -> None:
        """Say that something happened."""
        self.wanted.emit(Message(text, icon=icon))

    def offer_undo(self, text: str, undo: Callable[[], object], *, passing: bool = False) -> None:
        """Say that something happened, with a way back. `passing`: the way back holds only until the next change."""
        self.wanted.emit(Message(text, words.UNDO, undo, passing=passing))

    def offer(self, text: str, action: str, do: Callable[[], object], *, icon: str = "error") -> None:
        """Say that something went wrong, with something to do about it."""
        self.wanted.emit(Message(text, action, do, icon))
