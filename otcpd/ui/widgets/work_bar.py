"""How far a job of the worker is, in words and as a bar, with a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.background import Job
from otcpd.ui.focus import give_focus, holds_focus
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.progress_bar import ProgressBar
from otcpd.ui.widgets.row_or_column import RowOrColumn


class WorkBar(QWidget):
    """Hidden while nothing is under way. One job at a time."""

    cancelled = Signal()
    """The person gave it up."""

    def __init__(
        self, theme: Theme, name: str, cancel: str, *, back: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """`name` says what is under way ("Making a backup"); `cancel` are the words of the button.

        `back` takes the focus in the end, if the button had it, or nothing.
        """
        super().__init__(parent)
        self._name = name
        self._job: Job | None = None
        self.back = back
        self.words = Label(theme, name, Role.META, "ink2")
        self.bar = ProgressBar(theme, name)
        self.cancel = Button(theme, cancel, compact=True)
        self.cancel.clicked.connect(self._on_cancel)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        column.addWidget(self.words)
        column.addWidget(self.bar)
        row = RowOrColumn(theme, gap=12, below=4)
        row.add(told, least=160, takes_rest=True)
        row.add(self.cancel)
        self.setLayout(row)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show how far a job is, until it ends."""
        self._job = job
        job.progressed.connect(self.show_progress)
        job.ended.connect(self.end)
        self.begin()

    def begin(self) -> None:
        """Something begins."""
        self.show_progress(0, 0)
        self.show()

    def end(self) -> None:
        """It has ended, well or not."""
        self._job = None
        leads_back = holds_focus(self, self.cancel)
        self.hide()
        if leads_back and self.back is not None and self.back.isVisible():
            give_focus(self.back)

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Steps behind us, and in all; 0 where nobody can tell."""
        self.bar.setRange(0, total or 1)
        self.bar.setValue(done)
        self.words.setText(words or self._name)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.cancelled.emit()
