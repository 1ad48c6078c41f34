"""List and detail of supervision: side by side, or taking turns where there is room for one only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.sides import ListAndSide
from otcpd.ui.pages.supervision.list_pane import SessionPane
from otcpd.ui.pages.supervision.side import Side

_LIST = 424
"""Width of the list at 100 % in a wide window, until somebody moves the line."""


class Sides(ListAndSide):
    """Where nothing is listed and nothing open, list and detail take turns as well."""

    def __init__(self, desk: Desk, pane: SessionPane, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(desk, pane, side, "supervision_width", parent)

    @property
    def one_pane(self) -> bool:
        return super().one_pane or self._empty

    def usual_width(self) -> int:
        return min(_LIST, super().usual_width())
