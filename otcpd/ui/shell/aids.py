"""What helps on every page: quick note, palette and help. Each is made when it is first wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from otcpd.ui.help.window import HelpWindow
    from otcpd.ui.palette.panel import Palette
    from otcpd.ui.quick_note.panel import QuickNote
    from otcpd.ui.shell.main_window import MainWindow

AHEAD = (
    "otcpd.domain.log_filter",
    "otcpd.actions.saved_filters",
    "otcpd.actions.quick_note",
    "otcpd.ui.widgets.floating",
    "otcpd.ui.palette.entries",
    "otcpd.ui.palette.panel",
    "otcpd.ui.quick_note.correcting",
    "otcpd.ui.quick_note.panel",
)
"""Modules of palette and quick note, those that others need first: each takes a few milliseconds."""
APART = 400
"""Milliseconds between two of them."""


class Aids(QObject):
    """They float over the window and go with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.note: QuickNote | None = None
        self.finder: Palette | None = None
        self.reader: HelpWindow | None = None
        self._ahead = list(AHEAD)
        self._timer = QTimer(self)
        self._timer.setInterval(APART)
        self._timer.timeout.connect(self._load_ahead)
        window.desk.session.closing.connect(self._timer.stop)

    def load_ahead(self) -> None:
        """The window is up: load, one by one, what the first use would otherwise wait for."""
        self._timer.start()

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
        window = self._window()
        if self.finder is None:
            from otcpd.ui.palette.panel import Palette  # the first window does without it

            self.finder = Palette(window)
        self.finder.begin(window)

    def help(self) -> None:
        """F1: help for the page on show, or for what floats over it and has the focus."""
        window = self._window()
        if self.note is not None and self.note.isActiveWindow():
            topic = "quick-note"
        elif self.finder is not None and self.finder.isActiveWindow():
            topic = "find"
        else:
            topic = _topic_of(str(window.page.property("key")))
        self.help_on(topic)

    def help_on(self, topic: str) -> None:
        """A page of the help, by its key."""
        window = self._window()
        if self.reader is None:
            from otcpd.ui.help.window import HelpWindow  # the first window does without it

            self.reader = HelpWindow(window.desk, window)
        self.reader.open_on(topic, window)

    def _load_ahead(self) -> None:
        if self._ahead:
            import_module(self._ahead.pop(0))
        else:
            self._timer.stop()

    def _window(self) -> MainWindow:
        """The parent. Not kept in an attribute: a child that holds its parent makes a cycle across Qt and Python."""
        from otcpd.ui.shell.main_window import MainWindow  # it imports this module

        window = self.parent()
        assert isinstance(window, MainWindow)
        return window


def _topic_of(page: str) -> str:
    """The topic of the help about a page: that of its key, or else of the page to which it belongs."""
    from otcpd.ui.help.topics import ORDER  # with the window of the help
    from otcpd.ui.shell.registry import spec_of  # not before it is needed

    return page if page in ORDER else spec_of(page).under
