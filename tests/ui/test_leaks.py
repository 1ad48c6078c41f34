"""The guard against what tests leave behind sees what it should see."""

from __future__ import annotations

import subprocess
import sys
import threading

from PySide6.QtCore import QTimer, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget

from tests.leaks import left_behind, settle, standing


def test_a_thread_is_seen() -> None:
    before = standing()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait, name="left")
    thread.start()
    seen = left_behind(before, timers=False)
    stop.set()
    thread.join()
    assert seen == ["thread left"]
    assert left_behind(before, timers=False) == []


def test_a_child_process_is_seen() -> None:
    before = standing()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        seen = left_behind(before, timers=False)
        child.communicate(b"\n")
    assert len(seen) == 1
    assert seen[0].startswith(f"child process {child.pid} ")


def test_a_window_is_seen(qapp: QApplication) -> None:
    before = standing()
    window = QWidget()
    window.setObjectName("left")
    seen = left_behind(before, timers=False)
    window.deleteLater()
    assert seen == ["window QWidget left"]


def test_a_running_timer_and_animation_are_seen(qapp: QApplication) -> None:
    before = standing()
    timer, animation = QTimer(), QVariantAnimation()
    assert left_behind(before, timers=True) == []
    timer.start(10_000)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.start()
    seen = sorted(line.split(" of ")[0] for line in left_behind(before, timers=True))
    timer.stop()
    animation.stop()
    assert seen == ["animation", "timer"]


def test_a_timer_is_seen_that_was_made_long_before(qapp: QApplication) -> None:
    timer = QTimer()
    settle()
    before = standing()
    timer.start(10_000)
    seen = left_behind(before, timers=True)
    timer.stop()
    assert [line.split(" of ")[0] for line in seen] == ["timer"]
    assert left_behind(before, timers=True) == []
