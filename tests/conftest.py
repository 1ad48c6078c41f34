"""What holds for every test: no display, no network, no home of its own, nothing left behind."""

from __future__ import annotations

import gc
import os
import socket
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.leaks import left_behind, much_has_come, settle, standing
from tests.machine import impossible_here
from tests.ports import FixedClock, SeededBits
from tests.watching import tell_held

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A screen's own scale would change every picture and every measure.
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.pop("OTCPD_NOW", None)
# Times in words are those of the computer's time zone.
os.environ["TZ"] = "UTC"
if sys.platform != "win32":
    time.tzset()

_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("brief", max_examples=20, deadline=None, database=None, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=1000, deadline=None, database=None, suppress_health_check=_SLOW)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thorough", action="store_true", help="run the long form of tests, with many examples")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("thorough" if config.getoption("--thorough") else "brief")
    # What the offscreen plugin says of every window is about the plugin, not about us.
    config.addinivalue_line("qt_log_ignore", "^This plugin does not support ")


_LEFT_OUT = pytest.StashKey[dict[str, int]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    lacking = impossible_here(items)
    config.stash[_LEFT_OUT] = {words: len(found) for words, found in lacking.items()}
    asked_for = config.getoption("--thorough")
    long = [item for item in items if item.get_closest_marker("thorough") and not asked_for]
    out = {*(item for found in lacking.values() for item in found), *long}
    if out:
        config.hook.pytest_deselected(items=list(out))
        items[:] = [item for item in items if item not in out]


def pytest_collection_finish(session: pytest.Session) -> None:
    settle()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for words, number in config.stash.get(_LEFT_OUT, {}).items():
        terminalreporter.write_line(f"{number} tests were left out: they {words}, which cannot be had here")
    tell_held(terminalreporter)


@pytest.fixture
def clock() -> FixedClock:
    """Stands at 21 November 2026, 09:12 UTC."""
    return FixedClock()


@pytest.fixture
def random_bits() -> SeededBits:
    """The same bits in every run."""
    return SeededBits()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hands of a test; what they are given stays whole until Qt has deleted it."""
    from tests.keeping import KeepingBot

    return KeepingBot(request)


_numbers = count()


def _folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that nobody had. The factory's own way reads the names of all folders before it makes one."""
    made = factory.getbasetemp() / f"{name}-{next(_numbers)}"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is nobody's, so that no test sees or leaves anything in the real one."""
    home = _folder(tmp_path_factory, "home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


OFFLINE = Path(__file__).parent / "offline"
"""What takes the network from the processes that tests start."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever asks for the network gets an error, and the test fails even if that error is swallowed.

    That holds for child processes too: workers, command lines.
    """
    asked: list[str] = []
    asked_in_children = _folder(tmp_path_factory, "network") / "asked"
    monkeypatch.setenv("OTCPD_TEST_NETWORK", str(asked_in_children))
    monkeypatch.setenv("PYTHONPATH", str(OFFLINE), prepend=os.pathsep)

    def refuse(*args: object, **_: object) -> NoReturn:
        asked.append(repr(args[1:]))
        raise OSError("the network is off in tests")

    original_bind = socket.socket.bind
    original_connect = socket.socket.connect

    def connect(self: socket.socket, address: tuple[str, int] | str) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            refuse(self, address)
        original_connect(self, address)

    def bind(self: socket.socket, address: tuple[str, int] | str) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            refuse(self, address)
        original_bind(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket.socket, "bind", bind)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    if asked_in_children.exists():
        asked += asked_in_children.read_text(encoding="utf-8").splitlines()
    if asked:
        pytest.fail(f"the network was asked for: {asked}")


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, a process, a window, a running timer or an animation."""
    before = standing()
    timers = "qapp" in request.fixturenames
    yield
    if "PySide6.QtCore" in sys.modules:
        _finish_deleting()
    remains = left_behind(before, timers=timers)
    if remains:
        # What only waits for the collector is no leak.
        gc.collect()
        _finish_deleting()
        remains = left_behind(before, timers=timers)
    if remains:
        pytest.fail("left behind: " + "; ".join(remains))
    if timers and much_has_come():
        settle()


def _finish_deleting() -> None:
    """Let Qt delete what was given up with deleteLater."""
    if "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
