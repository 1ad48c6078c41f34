"""How long the window is held: every stretch of the UI thread in which no other event can come through.

A stretch is one turn of the event loop, or one key or click that a test sends. What counts is the processor time of
the UI thread alone, measured against what a fixed piece of work takes at the time, so that a busy or slow machine does
not lie. What a test itself does between is not counted. Nor is the
opening of a window on a file, which has a measure of its own (`tests/benchmarks/test_starting.py`).
"""

from __future__ import annotations

import gc
import os
import signal
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from tests.watching import MOST_TOLD, PROPERTY, Stretch

AIM_SAMPLE = 50.0
"""Milliseconds for which the window may be held on a file of the usual size."""
AIM_LARGE = 100.0
"""The same with 25,000 activities."""
TOLERANCE = 3.0
"""The suite fails only past this many times an aim."""
BESIDE_OTHERS = 6.0
"""The same where tests run beside each other: they take turns on each core, and the weighing, a moment after
what it weighs, may miss that by half."""
USUAL = 1.4
"""Milliseconds of processor time that `_work` takes on the machine for which the aims were set, when it is quiet.
Processors that share a core, or a host, give each less than a whole one without any clock showing it."""
WORTH_WEIGHING = 40.0
WORTH_TELLING = 5.0
"""Milliseconds; shorter stretches are not kept."""

_LOOK = 0.004
"""Seconds between two looks at what the UI thread is doing."""


class Looker:
    """Looks every few milliseconds of work where the program is, and says where it was in a stretch of time.

    By a signal, which Python hands to its main thread: looking from another thread ends Python 3.11 now and then.
    Where there are no such signals nothing is seen.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def begin(self) -> None:
        """Begin to look."""
        if sys.platform != "win32":
            signal.signal(signal.SIGPROF, self._look)
            signal.setitimer(signal.ITIMER_PROF, _LOOK, _LOOK)

    def end(self) -> None:
        """Stop looking."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, signal.SIG_IGN)  # one may be on its way

    def taken(self) -> str:
        """Where the program was seen most since the last time; empty where it was never seen in our code."""
        seen, self._seen = self._seen, Counter()
        return ", ".join(place for place, _ in seen.most_common(2))

    def _look(self, _number: int, frame: FrameType | None) -> None:
        place = _place(frame)
        if place:
            self._seen[place] += 1


def _place(frame: FrameType | None) -> str:
    """The innermost function of otcpd."""
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith("otcpd."):
            return f"{name.removeprefix('otcpd.')}.{frame.f_code.co_qualname}"
        frame = frame.f_back
    return ""


class Watchdog(QObject):
    """Watches from `begin` to `end`; then `stretches` has what is worth telling, the longest first."""

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[Stretch] = []
        self.count = 0
        self._depth = 0
        self._since: float | None = None
        self._words = ""
        self._windows: set[int] = set()
        self._looker = Looker()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        self._dispatcher = dispatcher

    @property
    def longest(self) -> float:
        """Milliseconds."""
        return max((one.milliseconds for one in self.stretches), default=0.0)

    def begin(self) -> None:
        """Begin to watch."""
        self._dispatcher.awake.connect(self._turn)
        self._dispatcher.aboutToBlock.connect(self._turn)
        self._looker.begin()

    def end(self) -> None:
        """Stop watching."""
        self._looker.end()
        self._dispatcher.awake.disconnect(self._turn)
        self._dispatcher.aboutToBlock.disconnect(self._turn)
        self.stretches.sort(key=_milliseconds, reverse=True)

    @contextmanager
    def stretch(self, words: str) -> Iterator[None]:
        """Everything in here is watched; the loop may turn in it."""
        self._close()
        before, self._words = self._words, words
        self._depth += 1
        self._open()
        try:
            yield
        finally:
            self._close()
            self._depth -= 1
            self._words = before
            if self._depth:
                self._open()

    def _turn(self) -> None:
        if self._depth:
            self._close()
            self._open()

    def _open(self) -> None:
        self._since = time.thread_time()

    def _close(self) -> None:
        if self._since is None:
            return
        taken = (time.thread_time() - self._since) * 1000
        self._since = None
        self.count += 1
        where = self._looker.taken()
        windows = {id(one) for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow)}
        opened = not windows <= self._windows
        self._windows = windows
        if taken >= WORTH_TELLING and not opened:
            # What a long one would have taken on a quiet machine: asked at once, for it changes by the second.
            usual = taken / max(1.0, slowness()) if taken >= WORTH_WEIGHING else taken
            self.stretches.append(Stretch(usual, self._words, where))


