"""Opening a CPD file: what can go wrong is said calmly, with a way on where there is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions import files, safety
from otcpd.actions.services import Services
from otcpd.domain.errors import FileDamaged, FileInUse, OtcpdError, ReadOnly
from otcpd.record.backup import Backup
from otcpd.record.record import Record
from otcpd.ui.machine import MachineSettings
from otcpd.ui.theme.theme import Theme
from otcpd.ui.times import when
from otcpd.ui.widgets.dialog import Dialog


class Opening(QObject):
    """One try to open one file. Exactly one of `opened` and `gave_up` comes."""

    opened = Signal(object, str)
    """The Record, and what to tell about how it was opened (mostly nothing)."""
    gave_up = Signal()

    def __init__(
        self, path: Path, services: Services, machine: MachineSettings, theme: Theme, window: QWidget | None
    ) -> None:
        """`window` is the one that stands open meanwhile, if any."""
        super().__init__()
        self._path = path
        self._services = services
        self._machine = machine
        self._theme = theme
        self._window = window
        self._told = ""
        self.dialog: Dialog | None = None
        """The question that stands, if one does."""

    def begin(self) -> None:
        """Try to open for writing."""
        try:
            record = files.open_to_write(self._path, self._services.around)
        except FileInUse as error:
            self._ask(
                "This file is open in another window",
                f"{error.happened} {error.safe} You can read it here meanwhile.",
                "Leave it closed",
                "Open it for reading",
                self._read,
            )
        except ReadOnly:
            self._read()
        except FileDamaged as error:
            self._offer_backup(error)
        except OtcpdError as error:
            self._tell(error)
        else:
            self._done(record)

    def _read(self) -> None:
        try:
            record = files.open_as_possible(self._path, self._services.around)
        except OtcpdError as error:
            self._tell(error)
            return
        self._done(record)

    def _offer_backup(self, error: FileDamaged) -> None:
        backup = self._newest_backup()
        if backup is None:
            text = f"{error.happened} {error.safe} There is no backup of it on this computer."
            self._ask("This file is damaged", f"{text} Open a backup that you keep elsewhere.", "Close", "", self._read)
            return
        made = when(backup.made, self._services.clock.today())
        self._ask(
            "This file is damaged. Restore the newest backup?",
            f"{error.happened} The newest checked backup is from {made}. What you wrote after that is not in it. "
            "The damaged file is kept beside it.",
            "Leave it as it is",
            "Restore the backup",
            self._restore,
        )

    def _restore(self) -> None:
        backup = self._newest_backup()
        assert backup is not None
        try:
            kept = safety.restore(backup.path, self._path, self._services.around)
        except OtcpdError as error:
            self._tell(error)
            return
        made = when(backup.made, self._services.clock.today())
        self._told = f"This is the backup from {made}."
        if kept is not None:
            self._told += f" The damaged file is kept as “{kept.name}”."
        self.begin()

    def _newest_backup(self) -> Backup | None:
        record_id = self._machine.record_id(self._path)
        if not record_id:
            return None
        found = safety.backups(self._services.backup_folder(record_id))
        return found[-1] if found else None

    def _tell(self, error: OtcpdError) -> None:
        happened = error.happened.removesuffix(".")
        self._ask(happened, f"{error.safe} {error.next_step}".strip(), "Close", "", self._read)

    def _ask(self, question: str, text: str, safe: str, act: str, do: object) -> None:
        dialog = Dialog(self._theme, question, text, safe=safe, act=act, dangerous=False, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(f"{question} - otcpd")
        dialog.accepted.connect(do)
        dialog.rejected.connect(self.gave_up)
        self.dialog = dialog
        dialog.open()

    def _done(self, record: Record) -> None:
        self.dialog = None
        self._machine.note_opened(self._path, record.id)
        self._machine.save()
        self.opened.emit(record, self._told)
