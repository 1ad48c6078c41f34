"""The card of the registration cycle: the timeline, or the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from otcpd.actions.next_steps import Overview
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.home import words
from otcpd.ui.pages.home.cycle_content import cycle_content
from otcpd.ui.painting import draw_lines
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.card_head import CardHead
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_or_column import RowOrColumn
from otcpd.ui.widgets.timeline import Timeline
from otcpd.ui.widgets.timeline_content import TimelineContent

if TYPE_CHECKING:
    from otcpd.ui.widgets.timeline_table import TimelineTable


class TimelineCard(Card):
    """The table is made when it is first asked for."""

    opened = Signal(str)
    """The key of an activity or of a gap."""
    turned = Signal()
    """The other form is on show."""

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._announcer = announcer
        self._overview: Overview | None = None
        self._content: TimelineContent | None = None
        self._table: TimelineTable | None = None
        self._narrow = False
        self.setAccessibleName(words.CYCLE)
        self._fact = _Fact(theme, "", Role.WHY, "ink2", wrap=True)
        self.turn = LinkButton(theme, words.AS_LIST)
        self.timeline = Timeline(theme, words.CYCLE)
        self.body.setContentsMargins(theme.gap(24), theme.gap(20), theme.gap(24), theme.gap(16))
        head = CardHead(theme, words.CYCLE, self._beside())
        self.body.addLayout(Overhang(head, fills=True, left=0, right=self.turn.side()))
        self.body.addSpacing(theme.gap(4))
        self.body.addWidget(self.timeline)
        self.body.setSpacing(theme.gap(4))
        self.timeline.opened.connect(self.opened)
        self.timeline.walked.connect(self._on_walked)
        self.turn.clicked.connect(self._on_turn)

    @property
    def table(self) -> TimelineTable:
        """The same as a table."""
        if self._table is None:
            from otcpd.ui.widgets.timeline_table import TimelineTable  # few ask for it

            self._table = TimelineTable(self._theme, words.CYCLE)
            self._table.set_narrow(self._narrow)
            self._table.opened.connect(self.opened)
            self._table.hide()
            self.body.insertWidget(2, self._table)
            if self._content is not None:
                self._table.show_content(self._content)
        return self._table

    @property
    def shown(self) -> Timeline | TimelineTable:
        """Which of the two forms is on show."""
        return self._table if self._table is not None and self._table.isVisibleTo(self) else self.timeline

    def show_overview(self, overview: Overview) -> None:
        """Show the cycle of today."""
        self._overview = overview
        self._say_fact()
        content = cycle_content(overview)
        if content == self._content:
            return
        self._content = content
        self.timeline.show_content(content)
        if self._table is not None:
            self._table.show_content(content, self._table.chosen_key())

    def set_narrow(self, narrow: bool) -> None:
        """There is little width."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._say_fact()
        if self._table is not None:
            self._table.set_narrow(narrow)

    def _beside(self) -> QWidget:
        """What stands beside the title."""
        beside = QWidget()
        row = RowOrColumn(self._theme, gap=12, below=0)
        row.add(self._fact, takes_rest=True)
        row.add(self.turn)
        beside.setLayout(row)
        return beside

    def _say_fact(self) -> None:
        if self._overview is not None:
            self._fact.say(*words.cycle_fact(self._overview, short=self._narrow))

    def stand_on(self, key: str) -> None:
        """Let the keyboard be at this activity or gap."""
        self.timeline.stand_on(key)

    def _on_turn(self) -> None:
        as_list = self.shown is self.timeline
        current = self.timeline.current
        table = self.table
        if as_list and self._content is not None:
            table.show_content(self._content, current.key if current is not None else "")
        elif not as_list:
            self.timeline.stand_on(table.chosen_key())
        self.timeline.setVisible(not as_list)
        table.setVisible(as_list)
        self.turn.setText(words.AS_TIMELINE if as_list else words.AS_LIST)
        self.turn.updateGeometry()
        self.turned.emit()
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_walked(self, said: str) -> None:
        self._announcer.say(self.timeline, said)


class _Fact(Label):
    """A sentence whose beginning is bold where it stands on one line; it likes to."""

    _begin = ""

    def say(self, begin: str, rest: str) -> None:
        """Say `begin` and `rest`."""
        self._begin = begin
        self.setText(f"{begin} {rest}")

    def sizeHint(self) -> QSize:
        width = self._theme.width(Role.LABEL, self.text()) + 2
        return QSize(round(width), self._theme.line(Role.WHY))

    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self.lines_at(self.width())) > 1 or self.height() > 2 * self._theme.line(Role.WHY):
            super().paintEvent(event)
            return
        painter, theme = QPainter(self), self._theme
        rest = self.text().removeprefix(self._begin)
        ends = theme.width(Role.LABEL, self._begin)
        whole = ends + theme.width(Role.WHY, rest)
        x = max(0.0, self.width() - whole) if self.width() <= self.sizeHint().width() else 0.0
        line = theme.line(Role.WHY)
        for role, token, text, left in ((Role.LABEL, "ink", self._begin, x), (Role.WHY, "ink2", rest, x + ends)):
            draw_lines(painter, [text], QPointF(left, 0), theme.font(role), line, theme.colour(token))
