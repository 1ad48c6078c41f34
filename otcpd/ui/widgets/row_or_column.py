"""A layout whose items stand beside each other where they have room, and else below each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from otcpd.ui.theme.theme import Theme


class RowOrColumn(QLayout):
    """In a row each item has the width it needs, and what is left goes to the one that `takes_rest`, or to all alike.

    In a column each is as wide as the place.
    """

    def __init__(self, theme: Theme, *, gap: float, below: float, at_top: bool = False, hang: int = 0) -> None:
        """`gap` stands between items of a row, `below` between those of a column; both at 100 %.

        `hang` is how many pixels the row stands out at the right over the place it has.
        `at_top` lets the items of a row begin at one height, instead of having their middles there.
        """
        super().__init__()
        self._theme = theme
        self._gap, self._below = gap, below
        self._items: list[QLayoutItem] = []
        self._least: list[float] = []
        self._in: list[int] = []
        self._at_top = at_top
        self._hang = hang
        self._upright = False
        self._rest: int | None = None
        # Kept until something in here changes, as Qt's own layouts do. Where one stands in another, each asks each
        # of its items several times, and so on: without this the outermost costs thousands of questions.
        self._shown: list[tuple[QLayoutItem, int]] | None = None
        self._heights: dict[int, int] = {}
        self._smallest: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, least: float = 0, takes_rest: bool = False, stands_in: int = 0) -> None:
        """`least` is the width at 100 % with which the item is content in a row; 0 is what it would like.

        `stands_in` is how many pixels it stands in from the left where it is the first in its line.
        """
        self.addWidget(widget)
        self._least[-1] = least
        self._in[-1] = stands_in
        if takes_rest:
            self._rest = len(self._items) - 1

    def is_row(self, width: int) -> bool:
        """Whether the items stand beside each other in a place this wide."""
        if self._upright:
            return False
        return self._row_width() <= width

    def set_upright(self, upright: bool) -> None:
        """Below each other whatever room there is."""
        if upright != self._upright:
            self._upright = upright
            self.invalidate()

    def invalidate(self) -> None:
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        self._shown = None
        self._smallest = None
        self._heights.clear()

    def addWidget(self, widget: QWidget) -> None:
        # An item that Qt makes itself can go without Python hearing of it. Its wrapper then stands for whatever item
        # comes to the same address, until the wrapper's old layout goes: that ended in a crash. Of an item made here
        # Python hears.
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._forget()
        self._items.append(item)
        self._least.append(0)
        self._in.append(0)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._forget()
        self._least.pop(index)
        self._in.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width + self._hang, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.adjusted(0, 0, self._hang, 0), move=True)

    def sizeHint(self) -> QSize:
        width = self._row_width()
        return QSize(width - self._hang, self.heightForWidth(width - self._hang))

    def minimumSize(self) -> QSize:
        if self._smallest is None:
            sizes = [(item.minimumSize(), self._inset(item)) for item, _ in self._wanted()]
            self._smallest = QSize(
                max((size.width() + inset for size, inset in sizes), default=0),
                max((size.height() for size, _ in sizes), default=0),
            )
        return self._smallest

    def _row_width(self) -> int:
        shown = self._wanted()
        inset = self._inset(shown[0][0]) if shown else 0
        return inset + sum(need for _, need in shown) + self._theme.gap(self._gap) * max(0, len(shown) - 1)

    def _inset(self, item: QLayoutItem) -> int:
        return self._in[self._items.index(item)]

    def _wanted(self) -> list[tuple[QLayoutItem, int]]:
        """The items that are there, each with the width it needs in a row."""
        if self._shown is None:
            self._shown = [
                (item, self._theme.px(least) if least else item.sizeHint().width())
                for item, least in zip(self._items, self._least, strict=True)
                if not item.isEmpty()
            ]
        return self._shown

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        row = self.is_row(rect.width())
        return self._in_row(rect, move=move) if row else self._in_column(rect, move=move)

    def _in_row(self, rect: QRect, *, move: bool) -> int:
        gap = self._theme.gap(self._gap)
        wanted = self._wanted()
        if not wanted:
            return 0
        rest = None if self._rest is None else self._items[self._rest]
        spare = rect.width() - self._row_width()
        share = spare // len(wanted) if rest is None else 0
        widths = [(item, width + (spare if item is rest else share)) for item, width in wanted]
        height = max(_height(item, width) for item, width in widths)
        x = rect.x() + self._inset(wanted[0][0])
        for item, width in widths:
            if move:
                own = _height(item, width)
                down = 0 if self._at_top else (height - own) // 2
                item.setGeometry(QRect(x, rect.y() + down, width, own))
            x += width + gap
        return height

    def _in_column(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for item, _ in self._wanted():
            inset = self._inset(item)
            width = min(rect.width() - inset, item.maximumSize().width())
            height = _height(item, width)
            if move:
                item.setGeometry(QRect(rect.x() + inset, y, width, height))
            y += height + self._theme.gap(self._below)
        return max(0, y - self._theme.gap(self._below) - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
