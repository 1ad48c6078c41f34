"""The left side of the Evidence page: the table, or why it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.evidence.contents import EvidenceLine, Sift, Use
from otcpd.ui.pages.evidence.model import EvidenceModel
from otcpd.ui.pages.evidence.table import EvidenceTable
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.empty_state import EmptyState

NOTHING_YET = (
    "No files yet",
    "Drop certificates or notes here. They are kept in your CPD file.",
)
ALL_USED = ("Every file is used", "Each of your files is evidence of at least one activity.")
NONE_USED = ("No file is used yet", "Choose a file, and then ‘Use in an activity…’.")
NO_SUCH = ("No such file", "No file is of this kind.")


_TABLE, _NOTHING_YET, _NOTHING_SHOWN = range(3)


class EvidencePane(QWidget):
    """Shows the table, or says why there is nothing in it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.model = EvidenceModel(self)
        self.table = EvidenceTable(theme, self.model)
        self.table.setAccessibleName("Files")
        self.start = Button(theme, "Add evidence", Kind.FILLED, icon="plus")
        self.show_all = Button(theme, "Show all files")
        self._nothing_yet = EmptyState(theme, "evidence", *NOTHING_YET, self.start)
        if desk.session.read_only:
            self.start.hide()
        self._nothing_shown = EmptyState(theme, "search", *NO_SUCH, self.show_all)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # else it would be as high as the words for an empty list
        for widget in (self.table, self._nothing_yet.scrolling(), self._nothing_shown.scrolling()):
            self._stack.addWidget(widget)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self._stack)

    def show_lines(self, lines: Sequence[EvidenceLine], sift: Sift, *, any_at_all: bool) -> None:
        """Show these."""
        self.table.show_lines(lines)
        if lines:
            self._stack.setCurrentIndex(_TABLE)
        elif not any_at_all:
            self._stack.setCurrentIndex(_NOTHING_YET)
        else:
            self._nothing_shown.set_words(*_why_none(sift))
            self._stack.setCurrentIndex(_NOTHING_SHOWN)

    def area(self) -> QWidget:
        """What takes the focus: the table, or what stands in its place."""
        return (self.table, self.start, self.show_all)[self._stack.currentIndex()]

    def take_focus(self) -> None:
        """Into the table, or onto what stands in its place."""
        self.area().setFocus(Qt.FocusReason.TabFocusReason)


def _why_none(sift: Sift) -> tuple[str, str]:
    if sift.query:
        return "Nothing found", f"No file has {quoted(sift.query)} in its name, its caption or its text."
    if sift.kind:
        return NO_SUCH
    return ALL_USED if sift.use is Use.UNUSED else NONE_USED
