"""A large dialog to look things up in: a title, a sentence, what it shows, and a way to close it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.words import shortened
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.dialog import OverScrim
from otcpd.ui.widgets.in_sight import InSight
from otcpd.ui.widgets.label import Label

_ROUND = 24
"""Pixels of the window that stay in sight round it, where the window is large enough."""
_TITLE = 60
"""So many characters of a title are shown, over as many lines as they need; names of things can be endless."""


class PanelDialog(OverScrim):
    """Show it with `open_once`. Esc and the cross close it; `body` takes what it shows."""

    def __init__(self, theme: Theme, title: str, sentence: str, size: tuple[int, int], parent: QWidget) -> None:
        """`size` is width and height at 100 %; it is never larger than the window of `parent`."""
        super().__init__(theme, parent.window())
        self._size = size
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title = Label(theme, shortened(" ".join(title.split()), _TITLE), Role.DETAIL_TITLE, wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setAccessibleName(title)
        self.title.setToolTip(title if len(title) > _TITLE else "")
        self.sentence = Label(theme, sentence, Role.WHY, "ink2", wrap=True)
        self.close_button = Button(theme, icon="close", kind=Kind.QUIET, name="Close")
        self.close_button.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        side = theme.gap(24)
        column.setContentsMargins(side, theme.gap(14), side, theme.gap(20))
        column.setSpacing(theme.gap(4))
        column.addLayout(head)
        column.addWidget(self.sentence)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, theme.gap(8), 0, 0)
        column.addLayout(self.body, 1)
        InSight(self)

    def add_below_title(self, widget: QWidget) -> None:
        """What it is about, between the title and the sentence."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget)

    def set_sentence(self, sentence: str) -> None:
        """Say something else below the title."""
        self.sentence.setText(sentence)
        self.setAccessibleDescription(sentence)

    def roomy(self) -> bool:
        """Whether two things stand side by side."""
        return self.width() / self._theme.factor >= 640

    def place(self) -> None:
        """In the middle of the window and not larger than it; to be called again once less is to be shown."""
        window, layout = self.parentWidget(), self.layout()
        if window is None or layout is None:
            return
        layout.activate()
        width, height = (round(self._theme.px(length)) for length in self._size)
        width = min(width, window.width() - _ROUND)
        height = min(height, window.height() - _ROUND)
        self.resize(width, height)
        centre = window.mapToGlobal(window.rect().center())
        self.move(centre.x() - width // 2, centre.y() - height // 2)

    def showEvent(self, event: QShowEvent) -> None:
        if self._scrim is None:
            self.place()
        super().showEvent(event)
