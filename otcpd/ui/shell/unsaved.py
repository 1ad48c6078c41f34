"""What happens when the window is to close and something cannot be saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.disk import whole_file
from otcpd.domain.errors import OtcpdError
from otcpd.ui import words
from otcpd.ui.autosave import Draft
from otcpd.ui.desktop import Desktop
from otcpd.ui.session import Session
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.dialog import Dialog


class SaveElsewhere(QObject):
    """Writes what cannot be saved into a plain text file of the person's choice."""

    kept = Signal(str)
    """The name of the file that now holds the texts."""
    failed = Signal(object)
    """An OtcpdError."""

    def __init__(self, session: Session, desktop: Desktop, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._desktop = desktop
        self._window = window

    def ask(self) -> None:
        """Have a place chosen, and write there."""
        day = self._session.services.clock.today()
        suggested = Path.home() / f"Not saved in my CPD file {day}.txt"
        self._desktop.choose_place(self._window, words.SAVE_ELSEWHERE, suggested, "Text (*.txt)", self._write)

    def _write(self, places: list[Path]) -> None:
        try:
            with whole_file(places[0]) as file:
                file.write(as_text(self._session.autosave.drafts).encode())
        except OtcpdError as error:
            self.failed.emit(error)
            return
        self.kept.emit(places[0].name)


def as_text(drafts: Sequence[Draft]) -> str:
    """Texts under their labels, for reading."""
    return "\n\n".join(f"{draft.label}\n{draft.text}" for draft in drafts) + "\n"


class UnsavedDialog(Dialog):
    """Accepted means: try again. Rejected: the window stays open."""

    elsewhere = Signal()
    """The person wants her texts in another file."""

    def __init__(self, theme: Theme, sentence: str, parent: QWidget) -> None:
        """`sentence` says why saving failed."""
        super().__init__(
            theme,
            "What you wrote last is not saved yet",
            f"{sentence} Everything before it is saved.",
            safe="Keep the window open",
            act=words.TRY_AGAIN,
            dangerous=False,
            parent=parent,
        )
        self.add_way(words.SAVE_ELSEWHERE).clicked.connect(self._on_elsewhere)

    def _on_elsewhere(self) -> None:
        self.reject()
        self.elsewhere.emit()
