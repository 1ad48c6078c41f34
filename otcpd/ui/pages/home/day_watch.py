"""Notices that the day, or the time of day, has become another."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.domain.ports import Clock

_TURNS = (0, 4, 12, 18)
"""Hours at which the greeting is another."""
_MOST = timedelta(minutes=15)
"""A computer may sleep past any moment: it looks this often at least."""


class DayWatch(QObject):
    """Looks while it is begun, and when told to."""

    turned = Signal()
    """Another day, or another part of it."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = self._now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def waits(self) -> bool:
        """Whether it will look by itself."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Look from now on."""
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Say so if it is another time of day than before, and look again when it may be."""
        now = self._now()
        wait = min(until_turn(self._clock.now().astimezone()), _MOST)
        self._timer.start(max(1_000, round(wait.total_seconds() * 1_000)))
        if now != self._seen:
            self._seen = now
            self.turned.emit()

    def _now(self) -> tuple[object, int]:
        hour = self._clock.now().astimezone().hour
        return self._clock.today(), sum(hour >= turn for turn in _TURNS)


def until_turn(now: datetime) -> timedelta:
    """How long it is until the next of the day's turns; `now` is local."""
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    turns = [midnight + timedelta(hours=hour) for hour in (*_TURNS, 24)]
    return min(turn for turn in turns if turn > now) - now
