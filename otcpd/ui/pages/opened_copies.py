"""Copies of evidence: opened with the program the system has for them, or saved where the person says."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions.evidence import save_copy
from otcpd.actions.files import refuse_own_file
from otcpd.actions.leftovers import Leftovers
from otcpd.actions.previewing import copy_out, put_copy_task
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import Evidence
from otcpd.domain.sizes import MB
from otcpd.ui.pages.base import Desk

AT_ONCE = 1 * MB
"""Bytes of a file that is copied at once; a larger one is copied piece by piece, between events."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A private copy that is to be made, and what follows then."""

    piece: Evidence
    target: Path
    then: Callable[[], object]
    place: Path | None = None
    """Where the person wants a copy of her own."""


class OpenedCopies(QObject):
    """Copies for looking at stand in a private folder, which goes when the file is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._saving: Evidence | None = None
        self._slices: Iterator[int] | None = None
        self._waiting: deque[_Wanted] = deque()
        """The first one is being copied, as long as there are slices."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        desk.session.closing.connect(self._clear)

    @classmethod
    def of(cls, desk: Desk) -> OpenedCopies:
        """The one of this desk: copies outlive the view from which they were opened."""
        return desk.session.findChild(cls) or cls(desk)

    def open(self, piece: Evidence) -> None:
        """Open a copy with another program."""
        try:
            target = self._private(piece)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self._copy(piece, target, partial(self._open, target, piece.name))

    def save(self, piece: Evidence) -> None:
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
            self._desk.messages.say(f"No program on this computer opens ‘{name}’. Save a copy instead.", icon="info")

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
        self._desk.messages.say(f"Saving a copy of ‘{piece.name}’.", icon="info")
        self._copy(piece, source, partial(_Put, self._desk, source, target, self), target)

    def _say_saved(self, target: Path) -> None:
        self._desk.messages.say(saved(target))

    # Copying

    def _copy(self, piece: Evidence, target: Path, then: Callable[[], object], place: Path | None = None) -> None:
        """Make a private copy, after those that wait already, and then do something with it."""
        self._waiting.append(_Wanted(piece, target, then, place))
        self._timer.start()
        if len(self._waiting) == 1 and piece.size <= AT_ONCE:
            while self._waiting:
                self._go_on()

    def _go_on(self) -> None:
        wanted = self._waiting[0]
        try:
            if self._slices is None:
                self._slices = copy_out(self._desk.session.record, wanted.piece.sha256, wanted.target)
            if next(self._slices, None) is not None:
                return
        except OtcpdError as error:
            self._next()
            self._desk.session.problem.emit(error)
            return
        self._next()
        wanted.then()

    def _next(self) -> None:
        self._waiting.popleft()
        self._slices = None
        if not self._waiting:
            self._timer.stop()

    def _clear(self) -> None:
        """The file is about to be closed: give up what is under way, and say what is not saved for it."""
        self._timer.stop()
        self._slices = None
        for wanted in self._waiting:
            if wanted.place is not None:
                self._desk.messages.say(not_saved(wanted.place), icon="info")
        self._waiting.clear()
        for put in self.findChildren(_Put):
            put.give_up()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


class _Put(QObject):
    """The worker brings one private copy to the place that the person chose."""

    def __init__(self, desk: Desk, source: Path, target: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target = target
        self._leftovers = Leftovers([target.parent])
        self._job = desk.session.background.call(put_copy_task(source, target), self._on_put, self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.ended.connect(self.deleteLater)

    def give_up(self) -> None:
        """Its source is about to go."""
        self._job.cancel()

    def _on_put(self, _value: object) -> None:
        self._desk.messages.say(saved(self._target))

    def _on_failed(self, error: OtcpdError) -> None:
        self._desk.session.problem.emit(error)

    def _on_cancelled(self) -> None:
        self._leftovers.clear_away()
        self._desk.messages.say(not_saved(self._target), icon="info")


def saved(target: Path) -> str:
    """What is said of a copy that is in its place."""
    return f"A copy is saved as ‘{target.name}’."


def not_saved(target: Path) -> str:
    """What is said of a copy that closing the file put an end to."""
    return f"No copy was saved as ‘{target.name}’: the file was closed first."
