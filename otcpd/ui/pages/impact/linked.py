"""Activities of the log that a change came of."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import link_impact
from otcpd.domain.dates import long_day
from otcpd.domain.impact import Impact
from otcpd.ui import words as common
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.supervision.linked import LinkedRow
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang


class LinkedToImpact(QWidget):
    """Their titles, and a way to link one more."""

    activity_wanted = Signal(str)
    filled = Signal()
    """Rows came or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._impact = ""
        self._shown: tuple[tuple[str, str, date], ...] = ()
        self.rows: list[LinkedRow] = []
        theme = desk.theme
        self._nothing = Label(theme, words.NO_ACTIVITY, Role.BODY, "ink2", wrap=True)
        self.add = LinkButton(theme, words.LINK, "plus")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Label(theme, words.STEPS[0], Role.LABEL).head())
        whole.addSpacing(theme.gap(4))
        whole.addWidget(self._nothing)
        whole.addLayout(self._column)
        whole.addLayout(Overhang(self.add))
        self.add.setVisible(not desk.session.read_only)

    def load(self, impact: Impact) -> None:
        """Show what a chain is linked to."""
        self._impact = impact.id
        rows = self._desk.session.record.activities.some_rows(impact.activities) if impact.activities else []
        wanted = tuple((row.id, row.title, row.date) for row in rows)
        self._nothing.setVisible(not wanted)
        if wanted == self._shown:
            return
        self._shown = wanted
        for gone in self.rows:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        fixed = self._desk.session.read_only
        self.rows = [
            LinkedRow(self._desk, key, f"{title or common.NO_TITLE}, {long_day(day)}", fixed=fixed)
            for key, title, day in wanted
        ]
        for row in self.rows:
            row.opened.connect(self.activity_wanted)
            row.dropped.connect(self._on_dropped)
            self._column.addWidget(row)
        self.filled.emit()

    def _on_add(self) -> None:
        from otcpd.ui.letting_go import open_once
        from otcpd.ui.pages.evidence.activity_picker import ActivityPicker  # few link one

        picker = ActivityPicker(self._desk, words.LINK_WHICH, self)
        picker.use_button.setText(words.LINK_THIS)
        picker.picked.connect(self._on_picked)
        open_once(picker)

    def _on_picked(self, activity: str) -> None:
        self._desk.session.act(link_impact, self._impact, activity)

    def _on_dropped(self, activity: str) -> None:
        session = self._desk.session
        if session.act(link_impact, self._impact, activity, on=False):
            self._desk.messages.offer_undo("The link is taken away", session.undo, passing=True)
            self.add.setFocus()
