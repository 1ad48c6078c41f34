"""One framework: what it is, how far it can be relied on, and its items."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.framework import Framework
from otcpd.domain.framework_ref import parse_ref
from otcpd.domain.frameworks import Frameworks
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.models.framework_items import item_rows
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.form_pane import sides
from otcpd.ui.pages.frameworks import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.framework_item_list import FrameworkItemList
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.search_field import SearchField

BACK = "Back to the list"


class FrameworkPane(Ground):
    """Scrolls as a whole where the window is too low for its items below its head."""

    back_wanted = Signal()
    item_wanted = Signal(str)
    """The item with this code is to be opened."""
    add_wanted = Signal()
    share_wanted = Signal()
    about_wanted = Signal()
    copy_wanted = Signal()
    edition_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self._desk = desk
        self._layout = WIDE
        self.framework: Framework | None = None
        theme = desk.theme
        self.back = LinkButton(theme, BACK, "chevron-left")
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True).head()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.facts = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.levels = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.standing = IconLine(theme, "info", wrap=True)
        self.add = Button(theme, words.ADD_ITEM, Kind.FILLED, icon="plus", compact=True)
        self.about = Button(theme, words.ABOUT, compact=True)
        self.share = Button(theme, words.SHARE, compact=True)
        self.more = Button(theme, words.MORE, compact=True, trailing="chevron")
        self.search = SearchField(theme, desk.announcer, words.FILTER)
        self.none = Label(theme, words.NO_ITEMS, Role.WHY, "ink2", wrap=True)
        self.list = FrameworkItemList(theme)
        self._build()
        self._connect()

    def show_framework(self, framework: Framework, known: Frameworks) -> None:
        """Show one; the filter starts anew with another one."""
        fresh = self.framework is None or self.framework.ref != framework.ref
        self.framework = framework
        reading = self._desk.session.read_only
        own = framework.own and not reading
        self.title.setText(framework.name)
        self.title.setAccessibleName(framework.name)
        self.setAccessibleName(framework.name)
        self.facts.setText(words.about(framework))
        self.levels.setText(words.levels_in_words(framework))
        self.levels.setVisible(bool(self.levels.text()))
        self.standing.show_line("info", words.standing(framework), "ink2", "info")
        self.add.setVisible(own)
        self.about.setText(words.EDIT if own else words.ABOUT)
        self.more.setVisible(not reading)
        if fresh and self.search.text():
            self.search.line.clear()
        if fresh:
            self.list.rows.search("")
            self.list.selectionModel().clear()
        self.list.show_rows(item_rows(framework, _linked(framework, known)))
        if fresh:
            self.list.scrollToTop()
        self._show_state()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self.back.setVisible(layout.one_pane)
        self._fit()

    def take_focus(self) -> None:
        """To the name of what is open."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with it."""
        menu = ChoiceMenu(self)
        menu.offer(words.COPY, self.copy_wanted.emit)
        if self.framework is not None and self.framework.own:
            menu.offer(words.NEW_EDITION, self.edition_wanted.emit)
            menu.offer(words.DELETE, self.delete_wanted.emit)
        return menu

    def _build(self) -> None:
        theme = self._desk.theme
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.add, self.about, self.share, self.more):
            row.addWidget(button)
        head = QWidget()
        self._head = QVBoxLayout(head)
        self._head.addLayout(Overhang(self.back))
        for widget in (self.title, self.facts, self.levels, self.standing):
            self._head.addWidget(widget)
        self._head.addLayout(Overhang(ways, fills=True))
        self._head.addWidget(self.search)
        self._head.addWidget(self.none)
        self._column.addWidget(head)
        self._column.addWidget(self.list, 1)
        self.scroller = DownScroll(theme, inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)
        self.none.hide()
        self._fit()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.about.clicked.connect(self.about_wanted)
        self.share.clicked.connect(self.share_wanted)
        self.more.clicked.connect(self._open_menu)
        self.list.open_wanted.connect(self.item_wanted)
        self.search.searched.connect(self._on_searched)
        self.search.escaped.connect(self._to_items)
        self._desk.session.closing.connect(self.search.stop)
        self._desk.theme.changed.connect(self._fit)

    def _fit(self) -> None:
        theme = self._desk.theme
        left, right = sides(self._desk, self._layout)
        row = theme.gap(12) - RING_SPACE
        self._column.setContentsMargins(max(0, left - row), theme.gap(16), max(0, right - row), theme.gap(8))
        self._column.setSpacing(theme.gap(8))
        self._head.setContentsMargins(row + RING_SPACE, 0, row + RING_SPACE, 0)
        self._head.setSpacing(theme.gap(8))
        self.list.setMinimumHeight(self.list.minimumSizeHint().height())

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _to_items(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_searched(self, query: str) -> None:
        self.list.search(query)
        self._show_state()
        if query:
            self.search.tell_found(self.list.rows.rowCount(), self.list.rows.known)

    def _show_state(self) -> None:
        rows = self.list.rows
        self.search.show_found(rows.rowCount(), rows.known)
        self.search.setVisible(rows.known > 0)
        self.none.setText(words.NOTHING_FOUND if rows.known else words.NO_ITEMS)
        self.none.setVisible(not rows.rowCount())
        self.list.setVisible(rows.rowCount() > 0)


def _linked(framework: Framework, known: Frameworks) -> Counter[str]:
    """How many items of other frameworks each item is linked to, by its code."""
    own = str(framework.ref)
    found: Counter[str] = Counter()
    for link in known.links:
        for end in (link.source, link.target):
            if end.startswith(own):
                parsed = parse_ref(end)
                if parsed is not None and str(parsed.edition) == own:
                    found[parsed.code] += 1
    return found
