"""The steps of a goal: lines that save themselves while they are typed, each ticked when it is done."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from otcpd.actions.pathway import milestones
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.typed_lines import TypedLines
from otcpd.ui.widgets.check_content import STEPS, Assigning, CheckLine


class GoalSteps(TypedLines):
    """Alt+Up and Alt+Down move a step, Enter begins the next one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, STEPS, parent)
        self._due: dict[str, dt.date | None] = {}

    def load(self, goal: Goal) -> None:
        """Show the steps of a goal."""
        self._due = {one.id: one.due for one in goal.milestones}
        lines = [CheckLine(one.id, one.text, one.done_on is not None, due=one.due) for one in goal.milestones]
        self.show_lines(goal.id, lines, fixed=self.desk.session.read_only)

    def text_key(self, line: str) -> tuple[str, ...]:
        return ("goal_milestone", line, "text")

    def add_line(self, record: Record, text: str, after: str | None, thing: str) -> Changes:
        return milestones.add_milestone(record, thing, text, after=after, typing=True)

    def edit_line(self, record: Record, text: str, line: str) -> Changes:
        return milestones.edit_milestone(record, line, "text", text, typing=True)

    def remove_line(self, record: Record, line: str) -> Changes:
        return milestones.remove_milestone(record, line)

    def move_line(self, record: Record, line: str, after: str | None) -> Changes:
        return milestones.move_milestone(record, line, after)

    def tick(self, line: str, on: bool) -> Changes | None:
        today = self.desk.session.record.clock.today()
        return self.desk.session.act(milestones.tick_milestone, line, today if on else None)

    def assign(self, line: str, who: str, due: object) -> None:
        day = due if isinstance(due, dt.date) else None
        if day != self._due.get(line):
            self.desk.session.act(milestones.edit_milestone, line, "due", day)

    def assigning(self) -> Assigning:
        return Assigning((), self._parse, long_day, self.desk.session.record.clock.today)

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self.desk.session.record.clock.today())
