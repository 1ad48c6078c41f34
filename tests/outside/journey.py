"""The program while somebody works with it; if that fails, what was seen last is told with the failure."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.outside.display import Display
from tests.outside.hands import Hands
from tests.outside.screen_reader import ACTIVE, Reader
from tests.outside.waiting import NotThere

MOST_TOLD = 60
"""Names of things on the screen that are told at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody before a display who hears what is on it and has hands; `folder` keeps what they are left with."""

    shown: Display
    reader: Reader
    hands: Hands
    folder: Path

    @contextmanager
    def at_work(self) -> Iterator[subprocess.Popen[bytes]]:
        """The program, running."""
        with self.shown.program() as process:
            self.reader.follow(process)
            try:
                yield process
            except BaseException as error:  # a time limit too, which is no Exception
                error.add_note(self._last_seen())
                raise

    def _last_seen(self) -> str:
        picture = self.shown.photograph(self.folder / "last-seen.png")
        return "\n".join(["", "What was seen last:", f"  picture: {picture}", *self._last_heard()])

    def _last_heard(self) -> list[str]:
        try:
            windows = [f"{one.name}{' (with the keys)' * (ACTIVE in one.states)}" for one in self.reader.windows()]
            focus = self.reader.focus()
            there = dict.fromkeys(f"{one.role} ‘{one.name}’" for one in self.reader.everything() if one.name)
        except (NotThere, AssertionError, TimeoutError, OSError) as error:
            return [f"  then the program no longer answered: {error}"]
        has_it = f"{focus.role} ‘{focus.called}’" if focus else "nothing"
        return [
            f"  windows: {', '.join(windows)}",
            f"  focus: {has_it}",
            f"  on the screen: {', '.join(list(there)[:MOST_TOLD])}",
        ]
