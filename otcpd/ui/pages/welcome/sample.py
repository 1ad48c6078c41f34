"""The sample file: made in the worker process, kept in a folder of its own, gone when one has looked."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from otcpd.actions.files import SUFFIX, open_to_write
from otcpd.actions.services import Services
from otcpd.background import task
from otcpd.domain.errors import OtcpdError
from otcpd.ui.background import Background, Job

NAME = f"Sample{SUFFIX}"


class SampleMaker(QObject):
    """Makes one sample at a time."""

    made = Signal(object)
    """The Record, open."""
    failed = Signal(object)
    """An OtcpdError."""
    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    """Steps done, and steps in all."""

    def __init__(self, services: Services, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._background = background
        self._folders: list[tempfile.TemporaryDirectory[str]] = []
        self._job: Job | None = None

    def make(self) -> None:
        """Begin; nothing happens while one is being made."""
        from otcpd.actions.sample import make_sample  # most starts of the program do without it

        if self._job is not None:
            return
        self._folders.append(tempfile.TemporaryDirectory(prefix="otcpd-sample-", ignore_cleanup_errors=True))
        around = self._services.around
        self._job = self._background.run(task(make_sample, self._place(), self._services.clock.now(), around.program))
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._forget_newest)
        self._job.ended.connect(self._on_ended)
        self.busy_changed.emit(True)

    def give_up(self) -> None:
        """Stop making it."""
        if self._job is not None:
            self._job.cancel()

    def clear_away(self, *, but_newest: bool = False) -> None:
        """Delete the samples made so far. They must be closed."""
        kept = self._folders[-1:] if but_newest else []
        for folder in self._folders[: len(self._folders) - len(kept)]:
            folder.cleanup()
        self._folders = kept

    def _place(self) -> Path:
        return Path(self._folders[-1].name) / NAME

    def _on_progress(self, done: int, total: int, _words: str) -> None:
        self.progressed.emit(done, total)

    def _on_done(self) -> None:
        try:
            record = open_to_write(self._place(), self._services.around)
        except OtcpdError as error:
            self._on_failed(error)
            return
        self.made.emit(record)

    def _on_failed(self, error: OtcpdError) -> None:
        self._forget_newest()
        self.failed.emit(error)

    def _forget_newest(self) -> None:
        self._folders.pop().cleanup()

    def _on_ended(self) -> None:
        self._job = None
        self.busy_changed.emit(False)
