"""Whether what is written about the open thing is safe."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from otcpd.domain.dates import long_day
from otcpd.ui import words
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.pages.base import Desk
from otcpd.ui.times import time_of_day
from otcpd.ui.widgets.save_state import SaveState


class SavedLine(SaveState):
    """Follows the saving of the file; at rest it says when the thing was changed last."""

    def __init__(self, desk: Desk, table: str, parent: QWidget | None = None) -> None:
        """`table` is where its things stand, as the keys of their fields begin."""
        super().__init__(desk.theme, desk.announcer, parent)
        self._session = desk.session
        self._table = table
        self._key = ""
        self._modified: datetime | None = None
        self.try_again.connect(desk.session.flush)
        desk.session.save_state.connect(self._on_state)

    def load(self, key: str, modified: datetime | None) -> None:
        """Follow a thing."""
        self._key, self._modified = key, modified
        if self._session.saving.kind in (SaveKind.NOTHING, SaveKind.SAVED) and not self._unread():
            self._show_modified()

    def _unread(self) -> list[str]:
        return self._session.unread(self._table, self._key) if self._key else []

    def _show_modified(self) -> None:
        if self._modified is None or self._session.read_only:
            return
        day = self._modified.astimezone().date()
        if day == self._session.record.clock.today():
            self.show_saved(time_of_day(self._modified))
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
