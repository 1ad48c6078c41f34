"""Entries of the log that wait to be talked about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision import agenda
from otcpd.actions.supervision.agenda import Agenda
from otcpd.domain.supervision import Session
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton


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
