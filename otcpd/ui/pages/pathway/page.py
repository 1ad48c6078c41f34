"""The page "Pathway"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.pages.pathway import words
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.page_header import PageHeader


class PathwayPage(PageView):
    """Where she is, where she wants to be, and what gets her there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        self.header = PageHeader(desk.theme, words.PAGE, words.FACT)
        self.board = Board(desk.theme, self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title,)

    def apply_layout(self, layout: Layout) -> None:
        self.board.apply_layout(layout)
