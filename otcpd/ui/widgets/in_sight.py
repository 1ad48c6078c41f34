"""What gets the focus can be seen, wherever Tab came from."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ROOM = 16
"""Pixels that stay free round what is scrolled into sight, for its ring."""


class InSight(QObject):
    """Scrolls what gets the focus in one window into sight.

    Qt itself does so only where Tab was inside the same scroll area before.
    """

    def __init__(self, window: QWidget, *, when_opened: bool = True) -> None:
        """`when_opened` says whether what has the focus as the window comes to the front is scrolled to as well."""
        super().__init__(window)
        self._window = window
        self._when_opened = when_opened
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or pressed or now.window() is not self._window:
            return  # moved away from under the pointer, a button would miss its click
        inside = before is not None and before.window() is self._window
        if not (inside or self._when_opened):
            return
        holder = now.parentWidget()
        while holder is not None:
            if isinstance(holder, QScrollArea):
                holder.ensureWidgetVisible(now, _ROOM, _ROOM)
            holder = holder.parentWidget()
