"""The head of the open goal: how it stands, whether it is saved, what it is called, and by when."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway import goals
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.goal import Goal
from otcpd.domain.goal_progress import next_review, standing, why_so
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.log.title_field import TitleField
from otcpd.ui.pages.pathway import words
from otcpd.ui.pages.pathway.goal_text import TABLE, save_text
from otcpd.ui.pages.pathway.standing_tag import StandingTag
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.pointed_out import PointedOut
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn

OUT = 8
"""Pixels by which the head stands out at its left: what the title keeps there for its edge."""
_LEAST_DAY = 150
"""Logical pixels in which a day with a short month is read whole, with the way to the calendar."""


class GoalTop(QWidget):
    """It stands out at its left by `OUT`, and at its right by `RING_SPACE`."""

    delete_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._goal: Goal | None = None
        theme, clock = desk.theme, desk.session.services.clock
        self.tag = StandingTag(theme)
        self.saved = SavedLine(desk, TABLE)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, compact=True, name="More for this goal")
        self.title = TitleField(theme)
        self._title = TextBinding(desk.session, self.title, words.TITLE)
        self.pointed_out = PointedOut(desk, self._title)
        self.why = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.by = DateField(theme, self._parse, _brief, clock.today, placeholder="No date")
        self.review = DateField(theme, self._parse, _brief, clock.today, placeholder="No date")
        self.closed_on = DateField(theme, self._parse_past, long_day, clock.today)
        self._by = FieldBinding(desk.session, self.by, words.BY)
        self._review = FieldBinding(desk.session, self.review, words.REVIEW)
        self._closed_on = FieldBinding(desk.session, self.closed_on, words.CLOSED_ON)
        self._open_days = QWidget()
        self._closed_day = FormField(theme, words.CLOSED_ON, self.closed_on)
        self._build()
        self.more.setVisible(not desk.session.read_only)
        self.more.clicked.connect(self._open_menu)

    def load(self, goal: Goal, today: date) -> None:
        """Show a goal."""
        self._goal = goal
        self.tag.show_standing(standing(goal, today), why_so(goal, today))
        self.why.setText(why_so(goal, today))
        self.why.setVisible(bool(self.why.text()))
        self.saved.load(goal.id, None)
        save = partial(save_text, goal=goal.id, field="title")
        self._title.bind((TABLE, goal.id, "title"), goal.title, save)
        self._by.bind((TABLE, goal.id, "target_date"), goal.target, partial(_save_target, goal.id))
        review = next_review(goal, today)
        self._review.bind((TABLE, goal.id, "review"), review, partial(_save_review, goal.id, review))
        self._open_days.setVisible(goal.is_open)
        self._closed_day.setVisible(not goal.is_open)
        if not goal.is_open:
            save_day = partial(_save_closed, goal.id)
            self._closed_on.bind((TABLE, goal.id, "closed_on"), goal.closed_on, save_day)

    def commit(self) -> None:
        """Read what still stands in fields."""
        for field in (self.by, self.review, self.closed_on):
            if field.line.isModified():
                field.commit()

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with the goal."""
        menu = ChoiceMenu(self)
        menu.offer(words.DELETE, self.delete_wanted.emit, key=shown_keys("delete"))
        return menu

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _parse(self, text: str) -> date:
        return parse_coming_day(text, self._desk.session.record.clock.today())

    def _parse_past(self, text: str) -> date:
        return parse_day(text, self._desk.session.record.clock.today())

    def _build(self) -> None:
        theme = self._desk.theme
        state = QWidget()
        row = RowOrColumn(theme, gap=12, below=2)
        row.add(self.tag)
        row.add(self.saved, takes_rest=True)
        state.setLayout(row)
        head = QWidget()
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(state, 1)
        beside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        days = RowOrColumn(theme, gap=14, below=12, at_top=True)
        days.add(FormField(theme, words.BY, self.by), least=_LEAST_DAY)
        days.add(FormField(theme, words.REVIEW, self.review), least=_LEAST_DAY)
        self._open_days.setLayout(days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        for part, hang in (
            (head, 0),
            (self.title, OUT),
            (self.pointed_out, 0),
            (self.why, 0),
            (self._open_days, 0),
            (self._closed_day, 0),
        ):
            inner = QHBoxLayout()
            inner.setContentsMargins(OUT - hang, 0, 0 if part is head else RING_SPACE, 0)
            inner.addWidget(part)
            column.addLayout(inner)


def _brief(day: date) -> str:
    return long_day(day, brief=True)


def _save_target(goal: str, record: Record, day: date | None) -> Changes:
    return goals.edit_goal(record, goal, "target_date", day)


def _save_review(goal: str, before: date | None, record: Record, day: date | None) -> Changes:
    """A review that lies back stays, as one that was held; one to come is moved."""
    held = before is not None and before <= record.clock.today() and day is not None
    return goals.move_review(record, goal, None if held else before, day)


def _save_closed(goal: str, record: Record, day: date | None) -> Changes:
    return goals.edit_closed(record, goal, day or record.clock.today())
