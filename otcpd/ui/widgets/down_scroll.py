"""A place that may be lower than what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme


class DownScroll(QScrollArea):
    """Scrolls up and down, never sideways, on the ground of what is behind it. No stop for the Tab key."""

    def __init__(self, theme: Theme, content: QWidget | None = None, *, steady: bool = False) -> None:
        """With `steady` the content is as wide without the scroll bar as with it: nothing moves when it comes."""
        super().__init__()
        self._keeping = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        slim_bars(self, theme)
        if steady:
            self.verticalScrollBar().rangeChanged.connect(self._keep_width)
            self._keep_width(0, 0)
        if content is not None:
            self.hold(content)

    def hold(self, content: QWidget) -> None:
        """Show this."""
        self.setWidget(content)
        content.setAutoFillBackground(False)  # Qt has just switched it on

    def _keep_width(self, _least: int, most: int) -> None:
        # What wraps may need the bar where there is room for it and not where there is none: the new room makes the bar
        # come or go again, and that must not be answered with room again, for ever.
        if not self._keeping:
            self._keeping = True
            self.setViewportMargins(0, 0, 0 if most else self.verticalScrollBar().sizeHint().width(), 0)
            self._keeping = False
