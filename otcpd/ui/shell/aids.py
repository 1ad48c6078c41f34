"""What helps on every page: quick note, palette and help. Each is made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from otcpd.ui.quick_note.panel import QuickNote
    from otcpd.ui.shell.main_window import MainWindow


class Aids(QObject):
    """They float over the window and go with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.note: QuickNote | None = None

    def quick_note(self) -> None:
        """Ctrl+Shift+Space."""
        window = self._window()
        if window.desk.session.read_only:
            window.desk.messages.say("You can read this file but not change it, so no note can be kept.", icon="info")
            return
        if self.note is None:
            from otcpd.ui.quick_note.panel import QuickNote  # the first window does without it

            self.note = QuickNote(window.desk, window)
            self.note.open_wanted.connect(window.show_activity)
        self.note.begin(window)

    def palette(self) -> None:
        """Ctrl+K."""

    def help(self) -> None:
        """F1: help for the page on show."""

    def help_on(self, topic: str) -> None:
        """A page of the help."""

    def _window(self) -> MainWindow:
        """The parent. Not kept in an attribute: a child that holds its parent makes a cycle across Qt and Python."""
        from otcpd.ui.shell.main_window import MainWindow  # it imports this module

        window = self.parent()
        assert isinstance(window, MainWindow)
        return window