def _milliseconds(stretch: Stretch) -> float:
    return stretch.milliseconds


@contextmanager
def watching(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    """Watch everything that a test sends to windows, and every turn of the loop it waits in."""
    watchdog = Watchdog()
    monkeypatch.setattr(QEventLoop, "exec", _watched(watchdog, QEventLoop.exec, "the loop"))
    monkeypatch.setattr(QTest, "qWait", staticmethod(_watched(watchdog, QTest.qWait, "the loop")))
    turn = _watched(watchdog, QCoreApplication.processEvents, "the loop")
    monkeypatch.setattr(QCoreApplication, "processEvents", staticmethod(turn))
    click = _watched_key(watchdog, QTest.keyClick)
    monkeypatch.setattr(QTest, "keyClick", staticmethod(click))
    monkeypatch.setattr(QTest, "keyClicks", staticmethod(_typing(click)))
    monkeypatch.setattr(QTest, "mouseClick", staticmethod(_watched(watchdog, QTest.mouseClick, "a click")))
    # As in the program itself, what was there before is never looked through again.
    gc.freeze()
    watchdog.begin()
    try:
        yield watchdog
    finally:
        watchdog.end()
        gc.unfreeze()


def _watched(watchdog: Watchdog, original: Callable[..., object], words: str) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        with watchdog.stretch(words):
            return original(*args, **kwargs)

    return call


def _watched_key(watchdog: Watchdog, original: Callable[..., object]) -> Callable[..., object]:
    def call(target: QWidget, key: Qt.Key | str, *args: object) -> None:
        name = key.name if isinstance(key, Qt.Key) else key
        with watchdog.stretch(f"{name} in {type(target).__name__}"):
            original(target, key, *args)
        # A person's next key comes after what this one led to.
        QCoreApplication.processEvents()

    return call


def _typing(click: Callable[..., object]) -> Callable[..., None]:
    def call(target: QWidget, text: str, *args: object) -> None:
        for letter in text:
            click(target, letter, *args)

    return call


def slowness() -> float:
    """How many times as long as usual the processor takes for a fixed piece of work at the moment."""
    taken: list[float] = []
    for _ in range(5):
        begun = time.thread_time()
        _work()
        taken.append((time.thread_time() - begun) * 1000)
    return statistics.median(taken) / USUAL


def _work() -> object:
    words = [str(number * 7919 % 1009) for number in range(6000)]
    count: dict[str, int] = {}
    for word in words:
        count[word] = count.get(word, 0) + 1
    return sorted(count.items(), key=_second), sum(len(word) for word in words)


def _second(pair: tuple[str, int]) -> int:
    return pair[1]


@contextmanager
def held_to(aim: float, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watchdog]:
    """Watch a test, keep its longest stretches for the summary, and fail it past three times the aim (milliseconds),
    or six where tests run beside each other."""
    with watching(monkeypatch) as watchdog:
        yield watchdog
    limit = aim * (BESIDE_OTHERS if "PYTEST_XDIST_WORKER" in os.environ else TOLERANCE)
    longest = watchdog.stretches[:MOST_TOLD]
    request.node.user_properties.append((PROPERTY, [(one.milliseconds, one.begun_by, one.where) for one in longest]))
    if watchdog.longest > limit:
        lines = "\n".join(one.line for one in longest)
        pytest.fail(f"the window was held for longer than {limit:.0f} ms at once:\n{lines}")
