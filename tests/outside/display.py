"""A display that nobody sees, with a bus of its own, and the program on it: as on a real desktop, without one."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.outside.picture import save_picture
from tests.outside.processes import MARK, end_all
from tests.outside.waiting import PATIENCE

NEEDED = ("Xvfb", "xdotool", "dbus-daemon")
LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
_CLASS = "otcpd"
"""By this a window manager knows the program's windows."""
_SCREEN = (1280, 900)
_GRACE = 5.0
"""Seconds in which a process that is asked to end may do so."""


def can_show() -> bool:
    """Whether this machine has all that is needed."""
    tools = sys.platform == "linux" and all(shutil.which(tool) for tool in NEEDED)
    return tools and LAUNCHER.exists()


@dataclass(frozen=True, slots=True)
class Display:
    """Where programs are started: their environment, with the address of the display and of the session's bus."""

    environment: Mapping[str, str] = field(repr=False)
    home: Path

    @property
    def bus(self) -> str:
        """The address of the session's bus."""
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    @contextmanager
    def program(self, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
        """otcpd, as a person starts it; ended afterwards if it still runs."""
        command = [sys.executable, "-m", "otcpd", *map(str, arguments)]
        with _running(command, self.environment) as process:
            yield process

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        self._xdotool("key", *keys)

    def type(self, words: str) -> None:
        """Type words, wherever the focus is."""
        self._xdotool("type", "--delay", "2", words)

    def give_keys_to_topmost(self) -> None:
        """What a window manager does when a dialog closes, and none is here: the window behind it gets the keys."""
        with suppress(subprocess.CalledProcessError):  # the window has gone meanwhile, or none is there yet
            topmost = self._xdotool("search", "--onlyvisible", "--class", _CLASS).split()[-1]
            if self._xdotool("getwindowfocus").strip() != topmost:
                self._xdotool("windowfocus", topmost)

    def photograph(self, to: Path) -> Path:
        """Save as PNG what is on the screen; where to."""
        save_picture(self.home / "Xvfb_screen0", to)
        return to

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

    def put_pointer_away(self) -> None:
        """Into a corner, where it points at nothing."""
        self._xdotool("mousemove", *(str(length - 1) for length in _SCREEN))


@contextmanager
def display(home: Path) -> Iterator[Display]:
    """A display and a bus; `home` is the home of all that runs there. Afterwards nothing of it runs."""
    environment = {
        **os.environ,
        MARK: str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        "OTCPD_DATA": str(home / "data"),
        "OTCPD_NOW": "2026-11-21T09:12:00Z",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
    }
    for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
        environment.pop(name, None)
    screen = "{}x{}x24".format(*_SCREEN)
    with ExitStack() as stack:
        stack.callback(end_all, str(home))
        number = stack.enter_context(
            _server(
                ["Xvfb", "-displayfd", "{}", "-screen", "0", screen, "-fbdir", str(home), "-nolisten", "tcp"],
                environment,
            )
        )
        environment["DISPLAY"] = f":{number}"
        bus = stack.enter_context(
            _server(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}"], environment)
        )
        made = Display({**environment, "DBUS_SESSION_BUS_ADDRESS": bus}, home)
        made.put_pointer_away()
        yield made


@contextmanager
def _server(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[str]:
    """Start a server that writes its address into a file descriptor, given in place of ‘{}’; end it afterwards."""
    reading, writing = os.pipe()
    words = [word.replace("{}", str(writing)) for word in command]
    with ExitStack() as stack:
        said = stack.enter_context(os.fdopen(reading, encoding="utf-8"))
        try:
            stack.enter_context(_running(words, environment, (writing,), subprocess.DEVNULL))
        finally:
            os.close(writing)
        assert select.select([said], [], [], PATIENCE)[0], f"{command[0]} does not start"
        yield said.readline().strip()


@contextmanager
def _running(
    command: Sequence[str], environment: Mapping[str, str], passed: Sequence[int] = (), errors: int | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        command, pass_fds=passed, env=dict(environment), stdin=subprocess.DEVNULL, stderr=errors
    ) as process:
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs: politely, and if that does not do, at once."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
            return
        process.kill()
