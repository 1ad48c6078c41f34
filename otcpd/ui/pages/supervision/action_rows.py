"""Actions of a session while it is recorded: what, who, and by when."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision import agenda
from otcpd.domain.changes import Changes
from otcpd.domain.coming_days import parse_coming_day
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import ActionState, Session, SessionAction
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.supervision.lines import ACTIONS, LineList, LineRow
from otcpd.ui.pages.supervision.small_tick import SmallTick
from otcpd.ui.pages.supervision.words import Names, first_name
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.date_field import DateField
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn

ALL = "all"


class ActionRow(LineRow):
    """The words above; who and by when below them."""

    def __init__(self, desk: Desk, line: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, ACTIONS, line, parent)
        theme, clock = desk.theme, desk.session.record.clock
        self.done = SmallTick(theme, "Done")
        self.row.insertWidget(0, self.done)
        self.who = ComboBox(theme, placeholder="Who")
        self.who.combo.setAccessibleName("Who does it")
        self.due = DateField(theme, self._parse, long_day, clock.today, placeholder="No date")
        self.due.line.setAccessibleName("By when")
        self._binding_due = FieldBinding(desk.session, self.due, "By when")
        self._place = QWidget()
        row = RowOrColumn(theme, gap=8, below=6)
        row.add(Label(theme, "Who", Role.META, "ink2"))
        row.add(self.who, least=170)
        row.add(Label(theme, "By", Role.META, "ink2"))
        row.add(self.due, takes_rest=True, least=170)
        self._place.setLayout(row)
        self.column.addWidget(self._place)
        self._fit()
        theme.changed.connect(self._fit)
        self.done.clicked.connect(self._on_done)
        self.who.chosen.connect(self._on_who)
        self.setTabOrder(self.field.line, self.who.combo)
        self.setTabOrder(self.who.combo, self.due.line)

    def load(self, action: SessionAction, session: Session, names: Names, *, fixed: bool) -> None:
        """Show an action."""
        self.load_text(action.text, fixed=fixed)
        self.done.setChecked(action.state is ActionState.DONE)
        self.done.setEnabled(not self.desk.session.read_only)
        self.done.set_about(action.text)
        self.who.set_options(who_options(session, names))
        self.who.set_value(action.who or ALL)
        self.who.setEnabled(not fixed)
        key = ("session_action", action.id, "due")
        self._binding_due.bind(key, action.due, partial(_set_due, action=action.id))
        self.due.set_read_only(fixed)

    def commit(self) -> None:
        """Read the day that still stands in its field."""
        if self.due.line.isModified():
            self.due.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lead = self.done.sizeHint().width() + self.row.spacing()
        layout = self._place.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        self._place.setContentsMargins(lead, 0, 0, 0)

    def _parse(self, text: str) -> dt.date:
        return parse_coming_day(text, self.desk.session.record.clock.today())

    def _on_done(self, on: bool) -> None:
        state = ActionState.DONE if on else ActionState.OPEN
        self.desk.session.act(agenda.close_action, self.line, state)

    def _on_who(self, key: str) -> None:
        self.desk.session.act(agenda.edit_action, self.line, "who", None if key == ALL else key)


class ActionList(LineList):
    """What was agreed in this session."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, ACTIONS, parent)

    def make_row(self, line: str) -> ActionRow:
        return ActionRow(self.desk, line)

    def load(self, session: Session, names: Names, *, fixed: bool) -> None:
        """Show the actions of a session."""
        self.show_lines(session.id, [one.id for one in session.actions], fixed=fixed)
        for action in session.actions:
            row = self.rows[action.id]
            assert isinstance(row, ActionRow)
            row.load(action, session, names, fixed=fixed)

    def commit(self) -> None:
        for row in self.rows.values():
            if isinstance(row, ActionRow):
                row.commit()
        super().commit()


def who_options(session: Session, names: Names) -> list[tuple[str, str]]:
    """Keys and words of those who can do an action."""
    others = [(one, names.people.get(one, "Somebody")) for one in session.people]
    return [(session.owner, "You"), *others, (ALL, "All of us" if len(others) > 1 else "Both of us")]


def who_words(who: str | None, session: Session, names: Names) -> str:
    """ "You", "Fiona", "Both of you"."""
    if who is None:
        return "All of you" if len(session.people) > 1 else "Both of you"
    return "You" if who == session.owner else first_name(names.people.get(who, "")) or "Somebody"


def _set_due(record: Record, value: dt.date | None, action: str) -> Changes:
    return agenda.edit_action(record, action, "due", value)
