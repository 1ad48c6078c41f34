"""The dialog that stands while the whole file is worked on: what is being done, how far it is, a way to give up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.dialog import Dialog
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.progress_bar import ProgressBar

FIRST_BELOW_THE_TEXT = 2
"""The place in a dialog's column below its question and its text."""


class WorkingDialog(Dialog):
    """Stays until `finish`; Esc and the button ask for the end of the work where it may be given up."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget | None, *, cancel: str = "") -> None:
        super().__init__(theme, title, text, safe=cancel, act="", dangerous=False, parent=parent)
        self._cancel = bool(cancel)
        self.safe.setVisible(self._cancel)
        self.about = Label(theme, "", Role.META, "ink2")
        self.bar = ProgressBar(theme, title)
        put_below_the_text(self, self.bar)
        put_below_the_text(self, self.about)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Steps behind us, and in all; 0 where nobody can tell. `words` say what is under way."""
        self.bar.setRange(0, total or 1)
        self.bar.setValue(done)
        self.about.setText(words)

    def reject(self) -> None:
        if self._cancel:
            self.cancel_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def finish(self) -> None:
        """The work has ended, well or not."""
        self.done(self.DialogCode.Accepted)
        self.deleteLater()


def put_below_the_text(dialog: Dialog, widget: QWidget) -> None:
    """Put something between the text of a dialog and its buttons."""
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(FIRST_BELOW_THE_TEXT, widget)
