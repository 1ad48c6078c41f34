"""Being ended from outside, as if the person had pressed Ctrl+C: everything is put away first."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Ended by the system or another program, the terminal closed, Ctrl+Break: not every platform has them all."""


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """In the block these signals raise KeyboardInterrupt; one that is ignored stays so."""
    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {one: signal.getsignal(one) for one in known}
    heeded = [one for one, handler in before.items() if handler not in (signal.SIG_IGN, None)]
    try:
        for one in heeded:
            signal.signal(one, _interrupt)
        yield
    finally:
        for one in heeded:
            signal.signal(one, before[one])


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
