"""Copies of evidence: opened with the program the system has for them, or saved where the person says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions.evidence import save_copy
from otcpd.domain.errors import OtcpdError
from otcpd.domain.evidence import Evidence
from otcpd.ui.pages.base import Desk


class OpenedCopies(QObject):
    """Copies for looking at stand in a private folder, which goes when the file is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._saving: Evidence | None = None
        desk.session.closing.connect(self._clear)

    def open(self, piece: Evidence, *_: object) -> None:
        """Open a copy with another program."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="otcpd-", ignore_cleanup_errors=True)
        place = Path(self._folder.name) / piece.id
        target = place / (Path(piece.name).name or "evidence")
        try:
            place.mkdir(exist_ok=True)
            save_copy(self._desk.session.record, piece.id, target)
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        if not self._desk.desktop.open(target):
            self._desk.messages.say(
                f"No program on this computer opens “{piece.name}”. Save a copy instead.", icon="info"
            )

    def save(self, piece: Evidence, *_: object) -> None:
        """Have a place chosen, and write the file there as it came in."""
        window = QApplication.activeWindow()
        self._saving = piece
        parent = window if window is not None else QWidget()
        self._desk.desktop.choose_place(parent, "Save a copy", Path.home() / piece.name, "", self._write)

    def _write(self, places: list[Path]) -> None:
        piece, self._saving = self._saving, None
        if piece is None:
            return
        try:
            save_copy(self._desk.session.record, piece.id, places[0])
        except OtcpdError as error:
            self._desk.session.problem.emit(error)
            return
        self._desk.messages.say(f"A copy is saved as “{places[0].name}”.")

    def _clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
