"""A layout that runs from left to right and wraps, as words do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Items keep their width, and those of a line have their middles at one height.

    With `stretch_last`, the last one takes what is left of its line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, stretch_last: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._stretch_last = stretch_last
        # Kept until something in here changes, as in RowOrColumn.
        self._sizes: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        # An item that Qt makes itself can go without Python hearing of it. Its wrapper then stands for whatever item
        # comes to the same address, until the wrapper's old layout goes: that ended in a crash. Of an item made here
        # Python hears.
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._forget()
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put `widget` at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._sizes = None
        self._heights.clear()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(size.width() for _, size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in self._items), default=0))

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        """The items that are there, each with the size it would like."""
        if self._sizes is None:
            self._sizes = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._sizes

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        shown = self._shown()
        line: list[tuple[QLayoutItem, QRect]] = []
        for item, size in shown:
            if x > rect.x() and x + size.width() > rect.right() + 1:
                if move:
                    _place(line, high)
                line = []
                x, y, high = rect.x(), y + high + self._gap, 0
            width = min(size.width(), rect.width())
            if self._stretch_last and item is shown[-1][0]:
                width = max(width, rect.right() + 1 - x)
            line.append((item, QRect(x, y, width, size.height())))
            x += width + self._gap
            high = max(high, size.height())
        if move:
            _place(line, high)
        return y + high - rect.y()


def _place(line: list[tuple[QLayoutItem, QRect]], high: int) -> None:
    for item, place in line:
        item.setGeometry(place.translated(0, (high - place.height()) // 2))
