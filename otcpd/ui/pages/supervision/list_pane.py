"""The left side: the list of sessions, or why it is empty."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.words import quoted
from otcpd.ui.layout import Layout
from otcpd.ui.models.session_rows import SessionRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.contents import Sift, Stage, SupervisionContents
from otcpd.ui.pages.supervision.tools import SessionTools
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState
from otcpd.ui.widgets.session_list import SessionList

NOTHING_YET = (
    "No sessions yet",
    "Record your first session, or set up an agreement so that the next dates are worked out for you.",
)
NONE_OF_IT = ("No such session", "No session fits all that you filter by.")
ALL_RECORDED = ("Nothing to record", "Of every session whose day is past it is said what became of it.")
NOTHING_COMING = ("Nothing is planned", "Plan the next session, so that it is not forgotten.")

_LIST, _NOTHING_YET, _NOTHING_SHOWN = range(3)


class SessionPane(QWidget):
    """Shows the list, or says why there is nothing in it."""

    def __init__(self, desk: Desk, contents: SupervisionContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._any = False
        theme = desk.theme
        self.tools = SessionTools(desk, contents)
        self.list = SessionList(theme)
        self.start = Button(theme, "New session", Kind.FILLED, icon="plus")
        self.show_all = Button(theme, "Show all sessions")
        if desk.session.read_only:
            self.start.hide()
        nothing_yet = EmptyState(theme, "bubbles", *NOTHING_YET, self.start)
        self._nothing_shown = EmptyState(theme, "search", *NONE_OF_IT, self.show_all)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        for widget in (self.list, nothing_yet.scrolling(), self._nothing_shown.scrolling()):
            self._stack.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tools)
        self._column.addWidget(self._stack, 1)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window. Rows reach a little beyond the edge of the words above them."""
        gap = self._desk.theme.gap
        self._column.setContentsMargins(gap(layout.edge) - gap(12), gap(8), gap(4), 0)
        self._column.setSpacing(gap(4))
        self.tools.set_brief(layout.header_in_one_line)
        row = self.tools.layout()
        if row is not None:
            row.setContentsMargins(gap(12), 0, gap(12) - RING_SPACE, 0)

    def show_rows(self, rows: Sequence[SessionRow], *, any_at_all: bool) -> None:
        """Show these, as far as the search leaves them."""
        self._any = any_at_all
        self.list.show_rows(rows)
        self._show_state()

    def search(self, query: str, also: Collection[str]) -> None:
        """Show those alone that have the words, and those of `also`, whose texts have them."""
        self.list.search(query, also)
        self._show_state()
        if query:
            self.tell_found()

    def tell_found(self) -> None:
        """Say how many are shown."""
        self.tools.search.tell_found(self.list.rows.found, self.list.rows.known)

    def _show_state(self) -> None:
        """The list is filled anew: show it, or say why it is empty."""
        query = self.tools.search.text().strip()
        self.tools.search.show_found(self.list.rows.found, self.list.rows.known)
        self.tools.setVisible(self._any)
        if self.list.rows.found:
            self._stack.setCurrentIndex(_LIST)
        elif not self._any:
            self._stack.setCurrentIndex(_NOTHING_YET)
        else:
            self._nothing_shown.set_words(*_why_none(self.tools.sift, query))
            self._stack.setCurrentIndex(_NOTHING_SHOWN)

    def area(self) -> QWidget:
        """What takes the focus: the list, or what stands in its place."""
        return (self.list, self.start, self.show_all)[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Into the list, or onto what stands in its place."""
        self.area().setFocus(Qt.FocusReason.TabFocusReason)


def _why_none(sift: Sift, query: str) -> tuple[str, str]:
    if query:
        return "Nothing found", f"No session has {quoted(query)}. Try another word, or show all again."
    if sift == Sift(stage=Stage.TO_RECORD):
        return ALL_RECORDED
    return NOTHING_COMING if sift.stage is Stage.COMING else NONE_OF_IT
