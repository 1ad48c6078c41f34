"""The numbers that the profile gives to evidence, worked out a moment after something changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.domain.errors import OtcpdError
from otcpd.ui.session import Session

WAIT = 400
"""Milliseconds after a change until they are worked out again."""


class Numbers(QObject):
    """Asked often, works once."""

    counted = Signal(dict)
    """Evidence id to number."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)
        session.closing.connect(self._timer.stop)

    def soon(self) -> None:
        """Something changed."""
        self._timer.start(WAIT)

    def at_once(self) -> None:
        """None are known yet: a chip that gets its number later jumps."""
        self._timer.start(0)

    def _count(self) -> None:
        from otcpd.actions.evidence_numbers import evidence_numbers  # the first window does without it

        try:
            numbers = evidence_numbers(self._session.record)
        except OtcpdError:
            self._timer.start(WAIT)  # held by another program, or its disk is away for the moment
            return
        self.counted.emit(numbers)
