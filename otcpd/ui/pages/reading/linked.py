"""Activities of the log that belong to something read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.readings import add_to_log, link_activity
from otcpd.domain.reading import Reading
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity, tell_unlinked
from otcpd.ui.pages.reading import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedActivities(QWidget):
    """Their titles, a way to make one of it, and a way to link one. It stands out at the left by `RING_SPACE`."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = ""
        theme = desk.theme
        self.to_log = Button(theme, words.TO_LOG, icon="log")
        self.add = LinkButton(theme, words.LINK, "plus")
        self._linked = LinkedRows(desk, self.add)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, gap=theme.gap(12) - RING_SPACE)
        ways.addWidget(self.to_log)
        ways.addWidget(self.add)
        if desk.session.read_only:
            self._ways.hide()  # shown before it has a place, it would be a window
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(Label(theme, words.LINKED, Role.LABEL).head())
        column.addWidget(self._linked)
        column.addLayout(Overhang(self._ways, fills=True, left=RING_SPACE, right=0))
        self.to_log.clicked.connect(self._on_to_log)
        self.add.clicked.connect(self._on_add)
        self._linked.opened.connect(self.activity_wanted)
        self._linked.dropped.connect(self._on_dropped)

    @property
    def rows(self) -> list[LinkedRow]:
        """One for each activity."""
        return self._linked.rows

    def load(self, reading: Reading) -> None:
        """Show what belongs to an entry."""
        self._reading = reading.id
        any_ = self._linked.show_activities(reading.activities)
        self._linked.setVisible(any_)
        self.setVisible(any_ or not self._desk.session.read_only)

    def _on_to_log(self) -> None:
        session = self._desk.session
        if session.act(add_to_log, self._reading):
            self._desk.messages.offer_undo("Added to your log", session.undo, passing=True)

    def _on_add(self) -> None:
        pick_activity(self._desk, words.PICK, self._on_picked, self)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._reading, activity)

    def _on_dropped(self, activity: str) -> None:
        tell_unlinked(self._desk, self._desk.session.act(link_activity, self._reading, activity, on=False))
