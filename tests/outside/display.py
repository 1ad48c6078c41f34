"""A display that nobody sees, with a bus of its own, and the program on it: as on a real desktop, without one."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

NEEDED = ("Xvfb", "xdotool", "dbus-daemon")
LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_CLASS = "otcpd"
"""By this a window manager knows the program's windows."""
PATIENCE = 30.0
"""Seconds in which a server says where it is."""


def can_show() -> bool:
    """Whether this machine has all that is needed."""
    tools = sys.platform == "linux" and all(shutil.which(tool) for tool in NEEDED)
    return tools and LAUNCHER.exists()


@dataclass(frozen=True, slots=True)
class Display:
    """Where programs are started: their environment, with the address of the display and of the session's bus."""

    environment: Mapping[str, str]

    @property
    def bus(self) -> str:
        """The address of the session's bus."""
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    @contextmanager
    def program(self, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
        """otcpd, as a person starts it; ended afterwards if it still runs."""
        command = [sys.executable, "-m", "otcpd", *map(str, arguments)]
        with subprocess.Popen(command, env=dict(self.environment), stdin=subprocess.DEVNULL) as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.terminate()

    def keys(self, *words: str) -> None:
        """Press keys with xdotool, wherever the focus is."""
        self.give_keys_to_topmost()
        self._xdotool(*words)

    def give_keys_to_topmost(self) -> None:
        """What a window manager does when a dialog closes, and none is here: the window behind it gets the keys."""
        windows = self._xdotool("search", "--onlyvisible", "--class", _CLASS).split()
        if self._xdotool("getwindowfocus").strip() not in windows:
            self._xdotool("windowfocus", "--sync", windows[-1])

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            check=True,
            env=dict(self.environment),
            timeout=PATIENCE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return done.stdout


@contextmanager
def display(home: Path) -> Iterator[Display]:
    """A display of 1280 by 900 and a bus; `home` is the home of all that runs there."""
    with ExitStack() as stack:
        number = stack.enter_context(
            _server("Xvfb", "-displayfd", "{}", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
        )
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
            "OTCPD_DATA": str(home / "data"),
            "OTCPD_NOW": "2026-11-21T09:12:00Z",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        bus = stack.enter_context(
            _server(
                "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}", environment=environment
            )
        )
        yield Display({**environment, "DBUS_SESSION_BUS_ADDRESS": bus})


@contextmanager
def _server(*command: str, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start a server that writes its address into a file descriptor, given in place of “{}”; end it afterwards."""
    reading, writing = os.pipe()
    words = [word.replace("{}", str(writing)) for word in command]
    with subprocess.Popen(
        words, pass_fds=(writing,), env=dict(environment or os.environ), stderr=subprocess.DEVNULL
    ) as process:
        os.close(writing)
        try:
            with os.fdopen(reading, encoding="utf-8") as said:
                assert select.select([said], [], [], PATIENCE)[0], f"{command[0]} does not start"
                yield said.readline().strip()
        finally:
            process.terminate()
