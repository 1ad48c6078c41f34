"""Work on the whole file: the window gives it back, the worker works on it, and a window opens on it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from otcpd.actions.profile_folder import WorkingFolder, no_room_to_work
from otcpd.background import Task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Background, Job
from otcpd.ui.shell.working import WorkingDialog
from otcpd.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Return:
    """How the window opens again after an errand: which file, what it says, where in the settings it stands.

    `brought` is for the section: it finds it in `Session.brought`. What was done is taken back by undo if it is
    `undoable`, else by `errand`, under the button `action`.
    """

    path: Path
    text: str = ""
    section: str = ""
    brought: object = None
    undoable: bool = False
    action: str = ""
    errand: Errand | None = None
    left: Path | None = None
    """Where the file is no longer: it was moved."""


@dataclass(frozen=True, slots=True)
class Errand:
    """`task` is done on the file at `path` while no window has it. `back` makes of its result how to go on.

    All are plain values and functions: the page that asked for it is gone by then.
    """

    title: str
    text: str
    task: Task
    path: Path
    back: Callable[[object], Return]
    section: str
    """Where in the settings the window opens again if nothing came of it."""
    cancel: str = ""
    """What the button says that gives the work up, and undoes what was done of it; empty where it has to end."""
    folder: bool = False
    """The task is also given `folder`, by keyword: a folder for copies, which goes when it ends, however it ends."""
    typed: object = None
    """What the person had chosen and written there: `Session.brought` if nothing came of it, to stand there again."""


class Curtain(QWidget):
    """The picture of a window that has closed, until the next one opens."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._picture: QPixmap = window.grab()
        self.setWindowTitle("otcpd")
        self.setAccessibleName("otcpd")
        self.setGeometry(window.geometry())
        self.setWindowState(window.windowState())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


class ErrandRun(QObject):
    """One errand. `returned` comes once the file can be opened again."""

    returned = Signal(object)
    """A Return."""

    def __init__(self, errand: Errand, theme: Theme, window: QWidget, parent: QObject) -> None:
        """`window` is the one that is about to close."""
        super().__init__(parent)
        self.errand = errand
        self._theme = theme
        self._job: Job | None = None
        self._folder: WorkingFolder | None = None
        self.curtain = Curtain(window)
        self.dialog: WorkingDialog | None = None
        self.problem: OtcpdError | None = None
        """Why nothing came of it."""
        self.came: Return | None = None
        """How the window opens again; None while the work goes on."""

    def begin(self, background: Background) -> None:
        """The window has closed."""
        errand = self.errand
        try:
            task = self._with_folder(errand.task) if errand.folder else errand.task
        except OtcpdError as error:
            self._on_failed(error)
            return
        self.dialog = WorkingDialog(self._theme, errand.title, errand.text, self.curtain, cancel=errand.cancel)
        self.dialog.cancel_wanted.connect(self._on_cancel)
        self._job = background.run(task)
        self._job.progressed.connect(self.dialog.show_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self.dialog.open()

    def end(self) -> None:
        """A window is open again, or another one stands."""
        job, self._job = self._job, None
        if job is not None:
            job.cancelled.disconnect(self._on_cancelled)  # it would have the next window opened
            job.cancel()
        self._put_folder_away()
        self._put_dialog_away()
        self.curtain.close()
        self.curtain.deleteLater()
        self.deleteLater()

    def _with_folder(self, task: Task) -> Task:
        self._folder = WorkingFolder(no_room_to_work)
        return replace(task, kwargs={**task.kwargs, "folder": self._folder.path})

    def _on_done(self, value: object) -> None:
        self._return(self.errand.back(value))

    def _on_failed(self, error: OtcpdError) -> None:
        self.problem = error
        self._return(self._as_it_was())

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_cancelled(self) -> None:
        self._return(self._as_it_was("Cancelled. Your CPD file is as it was."))

    def _as_it_was(self, text: str = "") -> Return:
        return Return(self.errand.path, text, self.errand.section, self.errand.typed)

    def _return(self, came: Return) -> None:
        self._job = None
        self._put_folder_away()
        self._put_dialog_away()
        self.came = came
        self.returned.emit(came)

    def _put_folder_away(self) -> None:
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _put_dialog_away(self) -> None:
        if self.dialog is not None:
            self.dialog.finish()
            self.dialog = None
