"""A journey that fails says what was seen last, at once, and nothing of it goes on running."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import psutil
import pytest
from PIL import Image

from tests.outside.display import display
from tests.outside.hands import Hands
from tests.outside.journey import Person
from tests.outside.processes import of_display
from tests.outside.screen_reader import Reader
from tests.outside.waiting import NotThere

pytestmark = [pytest.mark.display, pytest.mark.timeout(300)]


def test_a_failure_tells_what_was_on_the_screen(person: Person, tmp_path: Path) -> None:
    with pytest.raises(NotThere) as failed:
        _look_for_the_moon(person)
    told = "\n".join(failed.value.__notes__)
    assert f"picture: {tmp_path / 'last-seen.png'}" in told
    assert "windows: Welcome - otcpd (with the keys)" in told
    assert "focus: push button ‘Open a CPD file’" in told
    assert "push button ‘Look round a sample’" in told
    with Image.open(tmp_path / "last-seen.png") as picture:
        assert picture.size == (1280, 900)
        assert sum(1 for dots in picture.convert("L").histogram() if dots) > 20


def test_a_program_that_ended_is_not_waited_for(person: Person) -> None:
    with pytest.raises(AssertionError, match="the program has ended, with -9") as failed:
        _go_on_after_its_end(person)
    assert "no longer answered: the program has ended, with -9" in "\n".join(failed.value.__notes__)


def test_nothing_goes_on_running_after_a_failure(tmp_path: Path) -> None:
    running: dict[psutil.Process, str] = {}
    with pytest.raises(NotThere):
        _fail_on_a_display(tmp_path, running)
    # Of these only the first two are our children; the bus starts the others.
    assert {"Xvfb", "dbus-daemon", "at-spi-bus-launcher", "at-spi2-registryd"} <= set(running.values())
    assert not [process for process in running if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
    assert of_display(str(tmp_path)) == []


def _look_for_the_moon(person: Person) -> None:
    with person.at_work():
        person.hands.tab_to("Open a CPD file")
        raise NotThere("the moon is not there")


def _go_on_after_its_end(person: Person) -> None:
    with person.at_work() as process:
        person.reader.find("Start a new CPD file")
        process.kill()
        process.wait()
        person.reader.find("Start a new CPD file")


def _fail_on_a_display(home: Path, running: dict[psutil.Process, str]) -> None:
    with (
        display(home) as shown,
        closing(Reader(shown.bus)) as reader,
        Person(shown, reader, Hands(shown, reader), home).at_work(),
    ):
        reader.find("Start a new CPD file")
        running.update((process, process.name()) for process in of_display(str(home)))
        raise NotThere("the moon is not there")
