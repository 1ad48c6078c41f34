"""A tick box for every goal that is open, and for those that are ticked."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.domain.goal import Goal
from otcpd.domain.goal_progress import in_order
from otcpd.ui.pages.base import Desk
from otcpd.ui.painting import HANG
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.overhang import Overhang

MOST_SHOWN = 20
"""Nobody has more goals open at a time; those with the nearest day stand here."""


class GoalTicks(QWidget):
    """It stands out at both sides by `HANG`."""

    ticked = Signal(list)
    """The ids of all that are ticked now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: list[tuple[str, str]] = []
        self.boxes: dict[str, TickBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(HANG, 0, HANG, 0)
        self._column.setSpacing(0)

    def show_ticks(self, ticked: Collection[str], *, fixed: bool) -> bool:
        """Show the goals, with these ticked; `fixed`: they can be read only. Whether there are any."""
        goals = [one for one in in_order(self._desk.session.record.goals.all()) if one.is_open or one.id in ticked]
        first = [one for one in goals if one.id in ticked]
        rest = [] if fixed else [one for one in goals if one.id not in ticked][: max(0, MOST_SHOWN - len(first))]
        shown = [(one.id, _words(one)) for one in in_order([*first, *rest])]
        if shown != self._shown:
            self._show(shown)
        for key, box in self.boxes.items():
            box.setChecked(key in ticked)
            box.setEnabled(not fixed)
        return bool(shown)

    def _show(self, shown: list[tuple[str, str]]) -> None:
        self._shown = shown
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {key: TickBox(self._desk.theme, words) for key, words in shown}
        for box in self.boxes.values():
            box.clicked.connect(self._on_clicked)
            self._column.addLayout(Overhang(box, fills=True, left=CHECK_SPACE, right=CHECK_SPACE))

    def _on_clicked(self) -> None:
        self.ticked.emit([key for key, box in self.boxes.items() if box.isChecked()])


def _words(goal: Goal) -> str:
    return f"{goal.called}, by {long_day(goal.target)}" if goal.target is not None and goal.is_open else goal.called
