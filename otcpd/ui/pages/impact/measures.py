"""The measures of a chain."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.pathway.impacts import add_measure, delete_measure, move_measure
from otcpd.domain.impact import Impact
from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.impact.measure_row import MeasureRow, note
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule


class Measures(QWidget):
    """Rows with a line between them, and a way to add one."""

    filled = Signal()
    """Rows came or went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._impact = ""
        self.rows: dict[str, MeasureRow] = {}
        self._rules: list[Rule] = []
        theme = desk.theme
        self.add = LinkButton(theme, words.ADD_MEASURE, "plus")
        self._note = note(desk)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.gap(14))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.gap(6))
        whole.addWidget(Label(theme, words.STEPS[2], Role.LABEL).head())
        whole.addLayout(self._column)
        whole.addLayout(Overhang(self.add))
        whole.addWidget(self._note)
        self.add.setVisible(not desk.session.read_only)
        self.add.clicked.connect(self._on_add)

    def load(self, impact: Impact) -> None:
        """Show the measures of a chain."""
        wanted = [one.id for one in impact.measures]
        if impact.id != self._impact or wanted != list(self.rows):
            self._impact = impact.id
            self._fill(impact)
        for one in impact.measures:
            self.rows[one.id].load(one)

    def commit(self) -> None:
        """Read what still stands in fields."""
        for row in list(self.rows.values()):
            row.commit()

    def _fill(self, impact: Impact) -> None:
        kept = {one.id: self.rows.pop(one.id, None) for one in impact.measures}
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in kept.values():
                old.hide()
                old.deleteLater()
        self.rows = {}
        for place, one in enumerate(impact.measures):
            if place:
                self._column.addWidget(Rule(self._desk.theme))
            self.rows[one.id] = kept[one.id] or self._made(one.id, impact)
            self._column.addWidget(self.rows[one.id])
        self._note.setVisible(bool(self.rows))
        self.filled.emit()

    def _made(self, key: str, impact: Impact) -> MeasureRow:
        row = MeasureRow(self._desk, next(one for one in impact.measures if one.id == key))
        row.move_wanted.connect(self._on_move)
        row.delete_wanted.connect(self._on_delete)
        return row

    def _on_add(self) -> None:
        made = self._desk.session.act(add_measure, self._impact)
        if made is not None and made.created[0] in self.rows:
            self.rows[made.created[0]].take_focus()

    def _on_move(self, measure: str, by: int) -> None:
        if self._desk.session.act(move_measure, measure, by) and measure in self.rows:
            self.rows[measure].more.setFocus()

    def _on_delete(self, measure: str) -> None:
        session = self._desk.session
        name = self.rows[measure].measure.name
        if session.act(delete_measure, measure):
            said = f"{quoted(name)}, deleted" if name else "The measure is deleted"
            self._desk.messages.offer_undo(said, session.undo, passing=True)
            self.add.setFocus()
