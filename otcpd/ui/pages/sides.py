"""List and detail: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.ui.layout import LIST_MAX, LIST_MIN, NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.split import Split

_WIDE_LIST = 400
"""Lists wider than this at 100 % stand in a wide window, whose width is remembered by itself."""


class ListAndSide(Split):
    """The list keeps its width, which is remembered for this computer under the name `memory`."""

    list_shown = Signal(bool)
    """Whether the list is on show; what belongs to it comes and goes with it."""

    def __init__(self, desk: Desk, pane: QWidget, side: QWidget, memory: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, pane, side, parent)
        self.side = side
        self._desk = desk
        self._pane = pane
        self._memory = memory
        self._layout = WIDE
        self._empty = False
        self.splitterMoved.connect(self._on_moved)

    @property
    def one_pane(self) -> bool:
        """Whether list and detail take turns."""
        return self._layout.one_pane

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def set_empty(self, empty: bool) -> None:
        """Whether there is nothing to show but what says so, which then has the whole width."""
        if empty != self._empty:
            self._empty = empty
            self._fit()

    def show_list(self) -> None:
        """Back to the list, where they take turns."""
        if self.one_pane:
            self._pane.show()
            self.side.hide()
            self._tell()

    def show_side(self) -> None:
        """The detail in place of the list, where they take turns."""
        if self.one_pane:
            self.side.show()
            self._pane.hide()
            self._tell()

    def usual_width(self) -> int:
        """How wide the list is at 100 % until somebody moves the line."""
        return self._layout.list_width

    def _tell(self) -> None:
        self.list_shown.emit(not self._pane.isHidden())

    def _fit(self) -> None:
        theme = self._desk.theme
        if self._layout.one_pane or self._empty:
            detail = not self.side.isHidden() and self._pane.isHidden()
            self._pane.setMinimumWidth(0)
            self._pane.setMaximumWidth(NO_MOST)
            self._pane.setVisible(not detail)
            self.side.setVisible(detail)
            self._tell()
            return
        self._pane.show()
        self.side.show()
        self._tell()
        self._pane.setMinimumWidth(theme.px(LIST_MIN))
        self._pane.setMaximumWidth(theme.px(LIST_MAX))
        width = theme.px(self._desk.machine.number(self._width_key(), self.usual_width()))
        self.setSizes([round(width), max(1, self.width() - round(width))])

    def _width_key(self) -> str:
        return self._memory if self._layout.list_width > _WIDE_LIST else f"{self._memory}_narrow"

    def _on_moved(self, place: int, _handle: int) -> None:
        self._desk.machine.put(self._width_key(), place / self._desk.theme.factor)
