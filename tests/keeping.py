"""Keeps the windows of a test whole until Qt has deleted them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_kept: dict[int, QWidget] = {}


class KeepingBot(QtBot):
    """pytest-qt only remembers weakly what it is to close. A window that was a variable of the test alone is garbage as
    soon as the test returns, and Python's collector then takes it apart while Qt still sends it events: its event
    filters run without their attributes, and now and then the whole process ends."""

    def addWidget(self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None) -> None:
        super().addWidget(widget, before_close_func=before_close_func)
        at = id(widget)
        _kept[at] = widget
        widget.destroyed.connect(partial(_gone, at))


def _gone(at: int) -> None:
    _kept.pop(at, None)
