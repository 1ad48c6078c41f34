"""Activities of the log that were talked about in a session."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision.sessions import link_activity
from otcpd.domain.dates import long_day
from otcpd.domain.supervision import Session
from otcpd.ui import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedRow(QWidget):
    """An activity: its title opens it, the cross takes the link away."""

    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, desk: Desk, activity: str, title: str, *, fixed: bool) -> None:
        super().__init__()
        self._activity = activity
        self.open = LinkButton(desk.theme, title, "log", gives_way=True)
        self.drop = InsetButton(desk.theme, "close", f"Take the link to ‘{title}’ away")
        self.open.clicked.connect(self._on_open)
        self.drop.clicked.connect(self._on_drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.open)  # all of it: what hung over the row's edge would be cut off
        row.addWidget(self.drop)
        row.addStretch(1)
        self.drop.setVisible(not fixed)  # only now has it a place: before, it would be a window

    def _on_open(self) -> None:
        self.opened.emit(self._activity)

    def _on_drop(self) -> None:
        self.dropped.emit(self._activity)


class LinkedActivities(QWidget):
    """Their titles, and a way to link one more. It stands out at the left by `RING_SPACE`."""

    activity_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = ""
        self._shown: tuple[tuple[str, str, date, bool], ...] = ()
        self.rows: list[LinkedRow] = []
        self._head = Label(desk.theme, "From my log", Role.LABEL).head()
        self.add = LinkButton(desk.theme, "Link an activity…", "plus")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(RING_SPACE, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addLayout(self._column)
        whole.addLayout(Overhang(self.add, left=RING_SPACE))

    def load(self, session: Session, *, fixed: bool) -> None:
        """Show what a session is linked to."""
        self._session = session.id
        self.add.setVisible(not fixed)
        about = [one.activity for one in session.topics if one.activity is not None]
        ids = list(dict.fromkeys((*session.activities, *about)))
        rows = self._desk.session.record.activities.some_rows(ids) if ids else []
        self.setVisible(bool(rows) or not fixed)
        wanted = tuple((row.id, row.title, row.date, fixed or row.id not in session.activities) for row in rows)
        if wanted == self._shown:
            return
        self._shown = wanted
        for gone in self.rows:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [
            LinkedRow(self._desk, key, f"{title or words.NO_TITLE}, {long_day(day)}", fixed=kept)
            for key, title, day, kept in wanted
        ]
        for row in self.rows:
            row.opened.connect(self.activity_wanted)
            row.dropped.connect(self._on_dropped)
            self._column.addWidget(row)

    def _on_add(self) -> None:
        from otcpd.ui.letting_go import open_once
        from otcpd.ui.pages.evidence.activity_picker import ActivityPicker  # few link one

        picker = ActivityPicker(self._desk, "Which activity did you talk about?", self)
        picker.use_button.setText("Link this activity")
        picker.picked.connect(self._on_picked)
        open_once(picker)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._session, activity)

    def _on_dropped(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._session, activity, on=False)
