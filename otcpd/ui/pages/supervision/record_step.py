"""The second step, made for typing during the meeting: topics, notes, decisions, actions, the next date."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision.sessions import set_session_goals
from otcpd.catalogue import load_catalogue
from otcpd.domain.field_labels import SESSION_LABELS
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.goal_ticks import GoalTicks
from otcpd.ui.pages.supervision.from_last_time import FromLastTime
from otcpd.ui.pages.supervision.linked import LinkedActivities
from otcpd.ui.pages.supervision.next_date import NextDate
from otcpd.ui.pages.supervision.session_lines import ActionLines, DecisionLines, TopicLines
from otcpd.ui.pages.supervision.session_text import SessionText
from otcpd.ui.pages.supervision.step import Shown, Step
from otcpd.ui.pages.supervision.taken import Taken
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.reader_tag import TAG_SPACE

CASES_HINT = "What happened and what you learnt from it. Write ‘a man in his 80s’, never names, addresses or numbers."
LOCKED = "This was agreed to, so it can be read only. ‘Change the record’ under Agree takes the agreeing back."
LOCKED_FILE = "You can read this file but not change it."


class RecordStep(Step):
    """From top to bottom in the order in which one talks."""

    done_wanted = Signal()
    """The record is written: on to agreeing."""
    activity_wanted = Signal(str)
    session_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Record", parent)
        theme = desk.theme
        self.locked = IconLine(theme, "lock", LOCKED, role=Role.WHY, token="ink2", wrap=True)
        self.last = FromLastTime(desk)
        self.topics = TopicLines(desk, ticks=True)
        functions = load_catalogue().supervision.functions
        self.texts = {code: SessionText(desk, code, one.label, hint=one.hint) for code, one in functions.items()}
        self.texts["cases"] = SessionText(desk, "cases", SESSION_LABELS["cases"], help_text=CASES_HINT)
        self.decisions = DecisionLines(desk)
        self.agreed = ActionLines(desk)
        self._session = ""
        self._goals_head = self.head("Goals we talked about")
        self.goals = GoalTicks(desk)
        self.taken = Taken(desk)
        self.next = NextDate(desk)
        self.linked = LinkedActivities(desk)
        self.done = Button(theme, "The record is written", Kind.FILLED)
        self._last_head = self.head("From last time")
        self._build()
        self.last.session_wanted.connect(self.session_wanted)
        self.next.session_wanted.connect(self.session_wanted)
        self.topics.activity_wanted.connect(self.activity_wanted)
        self.linked.activity_wanted.connect(self.activity_wanted)
        self.done.clicked.connect(self.done_wanted)
        self.goals.ticked.connect(self._on_goals)

    def load(self, shown: Shown) -> None:
        session, fixed = shown.session, shown.locked
        self.locked.setVisible(fixed)
        self.locked.setText(LOCKED_FILE if shown.read_only else LOCKED)
        for part in (self.last, self._last_head):
            part.setVisible(bool(shown.agenda.actions))
        self.last.load(session, shown.agenda, shown.names)
        self.topics.load(session, shown.agenda, fixed=fixed)
        for text in self.texts.values():
            text.load(session, shown.reader, locked=fixed, read_only=shown.read_only)
        self.decisions.load(session, fixed=fixed)
        self.agreed.load(session, shown.names, fixed=fixed)
        self._session = session.id
        any_ = self.goals.show_ticks(session.goals, fixed=fixed)
        self._goals_head.setVisible(any_)
        self.goals.setVisible(any_)
        self.taken.load(session, fixed=fixed)
        self.next.load(shown)
        self.linked.load(session, fixed=fixed)
        self.done.setVisible(not fixed)

    def commit(self) -> None:
        self.taken.commit()

    def take_focus(self) -> None:
        first = next(iter(self.texts.values()))
        first.text.setFocus()

    def _build(self) -> None:
        gap = self.desk.theme.gap
        self.add(self.locked)
        self._part(self._last_head, self.last, HANG, HANG)
        self._part(self.head("Topics"), self.topics, HANG, RING_SPACE)
        for text in self.texts.values():
            self.column.addSpacing(-gap(6))
            self.add(text, right=TAG_SPACE)
        self._part(self.head("Decisions"), self.decisions, RING_SPACE, RING_SPACE)
        self._part(self.head("Actions"), self.agreed, HANG, RING_SPACE)
        self._part(self._goals_head, self.goals, HANG, HANG)
        self.add(self.taken)
        self.add(self.next, left=RING_SPACE)
        self.add(self.linked, left=RING_SPACE)
        self.column.addLayout(Overhang(self.done, left=0, right=0))
        self.show_form()

    def _on_goals(self, goals: list[str]) -> None:
        self.desk.session.act(set_session_goals, self._session, goals)

    def _part(self, head: QWidget, part: QWidget, left: int, right: int) -> None:
        self.add(head)
        self.column.addSpacing(-self.desk.theme.gap(6))
        self.add(part, left=left, right=right)
