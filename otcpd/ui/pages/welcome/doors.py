"""The first screen: three doors, and the files opened lately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.errors import OtcpdError
from otcpd.ui.pages.welcome import words
from otcpd.ui.pages.welcome.door import Door
from otcpd.ui.pages.welcome.screen import Screen
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.progress_bar import ProgressBar

MOST_RECENT = 3


class Doors(Screen):
    """Start, open, look round."""

    recent_chosen = Signal(object)
    """The Path of a file opened lately."""

    def __init__(self, theme: Theme, recent: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(theme, words.TITLE, words.SENTENCE, parent=parent)
        self.new = Door(theme, "plus", words.NEW, words.NEW_WHY, main=True)
        self.open = Door(theme, "folder", words.OPEN, words.OPEN_WHY)
        self.sample = Door(theme, "eye", words.SAMPLE, words.SAMPLE_WHY)
        self.cancel = Button(theme, words.CANCEL, compact=True)
        self.bar = ProgressBar(theme, words.MAKING_SAMPLE)
        self._waiting = QWidget()
        self._problem = IconLine(theme, "error", token="error", wrap=True)
        self._recent: dict[LinkButton, Path] = {}
        self.column.setSpacing(theme.gap(14) - 2 * RING_SPACE)
        for door in (self.new, self.open, self.sample):
            self.column.addWidget(door)
        self._add_waiting()
        self._add_foot(recent)

    def take_focus(self) -> None:
        self.new.setFocus()
        # The window may come to the front only later; that alone would show no ring.
        self.new.set_ring(True)

    def show_making(self, making: bool) -> None:
        """Say that the sample is being made, or no longer."""
        had_focus = self.cancel.hasFocus()
        self.bar.reset()
        self._waiting.setVisible(making)
        if making:
            self.show_problem(None)
            self.cancel.setFocus()
        elif had_focus:
            self.sample.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """How far the sample is: steps done, and steps in all."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def show_problem(self, error: OtcpdError | None) -> None:
        """Say what went wrong, if something did."""
        self._problem.setText(error.text if error else "")
        self._problem.setVisible(error is not None)

    def _add_waiting(self) -> None:
        row = QHBoxLayout(self._waiting)
        row.setContentsMargins(RING_SPACE, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap(6))
        column.addWidget(IconLine(self.theme, "clock", words.MAKING_SAMPLE, wrap=True))
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        row.addSpacing(self.theme.gap(12))
        row.addWidget(self.cancel)
        self._waiting.hide()
        self._problem.hide()
        self.column.addWidget(self._waiting)
        self.column.addWidget(self._problem)

    def _add_foot(self, recent: Sequence[Path]) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(RING_SPACE, self.theme.gap(12), 0, 0)
        foot.setSpacing(self.theme.gap(2))
        if recent:
            foot.addWidget(Label(self.theme, words.RECENT, Role.META_STRONG, "ink2"))
        row = FlowLayout(gap=self.theme.gap(12))
        for path in recent[:MOST_RECENT]:
            button = LinkButton(self.theme, path.stem, "file")
            button.setToolTip(str(path))
            button.setAccessibleDescription(str(path.parent))
            button.clicked.connect(self._on_recent)
            self._recent[button] = path
            row.addWidget(button)
        foot.addLayout(row)
        foot.addWidget(IconLine(self.theme, "shield", words.PROMISE, role=Role.META, icon_token="accent", wrap=True))
        self.column.addLayout(foot)

    def _on_recent(self) -> None:
        button = self.sender()
        if isinstance(button, LinkButton):
            self.recent_chosen.emit(self._recent[button])
