"""Whether what is written about the open session is safe."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.domain.dates import long_day
from otcpd.domain.supervision import Session
from otcpd.ui import words
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.pages.base import Desk
from otcpd.ui.times import time_of_day
from otcpd.ui.widgets.save_state import SaveState


class SavedLine(SaveState):
    """Follows the saving of the file; at rest it says when the session was changed last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, desk.announcer, parent)
        self._desk = desk
        self._session: Session | None = None
        self.try_again.connect(desk.session.flush)
        desk.session.save_state.connect(self._on_state)

    def load(self, session: Session) -> None:
        """Follow a session."""
        self._session = session
        if self._desk.session.saving.kind in (SaveKind.NOTHING, SaveKind.SAVED) and not self._unread():
            self._show_modified()

    def _unread(self) -> list[str]:
        if self._session is None:
            return []
        return self._desk.session.unread("supervision_session", self._session.id)

    def _show_modified(self) -> None:
        session = self._session
        if session is None or session.modified is None or self._desk.session.read_only:
            return
        day = session.modified.astimezone().date()
        if day == self._desk.session.record.clock.today():
            self.show_saved(time_of_day(session.modified))
        else:
            self.show_saved_on(long_day(day, brief=True))

    def _on_state(self, status: SaveStatus) -> None:
        unread = self._unread()
        if status.kind is SaveKind.FAILED:
            self.show_failed(status.sentence)
        elif unread and status.kind is not SaveKind.SAVING:
            self.show_unread(words.not_saved(unread))
        elif status.kind is SaveKind.SAVING:
            self.show_saving()
        elif status.kind is SaveKind.SAVED:
            self.show_saved(status.at)
        else:
            self._show_modified()
