"""The activities that show where somebody is in an item, and those in the log that may."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.domain.ladder import Shown
from otcpd.ui import words as common
from otcpd.ui.pages.assessment import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

MOST_SUGGESTED = 5


class ShownBy(QWidget):
    """What is linked, what may be, and a way to any activity. It stands out at the left by `RING_SPACE`, for rings."""

    linked = Signal(str)
    """An activity shows it."""
    dropped = Signal(str)
    """An activity shows it no longer."""
    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._suggestions: tuple[tuple[str, str], ...] = ()
        self.suggested: list[LinkButton] = []
        self.add = LinkButton(theme, words.LINK, "plus")
        self._linked = LinkedRows(desk, self.add)
        self._none = Label(theme, words.NOTHING_SHOWS, Role.WHY, "ink2", wrap=True)
        self._head = Label(theme, words.FROM_LOG, Role.META_STRONG, "ink2")
        self._may = QVBoxLayout()
        self._may.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(_stood_in(Label(theme, words.SHOWN_BY, Role.LABEL).head()))
        whole.addLayout(_stood_in(self._none))
        whole.addWidget(self._linked)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addSpacing(theme.gap(6))
        whole.addLayout(_stood_in(self._head))
        whole.addLayout(self._may)
        self.add.clicked.connect(self._on_add)
        self._linked.opened.connect(self.activity_wanted)
        self._linked.dropped.connect(self.dropped)

    @property
    def rows(self) -> list[LinkedRow]:
        """One for each activity that is linked."""
        return self._linked.rows

    def show_activities(self, linked: Sequence[str], counting: Sequence[Shown]) -> None:
        """Show those that are linked, and of those that count for the item the newest that are not."""
        fixed = self._desk.session.read_only
        self.add.setVisible(not fixed)
        self._none.setVisible(not self._linked.show_activities(linked))
        others = [] if fixed else [one for one in counting if one.id not in linked][:MOST_SUGGESTED]
        may = tuple((one.id, f"{one.title or common.NO_TITLE}, {long_day(one.day)}") for one in others)
        self._head.setVisible(bool(may))
        if may != self._suggestions:
            self._suggestions = may
            self._suggest(may)

    def _suggest(self, may: Sequence[tuple[str, str]]) -> None:
        if any(one.hasFocus() for one in self.suggested):
            self.add.setFocus()
        for gone in self.suggested:
            self._may.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.suggested = []
        for key, title in may:
            button = LinkButton(self._desk.theme, title, "plus", gives_way=True)
            button.setAccessibleName(f"Link {title}")
            button.clicked.connect(partial(self._on_suggested, key))
            self._may.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.suggested.append(button)

    def _on_suggested(self, key: str) -> None:
        self.linked.emit(key)

    def _on_add(self) -> None:
        pick_activity(self._desk, words.WHICH_ACTIVITY, self.linked.emit, self)


def _stood_in(label: Label) -> QHBoxLayout:
    """In line with the words of the buttons."""
    row = QHBoxLayout()
    row.setContentsMargins(RING_SPACE, 0, 0, 0)
    row.addWidget(label)
    return row
