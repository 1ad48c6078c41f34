"""Keys that mean something else on each page, and what they do on pages that have no meaning of their own for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from otcpd.ui.pages.base import PageView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from otcpd.ui.shell.main_window import MainWindow


class PageDoings(QObject):
    """Passes keys on to the page on show."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)

    def search(self) -> None:
        """Ctrl+F. A page without a search has the palette, which finds activities too."""
        window = self._window()
        if _has_own(window.page, "search"):
            window.page.search()
        else:
            window.aids.palette()

    def start_new(self) -> None:
        """Ctrl+Shift+N. Where there is nothing else to begin, it is an activity."""
        window = self._window()
        if window.desk.session.read_only:
            window.desk.messages.say("You can read this file but not change it.", icon="info")
        elif _has_own(window.page, "start_new"):
            window.page.start_new()
        else:
            window.new_activity()

    def finish(self) -> None:
        """Ctrl+Enter."""
        self._window().page.finish()

    def preview(self) -> None:
        """Ctrl+P: what leaves from this page, or else the profile."""
        window = self._window()
        page = window.page if _has_own(window.page, "preview") else window.go_to("portfolio")
        page.preview()

    def export(self) -> None:
        """Ctrl+E: from every page to the export of the profile."""
        self._window().go_to("portfolio").take_up("export")

    def next_area(self, step: int) -> None:
        """F6: the sidebar, then the parts of the page."""
        window = self._window()
        areas: list[QWidget] = [window.sidebar, *(area for area in window.page.areas() if area.isVisible())]
        focused = window.focusWidget()
        here = 0
        for place, area in enumerate(areas):
            if focused is not None and (area is focused or area.isAncestorOf(focused)):
                here = place
        target = areas[(here + step) % len(areas)]
        if target is window.sidebar:
            window.sidebar.take_focus()
        else:
            window.page.enter(target)

    def _window(self) -> MainWindow:
        """The parent. Not kept in an attribute: a child that holds its parent makes a cycle across Qt and Python."""
        from otcpd.ui.shell.main_window import MainWindow  # it imports this module

        window = self.parent()
        assert isinstance(window, MainWindow)
        return window


def _has_own(page: PageView, what: str) -> bool:
    """Whether the page sees to `what` itself."""
    return getattr(type(page), what) is not getattr(PageView, what)
