"""List and detail: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from otcpd.ui.layout import LIST_MAX, LIST_MIN, NO_MOST, WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.detail_stack import DetailStack
from otcpd.ui.pages.log.list_pane import ListPane
from otcpd.ui.widgets.split import Split


class Sides(Split):
    """The list keeps its width, which is remembered for this computer."""

    list_shown = Signal(bool)
    """Whether the list is on show and there is anything in it; what belongs to it comes and goes with it."""

    def __init__(self, desk: Desk, pane: ListPane, details: DetailStack, parent: QWidget | None = None) -> None:
        self.side = QStackedWidget()
        """The right side: the detail first, and what other panes are put in its place."""
        self.side.addWidget(details)
        super().__init__(desk.theme, pane, self.side, parent)
        self._desk = desk
        self._pane = pane
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
        """Whether there is nothing to list: what says so has the whole width."""
        if empty != self._empty:
            self._empty = empty
            self._fit()

    def show_list(self) -> None:
        """Back to the list, with the focus in it, where they take turns."""
        if self.one_pane:
            self._pane.show()
            self.side.hide()
            self._tell()
            self._pane.take_focus()

    def show_side(self) -> None:
        """The detail in place of the list, where they take turns."""
        if self.one_pane:
            self.side.show()
            self._pane.hide()
            self._tell()

    def _tell(self) -> None:
        self.list_shown.emit(not (self._pane.isHidden() or self._empty))

    def _fit(self) -> None:
        layout, theme = self._layout, self._desk.theme
        alone = layout.one_pane or self._empty
        self._pane.set_alone(alone)
        if alone:
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
        width = theme.px(self._desk.machine.number(self._width_key(), layout.list_width))
        self.setSizes([round(width), max(1, self.width() - round(width))])

    def _width_key(self) -> str:
        return "list_width" if self._layout.list_width > 400 else "list_width_narrow"

    def _on_moved(self, place: int, _handle: int) -> None:
        self._desk.machine.put(self._width_key(), place / self._desk.theme.factor)
