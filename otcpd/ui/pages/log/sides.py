"""List and detail of the log: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.detail_stack import DetailStack
from otcpd.ui.pages.log.list_pane import ListPane
from otcpd.ui.pages.sides import ListAndSide


class Sides(ListAndSide):
    """The right side has the detail first, and what other panes are put in its place. A list with nothing in it
    counts as not on show."""

    side: QStackedWidget

    def __init__(self, desk: Desk, pane: ListPane, details: DetailStack, parent: QWidget | None = None) -> None:
        stack = QStackedWidget()
        stack.addWidget(details)
        self._list = pane
        super().__init__(desk, pane, stack, "list_width", parent)

    def show_list(self) -> None:
        """Back to the list, with the focus in it, where they take turns."""
        super().show_list()
        if self.one_pane:
            self._list.take_focus()

    def _tell(self) -> None:
        self.list_shown.emit(not (self._list.isHidden() or self._empty))

    def _fit(self) -> None:
        self._list.set_alone(self._layout.one_pane or self._empty)
        super()._fit()
