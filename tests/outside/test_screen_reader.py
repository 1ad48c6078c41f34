"""The main journey as a screen reader sees it: everything is found by its name and role, and done over AT-SPI.

Keys are pressed only where a screen reader leaves it to the person: to leave a field, and in a drop-down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.outside.display import Display
from tests.outside.outcome import FIRST, LEARNT, SECOND, check, ended, wait_for_file
from tests.outside.screen_reader import FOCUSED, Reader, Thing

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]


@pytest.fixture
def reader(shown: Display) -> Iterator[Reader]:
    """Reads what is on the display."""
    made = Reader(shown.bus)
    yield made
    made.close()


@pytest.mark.thorough
def test_from_a_new_file_to_a_profile(shown: Display, reader: Reader, tmp_path: Path) -> None:
    record, pdf = tmp_path / "Eilidh.otcpd", tmp_path / "Profile.pdf"
    with shown.program() as process:
        _start_a_file(reader, record)
        _write_activities(shown, reader)
        _search(reader)
        _give_a_reason(reader)
        _export(reader, pdf)
        shown.keys("key", "ctrl+q")
        ended(process)
    check(record, pdf)


def _start_a_file(reader: Reader, record: Path) -> None:
    reader.find("Start a new CPD file", "push button").press()
    reader.field("Your name").write("Eilidh Rowan")
    reader.field("HCPC number").write("OT000123")
    reader.find("Continue", "push button").press()
    reader.find("Your registration cycle", "heading")
    reader.find("Continue", "push button").press()
    reader.find("Choose another place", "push button").press()
    reader.field("File name:").write(str(record))
    reader.find("Save", "push button").press()
    reader.first(_says(record.name), "the name of the file")
    reader.find("Start my CPD file", "push button").press()


def _write_activities(shown: Display, reader: Reader) -> None:
    reader.find("CPD log", "push button", begins=True).press()
    reader.find("New activity", "push button").press()
    reader.field("Title").write(FIRST)
    _fill(shown, reader, "Date", "5 January 2026")
    _fill(shown, reader, "Duration", "2 h")
    assert reader.focused().labels == ["Category"]
    shown.keys("key", "Down")
    reader.field("What I learnt").write(LEARNT)
    reader.find("New activity", "push button").press()
    reader.first(_empty_title, "an empty title")
    reader.field("Title").write(SECOND)
    _fill(shown, reader, "Duration", "90 min")
    reader.find(f"{SECOND}, 21 November 2026, 1 h 30", "list item", begins=True)
    reader.find(f"{FIRST}, 5 January 2026, 2 h, Work-based", "list item", begins=True)


def _search(reader: Reader) -> None:
    field = reader.field("Search your log")
    field.write("rugs")
    reader.gone(SECOND, "list item")
    reader.find(FIRST, "list item", begins=True)
    field.write("")
    reader.find(SECOND, "list item", begins=True)


def _give_a_reason(reader: Reader) -> None:
    reader.find("Portfolio", "push button", begins=True).press()
    reader.find("Give a reason", "push button").press()
    reader.find("Illness", "radio button").press()
    reader.find("Mark as explained", "push button").press()
    reader.find("Gap of 10 months", "list item", begins=True)


def _export(reader: Reader, pdf: Path) -> None:
    reader.find("Portfolio", "push button", begins=True).press()
    reader.find("Export profile", "push button").press()
    reader.field("File name:").write(str(pdf))
    reader.find("Save", "push button").press()
    wait_for_file(pdf)
    reader.find("Open it", "push button")


def _fill(shown: Display, reader: Reader, label: str, words: str) -> None:
    """Write into a field and leave it, which is when it is read."""
    field = reader.field(label)
    field.take_focus()
    field.write(words)
    shown.keys("key", "Tab")
    reader.first(_has_left(label), f"the focus after “{label}”")


def _empty_title(thing: Thing) -> bool:
    return thing.role == "text" and thing.name == "Title" and not thing.text


def _says(words: str) -> Callable[[Thing], bool]:
    def says(thing: Thing) -> bool:
        return words in thing.name

    return says


def _has_left(label: str) -> Callable[[Thing], bool]:
    def has_left(thing: Thing) -> bool:
        return FOCUSED in thing.states and thing.role in ("text", "combo box", "push button") and thing.name != label

    return has_left
