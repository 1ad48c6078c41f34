"""What on the page may point to a person: each is decided on before the page leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions.confidentiality import words_for
from otcpd.actions.pathway.impact_paper import STORY, Pointing
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.impact import figures_words as words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.pointing.words import and_more
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

_MOST = 3
"""On show at a time; others come up as these are decided on."""


class PointingLine(QWidget):
    """One wording with what can be done about it. It stands out at both sides by `RING_SPACE`."""

    fine_wanted = Signal(object)
    leave_wanted = Signal(object)
    change_wanted = Signal(object)
    """The Pointing."""

    def __init__(self, desk: Desk, pointing: Pointing) -> None:
        super().__init__()
        theme = desk.theme
        self.pointing = pointing
        said = words.pointing_words(pointing)
        says = Label(theme, f"{said}.", Role.WHY, wrap=True)
        leave = words.LEAVE_STORY if pointing.which == STORY else words.LEAVE_CHAIN
        self.fine, self.leave, self.change = (LinkButton(theme, text) for text in (words.FINE, leave, words.CHANGE))
        ways = QWidget()
        row = FlowLayout(ways, gap=theme.gap(8))
        for button in (self.fine, self.leave, self.change):
            row.addWidget(button)
            button.setAccessibleDescription(f"{said}. {words_for(pointing.words).why}")
        column = QVBoxLayout(self)
        column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        column.setSpacing(0)
        column.addWidget(says)
        column.addLayout(Overhang(ways, fills=True))
        read_only = desk.session.read_only
        self.fine.setVisible(not read_only)
        self.change.setVisible(not read_only)
        self.fine.clicked.connect(self._on_fine)
        self.leave.clicked.connect(self._on_leave)
        self.change.clicked.connect(self._on_change)

    def _on_fine(self) -> None:
        self.fine_wanted.emit(self.pointing)

    def _on_leave(self) -> None:
        self.leave_wanted.emit(self.pointing)

    def _on_change(self) -> None:
        self.change_wanted.emit(self.pointing)


class PointingPart(QWidget):
    """A head, three lines, how many follow. It stands out at both sides by `RING_SPACE`."""

    fine_wanted = Signal(object)
    leave_wanted = Signal(object)
    change_wanted = Signal(object)
    """The Pointing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.lines: list[PointingLine] = []
        self._told: tuple[Pointing, ...] = ()
        self._head = IconLine(theme, "tick", "", role=Role.LABEL, token="ink", icon_token="accent", wrap=True)
        self._first = IconLine(theme, "error", words.DECIDE_FIRST, role=Role.WHY, token="error", wrap=True)
        self._more = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.gap(4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.gap(4))
        above, below = QVBoxLayout(), QVBoxLayout()
        for place in (above, below):
            place.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
        above.addWidget(self._head)
        above.addWidget(self._first)
        below.addWidget(self._more)
        for lines in (above, self._column, below):
            whole.addLayout(lines)
        self._first.hide()

    @property
    def left(self) -> int:
        """How many are still to decide on."""
        return len(self._told)

    def show_pointing(self, found: Sequence[Pointing], *, anything: bool) -> None:
        """Show these; `anything`: whether there is something on the page at all."""
        if found:
            self._head.show_line("warn", words.DECIDE, "ink", "warn")
        else:
            self._head.show_line("tick", words.NOTHING_POINTS, "ink", "accent")
            self._first.hide()
        self._head.setVisible(anything)
        if tuple(found) == self._told:
            return
        self._told = tuple(found)
        for gone in self.lines:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.lines = [PointingLine(self._desk, one) for one in found[:_MOST]]
        for line in self.lines:
            line.fine_wanted.connect(self.fine_wanted)
            line.leave_wanted.connect(self.leave_wanted)
            line.change_wanted.connect(self.change_wanted)
            self._column.addWidget(line)
        self._more.setText(and_more(len(found) - _MOST) if len(found) > _MOST else "")
        self._more.setVisible(bool(self._more.text()))

    def ask(self) -> None:
        """The page was to leave, and there is something to decide on still."""
        self._first.show()
        self._desk.announcer.say(self, words.DECIDE_FIRST)
        self.take_focus()

    def take_focus(self) -> None:
        """Onto the first decision."""
        if self.lines:
            (self.lines[0].leave if self._desk.session.read_only else self.lines[0].fine).setFocus()
