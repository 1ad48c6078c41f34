"""The window is to close while evidence is on its way in: it waits for it, and says so."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otcpd.domain.words import tally
from otcpd.ui.pages.log.intake import EvidenceIntake
from otcpd.ui.session import Session
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.dialog import Dialog


def on_their_way(session: QObject) -> list[EvidenceIntake]:
    """What takes files in now, for any page."""
    return [intake for intake in session.findChildren(EvidenceIntake) if intake.busy]


def try_later(intakes: list[EvidenceIntake]) -> str:
    """Why the file cannot be closed for another one just now."""
    count = sum(intake.left for intake in intakes)
    which = "it is in" if count == 1 else "they are in"
    return f"{tally(count, 'file')} {'is' if count == 1 else 'are'} still being added. Try again once {which}."


def stop_adding(session: QObject) -> str:
    """Give up what is still on its way; in words, what came of it."""
    intakes = on_their_way(session)
    count = sum(intake.left for intake in intakes)
    for intake in intakes:
        intake.cancel()
    if not count:
        return "All the files are in."
    return f"{tally(count, 'file')} left out. Everything else is saved, and you can open the other file now."


class ComingInDialog(Dialog):
    """Accepted means: close now, by itself once nothing is on its way or because the person stopped it."""

    def __init__(self, theme: Theme, session: Session, intakes: list[EvidenceIntake], parent: QWidget) -> None:
        count = sum(intake.left for intake in intakes)
        one = count == 1
        super().__init__(
            theme,
            f"Adding {tally(count, 'file')}…",
            f"The window closes by itself as soon as {'it is' if one else 'they are'} in. If you stop,"
            f" {'the file is' if one else 'those that are not in are'} left out; everything else is saved.",
            safe="Keep the window open",
            act="Stop and close",
            parent=parent,
        )
        self._session = session
        for intake in intakes:
            intake.idle.connect(self._on_idle)

    def accept(self) -> None:
        """Stop what is still on its way."""
        for intake in on_their_way(self._session):
            intake.idle.disconnect(self._on_idle)
            intake.cancel()
        super().accept()

    def _on_idle(self) -> None:
        if self.isVisible() and not on_their_way(self._session):
            self.accept()
