"""The page "Evidence"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.widgets.page_header import PageHeader


class EvidencePage(PageView):
    """The page "Evidence"."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Evidence", parent)
        self.header = PageHeader(desk.theme, "Evidence")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addStretch(1)

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title,)

    def apply_layout(self, layout: Layout) -> None:
        edge = self.desk.theme.gap(layout.edge)
        self._column.setContentsMargins(edge, self.desk.theme.gap(26), edge, 0)
        self.header.set_one_line(layout.header_in_one_line)
