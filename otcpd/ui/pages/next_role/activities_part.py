"""Activities in the pane: those behind something asked, and those that may show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_list import RowList

_MOST_ROWS = 4


class ActivitiesPart(QWidget):
    """A head, a list, and what can be done with the one that is chosen. Stands out at both sides by `RING_SPACE`."""

    open_wanted = Signal(str)
    act_wanted = Signal(str)
    """What the part's own button does is wanted for this activity."""

    def __init__(self, desk: Desk, head: str, act: str, icon: str = "", parent: QWidget | None = None) -> None:
        """`act` is what its own button says."""
        super().__init__(parent)
        theme = desk.theme
        self._read_only = desk.session.read_only
        self._may: frozenset[str] | None = None
        self.head = Label(theme, head, Role.LABEL).head()
        self.note = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.list = RowList(theme, head, most=_MOST_ROWS)
        self.act = Button(theme, act, compact=True, icon=icon)
        self.open = Button(theme, "Open it", compact=True)
        self.open.setAccessibleName(f"Open it: {head.lower()}")
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=2)
        for button in (self.act, self.open):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(theme.gap(5))
        for widget in (self.head, self.note, self.list):
            column.addWidget(widget)
        column.addLayout(Overhang(self._buttons, fills=True))
        self.list.open_wanted.connect(self.open_wanted)
        self.list.chosen.connect(self._on_chosen)
        self.act.clicked.connect(self._on_act)
        self.open.clicked.connect(self._on_open)

    def show_rows(self, rows: Sequence[Row], note: str, may: frozenset[str] | None = None) -> None:
        """Show these, or only the `note` where there are none. `may`: those for which its own button is offered."""
        self._may = may
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._buttons.setVisible(bool(rows))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._on_chosen(self.list.chosen_key())

    def _on_chosen(self, key: str) -> None:
        offered = key and (self._may is None or key in self._may)
        self.act.setVisible(bool(offered) and not self._read_only)

    def _on_act(self) -> None:
        self.act_wanted.emit(self.list.chosen_key())

    def _on_open(self) -> None:
        self.open_wanted.emit(self.list.chosen_key())
