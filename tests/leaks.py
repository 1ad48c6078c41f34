"""Finds what a test left behind: threads, child processes, windows, running timers."""

from __future__ import annotations

import gc
import os
import sys
import threading
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


def _running() -> list[str]:
    """Timers and animations that still run although their test is over."""
    import shiboken6
    from PySide6.QtCore import QAbstractAnimation, QTimer

    running = QAbstractAnimation.State.Running
    kinds = _family(QTimer) | _family(QAbstractAnimation)
    # type() instead of isinstance(), which takes ten times as long for the many objects there are.
    things = [thing for thing in gc.get_objects() if type(thing) in kinds and shiboken6.isValid(thing)]
    found: list[str] = []
    for thing in things:
        if isinstance(thing, QTimer) and thing.isActive():
            found.append(f"timer of {thing.parent()!r}")
        elif isinstance(thing, QAbstractAnimation) and thing.state() == running:
            found.append(f"animation of {thing.parent()!r}")
    return found


def _family(kind: type[object]) -> set[type[object]]:
    """`kind` and everything derived from it."""
    children: list[type[object]] = kind.__subclasses__()
    return {kind}.union(*(_family(child) for child in children))
