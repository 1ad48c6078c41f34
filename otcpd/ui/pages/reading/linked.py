"""Activities of the log that belong to something read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.readings import add_to_log, link_activity
from otcpd.domain.dates import long_day
from otcpd.domain.reading import Reading
from otcpd.ui import words as common
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.supervision.linked import LinkedRow
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedActivities(QWidget):
    """Their titles, a way to make one of it, and a way to link one. It stands out at the left by `RING_SPACE`."""

    activity_wanted = Signal(str)
    changed = Signal()
    """Rows came or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = ""
        self._shown: tuple[tuple[str, str], ...] = ()
        self.rows: list[LinkedRow] = []
        theme = desk.theme
        self.to_log = Button(theme, words.TO_LOG, icon="log")
        self.add = LinkButton(theme, words.LINK, "plus")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, gap=theme.gap(12) - RING_SPACE)
        ways.addWidget(self.to_log)
        ways.addWidget(self.add)
        if desk.session.read_only:
            self._ways.hide()  # shown before it has a place, it would be a window
            self._ways.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(Label(theme, words.LINKED, Role.LABEL).head())
        column.addLayout(self._rows)
        column.addLayout(Overhang(self._ways, fills=True, left=RING_SPACE, right=0))
        self.to_log.clicked.connect(self._on_to_log)
        self.add.clicked.connect(self._on_add)

    def load(self, reading: Reading) -> None:
        """Show what belongs to an entry."""
        self._reading = reading.id
        fixed = self._desk.session.read_only
        rows = self._desk.session.record.activities.some_rows(reading.activities) if reading.activities else []
        self.setVisible(bool(rows) or not fixed)
        wanted = tuple((row.id, f"{row.title or common.NO_TITLE}, {long_day(row.date)}") for row in rows)
        if wanted == self._shown:
            return
        self._shown = wanted
        for gone in self.rows:
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [LinkedRow(self._desk, key, title, fixed=fixed) for key, title in wanted]
        for row in self.rows:
            row.opened.connect(self.activity_wanted)
            row.dropped.connect(self._on_dropped)
            self._rows.addWidget(row)
        self.changed.emit()

    def _on_to_log(self) -> None:
        self._desk.session.flush()
        session = self._desk.session
        if session.act(add_to_log, self._reading):
            self._desk.messages.offer_undo("Added to your log", session.undo, passing=True)

    def _on_add(self) -> None:
        from otcpd.ui.pages.evidence.activity_picker import ActivityPicker  # few link one

        picker = ActivityPicker(self._desk, words.PICK, self)
        picker.use_button.setText(words.PICK_BUTTON)
        picker.picked.connect(self._on_picked)
        open_once(picker)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._reading, activity)

    def _on_dropped(self, activity: str) -> None:
        self._desk.session.act(link_activity, self._reading, activity, on=False)
