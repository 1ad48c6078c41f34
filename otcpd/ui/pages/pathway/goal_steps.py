"""The steps of a goal: lines that save themselves while they are typed, each ticked when it is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway import milestones
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal, Milestone
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.check_content import STEPS, Assigning, CheckLine
from otcpd.ui.widgets.check_list import CheckList

TABLE = "goal_milestone"


class GoalSteps(QWidget):
    """Alt+Up and Alt+Down move a step, Enter begins the next one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._goal = ""
        self._due: dict[str, dt.date | None] = {}
        self._list: CheckList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.session.reverted.connect(self._on_reverted)

    @property
    def lines(self) -> CheckList:
        """The rows."""
        if self._list is None:
            self._list = self._make()
        return self._list

    def load(self, goal: Goal) -> None:
        """Show the steps of a goal."""
        if goal.id != self._goal:
            self._goal = goal.id
            self._renew()
        self._due = {one.id: one.due for one in goal.milestones}
        self.lines.show_lines([self._line(one) for one in goal.milestones], read_only=self._desk.session.read_only)

    def _line(self, step: Milestone) -> CheckLine:
        """A step with the words that wait to be saved, where some do."""
        line = CheckLine(step.id, step.text, step.done_on is not None, due=step.due)
        key = (TABLE, step.id, "text")
        waiting = next((draft.text for draft in self._desk.session.autosave.drafts if draft.key == key), None)
        return line if waiting is None else replace(line, text=waiting)

    def _renew(self) -> None:
        """Another goal: no row of the one before is to be kept for its typing."""
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _make(self) -> CheckList:
        today = self._desk.session.record.clock.today
        made = CheckList(self._desk.theme, STEPS, Assigning((), self._parse, long_day, today))
        made.added.connect(self._on_added)
        made.edited.connect(self._on_edited)
        made.removed.connect(self._on_removed)
        made.moved.connect(self._on_moved)
        made.ticked.connect(self._on_ticked)
        made.assigned.connect(self._on_assigned)
        made.left.connect(self._desk.session.flush)
        made.told.connect(self._on_told)
        self._column.addWidget(made)
        return made

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _on_added(self, after: str, texts: list[str]) -> None:
        for text in texts:
            done = self._desk.session.act(milestones.add_milestone, self._goal, text, after=after or None, typing=True)
            if done is None:
                return
            after = done.created[0]
            self.lines.take_key(after)

    def _on_edited(self, line: str, text: str) -> None:
        save = partial(_save, line=line)
        self._desk.session.write((TABLE, line, "text"), STEPS.one, text, save, text)

    def _on_removed(self, line: str) -> None:
        self._desk.session.act(milestones.remove_milestone, line)

    def _on_moved(self, line: str, after: str) -> None:
        self._desk.session.act(milestones.move_milestone, line, after or None)

    def _on_ticked(self, line: str, on: bool) -> None:
        today = self._desk.session.record.clock.today()
        self._desk.session.act(milestones.tick_milestone, line, today if on else None)

    def _on_assigned(self, line: str, _who: str, due: object) -> None:
        day = due if isinstance(due, dt.date) else None
        if day != self._due.get(line):
            self._desk.session.act(milestones.edit_milestone, line, "due", day)

    def _on_told(self, said: str) -> None:
        self._desk.announcer.say(self.lines, said)

    def _on_reverted(self) -> None:
        if self._list is not None:
            self._list.forget_typing()


def _save(record: Record, text: str, line: str) -> Changes:
    return milestones.edit_milestone(record, line, "text", text, typing=True)
