"""Brings evidence out of the CPD file into a private copy, a piece at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions.previewing import PreviewCopies
from otcpd.domain.errors import Busy, OtcpdError
from otcpd.ui.session import Session

PATIENCE = 500
"""Milliseconds between two tries while another program holds the CPD file."""


class SharedCopies(QObject):
    """The copies that all views of a window share. They go when the file is closed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.copies = PreviewCopies(session.record)
        session.closing.connect(self.copies.close)

    @classmethod
    def of(cls, session: Session) -> SharedCopies:
        """Those of an open file."""
        return session.findChild(cls) or cls(session)


class Fetching(QObject):
    """One file at a time; asking for another one gives up the one under way."""

    ready = Signal(str, object)
    """The SHA-256 asked for, and the path of its copy."""
    failed = Signal(str, object)
    """The SHA-256 asked for, and an OtcpdError."""
    progressed = Signal(object)
    """Bytes that are there so far."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._copies = SharedCopies.of(session).copies
        self._slices: Iterator[int] | None = None
        self._sha256 = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        session.closing.connect(self.give_up)

    def fetch(self, sha256: str) -> None:
        """Ask for these bytes; `ready` or `failed` comes in a later turn of the event loop."""
        self.give_up()
        self._sha256 = sha256
        if self._copies.ready(sha256) is None:
            self._slices = self._copies.make(sha256)
        self._timer.start(0)

    def give_up(self) -> None:
        """Nothing is wanted any more."""
        self._timer.stop()
        self._slices = None

    def forget(self, sha256: str) -> None:
        """Delete the copy of these bytes: they were erased."""
        if sha256 == self._sha256:
            self.give_up()
        self._copies.forget(sha256)

    def _step(self) -> None:
        self._timer.setInterval(0)
        try:
            if self._slices is not None:
                self.progressed.emit(next(self._slices))
                return
        except StopIteration:
            pass
        except Busy:
            self._slices = self._copies.make(self._sha256)  # another program holds the file for the moment
            self._timer.setInterval(PATIENCE)
            return
        except OtcpdError as error:
            self.give_up()
            self.failed.emit(self._sha256, error)
            return
        self.give_up()
        path: Path | None = self._copies.ready(self._sha256)
        assert path is not None
        self.ready.emit(self._sha256, path)
