"""Opening a CPD file: what can go wrong is said calmly, with a way on where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from otcpd.actions import files
from otcpd.actions.services import Services
from otcpd.domain.errors import DiskFull, FileDamaged, FileInUse, FileMissing, OtcpdError, ReadOnly
from otcpd.record.record import Record
from otcpd.ui.background import Background
from otcpd.ui.letting_go import Standing
from otcpd.ui.machine import MachineSettings
from otcpd.ui.theme.theme import Theme
from otcpd.ui.times import at_moment

# What is said when a file cannot be opened is loaded when one cannot: mostly they can.
if TYPE_CHECKING:
    from otcpd.record.backup import Backup
    from otcpd.ui.shell.restoring import RestoringDialog
    from otcpd.ui.widgets.dialog import Dialog


class Opening(QObject):
    """One try to open one file. Exactly one of `opened` and `gave_up` comes."""

    opened = Signal(object, str)
    """The Record, and what to tell about how it was opened (mostly nothing)."""
    gave_up = Signal()
    find_wanted = Signal()
    """After `gave_up`: the file is not there, and the person wants to look for it."""

    def __init__(
        self,
        path: Path,
        services: Services,
        machine: MachineSettings,
        theme: Theme,
        background: Background,
        window: QWidget | None,
    ) -> None:
        """`window` is the one that stands open meanwhile, if any."""
        super().__init__()
        self._path = path
        self._services = services
        self._machine = machine
        self._theme = theme
        self._background = background
        self._window = window
        self._told = ""
        self._chosen: Backup | None = None
        self._useless: set[Path] = set()
        """Backups that turned out to be damaged themselves."""
        self._standing: Standing[Dialog] = Standing()
        self.restoring: RestoringDialog | None = None
        """Stands while a backup is restored."""

    @property
    def dialog(self) -> Dialog | None:
        """The question that stands, if one does."""
        return self._standing.dialog

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
        except (ReadOnly, DiskFull):
            self._read()
        except FileDamaged as error:
            self._offer_backups(error)
        except FileMissing as error:
            self._ask(error.happened.removesuffix("."), error.next_step, "Close", "Find it…", self._find)
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

    def _find(self) -> None:
        self.gave_up.emit()
        self.find_wanted.emit()

    def _offer_backups(self, error: FileDamaged) -> None:
        backups = self._backups()
        if not backups:
            text = f"{error.happened} {error.safe} There is no backup of it on this computer."
            self._ask("This file is damaged", f"{text} Open a backup that you keep elsewhere.", "Close", "", self._read)
            return
        today = self._services.clock.today()
        from otcpd.ui.shell.restoring import RestoreDialog

        self._put(RestoreDialog(self._theme, error.happened, backups, today, self._window), self._restore)

    def _backups(self) -> list[Backup]:
        """The newest first."""
        record_id = self._machine.record_id(self._path)
        if not record_id:
            return []
        from otcpd.actions import safety

        found = safety.backups(*self._services.backup_folders(record_id))
        return [backup for backup in reversed(found) if backup.path not in self._useless]

    def _restore(self) -> None:
        from otcpd.actions.restoring import restore_job
        from otcpd.background import task
        from otcpd.ui.shell.restoring import RestoreDialog, RestoringDialog

        assert isinstance(self.dialog, RestoreDialog)
        self._chosen = self.dialog.backup
        self.restoring = RestoringDialog(self._theme, self._path.name, self._window)
        now, machine = self._services.clock.now(), self._services.around.machine
        job = self._background.run(task(restore_job, self._chosen.path, self._path, machine, now))
        job.progressed.connect(self.restoring.show_progress)
        job.done.connect(self._on_restored)
        job.failed.connect(self._on_restore_failed)
        self.restoring.open()

    def _on_restored(self, kept: object) -> None:
        self._put_progress_away()
        assert self._chosen is not None
        self._told = f"This is the backup made {at_moment(self._chosen.made, self._services.clock.today())}."
        if isinstance(kept, Path):
            self._told += f" The damaged file is kept as ‘{kept.name}’."
        self.begin()

    def _on_restore_failed(self, error: OtcpdError) -> None:
        self._put_progress_away()
        assert self._chosen is not None
        if isinstance(error, FileDamaged):
            self._useless.add(self._chosen.path)
            self._offer_backups(error)
        else:
            self._tell(error)

    def _put_progress_away(self) -> None:
        if self.restoring is not None:
            self.restoring.finish()
            self.restoring = None

    def _tell(self, error: OtcpdError) -> None:
        happened = error.happened.removesuffix(".")
        self._ask(happened, f"{error.safe} {error.next_step}".strip(), "Close", "", self._read)

    def _ask(self, question: str, text: str, safe: str, act: str, do: object) -> None:
        from otcpd.ui.widgets.dialog import Dialog

        self._put(
            Dialog(self._theme, question, text, safe=safe, act=act, dangerous=False, parent=self._window),
            do,
        )

    def _put(self, dialog: Dialog, do: object) -> None:
        dialog.setWindowTitle(f"{dialog.windowTitle()} - otcpd")
        dialog.accepted.connect(do)
        dialog.rejected.connect(self.gave_up)
        self._standing.open(dialog)

    def _done(self, record: Record) -> None:
        self._machine.note_opened(self._path, record.id)
        self._machine.save()
        self.opened.emit(record, self._told)
