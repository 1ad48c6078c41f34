"""Shows its content whole while there is room, and scrolls it where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll


class YieldingScroll(DownScroll):
    """As high as its content at any width; the layout it stands in may give it less."""

    def __init__(self, theme: Theme, content: QWidget, least: int) -> None:
        """`least` is the height in pixels below which it never goes."""
        super().__init__(theme)
        self._least = least
        self.hold(content)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What a scroll area holds does not by itself tell the layout outside that its height is another.
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self._content().layout()
        return layout.totalHeightForWidth(width) if layout is not None else self._content().sizeHint().height()

    def sizeHint(self) -> QSize:
        hint = self._content().sizeHint()
        return QSize(hint.width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content().minimumSizeHint().width(), self._least)

    def _content(self) -> QWidget:
        content = self.widget()
        if content is None:
            raise RuntimeError("the scroll area has lost what it shows")
        return content
