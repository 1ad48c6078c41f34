"""What shows that a goal is worked towards: activities of the log, and sessions that spoke to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.goals import link_activity
from otcpd.catalogue import load_catalogue
from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal
from otcpd.record.activity_rows import ActivityRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.linked_rows import LinkedRow, LinkedRows, pick_activity, tell_unlinked, title_of, told
from otcpd.ui.pages.pathway import words
from otcpd.ui.painting import HANG, RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.tile import CategoryTile
from otcpd.ui.widgets.title_link import TitleLink

MOST_SHOWN = 12
"""So many linked activities stand here; the log shows all of them."""


class ShownRow(LinkedRow):
    """An activity: its tile, its title, which opens it, and a cross that takes the link away."""

    def make_link(self, desk: Desk, row: ActivityRow) -> TitleLink:
        link = TitleLink(desk.theme, title_of(row))
        link.setAccessibleDescription(long_day(row.date))
        link.setToolTip(told(row))
        return link

    def lay_out(self, desk: Desk, row: ActivityRow) -> None:
        self.line.setSpacing(desk.theme.gap(8))
        self.line.addWidget(CategoryTile(desk.theme, row.category, side=30))
        self.line.addWidget(self.open, 1)
        self.line.addWidget(self.drop)


class GoalShows(QWidget):
    """Titles with their tiles, and a way to link one more. It stands out at both sides by `RING_SPACE`."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._goal = ""
        theme = desk.theme
        self.add = Button(theme, words.LINK, compact=True, icon="link")
        self._more = Label(theme, "", Role.META, "ink2", wrap=True)
        self._linked = LinkedRows(desk, self.add, ShownRow)
        self._linked.column.setSpacing(theme.gap(4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        whole.setSpacing(theme.gap(8))
        whole.addWidget(self._linked)
        whole.addWidget(self._more)
        whole.addLayout(Overhang(self.add))
        self.add.setVisible(not desk.session.read_only)
        self.add.clicked.connect(self._on_add)
        self._linked.opened.connect(self.activity_wanted)
        self._linked.dropped.connect(self._on_dropped)

    @property
    def rows(self) -> list[LinkedRow]:
        """One for each activity that is shown."""
        return self._linked.rows

    def load(self, goal: Goal) -> None:
        """Show what is linked to a goal, the newest first."""
        self._goal = goal.id
        self._linked.setVisible(self._linked.show_activities(goal.activities[::-1][:MOST_SHOWN]))
        more = len(goal.activities) - len(self.rows)
        self._more.setText(f"And {more:,} more. Filter the log by this goal to see all of them." if more else "")
        self._more.setVisible(bool(more))

    def _on_add(self) -> None:
        pick_activity(self._desk, words.LINK_QUESTION, self._on_picked, self)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._goal, activity)

    def _on_dropped(self, activity: str) -> None:
        tell_unlinked(self._desk, self._desk.session.act(link_activity, self._goal, activity, on=False))


class GoalSessions(QWidget):
    """The sessions that spoke to a goal, the newest first; each opens."""

    session_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.links: dict[str, LinkButton] = {}
        self._none = Label(desk.theme, words.NO_SESSIONS, Role.WHY, "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(HANG, 0, HANG, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)

    def load(self, goal: Goal) -> None:
        """Show those of a goal."""
        record = self._desk.session.record
        rows = record.sessions.some_rows(record.goals.sessions(goal.id))
        self._none.setVisible(not rows)
        if list(self.links) == [row.id for row in rows]:
            return
        for link in self.links.values():
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        kinds = load_catalogue().supervision.kinds
        self.links = {}
        for row in rows:
            link = LinkButton(self._desk.theme, f"{kinds[row.kind].title}, {long_day(row.day)}", "bubbles")
            link.setProperty("session", row.id)
            link.clicked.connect(self._on_clicked)
            self.links[row.id] = link
            self._column.addLayout(Overhang(link))

    def _on_clicked(self) -> None:
        self.session_wanted.emit(str(self.sender().property("session")))
