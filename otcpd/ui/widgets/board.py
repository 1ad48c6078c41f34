"""Where the cards of a page stand: two columns in a wide window, else one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.layout import PAGE_MAX, WIDE, Layout
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.page_header import PageHeader, put_first
from otcpd.ui.widgets.sheet import Sheet

_LEAST_WORDS = 240
"""Where less is left beside the buttons of the head, they stand below its words."""


class _Scroller(DownScroll):
    """Says when it has room for more or less, as when its bar comes or goes."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Board(Ground):
    """The head above, and what scrolls below it: cards across, then a left and a right column."""

    stands = Signal()
    """Its first picture is on the screen."""

    def __init__(self, theme: Theme, header: PageHeader, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent)
        self._theme = theme
        self._layout = WIDE
        self.header = header
        self.scroller = _Scroller(theme)
        self._painted = False
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.stands)
        self._head = QWidget()
        self._head_box = QVBoxLayout(self._head)
        self._head_box.addWidget(header)
        self._inside = QVBoxLayout()
        self._across, self._left, self._right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def add_across(self, card: QWidget) -> None:
        """A card as wide as the page."""
        self._across.addWidget(card)

    def add_left(self, *cards: QWidget) -> None:
        """Cards of the wide column."""
        for card in cards:
            self._left.insertWidget(self._left.count() - 1, card)

    def add_right(self, *cards: QWidget) -> None:
        """Cards of the narrow column."""
        for card in cards:
            self._right.insertWidget(self._right.count() - 1, card)

    def add_foot(self, line: QWidget) -> None:
        """A line below everything."""
        self._inside.insertWidget(self._inside.count() - 1, line)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._place_head()
        self.header.set_one_line(layout.header_in_one_line and not layout.stacked)
        self.header.set_wrapping(layout.stacked)
        two = layout is WIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom)
        self._columns.setStretch(0, 22 if two else 0)
        self._columns.setStretch(1, 10 if two else 0)
        self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()

    def stop(self) -> None:
        """Build nothing more."""
        self._painted = True
        self._first.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._first.start(0)
        if self.scroller.verticalScrollBar().value():
            # The cards go on above: the line says so.
            y = self.scroller.geometry().top() - 1
            hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self._theme.colour("line"))

    def _build(self) -> None:
        gap = self._theme.gap(20)
        content = Sheet(self._theme)
        content.setLayout(self._inside)
        for box in (self._inside, self._across, self._left, self._right, self._columns):
            box.setSpacing(gap)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._columns.addLayout(self._left)
        self._columns.addLayout(self._right)
        self._inside.addLayout(self._across)
        self._inside.addLayout(self._columns)
        self._inside.addStretch(1)
        self.scroller.hold(content)
        self.scroller.resized.connect(self._shape)
        self.scroller.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addWidget(self._head)
        self._page.addSpacing(1)
        self._page.addWidget(self.scroller, 1)

    def _place_head(self) -> None:
        """Where large text leaves little height, the head scrolls away with the cards."""
        put_first(self._head, self._inside if self._layout.stacked else self._page)

    def _shape(self) -> None:
        """Cards keep a width that reads well, in the middle of a wide window."""
        theme, layout = self._theme, self._layout
        edge = max(theme.gap(layout.edge), (self.width() - theme.px(PAGE_MAX)) // 2)
        top = theme.gap(26 if layout is WIDE else 16)
        words_room = self.width() - 2 * edge - self.header.buttons_width()
        self.header.set_stacked(layout.stacked and words_room < theme.px(_LEAST_WORDS))
        if layout.stacked:
            self._head_box.setContentsMargins(0, theme.gap(8), 0, 0)
        else:
            self._head_box.setContentsMargins(edge, top, edge - RING_SPACE, theme.gap(14))
        bar = self.width() - self.scroller.viewport().width()
        self._inside.setContentsMargins(edge, theme.gap(6), edge - bar, theme.gap(32))

    def _on_scrolled(self, _value: int) -> None:
        self.update(0, self.scroller.geometry().top() - 1, self.width(), 1)
