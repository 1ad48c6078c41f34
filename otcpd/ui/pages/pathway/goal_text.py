"""A long text of a goal, with the tag that says who can read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway.goals import edit_goal
from otcpd.domain.changes import Changes
from otcpd.domain.goal import Goal
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.tagged_text import TaggedText

TABLE = "goal"


class GoalText(TaggedText):
    """A text of a goal."""

    def __init__(
        self, desk: Desk, field: str, label: str, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, TABLE, field, label, help_text=help_text, parent=parent)

    def load(self, goal: Goal) -> None:
        """Show the text of a goal."""
        save = partial(save_text, goal=goal.id, field=self.field)
        self.show_text(goal.id, getattr(goal, self.field), goal.layer_of(self.field), save)


def save_text(record: Record, text: str, goal: str, field: str) -> Changes:
    """Writes one text of a goal as part of a spell of typing."""
    return edit_goal(record, goal, field, text, typing=True)
