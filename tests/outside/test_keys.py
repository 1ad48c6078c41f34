"""The main journey with keys alone, pressed by xdotool on a real display. What has the focus is heard over AT-SPI."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outside.hands import Hands
from tests.outside.journey import Person
from tests.outside.outcome import FIRST, LEARNT, SECOND, check, ended, wait_for_file
from tests.outside.screen_reader import Thing

pytestmark = [pytest.mark.display, pytest.mark.timeout(300)]


def test_from_a_new_file_to_a_profile(person: Person, tmp_path: Path) -> None:
    record, pdf = tmp_path / "Eilidh.otcpd", tmp_path / "Profile.pdf"
    with person.at_work() as process:
        _start_a_file(person.hands, record)
        _write_activities(person.hands)
        _search(person.hands)
        _give_a_reason(person.hands)
        _export(person.hands, pdf)
        person.hands.press("ctrl+q")
        ended(process)
    check(record, pdf)


def _start_a_file(hands: Hands, record: Path) -> None:
    hands.reader.find("Start a new CPD file")
    hands.tab_to("Start a new CPD file")
    hands.press("Return")
    hands.tab_to("Your name")
    hands.write("Eilidh Rowan")
    hands.tab_to("HCPC number")
    hands.write("OT000123")
    hands.tab_to("Continue")
    hands.press("Return")
    hands.reader.find("Your registration cycle", "heading")
    hands.tab_to("Continue")
    hands.press("Return")
    hands.tab_to("Choose another place")
    hands.press("Return")
    _name_file(hands, record)
    hands.tab_to("Start my CPD file")
    hands.press("Return")
    hands.reader.find("CPD log", "push button", begins=True)


def _write_activities(hands: Hands) -> None:
    hands.press("ctrl+n")
    hands.reader.first(_empty_title, "an empty title", "text")
    hands.tab_to("Title")
    hands.write(FIRST)
    hands.tab_to("Date")
    hands.press("ctrl+a")
    hands.write("5 January 2026")
    hands.tab_to("Duration")
    hands.write("2 h")
    hands.tab_to("Category")
    hands.press("Down")
    hands.tab()
    hands.tab_to("What I learnt")
    hands.write(LEARNT)
    hands.press("ctrl+n")
    hands.reader.first(_empty_title, "an empty title", "text")
    hands.tab_to("Title")
    hands.write(SECOND)
    hands.tab_to("Duration")
    hands.write("90 min")
    hands.tab()
    hands.reader.find(f"{SECOND}, 21 November 2026, 1 h 30", "list item", begins=True)
    hands.reader.find(f"{FIRST}, 5 January 2026, 2 h, Work-based", "list item", begins=True)


def _search(hands: Hands) -> None:
    hands.press("ctrl+f")
    hands.is_at("Search your log")
    hands.write("rugs")
    hands.reader.gone(SECOND, "list item")
    hands.press("Escape", "Escape")
    hands.reader.find(SECOND, "list item", begins=True)


def _give_a_reason(hands: Hands) -> None:
    hands.press("ctrl+6")
    hands.reader.find("Export profile", "push button")
    hands.tab_to("Give a reason")
    hands.press("Return")
    hands.reader.find("Mark as explained", "push button")
    hands.tab_to("Family or carer’s leave")
    hands.press("space")
    hands.tab_to("Mark as explained")
    hands.press("Return")
    hands.reader.gone("Gap of 10 months, needs", "list item")


def _export(hands: Hands, pdf: Path) -> None:
    hands.press("ctrl+6")
    hands.reader.find("Export profile", "push button")
    hands.press("ctrl+e")
    _name_file(hands, pdf)
    wait_for_file(pdf)
    hands.reader.find("Open it", "push button")


def _name_file(hands: Hands, path: Path) -> None:
    """In the dialog for files, which the focus is in."""
    hands.reader.find("File name:", "text")
    hands.tab_to("File name:")
    hands.press("ctrl+a")
    hands.write(str(path))
    hands.close_with("Return", "File name:")
    hands.reader.gone("File name:", "text")


def _empty_title(thing: Thing) -> bool:
    return thing.name == "Title" and not thing.text
