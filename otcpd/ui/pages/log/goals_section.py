"""Which goals an activity works towards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.goals import set_goals_of_activity
from otcpd.domain.activity import Activity
from otcpd.domain.changes import Changes
from otcpd.domain.words import counted
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk, lead_to
from otcpd.ui.pages.goal_ticks import GoalTicks
from otcpd.ui.pages.log.section import Section
from otcpd.ui.painting import HANG
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

NO_GOALS = "You have no open goals. Set one on the Pathway page, and link what works towards it."
TO_PATHWAY = "Go to the Pathway page"


class Goals(Section):
    """A tick box for every goal that is open, and for those that the activity is linked to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ticks = GoalTicks(desk)
        self._none = Label(desk.theme, NO_GOALS, Role.WHY, "ink2", wrap=True)
        self.to_pathway = LinkButton(desk.theme, TO_PATHWAY, "steps")
        self.column.setSpacing(desk.theme.gap(4))
        self.column.addLayout(Overhang(self.ticks, fills=True, left=HANG, right=HANG))
        self.column.addWidget(self._none)
        self.column.addLayout(Overhang(self.to_pathway))
        self.to_pathway.clicked.connect(self._on_to_pathway)
        self.ticks.ticked.connect(self._on_ticked)
        desk.session.changed.connect(self._on_changed)

    def refresh(self, activity: Activity, *, other: bool) -> None:
        linked = {goal.id for goal in self.desk.session.record.goals.of_activity(activity.id)}
        any_ = self.ticks.show_ticks(linked, fixed=self.desk.session.read_only)
        self._none.setVisible(not any_)

    def _on_ticked(self, goals: list[str]) -> None:
        if self.activity is not None:
            self.desk.session.act(set_goals_of_activity, self.activity.id, goals)

    def _on_changed(self, changes: Changes) -> None:
        """A goal may be new, or called something else."""
        if changes.of("goal") and self.activity is not None and self.isVisible():
            self.refresh(self.activity, other=False)

    def _on_to_pathway(self) -> None:
        lead_to(self, "pathway", "")


def goals_fact(record: Record, activity: Activity) -> str:
    """What the section holds, in a few words."""
    number = len(record.goals.of_activity(activity.id)) if activity.goals else 0
    return counted(number, "goal").capitalize() if number else ""
