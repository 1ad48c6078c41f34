"""The sidebar: whose file this is, the pages, and whether all is safe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.ui import words
from otcpd.ui.painting import hairline, icon, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.foot_line import FootLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.nav_item import LEAST_ROW, NavItem

_SPACES = {False: ((20, 16), 14, 21), True: ((6, 4), 4, 9)}
"""Above and below, under the head, and around a rule at 100 %: usually, and in a low window."""


class Page(NamedTuple):
    """A page to go to. `group` 0 stands at the top, 1 below a line, 2 at the foot."""

    key: str
    icon: str
    name: str
    group: int = 0


class Mark(QWidget):
    """The mark of the app."""

    def __init__(self, theme: Theme, side: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(self._side), self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        # A low window leaves less height: the mark stays square.
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        rounded(painter, area, area.width() * 0.24, self._theme.colour("accent"))
        icon(painter, self._theme, "mark", "on_accent", area.center(), round(area.width() * 0.8))


class Sidebar(QWidget):
    """Navigation. Up and Down move between its items, Enter or Space opens the page."""

    opened = Signal(str)
    """The key of the page a person went to."""

    def __init__(self, theme: Theme, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = False
        self._low = False
        self.setAccessibleName(words.MAIN_MENU)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._person = Label(theme, "", Role.BODY_STRONG)
        self._post = Label(theme, "", Role.META, "ink2")
        self._mark = Mark(theme)
        self.saved = FootLine(theme)
        self.backup = FootLine(theme)
        # The backup comes a moment later: what stands above does not move for it.
        room = self.backup.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.backup.setSizePolicy(room)
        self._rules: list[QWidget] = []
        self._items: dict[str, NavItem] = {}
        self._column = QVBoxLayout(self)
        self._build(pages)
        self._restyle()
        theme.changed.connect(self._restyle)

    def item(self, key: str) -> NavItem:
        """The item of a page. Raises KeyError for a key that is none."""
        return self._items[key]

    def set_person(self, name: str, post: str) -> None:
        """Whose file this is, and her post."""
        self._person.setText(name)
        self._post.setText(post)
        self._post.setVisible(bool(post) and not self._rail)
        self._mark.setToolTip(name)

    def set_current(self, key: str, *, inside: bool = False) -> None:
        """Mark the page on show; `inside` says that it is one of the pages that belong to it."""
        for item in self._items.values():
            item.set_current(item.key == key, inside=inside)

    def set_count(self, key: str, count: int) -> None:
        """How many things are to do on a page; pages that do not stand here count nothing."""
        if key in self._items:
            self._items[key].set_count(count)

    def take_focus(self) -> None:
        """Put the focus on the page on show, or on the first if that one does not stand here."""
        items = list(self._items.values())
        current = next((item for item in items if item.current), items[0])
        current.setFocus(Qt.FocusReason.TabFocusReason)

    def set_shape(self, width: int, *, rail: bool) -> None:
        """Take a width of the layout table (at 100 % text size), as icons only or with words."""
        self._rail = rail
        self.setFixedWidth(self._theme.px(width))
        for label in (self._person, self._post):
            label.setVisible(not rail and bool(label.text()))
        for item in self._items.values():
            item.set_rail(rail)
        for line in (self.saved, self.backup):
            line.set_rail(rail)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_to_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sidebar"))
        line = self._theme.colour("line")
        edge = self.width() - 1
        hairline(painter, QPointF(edge, 0), QPointF(edge, self.height()), line)
        for rule in self._rules:
            y = rule.geometry().center().y()
            inset = 0 if rule is self._rules[-1] else self._theme.gap(10)
            start, end = rule.geometry().left() + inset, rule.geometry().right() - inset
            hairline(painter, QPointF(start, y), QPointF(end, y), line)

    def _build(self, pages: Sequence[Page]) -> None:
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._person)
        names.addWidget(self._post)
        head.addWidget(self._mark)
        head.addLayout(names, 1)
        self._head = head
        self._column.addLayout(head)
        for group in (0, 1, 2):
            entries = [page for page in pages if page.group == group]
            if group == 1 and entries:
                self._column.addWidget(self._rule())
            if group == 2:
                self._column.addStretch(1)
            for page in entries:
                self._column.addWidget(self._item(page))
        self._column.addWidget(self._rule())
        self._column.addWidget(self.saved)
        self._column.addWidget(self.backup)

    def _item(self, page: Page) -> NavItem:
        item = NavItem(self._theme, page.key, page.icon, page.name)
        item.clicked.connect(self._on_clicked)
        item.moved.connect(self._on_moved)
        self._items[page.key] = item
        return item

    def _rule(self) -> QWidget:
        rule = QWidget()
        self._rules.append(rule)
        return rule

    def _on_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.opened.emit(item.key)

    def _on_moved(self, step: int) -> None:
        items = list(self._items.values())
        item = self.sender()
        if isinstance(item, NavItem):
            place = min(max(items.index(item) + step, 0), len(items) - 1)
            items[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle(self) -> None:
        self._space()
        self._see_to_height()

    def _see_to_height(self) -> None:
        """What takes a click keeps its height: in a low window with large text the space around gives way."""
        around, head, rule = _SPACES[False]
        rows = len(self._items) + 2
        spaces = self._theme.gap(sum(around)) + self._theme.gap(head) + len(self._rules) * self._theme.gap(rule)
        need = spaces + self._mark.minimumSizeHint().height() + rows * LEAST_ROW
        low = self.height() < need
        if low != self._low:
            self._low = low
            self._space()

    def _space(self) -> None:
        theme, side = self._theme, self._theme.gap(12)
        (above, below), head, rule = _SPACES[self._low]
        self._column.setContentsMargins(side, theme.gap(above), side + 1, theme.gap(below))
        self._column.setSpacing(0)
        for one in self._rules:
            one.setFixedHeight(theme.gap(rule))
        # In the rail the mark stands above the middle of the icons.
        inside = self.maximumWidth() - 2 * side - 1
        left = (inside - self._mark.sizeHint().width()) // 2 if self._rail else theme.gap(8)
        self._head.setContentsMargins(max(0, left), 0, 0, theme.gap(head))
        self._head.setSpacing(theme.gap(11))
        self.update()
