"""The page "CPD log"."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.widgets.page_header import PageHeader


class LogPage(PageView):
    """The log: its list, and the activity that is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "CPD log", parent)
        self.header = PageHeader(desk.theme, "CPD log")
        column = QVBoxLayout(self)
        column.addWidget(self.header)
        column.addStretch(1)

    def take_focus(self) -> None:
        self.header.take_focus()
