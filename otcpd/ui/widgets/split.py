"""List and detail side by side, with a line between them that can be moved by mouse and by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from otcpd.ui.painting import hairline
from otcpd.ui.theme.theme import Theme

_STEP = 16


class SplitHandle(QSplitterHandle):
    """A hairline; wide enough to be caught, and a stop for the Tab key."""

    def __init__(self, theme: Theme, parent: Split) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._split = parent
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Width of the list")
        self.setAccessibleDescription("Left and Right move it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._split.shift(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.hasFocus():
            painter.fillRect(self.rect(), self._theme.colour("focus"))
            return
        x = self.width() // 2
        painter.fillRect(0, 0, x, self.height(), self._theme.colour("window"))
        painter.fillRect(x, 0, self.width() - x, self.height(), self._theme.colour("surface"))
        hairline(painter, QPointF(x, 0), QPointF(x, self.height()), self._theme.colour("line"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class Split(QSplitter):
    """Two panes; the first keeps its width, the second takes what is left."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._first = first
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only here are both panes full. Tab meets the line where the eye does, between them.
        last, here = self._first, self.nextInFocusChain()
        while here is not None and here is not self:
            last = here if self._first.isAncestorOf(here) else last
            here = here.nextInFocusChain()
        self.setTabOrder(last, self.handle(1))

    def createHandle(self) -> QSplitterHandle:
        return SplitHandle(self._theme, self)

    def shift(self, step: int) -> None:
        """Move the line by so many pixels."""
        first, second = self.sizes()
        self.setSizes([first + step, second - step])
        self.splitterMoved.emit(self.sizes()[0], 1)
