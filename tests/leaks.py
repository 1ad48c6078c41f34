"""Finds what a test left behind: threads, child processes, windows, running timers."""

from __future__ import annotations

import gc
import os
import sys
import threading
import weakref
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_HELPERS = ("multiprocessing.resource_tracker",)
"""Processes that Python itself starts once and keeps until it ends."""

_LISTED = Path("/proc/self/task") / str(threading.main_thread().native_id) / "children"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is there at one moment. Windows and timers are told apart by identity."""

    threads: frozenset[threading.Thread]
    children: frozenset[int]
    windows: frozenset[int]


def standing() -> Standing:
    """What is there now."""
    return Standing(frozenset(threading.enumerate()), frozenset(_children()), frozenset(_windows()))


def left_behind(before: Standing, *, timers: bool) -> list[str]:
    """What is there now and was not before, one line each; `timers` looks for running ones too (milliseconds)."""
    found = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in before.threads]
    found += [f"child process {words}" for pid, words in _children().items() if pid not in before.children]
    found += [f"window {words}" for known, words in _windows().items() if known not in before.windows]
    return found + _running() if timers else found


def _child_ids() -> set[int]:
    """Of all generations. Asking the kernel takes a hundredth of looking through all processes."""
    if not _LISTED.exists():
        return {child.pid for child in psutil.Process().children(recursive=True)}
    found: set[int] = set()
    to_ask = [os.getpid()]
    while to_ask:
        for listed in Path(f"/proc/{to_ask.pop()}/task").glob("*/children"):
            with suppress(OSError):
                born = {int(pid) for pid in listed.read_bytes().split()} - found
                found |= born
                to_ask += born
    return found


def _children() -> dict[int, str]:
    children: dict[int, str] = {}
    for pid in _child_ids():
        try:
            words = " ".join(psutil.Process(pid).cmdline())
        except psutil.NoSuchProcess:
            continue
        if not any(helper in words for helper in _HELPERS):
            children[pid] = f"{pid} {words}"
    return children


def _windows() -> dict[int, str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    tops = QApplication.topLevelWidgets()
    return {id(window): f"{type(window).__name__} {window.objectName()}" for window in tops if _ours(window)}


def _ours(window: object) -> bool:
    """Qt keeps one window of its own: the label behind tooltips."""
    return type(window).__name__ != "QTipLabel"


_settled: list[weakref.ref[object]] = []
"""The timers and animations among what `settle` took out of the collector's sight."""

_MANY = 300_000


class _Memory:
    blocks = 0
    """How many pieces of memory Python had when things settled last."""


def settle() -> None:
    """Take what is there now out of the collector's sight, so that looking through what is left is quick.

    Meant for what stays to the end: modules, collected tests, what is kept for other tests; a million objects.
    What `left_behind` has to know of them is remembered.
    """
    gc.collect()
    _settled[:] = [weakref.ref(thing) for thing in _things()]
    gc.freeze()
    _Memory.blocks = sys.getallocatedblocks()


def much_has_come() -> bool:
    """Whether there is so much more than when things settled last that they should settle again."""
    return sys.getallocatedblocks() > _Memory.blocks + _MANY


def _running() -> list[str]:
    """Timers and animations that still run although their test is over."""
    import shiboken6
    from PySide6.QtCore import QAbstractAnimation, QTimer

    running = QAbstractAnimation.State.Running
    found: list[str] = []
    for thing in _things():
        if not shiboken6.isValid(thing):
            continue
        if isinstance(thing, QTimer) and thing.isActive():
            found.append(f"timer of {thing.parent()!r}")
        elif isinstance(thing, QAbstractAnimation) and thing.state() == running:
            found.append(f"animation of {thing.parent()!r}")
    return found


def _things() -> list[object]:
    """All timers and animations that Python knows."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QAbstractAnimation, QTimer

    kinds = _family(QTimer) | _family(QAbstractAnimation)
    # type() instead of isinstance(), which takes ten times as long for the many objects there are.
    seen = [thing for thing in gc.get_objects() if type(thing) in kinds]
    return seen + [thing for thing in (known() for known in _settled) if thing is not None]


def _family(kind: type[object]) -> set[type[object]]:
    """`kind` and everything derived from it."""
    children: list[type[object]] = kind.__subclasses__()
    return {kind}.union(*(_family(child) for child in children))
