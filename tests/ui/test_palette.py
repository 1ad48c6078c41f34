"""The palette: everything by name, and the best first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otcpd.actions import files
from otcpd.actions.saved_filters import save_filter
from otcpd.actions.settings import change_setting
from otcpd.domain.log_filter import LogFilter
from otcpd.record.settings import LOG_FILTERS
from otcpd.ui.announce import Announcer
from otcpd.ui.palette.entries import Entry, ranked
from otcpd.ui.palette.matching import fit
from otcpd.ui.palette.model import PaletteModel
from otcpd.ui.palette.panel import Palette
from otcpd.ui.shell.registry import PAGES
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.record.support import surroundings
from tests.ui.windowed import SLOW, Windowed, windowed

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        yield made


def palette_of(shown: Windowed) -> Palette:
    """The palette, opened by its key."""
    shown.press(Qt.Key.Key_K, CTRL)
    palette = shown.window.aids.finder
    assert palette is not None
    shown.active(palette)
    return palette


def names(palette: Palette) -> list[str]:
    return [entry.text for entry in palette.model.entries()]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("na", "New activity"),
        ("make ba", "Make a backup now"),
        ("new act", "New activity"),
        ("larger", "Larger text"),
        ("evid", "Evidence"),
        ("qn", "Quick note"),
        ("dark", "Dark"),
        ("your nam", "Your name"),
        ("settings erase", "Erase for good"),
        ("portf", "Portfolio"),
    ],
)
def test_a_few_letters_find_it(shown: Windowed, query: str, best: str) -> None:
    palette = palette_of(shown)
    shown.type(query)
    assert names(palette)[0] == best


def test_it_finds_every_page_every_command_and_every_offer(shown: Windowed) -> None:
    known = set(names(palette_of(shown)))
    for spec in PAGES:
        assert spec.page.name in known
        assert {offer.text for offer in spec.offers} <= known
    assert {command.text for command in shown.window.menu.commands()} - known == {"Find an action or a page"}


def test_arrows_move_and_enter_does_it(shown: Windowed) -> None:
    palette = palette_of(shown)
    shown.type("settings")
    shown.press(Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    assert shown.heard.sentences[-1].endswith(f"2 of {palette.model.rowCount()}")
    shown.press(Qt.Key.Key_Up)
    shown.press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == palette.model.rowCount() - 1
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert shown.window.page.accessibleName() == "Settings"


def test_activities_are_found_from_two_letters_on(shown: Windowed) -> None:
    palette = palette_of(shown)
    shown.type("stair")
    shown.qtbot.waitUntil(_Has(palette, "Two papers on stair lifts").now, timeout=SLOW)
    shown.press(Qt.Key.Key_Return)
    assert shown.window.page.accessibleName() == "CPD log"


def test_enter_does_not_wait_for_the_activities(shown: Windowed) -> None:
    palette_of(shown)
    shown.type("papers")
    shown.press(Qt.Key.Key_Return)
    assert shown.window.page.accessibleName() == "CPD log"


class _Has:
    def __init__(self, palette: Palette, name: str) -> None:
        self._palette = palette
        self._name = name

    def now(self) -> bool:
        return self._name in names(self._palette)


def test_what_was_used_lately_stands_near_the_top_and_activities_are_not_remembered(shown: Windowed) -> None:
    palette_of(shown)
    shown.type("larger")
    shown.press(Qt.Key.Key_Return)
    shown.active(shown.window)
    palette_of(shown)
    shown.type("papers")
    shown.press(Qt.Key.Key_Return)
    shown.active(shown.window)
    assert names(palette_of(shown))[:5] == ["New activity", "Quick note", "Export profile…", "Bin", "Larger text"]
    assert "papers" not in shown.window.desk.machine.text("palette_recent")


def test_the_count_is_told_and_nothing_found_is_said(shown: Windowed) -> None:
    palette = palette_of(shown)
    shown.type("zzzz")
    assert palette.model.rowCount() == 0
    shown.qtbot.waitUntil(_Heard(shown, "0 things found").now, timeout=SLOW)
    shown.press(Qt.Key.Key_Return)
    assert palette.isVisible()
    shown.press(Qt.Key.Key_Escape)
    assert not palette.isVisible()


class _Heard:
    def __init__(self, shown: Windowed, sentence: str) -> None:
        self._shown = shown
        self._sentence = sentence

    def now(self) -> bool:
        return self._sentence in self._shown.heard.sentences


def test_escape_gives_the_focus_back(shown: Windowed) -> None:
    shown.window.sidebar.take_focus()
    before = QApplication.focusWidget()
    palette_of(shown)
    shown.press(Qt.Key.Key_Escape)
    shown.active(shown.window)
    assert QApplication.focusWidget() is before


def test_a_kept_filter_is_found_by_its_name(shown: Windowed) -> None:
    save_filter(shown.record, "Protected this year", LogFilter(protected=True))
    palette_of(shown)
    shown.type("protected this")
    shown.press(Qt.Key.Key_Return)
    assert shown.window.page.accessibleName() == "CPD log"


def test_a_filter_of_a_newer_version_is_told_and_not_applied(shown: Windowed) -> None:
    change_setting(shown.record, LOG_FILTERS, '[{"name": "Glad ones", "filter": {"mood": ["glad"]}}]')
    before = shown.window.page
    palette_of(shown)
    shown.type("glad ones")
    shown.press(Qt.Key.Key_Return)
    assert shown.window.page is before
    assert "does not know" in shown.window.toast.sentence


def test_a_file_for_reading_offers_no_change(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock
) -> None:
    files.new_file(tmp_path / "other.otcpd", "Eilidh Rowan", "OT000123", surroundings(clock, 2)).close()
    with (
        files.open_to_write(tmp_path / "other.otcpd", surroundings(clock, 4)),
        windowed(qtbot, theme, announcer, tmp_path, clock, reading=tmp_path / "other.otcpd") as shown,
    ):
        known = names(palette_of(shown))
        assert "Home" in known
        assert not {"New activity", "Quick note", "Undo"} & set(known)


def test_the_model(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.set_entries([Entry(str(place), f"Entry {place}", "Action", "log", _nothing) for place in range(5)])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    model.set_entries([])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # as above


def _nothing() -> None:
    """Nothing is done."""


@given(st.text(), st.text(alphabet="abcdefgh ", min_size=1, max_size=60))
def test_whatever_is_typed_has_some_rank(query: str, name: str) -> None:
    assert fit(query, name) >= 0
    assert fit(name, name) > 0


def test_better_fits_come_first() -> None:
    entries = [Entry(text, text, "Action", "log", _nothing) for text in ("Sideways notes", "Newest message", "Note")]
    assert [one.text for one in ranked(entries, "note", ())] == ["Note", "Sideways notes"]
    assert [one.text for one in ranked(entries, "nm", ())] == ["Newest message"]
    assert ranked(entries, "", ["Note"])[0].text == "Note"
