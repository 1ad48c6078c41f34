"""Finds what a test left behind: threads, child processes, windows, running timers."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import dataclass

import psutil

_HELPERS = ("multiprocessing.resource_tracker",)
"""Processes that Python itself starts once and keeps until it ends."""


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


def _children() -> dict[int, str]:
    children: dict[int, str] = {}
    for child in psutil.Process().children(recursive=True):
        try:
            words = " ".join(child.cmdline())
        except psutil.NoSuchProcess:
            continue
        if not any(helper in words for helper in _HELPERS):
            children[child.pid] = f"{child.pid} {words}"
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
