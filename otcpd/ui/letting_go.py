"""Windows and dialogs that are done with: deleted by Qt in its own time, and whole in Python until then."""

from __future__ import annotations

from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

D = TypeVar("D", bound=QDialog)

_going: dict[int, QObject] = {}


def let_go(thing: QObject, *_: object) -> None:
    """Have Qt delete it, keeping it whole until Qt has.

    A window that only Qt still holds is taken apart by Python's collector first, and its event filters then run
    without their attributes.
    """
    at = id(thing)
    _going[at] = thing
    thing.destroyed.connect(partial(_gone, at))
    thing.deleteLater()


def open_once(dialog: QDialog) -> None:
    """Show a dialog, and let it go once it is closed, however it is closed."""
    dialog.finished.connect(partial(let_go, dialog))
    dialog.open()


class Standing(Generic[D]):
    """The dialog that stands open, while one does. It is forgotten and let go as soon as it is closed."""

    def __init__(self) -> None:
        self.dialog: D | None = None

    def open(self, dialog: D) -> D:
        """Show it."""
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        open_once(dialog)
        return dialog

    def _forget(self, dialog: D, _result: int) -> None:
        if self.dialog is dialog:  # another may have been opened on the answer to this one
            self.dialog = None


def _gone(at: int) -> None:
    _going.pop(at, None)
