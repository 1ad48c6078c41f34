"""How far a file is on its way in, with a way to give it up."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.domain.sizes import size_in_words
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.progress_bar import ProgressBar

_WHOLE = 1_000
"""What the bar counts to."""


class IntakeBar(QWidget):
    """Hidden while nothing is on its way."""

    def __init__(self, theme: Theme, intake: EvidenceIntake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._intake = intake
        self._activity = ""
        self._settled = self._total = 0
        self._words = Label(theme, "", Role.META, "ink2")
        self._bar = ProgressBar(theme, "Adding evidence")
        self._bar.setRange(0, _WHOLE)
        self.cancel = Button(theme, "Stop adding", compact=True)
        self.cancel.clicked.connect(intake.cancel)
        column = QVBoxLayout()
        column.setSpacing(theme.gap(4))
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        row.addWidget(self.cancel)
        intake.progressed.connect(self._on_progress)
        intake.moved.connect(self._on_moved)
        intake.asked.connect(self._on_asked)
        intake.idle.connect(self._on_idle)
        self.hide()

    def load(self, activity: str) -> None:
        """Another activity is on show: a file on its way to one shows with that one only."""
        self._activity = activity
        if self._intake.activity != activity:
            self.hide()

    def _on_progress(self, name: str, done: int, total: int) -> None:
        part = done / total if total else 0.0
        sizes = f"{size_in_words(done, like=total)} of {size_in_words(total)}"
        if self._total > 1:
            sizes = f"{self._settled + 1:,} of {self._total:,} files"
            part = (self._settled + part) / self._total
        self._words.setText(f"Adding ‘{name}’, {sizes}")
        self._show(part)

    def _on_moved(self, settled: int, total: int) -> None:
        self._settled = settled
        if total > 1:
            self._words.setText(f"Added {settled:,} of {total:,} files")
            self._show(settled / total)

    def _on_asked(self, _activity: str, count: int) -> None:
        self._total += count

    def _on_idle(self) -> None:
        self._settled = self._total = 0
        self.hide()

    def _show(self, part: float) -> None:
        self._bar.setValue(round(part * _WHOLE))
        self.setVisible(self._intake.activity == self._activity)
