"""Windows that are done with: deleted by Qt in its own time, and whole in Python until then."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

_going: dict[int, QObject] = {}


def let_go(thing: QObject) -> None:
    """Have Qt delete it, keeping it whole until Qt has.

    A window that only Qt still holds is taken apart by Python's collector first, and its event filters then run
    without their attributes.
    """
    at = id(thing)
    _going[at] = thing
    thing.destroyed.connect(partial(_gone, at))
    thing.deleteLater()


def _gone(at: int) -> None:
    _going.pop(at, None)
