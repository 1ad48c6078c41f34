"""Undoes what one drop of files brought, a step at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from otcpd.ui.session import Session


class DropUndo(QObject):
    """A large drop comes in several steps. They are undone from the newest on, as long as nothing else is newer."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._steps: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        session.closing.connect(self._timer.stop)

    def of(self, steps: Sequence[str]) -> Callable[[], object] | None:
        """What undoes these steps, oldest first; None if there is nothing to undo."""
        return partial(self._begin, list(steps)) if steps else None

    def _begin(self, steps: list[str]) -> None:
        self._steps = steps
        self._go_on()
        if self._steps:
            self._timer.start()

    def _go_on(self) -> None:
        newest = self._session.record.undo_lists().undo
        if self._steps and newest and newest[-1][0] == self._steps[-1]:
            self._steps.pop()
            self._session.undo()
        else:
            self._steps = []
        if not self._steps:
            self._timer.stop()
