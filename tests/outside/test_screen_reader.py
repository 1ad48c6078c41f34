"""The main journey as a screen reader sees it: everything is found by its name and role, and done over AT-SPI.

Keys are pressed only where a screen reader leaves it to the person: to leave a field, and in a drop-down.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.outside.hands import Hands
from tests.outside.journey import Person
from tests.outside.outcome import FIRST, LEARNT, SECOND, check, ended, wait_for_file
from tests.outside.screen_reader import Reader, Thing

pytestmark = [pytest.mark.display, pytest.mark.timeout(300)]


def test_from_a_new_file_to_a_profile(person: Person, tmp_path: Path) -> None:
    record, pdf = tmp_path / "Eilidh.otcpd", tmp_path / "Profile.pdf"
    with person.at_work() as process:
        _start_a_file(person.reader, record)
        _write_activities(person.hands, person.reader)
        _search(person.reader)
        _give_a_reason(person.reader)
        _export(person.reader, pdf)
        person.hands.press("ctrl+q")
        ended(process)
    check(record, pdf)


def _start_a_file(reader: Reader, record: Path) -> None:
    reader.press("Start a new CPD file")
    reader.write("Your name", "Eilidh Rowan")
    reader.write("HCPC number", "OT000123")
    reader.press("Continue")
    reader.find("Your registration cycle", "heading")
    reader.press("Continue")
    reader.press("Choose another place")
    reader.write("File name:", str(record))
    reader.press("Save")
    reader.first(_says(record.name), "the name of the file")
    reader.press("Start my CPD file")


def _write_activities(hands: Hands, reader: Reader) -> None:
    reader.press("CPD log", begins=True)
    reader.press("New activity")
    reader.write("Title", FIRST)
    _fill(hands, "Date", "5 January 2026")
    _fill(hands, "Duration", "2 h")
    hands.is_at("Category")
    hands.press("Down")
    reader.write("What I learnt", LEARNT)
    reader.press("New activity")
    reader.first(_empty_title, "an empty title", "text")
    reader.write("Title", SECOND)
    _fill(hands, "Duration", "90 min")
    reader.find(f"{SECOND}, 21 November 2026, 1 h 30", "list item", begins=True)
    reader.find(f"{FIRST}, 5 January 2026, 2 h, Work-based", "list item", begins=True)


def _search(reader: Reader) -> None:
    reader.write("Search your log", "rugs")
    reader.gone(SECOND, "list item")
    reader.find(FIRST, "list item", begins=True)
    reader.write("Search your log", "")
    reader.find(SECOND, "list item", begins=True)


def _give_a_reason(reader: Reader) -> None:
    reader.press("Portfolio", begins=True)
    reader.press("Give a reason")
    reader.press("Illness", "radio button")
    reader.press("Mark as explained")
    reader.find("Gap of 10 months. Illness", "list item", begins=True)


def _export(reader: Reader, pdf: Path) -> None:
    reader.press("Portfolio", begins=True)
    reader.press("Export profile")
    reader.write("File name:", str(pdf))
    reader.press("Save")
    wait_for_file(pdf)
    reader.find("Open it", "push button")


def _fill(hands: Hands, label: str, words: str) -> None:
    """Write into a field and leave it, which is when it is read."""
    hands.reader.field(label).take_focus()
    hands.is_at(label)
    hands.reader.write(label, words)
    hands.tab()


def _empty_title(thing: Thing) -> bool:
    return thing.name == "Title" and not thing.text


def _says(words: str) -> Callable[[Thing], bool]:
    def says(thing: Thing) -> bool:
        return words in thing.name

    return says
