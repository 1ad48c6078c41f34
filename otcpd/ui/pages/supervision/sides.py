"""List and detail of the page: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.ui.layout import LIST_MAX, LIST_MIN, NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.list_pane import SessionPane
from otcpd.ui.pages.supervision.side import Side
from otcpd.ui.widgets.split import Split

_LIST = 424
"""Width of the list at 100 % in a wide window, until somebody moves the line."""


class Sides(Split):
    """The list keeps its width, which is remembered for this computer."""

    list_shown = Signal(bool)
    """Whether the list is on show; what belongs to it comes and goes with it."""

    def __init__(self, desk: Desk, pane: SessionPane, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, pane, side, parent)
        self._desk = desk
        self._pane = pane
        self._side = side
        self._layout = WIDE
        self._empty = False
        self.splitterMoved.connect(self._on_moved)

    @property
    def one_pane(self) -> bool:
        """Whether list and detail take turns."""
        return self._layout.one_pane or self._empty

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def set_empty(self, empty: bool) -> None:
        """Whether there is nothing to list and nothing open: what says so has the whole width."""
        if empty != self._empty:
            self._empty = empty
            self._fit()

    def show_list(self) -> None:
        """Back to the list, where they take turns."""
        if self.one_pane:
            self._pane.show()
            self._side.hide()
            self.list_shown.emit(True)

    def show_side(self) -> None:
        """The detail in place of the list, where they take turns."""
        if self.one_pane:
            self._side.show()
            self._pane.hide()
            self.list_shown.emit(False)

    def _fit(self) -> None:
        theme = self._desk.theme
        if self.one_pane:
            detail = not self._side.isHidden() and self._pane.isHidden()
            self._pane.setMinimumWidth(0)
            self._pane.setMaximumWidth(NO_MOST)
            self._pane.setVisible(not detail)
            self._side.setVisible(detail)
            self.list_shown.emit(not detail)
            return
        self._pane.show()
        self._side.show()
        self.list_shown.emit(True)
        self._pane.setMinimumWidth(theme.px(LIST_MIN))
        self._pane.setMaximumWidth(theme.px(LIST_MAX))
        usual = _LIST if self._layout.list_width > 400 else self._layout.list_width
        width = theme.px(self._desk.machine.number(self._key(), usual))
        self.setSizes([round(width), max(1, self.width() - round(width))])

    def _key(self) -> str:
        return "supervision_width" if self._layout.list_width > 400 else "supervision_width_narrow"

    def _on_moved(self, place: int, _handle: int) -> None:
        self._desk.machine.put(self._key(), place / self._desk.theme.factor)
