"""Looking through texts for what may point to a person, in slices between events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from otcpd.actions.confidentiality import identifier_check
from otcpd.domain.identifier_rules import FoundIdentifier

SHORT = 2_000
"""Letters that are looked through at once: under a millisecond."""

MATTERS = ("setting", "person", "employer", "record")
"""Kinds of things by which something else may be to decide on in a text that has not changed."""

Seen = tuple[tuple[FoundIdentifier, ...], ...]
"""For each text all that was seen in it, for `to_decide`."""


class Looking(QObject):
    """Looks through texts. A new call ends an earlier one that has not come to its end."""

    ready = False
    """Whether the patterns have been made, which takes tens of milliseconds, once in the program's life."""
    done = Signal(object)
    """A `Seen`: for each text that was given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[Seen | None] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self, texts: Sequence[str]) -> None:
        """Look through these; `done` follows, at once where that takes no time."""
        self.stop()
        self._steps = _steps(tuple(texts))
        if Looking.ready and sum(map(len, texts)) <= SHORT:
            while not self._went_to_the_end():
                pass
        else:
            self._timer.start(0)

    def stop(self) -> None:
        """`done` will not follow any more."""
        self._timer.stop()
        self._steps = iter(())

    def _step(self) -> None:
        if not self._went_to_the_end():
            self._timer.start(0)

    def _went_to_the_end(self) -> bool:
        seen = next(self._steps, ())
        if seen is not None:
            self.done.emit(seen)
        return seen is not None


def _steps(texts: tuple[str, ...]) -> Iterator[Seen | None]:
    """None after each slice, and at last what was seen."""
    check = identifier_check()
    if not Looking.ready:
        Looking.ready = True
        yield None
    found: list[tuple[FoundIdentifier, ...]] = []
    for text in texts:
        seen: list[FoundIdentifier] = []
        for part in check.look(text):
            seen += part
            yield None
        found.append(tuple(seen))
    yield tuple(found)
