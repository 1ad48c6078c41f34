"""The main journey with keys alone, pressed by xdotool on a real display. What has the focus is heard over AT-SPI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.outside.display import Display
from tests.outside.outcome import FIRST, LEARNT, SECOND, check, ended, wait_for_file
from tests.outside.screen_reader import Reader, Thing

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

MOST_STOPS = 80
"""More presses of Tab than the window has stops."""


class Hands:
    """Two hands on a keyboard, and an ear."""

    def __init__(self, shown: Display, reader: Reader) -> None:
        self._shown = shown
        self.reader = reader

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._shown.keys("key", *keys)

    def write(self, words: str) -> None:
        """Type."""
        self._shown.keys("type", "--delay", "2", words)

    def tab_to(self, name: str) -> None:
        """Press Tab until this is heard."""
        self._shown.give_keys_to_topmost()
        heard = [called(self.reader.focused())]
        while heard[-1] != name and len(heard) < MOST_STOPS:
            heard.append(called(self.reader.focus_after(self._tab)))
        if heard[-1] == name:
            return
        raise AssertionError(f"Tab does not reach “{name}”; it stops at {list(dict.fromkeys(heard))}")

    def _tab(self) -> None:
        self.press("Tab")


def called(thing: Thing) -> str:
    """What is heard: of a drop-down, its label."""
    return thing.labels[0] if thing.role == "combo box" and thing.labels else thing.name


@pytest.fixture
def hands(shown: Display) -> Iterator[Hands]:
    """On the display's keyboard."""
    reader = Reader(shown.bus)
    yield Hands(shown, reader)
    reader.close()


@pytest.mark.thorough
def test_from_a_new_file_to_a_profile(shown: Display, hands: Hands, tmp_path: Path) -> None:
    record, pdf = tmp_path / "Eilidh.otcpd", tmp_path / "Profile.pdf"
    with shown.program() as process:
        _start_a_file(hands, record)
        _write_activities(hands)
        _search(hands)
        _give_a_reason(hands)
        _export(hands, pdf)
        hands.press("ctrl+q")
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
    hands.tab_to("Title")
    hands.write(FIRST)
    hands.tab_to("Date")
    hands.press("ctrl+a")
    hands.write("5 January 2026")
    hands.tab_to("Duration")
    hands.write("2 h")
    hands.tab_to("Category")
    hands.press("Down")
    hands.tab_to("What I learnt")
    hands.write(LEARNT)
    hands.press("ctrl+n")
    hands.reader.first(_empty_title, "an empty title")
    hands.tab_to("Title")
    hands.write(SECOND)
    hands.tab_to("Duration")
    hands.write("90 min")
    hands.press("Tab")
    hands.reader.find(f"{SECOND}, 21 November 2026, 1 h 30", "list item", begins=True)


def _search(hands: Hands) -> None:
    hands.press("ctrl+f")
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
    hands.press("Return")
    hands.reader.gone("File name:", "text")


def _empty_title(thing: Thing) -> bool:
    return thing.role == "text" and thing.name == "Title" and not thing.text
