"""What the welcome screens share: a title, a sentence, and a column in the middle of the height."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.pages.welcome import words
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.label import Label


class Screen(QWidget):
    """A column of things. `column` takes what belongs to the one screen."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, title: str, sentence: str, step: str = "", parent: QWidget | None = None) -> None:
        """`step` says where one is in the first run ("Step 1 of 2"); the doors have none."""
        super().__init__(parent)
        self.theme = theme
        self.step = step
        self.setAccessibleName(title.replace("\n", " "))
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.gap(14))
        if step:
            self.column.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)  # in line with buttons and their rings
        self._ways = QHBoxLayout()
        self._ways.setSpacing(theme.gap(10) - 2 * RING_SPACE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.gap(24), 0, theme.gap(24))
        outer.setSpacing(0)
        outer.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(RING_SPACE, 0, 0, 0)
        head.setSpacing(theme.gap(8))
        if step:
            head.addWidget(Label(theme, step, Role.META, "ink2"))
        head.addWidget(Label(theme, title, Role.PAGE_TITLE if step else Role.WELCOME, wrap=True).head())
        head.addWidget(Label(theme, sentence, Role.BODY, "ink2", wrap=True))
        outer.addLayout(head)
        outer.addSpacing(theme.gap(24))
        outer.addLayout(self.column)
        if step:
            outer.addSpacing(theme.gap(20))
        outer.addLayout(self._ways)
        outer.addStretch(1)

    def take_focus(self) -> None:
        """The screen was just shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.step and event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def add_ways(self, act: Button) -> None:
        """The way on and the way back."""
        back = Button(self.theme, words.BACK, Kind.QUIET)
        back.clicked.connect(self.back_wanted)
        self._ways.addWidget(act)
        self._ways.addWidget(back)
        self._ways.addStretch(1)
