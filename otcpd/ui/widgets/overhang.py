"""Puts a control in line with text and fields: what is painted of it begins where they begin, its ring hangs over."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from otcpd.ui.layout import NO_MOST
from otcpd.ui.painting import RING_SPACE


class Overhang(QLayout):
    """Holds one widget, wider than its place by what it keeps for its ring. A layout's margins cannot be negative.

    The widget in which the place lies has to have that much room round it, as a card has.
    """

    def __init__(
        self, widget: QWidget, *, fills: bool = False, left: int = RING_SPACE, right: int = RING_SPACE
    ) -> None:
        """`fills` says that the widget takes the whole width, and is not a button or switch of its own width.

        `left` and `right` are how many pixels of it hang over.
        """
        super().__init__()
        self._left, self._right = left, right
        self._items: list[QLayoutItem] = []
        self._fills = fills
        # Kept until something in here changes, as in RowOrColumn.
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(widget)

    def addWidget(self, widget: QWidget) -> None:
        # An item made here, for the reason that FlowLayout has.
        self.addChildWidget(widget)
        item = QWidgetItem(widget)
        if not self._fills:
            item.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.addItem(item)

    def addItem(self, item: QLayoutItem) -> None:
        self._forget()
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            whole = width + self._left + self._right
            shown = [item for item in self._items if not item.isEmpty()]
            self._heights[width] = max((_height(item, whole) for item in shown), default=0)
        return self._heights[width]

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._heights.clear()
        self._hint = self._least = None

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item in self._items:
            item.setGeometry(rect.adjusted(-self._left, 0, self._right, 0))

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._narrower([item.sizeHint() for item in self._items if not item.isEmpty()])
        return self._hint

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = self._narrower([item.minimumSize() for item in self._items if not item.isEmpty()])
        return self._least

    def maximumSize(self) -> QSize:
        # A hidden widget has no part in what is left over. An empty layout would have one.
        return QSize(NO_MOST, 0) if self.isEmpty() else super().maximumSize()

    def _narrower(self, sizes: list[QSize]) -> QSize:
        width = max((size.width() - self._left - self._right for size in sizes), default=0)
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
