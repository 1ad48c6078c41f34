"""Activities of the log that were talked about in a session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.supervision.sessions import link_activity
from otcpd.domain.supervision import Session
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity, tell_unlinked
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedActivities(QWidget):
    """Their titles, and a way to link one more. It stands out at the left by `RING_SPACE`."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = ""
        self.add = LinkButton(desk.theme, "Link an activity…", "plus")
        self._linked = LinkedRows(desk, self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(RING_SPACE, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Label(desk.theme, "From my log", Role.LABEL).head())
        whole.addWidget(self._linked)
        whole.addLayout(Overhang(self.add, left=RING_SPACE))
        self.add.clicked.connect(self._on_add)
        self._linked.opened.connect(self.activity_wanted)
        self._linked.dropped.connect(self._on_dropped)

    @property
    def rows(self) -> list[LinkedRow]:
        """One for each activity."""
        return self._linked.rows

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show what a session is linked to. What a topic is about stays linked to it."""
        self._session = session.id
        self.add.setVisible(not fixed)
        about = [one.activity for one in session.topics if one.activity is not None]
        stays = [one for one in about if one not in session.activities]
        ids = list(dict.fromkeys((*session.activities, *about)))
        any_ = self._linked.show_activities(ids, fixed=fixed or stays)
        self.setVisible(any_ or not fixed)

    def _on_add(self) -> None:
        pick_activity(self._desk, "Which activity did you talk about?", self._on_picked, self)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._session, activity)

    def _on_dropped(self, activity: str) -> None:
        tell_unlinked(self._desk, self._desk.session.act(link_activity, self._session, activity, on=False))
