"""A thin bar above the pages that says how this window is special: reading only, a sample."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from otcpd.ui.layout import Layout
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.icon_line import IconLine

_MOST_LINES = 2


class NoticeBar(QWidget):
    """One sentence, and at most one button.

    Where the sentence would take the room of the page below, two words stand for it; the whole is the tooltip then.
    """

    def __init__(
        self, theme: Theme, sentence: str, brief: str, action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence, self._brief = sentence, brief
        self.setAccessibleName(sentence)
        self.button = Button(theme, action, Kind.QUIET, compact=True)
        if not action:
            self.button.hide()
        self._row = QHBoxLayout(self)
        self._line = IconLine(theme, "info", sentence, token="info", wrap=True)
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self.button)

    def apply_layout(self, layout: Layout) -> None:
        """Stand in line with the page below; one height with and without a button."""
        theme = self._theme
        edge, ends = theme.gap(layout.edge), theme.gap(2)
        self._row.setContentsMargins(edge, ends, edge - RING_SPACE, ends)
        self.setMinimumHeight(self.button.sizeHint().height() + 2 * ends)

        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say all of it, or little of it."""
        margins = self._row.contentsMargins()
        beside = 0 if self.button.isHidden() else self.button.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - beside
        self._line.setText(self._sentence)
        long = self._line.heightForWidth(room) > _MOST_LINES * self._theme.line(Role.WHY)
        if long:
            self._line.setText(self._brief)
        self._line.setToolTip(self._sentence if long else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("info_soft"))
        bottom = self.height() - 1
        line = self._theme.colour("info_line")
        hairline(painter, QPointF(0, bottom), QPointF(self.width(), bottom), line)
