"""The foot of the sidebar: whether all is saved, and when the backup was checked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from otcpd.actions.backup_places import usual_folder
from otcpd.ui import words
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.backup_watch import BackupState, BackupWatch
from otcpd.ui.messages import Messages
from otcpd.ui.session import Session
from otcpd.ui.widgets.sidebar import Sidebar


class Foot(QObject):
    """Keeps the two lines true; a click on one explains it."""

    def __init__(
        self, sidebar: Sidebar, session: Session, backups: BackupWatch, messages: Messages, *, sample: bool = False
    ) -> None:
        """`sample` says that the file is thrown away in the end."""
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._session = session
        self._messages = messages
        self._backups = backups
        self._backup = BackupState()
        self._kept = ""
        self._sample = sample
        session.save_state.connect(self._on_saving)
        backups.told.connect(self._on_backup)
        sidebar.saved.clicked.connect(self._explain_saving)
        sidebar.backup.clicked.connect(self._explain_backup)
        self._on_saving(session.saving)

    def note_kept(self, name: str) -> None:
        """What cannot be saved is in another file of this name as well."""
        self._kept = name
        self._on_saving(self._session.saving)

    def _on_saving(self, status: SaveStatus) -> None:
        line = self._sidebar.saved
        if self._session.read_only:
            line.show_good("eye", words.READING_ONLY)
        elif status.kind is SaveKind.FAILED:
            kept = self._kept and not self._session.autosave.at_risk
            line.show_problem("Not in this file" if kept else "Not saved yet", grave=True)
        elif status.kind is SaveKind.SAVING:
            line.show_good("clock", words.SAVING)
        elif self._session.unread():
            line.show_problem("Not all saved yet", "Not all saved")
        elif self._sample:
            line.show_good("info", "Sample, not kept", "Sample")
        else:
            line.show_good("tick", words.ALL_SAVED, "Saved")

    def _on_backup(self, state: BackupState) -> None:
        self._backup = state
        if state.problem is not None:
            self._sidebar.backup.show_problem("No backup made", "No backup")
        elif state.made:
            self._sidebar.backup.show_good("shield", f"Backup checked {state.made}", f"Backup {state.made}")

    def _explain_saving(self) -> None:
        status = self._session.saving
        if self._session.read_only:
            self._messages.say(self._session.record.read_only_because, icon="info")
        elif status.kind is SaveKind.FAILED:
            kept = self._kept and not self._session.autosave.at_risk
            sentence = f"Not in this file. Your text is in ‘{self._kept}’." if kept else status.sentence
            self._messages.offer(sentence, words.TRY_AGAIN, self._session.flush)
        elif unread := self._session.unread():
            self._messages.say(f"{words.not_saved(unread)}. The field says why.", icon="warn")
        elif self._sample:
            self._messages.say("This is a sample. Nothing you do here is kept.", icon="info")
        elif status.at:
            self._messages.say(f"Everything is saved. The last save was at {status.at}.")
        else:
            self._messages.say("Everything is saved. Your text is saved while you type.")

    def _explain_backup(self) -> None:
        self._backups.note(self._backups.all())
        if self._backup.problem is not None:
            self._messages.say(self._backup.sentence, icon="warn")
        elif self._backup.said:
            services, record = self._session.services, self._session.record
            folder = services.backup_folder(record.id)
            usual = folder == usual_folder(services.data_folder, record.id)
            where = "on this computer only" if usual else f"in ‘{folder}’"
            self._messages.say(f"{self._backup.sentence} It is {where}.", icon="shield")
        else:
            self._messages.say("No backup has been made yet. The first one comes in a moment.", icon="shield")
