"""Activities of the log that a change came of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import link_impact
from otcpd.domain.impact import Impact
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity, tell_unlinked
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedToImpact(QWidget):
    """Their titles, and a way to link one more."""

    activity_wanted = Signal(str)
    filled = Signal()
    """Rows came or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._impact = ""
        theme = desk.theme
        self._nothing = Label(theme, words.NO_ACTIVITY, Role.BODY, "ink2", wrap=True)
        self.add = LinkButton(theme, words.LINK, "plus")
        self._linked = LinkedRows(desk, self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Label(theme, words.STEPS[0], Role.LABEL).head())
        whole.addSpacing(theme.gap(4))
        whole.addWidget(self._nothing)
        whole.addWidget(self._linked)
        whole.addLayout(Overhang(self.add))
        self.add.setVisible(not desk.session.read_only)
        self.add.clicked.connect(self._on_add)
        self._linked.opened.connect(self.activity_wanted)
        self._linked.dropped.connect(self._on_dropped)
        self._linked.filled.connect(self.filled)

    @property
    def rows(self) -> list[LinkedRow]:
        """One for each activity."""
        return self._linked.rows

    def load(self, impact: Impact) -> None:
        """Show what a chain is linked to."""
        self._impact = impact.id
        self._nothing.setVisible(not self._linked.show_activities(impact.activities))

    def _on_add(self) -> None:
        pick_activity(self._desk, words.LINK_WHICH, self._on_picked, self)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_impact, self._impact, activity)

    def _on_dropped(self, activity: str) -> None:
        tell_unlinked(self._desk, self._desk.session.act(link_impact, self._impact, activity, on=False))
