"""Topics of a session: its own, those carried from earlier ones, and entries of the log to bring."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision import agenda
from otcpd.actions.supervision.agenda import Agenda
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import Session, Topic
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.supervision.lines import TOPICS, LineList, LineRow
from otcpd.ui.pages.supervision.small_tick import SmallTick
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton


class TopicRow(LineRow):
    """A topic: in the record with a box to tick, and a way to the entry of the log that it is about."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, line: str, *, ticks: bool, parent: QWidget | None = None) -> None:
        super().__init__(desk, TOPICS, line, parent)
        self._session = ""
        self._activity = ""
        self.tick = SmallTick(desk.theme, "Talked about")
        self.tick.setVisible(ticks)
        self.tick.clicked.connect(self._on_tick)
        self.open = InsetButton(desk.theme, "log", "Open it in the log")
        self.open.clicked.connect(self._on_open)
        self._origin = Label(desk.theme, "", Role.META, "ink2")
        self.row.insertWidget(0, self.tick)
        self.row.insertWidget(2, self.open)
        self.row.insertWidget(2, self._origin)

    def load(self, topic: Topic, session: Session, origin: str, *, fixed: bool) -> None:
        """Show a topic in a session; `origin` says where it comes from, if it was carried."""
        self._session, self._activity = session.id, topic.activity or ""
        self.load_text(topic.text, fixed=fixed or bool(origin))
        self.tick.setChecked(topic.discussed_in == session.id)
        self.tick.setEnabled(not fixed)
        self.tick.set_about(topic.text)
        self.open.setVisible(bool(self._activity))
        self._origin.setText(origin)
        self._origin.setVisible(bool(origin))

    def _on_tick(self, on: bool) -> None:
        self.desk.session.act(agenda.tick_topic, self.line, self._session if on else None)

    def _on_open(self) -> None:
        self.activity_wanted.emit(self._activity)


class TopicList(LineList):
    """Own topics first, then those not talked about in earlier sessions."""

    activity_wanted = Signal(str)
    """The entry of the log with this id."""

    def __init__(self, desk: Desk, *, ticks: bool, parent: QWidget | None = None) -> None:
        self._ticks = ticks
        super().__init__(desk, TOPICS, parent)

    def make_row(self, line: str) -> TopicRow:
        row = TopicRow(self.desk, line, ticks=self._ticks)
        row.activity_wanted.connect(self.activity_wanted)
        return row

    def load(self, session: Session, lies: Agenda, *, fixed: bool) -> None:
        """Show the topics of a session."""
        told = [(topic, "") for topic in lies.topics]
        told += [(topic, f"From {long_day(day).rpartition(' ')[0]}") for topic, day in lies.carried_topics]
        self.show_lines(session.id, [topic.id for topic, _ in told], fixed=fixed)
        for topic, origin in told:
            row = self.rows[topic.id]
            assert isinstance(row, TopicRow)
            row.load(topic, session, origin, fixed=fixed)


class BringRow(QWidget):
    """An entry of the log that waits to be brought, with the way to add it."""

    added = Signal(str)

    def __init__(self, desk: Desk, activity: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = activity
        self.add = LinkButton(desk.theme, "Add", "plus")
        self.add.setAccessibleName(f"Add {title}")
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.gap(8))
        row.addWidget(Label(desk.theme, title, Role.BODY), 1)
        row.addWidget(self.add)

    def _on_add(self) -> None:
        self.added.emit(self._activity)


class ToBring(QWidget):
    """Entries marked "bring to supervision" that are no topic yet."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = ""
        self._shown: list[tuple[str, str]] = []
        self.rows: list[BringRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Label(desk.theme, "Marked in your log: bring to supervision", Role.META, "ink2"))

    def load(self, session: Session, lies: Agenda, *, fixed: bool) -> None:
        """Offer what waits; nothing is shown where nothing does."""
        self._session = session.id
        record = self._desk.session.record
        titles = [(one, record.activities.get(one).title or common.NO_TITLE) for one in lies.to_bring]
        self.setVisible(bool(titles) and not fixed)
        if titles == self._shown:
            return
        self._shown = titles
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [BringRow(self._desk, key, title) for key, title in titles]
        for row in self.rows:
            row.added.connect(self._on_added)
            self._column.addWidget(row)

    def _on_added(self, activity: str) -> None:
        self._desk.session.act(agenda.add_topic_of, self._session, activity)
