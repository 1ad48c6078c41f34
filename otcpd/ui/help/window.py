"""The help: a window beside the main one, with a search and links from page to page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.cycle_dates import current_cycle
from otcpd.ui.help.dressing import dress
from otcpd.ui.help.text import HelpText
from otcpd.ui.help.topics import CONTENTS, Topic, contents, find, load_topics
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.field_frame import clear_ground
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.search_field import SearchField

WIDTH, HEIGHT = 440, 640


class HelpWindow(Ground):
    """Esc closes it and gives the focus back to the main window."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._desk = desk
        self._topics: tuple[Topic, ...] = ()
        self._past: list[Topic] = []
        self.topic = contents(self._topics)
        self.search = SearchField(desk.theme, desk.announcer, "Search the help")
        self.back = Button(desk.theme, "Back", Kind.QUIET, icon="chevron-left", compact=True)
        self.all = Button(desk.theme, "All pages", Kind.QUIET, icon="log", compact=True)
        self.text = HelpText(desk.theme)
        self._build()
        self._connect()

    def open_on(self, key: str, window: QWidget) -> None:
        """Show the topic with this key; all of them for one that there is not. Facts are those of this moment."""
        self._topics = load_topics(current_cycle(self._desk.session.record))
        if not self.isVisible():
            self._past = []
            self._place(window)
        self._show(self._topic(key), past=self.isVisible())
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """To the page read before."""
        if self._past:
            self._show(self._past.pop(), past=False)
            self.text.setFocus()

    def show_all(self) -> None:
        """The list of all pages."""
        self._show(contents(self._topics))
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.search.stop()
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()  # not every system does so by itself

    def _to_search(self) -> None:
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        slim_bars(self.text, self._desk.theme)
        clear_ground(self.text)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.back)
        ways.addWidget(self.all)
        ways.addStretch(1)
        field = QHBoxLayout()
        field.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        field.addWidget(self.search)
        column = QVBoxLayout(self)
        inside = theme.gap(16)
        column.setContentsMargins(inside, inside, inside, theme.gap(8))
        column.setSpacing(theme.gap(8))
        column.addLayout(field)
        column.addLayout(ways)
        column.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.escaped.connect(self.close)
        self.back.clicked.connect(self.go_back)
        self.all.clicked.connect(self.show_all)
        self.text.anchorClicked.connect(self._on_link)
        self._desk.theme.changed.connect(self._redress)
        # As shortcuts: the text has uses of its own for these keys.
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_search)
        self._desk.session.closing.connect(self.search.stop)

    def _topic(self, key: str) -> Topic:
        return next((one for one in self._topics if one.key == key), contents(self._topics))

    def _show(self, topic: Topic, *, past: bool = True) -> None:
        if past and topic.key != self.topic.key:
            self._past.append(self.topic)
        self.topic = topic
        self.text.setMarkdown(topic.text)
        self._redress()
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        self.text.setAccessibleName(topic.title)
        self.setWindowTitle(f"{topic.title} - Help - otcpd")
        self.back.setVisible(bool(self._past))
        self.all.setVisible(topic.key != CONTENTS)

    def _redress(self) -> None:
        dress(self.text.document(), self._desk.theme)
        self.update()

    def _on_link(self, link: QUrl) -> None:
        self._show(self._topic(link.toString()))
        self._desk.announcer.say(self.text, self.topic.title)

    def _on_searched(self, query: str) -> None:
        if query:
            self._show(find(self._topics, query))
            self._desk.announcer.say(self.search.line, self.topic.title)
        else:
            self._show(contents(self._topics))

    def _place(self, window: QWidget) -> None:
        """At the right of the window, as high as it is, within the screen."""
        theme, area = self._desk.theme, window.screen().availableGeometry()
        width = min(theme.px(WIDTH), area.width())
        height = min(max(theme.px(HEIGHT), window.height()), area.height())
        corner = window.mapToGlobal(QPoint(window.width() - width, 0))
        self.setMinimumSize(min(360, area.width()), min(320, area.height()))
        self.resize(width, height)
        self.move(max(area.left(), min(corner.x(), area.right() - width)), max(area.top(), corner.y()))
