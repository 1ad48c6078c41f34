"""The activities that a file is evidence of, with ways to add one and to take it off one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.evidence import Evidence
from otcpd.ui.pages.activity_picker import row_of
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_list import RowList


class UsedIn(QWidget):
    """Shows nothing but a sentence for a file that no activity uses. Stands out at both sides by `RING_SPACE`."""

    open_wanted = Signal(str)
    """The activity with this id."""
    add_wanted = Signal()
    take_out_wanted = Signal(str)
    """The file is to be taken out of the activity with this id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._head = Label(theme, "Used in", Role.LABEL)
        self._none = Label(theme, "No activity uses this file yet.", Role.WHY, "ink2", wrap=True)
        self.list = RowList(theme, "Used in", most=5)
        self.add_button = Button(theme, "Use in an activity…", compact=True, icon="plus")
        self.open_button = Button(theme, "Open the activity", compact=True)
        self.out_button = Button(theme, "Take out of this activity", compact=True)
        buttons = QWidget()
        row = FlowLayout(buttons, gap=2)
        for button in (self.add_button, self.open_button, self.out_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(5))
        for widget in (self._head, self._none, self.list):
            column.addWidget(widget)
        column.addLayout(Overhang(buttons, fills=True))
        self.add_button.clicked.connect(self.add_wanted)
        self.open_button.clicked.connect(self._on_open)
        self.out_button.clicked.connect(self._on_take_out)
        self.list.open_wanted.connect(self.open_wanted)

    def load(self, piece: Evidence) -> None:
        """Show where a file is used."""
        rows = self._desk.session.record.activities.some_rows(piece.used_in) if piece.used_in else []
        self.list.show_rows([row_of(row, "log") for row in rows])
        changes = not self._desk.session.read_only
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.open_button.setVisible(bool(rows))
        self.out_button.setVisible(bool(rows) and changes)
        self.add_button.setVisible(changes)

    def _on_open(self) -> None:
        if self.list.chosen_key():
            self.open_wanted.emit(self.list.chosen_key())

    def _on_take_out(self) -> None:
        if self.list.chosen_key():
            self.take_out_wanted.emit(self.list.chosen_key())
