"""The third step: the record to read, who agreed to it, and where it goes from here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision import sessions
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import MissedBy
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.step import Shown, Step
from otcpd.ui.pages.supervision.summary import Summary
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton

NOT_HELD = "Nothing can be agreed before the session was held."
TRUE = "Agreeing says that the record is true. After that it can be read only."


class AgreeStep(Step):
    """What both say of the record, and what can be made of it."""

    back_to_record = Signal()
    activity_wanted = Signal(str)
    paper_wanted = Signal(str)
    """The record as "pdf" or "docx"."""
    evidence_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Agree", parent)
        theme = desk.theme
        self._shown: Shown | None = None
        self.summary = Summary(desk)
        self.not_held = Label(theme, NOT_HELD, Role.BODY, "ink2", wrap=True)
        self.note = Label(theme, TRUE, Role.WHY, "ink2", wrap=True)
        self.mine = IconLine(theme, wrap=True)
        self.theirs = IconLine(theme, wrap=True)
        self.i_agree = Button(theme, "I agree", Kind.FILLED)
        self.they_agree = Button(theme, "They have agreed")
        self.change = LinkButton(theme, "Change the record")
        self.pdf = Button(theme, "Save as PDF", icon="page")
        self.word = Button(theme, "Save as Word", icon="page")
        self.to_log = Button(theme, "Add it to my log", icon="log")
        self.open_log = Button(theme, "Open it in the log", icon="log")
        self.evidence = Button(theme, "Use as evidence", icon="evidence")
        self._agreeing = QWidget()
        self._ways = QWidget()
        self._build()
        self._connect()

    def load(self, shown: Shown) -> None:
        self._shown = shown
        session, held = shown.session, shown.held
        self.summary.load(shown)
        self.not_held.setVisible(not held)
        self._agreeing.setVisible(held)
        self._ways.setVisible(held)
        mine, theirs = self._sides()
        other = shown.other[:1].upper() + shown.other[1:]
        self._say(self.mine, "You", mine)
        self._say(self.theirs, other, theirs)
        self.i_agree.setVisible(mine is None and not shown.read_only)
        self.they_agree.setVisible(theirs is None and not shown.read_only)
        self.they_agree.setText(f"{other} has agreed")
        self.they_agree.set_kind(Kind.OUTLINED if mine is None else Kind.FILLED)
        self.note.setVisible(mine is None and theirs is None)
        self.change.setVisible((mine is not None or theirs is not None) and not shown.read_only)
        made = session.made is not None and self._alive(session.made)
        self.to_log.setVisible(not made and not shown.read_only)
        self.to_log.set_kind(Kind.FILLED if session.agreed_by_both else Kind.OUTLINED)
        self.open_log.setVisible(made)
        self.evidence.setVisible(not shown.read_only)

    def take_focus(self) -> None:
        for button in (self.i_agree, self.they_agree, self.to_log, self.open_log, self.pdf):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def agree(self) -> None:
        """The next to agree does, where somebody is to."""
        if self.i_agree.isVisibleTo(self):
            self._agree(mine=True)
        elif self.they_agree.isVisibleTo(self):
            self._agree(mine=False)

    def _sides(self) -> tuple[date | None, date | None]:
        assert self._shown is not None
        session = self._shown.session
        days = (session.agreed_supervisee, session.agreed_supervisor)
        return (days[1], days[0]) if session.as_supervisor else days

    def _say(self, line: IconLine, who: str, day: date | None) -> None:
        if day is None:
            verb = "have" if who == "You" else "has"
            line.show_line("clock", f"{who} {verb} not agreed yet", "ink2")
        else:
            line.show_line("tick", f"{who} agreed on {long_day(day)}", "ink", "accent")

    def _alive(self, activity: str) -> bool:
        return bool(self.desk.session.record.activities.some_rows([activity]))

    def _agree(self, *, mine: bool) -> None:
        if self._shown is None:
            return
        session = self._shown.session
        as_supervisee = mine != session.as_supervisor
        side = MissedBy.SUPERVISEE if as_supervisee else MissedBy.SUPERVISOR
        if self.desk.session.act(sessions.agree_record, session.id, side, self._shown.today):
            self.desk.announcer.say(self, (self.mine if mine else self.theirs).text())
            self.take_focus()

    def _on_mine(self) -> None:
        self._agree(mine=True)

    def _on_theirs(self) -> None:
        self._agree(mine=False)

    def _on_change(self) -> None:
        if self._shown is not None:
            self.desk.session.act(sessions.agree_record, self._shown.session.id, MissedBy.BOTH, None)
            self.back_to_record.emit()

    def _on_log(self) -> None:
        if self._shown is None:
            return
        done = self.desk.session.act(sessions.make_activity, self._shown.session.id)
        if done:
            self.desk.messages.offer_undo("Added to your log", self.desk.session.undo, passing=True)
            self.open_log.setFocus()

    def _on_open_log(self) -> None:
        if self._shown is not None:
            self.activity_wanted.emit(self._shown.session.made or "")

    def _on_pdf(self) -> None:
        self.paper_wanted.emit("pdf")

    def _on_word(self) -> None:
        self.paper_wanted.emit("docx")

    def _connect(self) -> None:
        self.i_agree.clicked.connect(self._on_mine)
        self.they_agree.clicked.connect(self._on_theirs)
        self.change.clicked.connect(self._on_change)
        self.to_log.clicked.connect(self._on_log)
        self.open_log.clicked.connect(self._on_open_log)
        self.pdf.clicked.connect(self._on_pdf)
        self.word.clicked.connect(self._on_word)
        self.evidence.clicked.connect(self.evidence_wanted)

    def _build(self) -> None:
        theme = self.desk.theme
        self.add(self.not_held)
        self.add(self.summary)
        inside = QVBoxLayout(self._agreeing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.gap(6))
        for part in (self.mine, self.theirs, self.note):
            row = QHBoxLayout()
            row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
            row.addWidget(part)
            inside.addLayout(row)
        inside.addWidget(self._flow(self.i_agree, self.they_agree, self.change))
        self.column.addWidget(self._agreeing)
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        head.addWidget(self.head("Keep and use it"))
        ways.addLayout(head)
        ways.addWidget(self._flow(self.to_log, self.open_log, self.evidence, self.pdf, self.word))
        self.column.addWidget(self._ways)
        self.show_form()

    def _flow(self, *buttons: QWidget) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place, gap=self.desk.theme.gap(10) - 2 * RING_SPACE)
        for button in buttons:
            flow.addWidget(button)
        return place
