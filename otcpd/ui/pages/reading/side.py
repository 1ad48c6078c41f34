"""The right side of the page: the open entry, or nothing. The pane is built when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from otcpd.ui.pages.reading.detail import ReadingDetail


class Side(QStackedWidget):
    """Shows one entry at a time, by its id."""

    back_wanted = Signal()
    delete_wanted = Signal(str)
    activity_wanted = Signal(str)
    elsewhere_wanted = Signal()
    """What cannot be saved is wanted in another file."""
    filled = Signal()
    """Something came or went inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = WIDE
        self._detail: ReadingDetail | None = None
        self.reading = ""
        """The entry that is open; empty for none."""
        self._nothing = Ground(desk.theme, "surface")
        self.addWidget(self._nothing)

    @property
    def detail(self) -> ReadingDetail:
        """The pane for entries."""
        if self._detail is None:
            from otcpd.ui.pages.reading.detail import ReadingDetail  # the list comes up first

            pane = self._detail = ReadingDetail(self._desk)
            pane.apply_layout(self._layout)
            self.addWidget(pane)
            pane.back_wanted.connect(self.back_wanted)
            pane.delete_wanted.connect(self.delete_wanted)
            pane.activity_wanted.connect(self.activity_wanted)
            pane.filled.connect(self.filled)
            pane.saved.save_elsewhere.connect(self.elsewhere_wanted)
        return self._detail

    def show_reading(self, reading: str, *, fresh: bool = False) -> None:
        """Open an entry."""
        self.reading = reading
        self.detail.show_reading(reading, fresh=fresh)
        self.setCurrentWidget(self.detail)

    def show_nothing(self) -> None:
        """Nothing is open."""
        if self._detail is not None:
            self._detail.close_reading()
        self.reading = ""
        self.setCurrentWidget(self._nothing)

    def follow(self) -> None:
        """Show again what is open."""
        if self.reading:
            self.detail.follow()

    def leave(self) -> None:
        """Read what still stands in fields, and save."""
        if self.reading:
            self.detail.leave()

    def take_focus(self) -> None:
        """Into what is open."""
        if self.reading:
            self.detail.take_focus()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        if self._detail is not None:
            self._detail.apply_layout(layout)
