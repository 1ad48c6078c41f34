"""Copies of evidence: opened with the program the system has for them, or saved where the person says."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions.evidence import save_copy
from otcpd.actions.files import refuse_own_file
from otcpd.actions.previewing import copy_out, put_copy_task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import Evidence
from otcpd.domain.sizes import MB
from otcpd.ui.pages.base import Desk

AT_ONCE = 1 * MB
"""Bytes of a file that is copied at once; a larger one is copied piece by piece, between events."""


class OpenedCopies(QObject):
    """Copies for looking at stand in a private folder, which goes when the file is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._saving: Evidence | None = None
        self._slices: Iterator[int] | None = None
        self._then: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        desk.session.closing.connect(self._clear)

    @classmethod
    def of(cls, desk: Desk) -> OpenedCopies:
        """The one of this desk: copies outlive the view from which they were opened."""
        return desk.session.findChild(cls) or cls(desk)

    def open(self, piece: Evidence, *_: object) -> None:
        """Open a copy with another program."""
        try:
            target = self._private(piece)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self._copy(piece, target, partial(self._open, target, piece.name))

    def save(self, piece: Evidence, *_: object) -> None:
        """Have a place chosen, and write the file there as it came in."""
        window = QApplication.activeWindow()
        self._saving = piece
        parent = window if window is not None else QWidget()
        self._desk.desktop.choose_place(parent, "Save a copy", Path.home() / piece.name, "", self._write)

    def _private(self, piece: Evidence) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="otcpd-", ignore_cleanup_errors=True)
        place = Path(self._folder.name) / piece.id
        place.mkdir(exist_ok=True)
        return place / (Path(piece.name).name or "evidence")

    def _open(self, target: Path, name: str) -> None:
        if not self._desk.desktop.open(target):
            self._desk.messages.say(f"No program on this computer opens “{name}”. Save a copy instead.", icon="info")

    def _write(self, places: list[Path]) -> None:
        piece, self._saving = self._saving, None
        if piece is None:
            return
        record, target = self._desk.session.record, places[0]
        try:
            if piece.size <= AT_ONCE:
                save_copy(record, piece.id, target)
                self._say_saved(target)
                return
            refuse_own_file(record, target)
            source = self._private(piece)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self._desk.messages.say(f"Saving a copy of “{piece.name}”.", icon="info")
        self._copy(piece, source, partial(self._put, source, target))

    def _put(self, source: Path, target: Path) -> None:
        job = self._desk.session.background.run(put_copy_task(source, target))
        job.done.connect(partial(self._on_put, target))
        job.failed.connect(self._desk.session.problem)

    def _on_put(self, target: Path, _value: object) -> None:
        self._say_saved(target)

    def _say_saved(self, target: Path) -> None:
        self._desk.messages.say(f"A copy is saved as “{target.name}”.")

    # Copying

    def _copy(self, piece: Evidence, target: Path, then: Callable[[], object]) -> None:
        """Make a private copy, and then do something with it; a copy under way is given up for it."""
        self._slices, self._then = copy_out(self._desk.session.record, piece.sha256, target), then
        if piece.size > AT_ONCE:
            self._timer.start()
            return
        while self._slices is not None:
            self._go_on()

    def _go_on(self) -> None:
        try:
            if self._slices is not None and next(self._slices, None) is not None:
                return
        except OtcpdError as error:
            self._stop()
            self._desk.session.problem.emit(error)
            return
        then = self._then
        self._stop()
        if then is not None:
            then()

    def _stop(self) -> None:
        self._timer.stop()
        self._slices = self._then = None

    def _clear(self) -> None:
        self._stop()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
