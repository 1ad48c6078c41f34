"""Whether what one typed is safe: saving, saved, not saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui import words
from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.icon_line import IconLine


class SaveState(QWidget):
    """One line, and after a failure two ways on."""

    try_again = Signal()
    save_elsewhere = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._line = IconLine(theme, wrap=True)
        self._ways = QWidget()
        again = Button(theme, words.TRY_AGAIN, compact=True)
        elsewhere = Button(theme, words.SAVE_ELSEWHERE, compact=True)
        again.clicked.connect(self.try_again)
        elsewhere.clicked.connect(self.save_elsewhere)
        beside_icon = QHBoxLayout(self._ways)
        beside_icon.setContentsMargins(theme.px(16) + theme.gap(4), 0, 0, 0)
        buttons = QWidget()
        beside_icon.addWidget(buttons)
        row = FlowLayout(buttons, gap=0)
        row.addWidget(again)
        row.addWidget(elsewhere)
        self._ways.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(self._line)
        column.addWidget(self._ways)

    def sentence(self) -> str:
        """What is now said."""
        return self._line.text()

    @property
    def failed(self) -> bool:
        """Whether it now says that saving failed."""
        return not self._ways.isHidden()

    def show_nothing(self) -> None:
        """Nothing has been typed yet."""
        self._show("", "", "ink2", failed=False)

    def show_saving(self) -> None:
        """A save is under way."""
        self._show("clock", words.SAVING, "ink2", failed=False)

    def show_saved(self, time: str, *, aloud: bool = False) -> None:
        """Saved at `time` ("09:12"); read out when asked for with Ctrl+S or after a failure."""
        after_failure = self.failed
        self._show("tick", words.saved_at(time), "ink2", "accent", failed=False)
        if aloud or after_failure:
            self._announcer.say(self, self.sentence())

    def show_saved_on(self, day: str) -> None:
        """Saved on an earlier day, "20 November 2026"."""
        self._show("tick", words.saved_on(day), "ink2", "accent", failed=False)

    def show_unread(self, sentence: str) -> None:
        """What stands in some fields cannot be read, and is not saved; the fields say why."""
        self._show("warn", sentence, "warn", failed=False)

    def show_failed(self, sentence: str) -> None:
        """Not saved: `sentence` says why, what is safe and what to do. Read out once."""
        new = sentence != self.sentence()
        self._show("error", sentence, "error", failed=True)
        if new:
            self._announcer.say(self, sentence)

    def _show(self, picture: str, text: str, token: str, icon_token: str = "", *, failed: bool) -> None:
        self._line.show_line(picture, text, token, icon_token)
        self._ways.setVisible(failed)
        self.updateGeometry()
