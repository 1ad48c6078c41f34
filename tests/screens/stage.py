"""The real window on a real file, set up to be looked at: any content, any size, either theme."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from otcpd.actions.demo import demo
from otcpd.actions.files import open_to_read, open_to_write
from otcpd.record.record import Record
from otcpd.ui.announce import Announcer
from otcpd.ui.pages.base import Desk
from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ports import FixedClock
from tests.record.support import new_record, surroundings
from tests.ui.desk_support import Answers, clear_desk, make_desk

PATIENCE = 20
"""Seconds after which something that is waited for will not come."""
OFTEN = 5
"""Milliseconds between two looks at whether it has come."""
MOST_TURNS = 12
"""Turns of the event loop after which what is still on its way comes again and again."""


class Content(StrEnum):
    """What is in the CPD file."""

    EMPTY = "empty"
    SAMPLE = "sample"
    READ_ONLY = "read-only"
    LARGE = "large"


ACTIVITIES = {Content.SAMPLE: 40, Content.READ_ONLY: 40, Content.LARGE: 3000}


@dataclass(frozen=True, slots=True)
class Look:
    """A window of `width` by `height` logical pixels, the text `factor` times as large, on a screen that has
    `ratio` dots to a pixel."""

    width: int
    height: int
    factor: float = 1.0
    choice: ThemeChoice = ThemeChoice.LIGHT
    ratio: float = 1.0

    @property
    def name(self) -> str:
        """Fit for a file's name."""
        dots = "" if self.ratio == 1 else f"-at-{round(self.ratio * 100)}"
        return f"{self.width}x{self.height}-{round(self.factor * 100)}{dots}-{self.choice.value}"

    @property
    def dark(self) -> Look:
        """The same in the dark."""
        return replace(self, choice=ThemeChoice.DARK)


@dataclass
class Scene:
    """One window on one file."""

    app: QApplication
    desk: Desk
    window: MainWindow
    desktop: Answers
    look: Look
    folder: Path
    others: list[QWidget] = field(default_factory=list)
    """Windows that a state has opened besides."""

    @property
    def theme(self) -> Theme:
        """The look of it all."""
        return self.desk.theme

    @property
    def record(self) -> Record:
        """The open file."""
        return self.desk.session.record

    def settle(self) -> None:
        """Let everything happen that is to happen at once."""
        settle()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that takes a moment. Raises AssertionError if it does not come."""
        wait_for(condition)

    def show(self, other: QWidget) -> QWidget:
        """Show another window of the look's size, to be put away with the scene."""
        self.others.append(other)
        other.resize(self.look.width, self.look.height)
        other.show()
        return other

    def put_others_away(self) -> None:
        """Close what a state has opened."""
        if not self.others:
            return
        for other in self.others:
            other.hide()
            other.deleteLater()
        self.others.clear()
        delete_what_was_given_up()
        self.window.activateWindow()
        wait_for(self.window.isActiveWindow)


def settle() -> None:
    """Let everything happen that is to happen at once: layouts, first paintings, timers without a delay."""
    dispatcher = QAbstractEventDispatcher.instance()
    for _ in range(MOST_TURNS):
        if not dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            return


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the program go on until `condition` holds."""
    end = time.monotonic() + PATIENCE
    waking = QTimer()
    waking.start(OFTEN)
    while not condition():
        assert time.monotonic() < end, "it did not come"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    waking.stop()
    settle()


def delete_what_was_given_up() -> None:
    """What deleteLater was called for goes now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Stage:
    """Keeps one theme and one file of each content, and opens windows on copies of them."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        offer_shipped_fonts()
        self.app = app
        self._folder = folder
        self._clock = FixedClock()
        self.theme = Theme(app.styleHints(), choice=ThemeChoice.LIGHT, still=True)
        self.theme.dress(app)
        self._count = 0
        self._made = cache(self._make)
        self._blinking = app.cursorFlashTime()
        app.setCursorFlashTime(0)  # a caret that comes and goes would be seen or not as the machine is slow or quick

    @contextmanager
    def scene(self, content: Content, look: Look, page: str = "") -> Iterator[Scene]:
        """A window on a file, and nothing of it left afterwards. It opens on `page`, if one is named."""
        self.theme.set_choice(look.choice)
        self.theme.set_factor(look.factor)
        record = self._open(content)
        desktop = Answers()
        desk = make_desk(record, self._folder, self._clock, self.theme, Announcer(), desktop)
        window = MainWindow(desk)
        window.resize(look.width, look.height)
        if page:
            window.go_to(page)
        window.show()
        window.activateWindow()
        wait_for(window.isActiveWindow)
        scene = Scene(self.app, desk, window, desktop, look, self._folder)
        try:
            yield scene
        finally:
            scene.put_others_away()
            window.hide()
            clear_desk(desk)
            window.deleteLater()
            settle()
            delete_what_was_given_up()

    def close(self) -> None:
        """Leave the application as it was found."""
        self.app.setCursorFlashTime(self._blinking)
        self.theme.deleteLater()
        delete_what_was_given_up()

    def _open(self, content: Content) -> Record:
        self._count += 1
        path = self._folder / f"{self._count}" / "Eilidh Rowan.otcpd"
        path.parent.mkdir()
        shutil.copyfile(self._made(content), path)
        opening = open_to_read if content is Content.READ_ONLY else open_to_write
        return opening(path, surroundings(self._clock, seed=self._count + 100))

    def _make(self, content: Content) -> Path:
        number = ACTIVITIES.get(content, 0)
        path = self._folder / f"{number}.otcpd"
        if path.exists():
            return path
        if number:
            record = demo(path, surroundings(self._clock), activities=number, today=self._clock.today())
        else:
            record = new_record(path, self._clock)
        record.close()
        return path
