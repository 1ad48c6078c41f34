"""Activities of the log that something is linked to (a session, a goal, a reading), and choosing one more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.dates import long_day
from otcpd.record.activity_rows import ActivityRow
from otcpd.ui import words
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.painted_button import PaintedButton

UNLINKED = "The link is taken away"
LINK_THIS = "Link this activity"


class LinkedRow(QWidget):
    """An activity: its title opens it, the cross takes the link away."""

    opened = Signal(str)
    dropped = Signal(str)

    def __init__(self, desk: Desk, row: ActivityRow, *, fixed: bool) -> None:
        super().__init__()
        self.activity = row.id
        self.open = self.make_link(desk, row)
        self.drop = InsetButton(desk.theme, "close", f"Take the link to ‘{title_of(row)}’ away")
        self.open.clicked.connect(self._on_open)
        self.drop.clicked.connect(self._on_drop)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.lay_out(desk, row)
        self.drop.setVisible(not fixed)  # only now has it a place: before, it would be a window

    def make_link(self, desk: Desk, row: ActivityRow) -> PaintedButton:
        """The button that opens the activity."""
        return LinkButton(desk.theme, told(row), "log", gives_way=True)

    def lay_out(self, desk: Desk, row: ActivityRow) -> None:
        """Put its parts beside each other."""
        self.line.addWidget(self.open)  # all of it: what hung over the row's edge would be cut off
        self.line.addWidget(self.drop)
        self.line.addStretch(1)

    def _on_open(self) -> None:
        self.opened.emit(self.activity)

    def _on_drop(self) -> None:
        self.dropped.emit(self.activity)


class LinkedRows(QWidget):
    """Rows below each other, of the `kind` that is wanted. The keyboard goes `home` when its row goes."""

    opened = Signal(str)
    dropped = Signal(str)
    """The link to this activity is to be taken away."""
    filled = Signal()
    """Rows came or went."""

    def __init__(
        self, desk: Desk, home: QWidget, kind: type[LinkedRow] = LinkedRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._home = home
        self._shown: list[tuple[ActivityRow, bool]] | None = None
        self.rows: list[LinkedRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def show_activities(self, ids: Sequence[str], *, fixed: bool | Collection[str] = False) -> bool:
        """Show these activities, but those in the bin; whether there are any.

        `fixed`: the links stay, all of them or those to these. In a file that can only be read all of them do.
        """
        rows = self._desk.session.record.activities.some_rows(ids) if ids else []
        kept = self._desk.session.read_only or fixed is True
        stays = () if isinstance(fixed, bool) else fixed
        wanted = [(row, kept or row.id in stays) for row in rows]
        if wanted != self._shown:
            self._shown = wanted
            self._fill(wanted)
        return bool(rows)

    def _fill(self, wanted: Sequence[tuple[ActivityRow, bool]]) -> None:
        left = any(row.open.hasFocus() or row.drop.hasFocus() for row in self.rows)
        for gone in self.rows:
            self.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = [self._kind(self._desk, row, fixed=fixed) for row, fixed in wanted]
        for row in self.rows:
            row.opened.connect(self.opened)
            row.dropped.connect(self.dropped)
            self.column.addWidget(row)
        if left:
            self._home.setFocus()
        self.filled.emit()


def title_of(row: ActivityRow) -> str:
    """The title in one line."""
    return " ".join(row.title.split()) or words.NO_TITLE


def told(row: ActivityRow) -> str:
    """ "Kerb walk, 3 November 2026"."""
    return f"{title_of(row)}, {long_day(row.date)}"


def pick_activity(
    desk: Desk, question: str, picked: Callable[[str], object], parent: QWidget, button: str = LINK_THIS
) -> None:
    """Have an activity chosen; `picked` hears its id."""
    from otcpd.ui.pages.activity_picker import ActivityPicker  # few link one

    picker = ActivityPicker(desk, question, parent)
    picker.use_button.setText(button)
    picker.picked.connect(picked)
    open_once(picker)


def tell_unlinked(desk: Desk, done: object) -> None:
    """A link was taken away, if `done`: there is a way back until the next change."""
    if done:
        desk.messages.offer_undo(UNLINKED, desk.session.undo, passing=True)
