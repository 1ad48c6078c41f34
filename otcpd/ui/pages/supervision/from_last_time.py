"""What was agreed earlier and is still to do, or was done since the last session."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision import agenda
from otcpd.actions.supervision.agenda import Agenda, Carried
from otcpd.domain.dates import plain_day
from otcpd.domain.supervision import ActionState, Session, SessionAction
from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.session_lines import who_words
from otcpd.ui.pages.supervision.words import Names
from otcpd.ui.painting import HANG, hairline
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.check import TickBox, words_begin
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.row_or_column import RowOrColumn


class CarriedRow(QWidget):
    """A box to tick, the words, and who does it by when. It stands out at both sides by `HANG`."""

    moved_to = Signal(str)
    """The session from which the action comes is wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._action: SessionAction | None = None
        theme = desk.theme
        self.tick = TickBox(theme, "")
        self.tick.clicked.connect(self._on_tick)
        self.told = Label(theme, "", Role.META, "ink2", wrap=True)
        self.more = InsetButton(theme, "dots", "More for this action")
        self.more.clicked.connect(self._open_menu)
        words = QWidget()
        beside = RowOrColumn(theme, gap=10, below=0)
        beside.add(self.tick, takes_rest=True)
        beside.add(self.told, stands_in=words_begin(theme))
        words.setLayout(beside)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.gap(2), HANG, theme.gap(3))
        row.setSpacing(theme.gap(4))
        row.addWidget(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    def load(self, carried: Carried, session: Session, names: Names) -> None:
        """Show an action before a session."""
        action = self._action = carried.action
        read_only = self._desk.session.read_only
        self.tick.setText(action.text)
        self.tick.setChecked(action.state is ActionState.DONE)
        self.tick.setEnabled(not read_only)
        self.told.setText(told(carried, session, names, self._desk.session.record.clock.today()))
        self.tick.setAccessibleDescription(self.told.text())
        self.more.setVisible(not read_only)
        self.more.setAccessibleName(f"More for {quoted(action.text)}")
        self.tick.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        right = QPointF(self.width() - HANG, 0.5)
        hairline(QPainter(self), QPointF(HANG, 0.5), right, self._desk.theme.colour("line"))

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with the action."""
        menu = ChoiceMenu(self)
        state = self._action.state if self._action is not None else ActionState.OPEN
        if state is not ActionState.OPEN:
            menu.offer("Open it again", partial(self._close, ActionState.OPEN))
        if state is not ActionState.DONE:
            menu.offer("It is done", partial(self._close, ActionState.DONE))
        if state is not ActionState.DROPPED:
            menu.offer("It will not be done", partial(self._close, ActionState.DROPPED))
        if self._action is not None:
            menu.addSeparator()
            menu.offer("Open the session it comes from", partial(self.moved_to.emit, self._action.session))
        return menu

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_tick(self, on: bool) -> None:
        self._close(ActionState.DONE if on else ActionState.OPEN)

    def _close(self, state: ActionState) -> None:
        if self._action is not None:
            self._desk.session.act(agenda.close_action, self._action.id, state)


class FromLastTime(QWidget):
    """All of them below each other."""

    session_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: dict[str, CarriedRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def load(self, session: Session, lies: Agenda, names: Names) -> None:
        """Show what lies before a session."""
        wanted = {one.action.id: one for one in lies.actions}
        for gone in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (key, carried) in enumerate(wanted.items()):
            if key not in self.rows:
                self.rows[key] = row = CarriedRow(self._desk)
                row.moved_to.connect(self.session_wanted)
            if self._column.indexOf(self.rows[key]) != place:
                self._column.insertWidget(place, self.rows[key])
            self.rows[key].load(carried, session, names)


def told(carried: Carried, session: Session, names: Names, today: date) -> str:
    """ "You, by 26 Nov. Carried twice", "You, done 19 Nov"."""
    action = carried.action
    who = who_words(action.who, session, names)
    if action.state is not ActionState.OPEN:
        word = "done" if action.state is ActionState.DONE else "will not be done"
        return (
            f"{who}, {word} {_day(action.closed_on, today)}" if action.state is ActionState.DONE else f"{who}, {word}"
        )
    by = f"{who}, by {_day(action.due, today)}" if action.due is not None else who
    return f"{by}. {times(carried.times)}" if carried.times else by


def times(number: int) -> str:
    """ "Carried once", "Carried twice", "Carried 3 times"."""
    return ("Carried once", "Carried twice")[number - 1] if number < 3 else f"Carried {number} times"


def _day(day: date | None, today: date) -> str:
    return plain_day(day, today, brief=True) if day is not None else ""
