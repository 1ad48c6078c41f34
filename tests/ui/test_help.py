"""Help: a page for each page of the window, true to what the window has."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.cycle_dates import CycleDate, set_cycle_date
from otcpd.catalogue import load_catalogue
from otcpd.domain.cycle import cycle_of
from otcpd.ui.announce import Announcer
from otcpd.ui.help.dressing import dress, is_dotted
from otcpd.ui.help.topics import ORDER, Topic, find, load_topics, source_of
from otcpd.ui.help.window import HelpWindow
from otcpd.ui.shell.keys import all_keys
from otcpd.ui.shell.registry import PAGES, spec_of
from otcpd.ui.theme.theme import Theme
from tests.architecture.sources import modules
from tests.ports import FixedClock
from tests.ui.seeing import name_of
from tests.ui.windowed import SLOW, Windowed, windowed

CYCLE = cycle_of(date(2026, 11, 21), load_catalogue().cycles)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock) -> Iterator[Windowed]:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as made:
        yield made


def help_of(shown: Windowed) -> HelpWindow:
    """The help, opened by its key."""
    shown.press(Qt.Key.Key_F1)
    reader = shown.window.aids.reader
    assert reader is not None
    shown.active(reader)
    return reader


def test_every_page_of_the_window_has_a_page_of_the_help_and_every_file_is_listed() -> None:
    assert {spec.page.key for spec in PAGES if not spec.under} <= set(ORDER)
    assert {spec.under for spec in PAGES if spec.under} <= set(ORDER)
    stored = {entry.name for entry in files("otcpd.resources").joinpath("help").iterdir()}
    assert stored - {"__pycache__", "__init__.py"} == {f"{key}.md" for key in ORDER}


@pytest.mark.parametrize("key", ORDER)
def test_links_keys_and_names_are_those_of_the_window(key: str) -> None:
    text = source_of(key)
    links = set(re.findall(r"\]\(([^)]*)\)", text))
    assert links <= set(ORDER)
    table = {part for entry in all_keys() for part in f"{entry.for_people} or {entry.keys}".split(" or ")}
    assert set(re.findall(r"`([^`]*)`", text)) <= table
    assert set(re.findall(r"\*\*([^*]*)\*\*", text)) <= _words_of_the_window()


@cache
def _words_of_the_window() -> set[str]:
    """Every text that stands in our source, and what the catalogue calls things."""
    found = {
        node.value
        for module in modules("otcpd")
        for node in module.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return found | {one.removesuffix("…") for one in found} | {one.label for one in load_catalogue().types.values()}


@pytest.mark.parametrize("key", ORDER)
def test_each_page_says_what_is_kept_where_and_is_short(key: str) -> None:
    (topic,) = (one for one in load_topics(CYCLE) if one.key == key)
    assert topic.text.startswith(f"# {topic.title}\n")
    assert key == "keys" or "## What is kept where" in topic.text
    assert key == "keys" or len(topic.plain.split()) < 330
    assert "$" not in topic.text
    assert "!" not in topic.plain


def test_no_word_between_two_keys_looks_like_a_key() -> None:
    keys = next(one for one in load_topics(CYCLE) if one.key == "keys").text
    assert "- `Alt` or `F10`: Menu" in keys
    assert [span for span in re.findall(r"`([^`]*)`", keys) if " or " in span] == []


def test_facts_of_hcpc_come_from_the_catalogue() -> None:
    """No number of HCPC's stands in the help itself: it would grow old there."""
    for key in ORDER:
        figures = re.findall(r"[0-9][0-9,.]*", re.sub(r"`[^`]*`|‘[^’]*’|^[0-9]+\.", "", source_of(key), flags=re.M))
        assert figures == [], key
    start = next(one for one in load_topics(CYCLE) if one.key == "start")
    assert "1 November 2025 to 31 October 2027 (HCPC’s dates for occupational therapists)" in start.text
    assert "1,500 words" in start.text


def test_own_dates_of_the_cycle_are_told(shown: Windowed) -> None:
    help_of(shown)
    shown.press(Qt.Key.Key_Escape)
    shown.active(shown.window)
    session = shown.window.desk.session
    session.act(set_cycle_date, CYCLE.start, CycleDate.START, date(2026, 3, 2))
    reader = help_of(shown)
    reader.text.anchorClicked.emit(QUrl("start"))
    assert "2 March 2026 to 31 October 2027 (your own dates)" in reader.topic.text


def test_f1_opens_the_page_on_show_and_escape_returns(shown: Windowed) -> None:
    shown.window.go_to("settings")
    shown.window.sidebar.take_focus()
    before = QApplication.focusWidget()
    reader = help_of(shown)
    assert reader.topic.key == "settings"
    assert reader.text.hasFocus()
    assert name_of(reader.text) == "Settings"
    assert reader.windowTitle() == "Settings - Help - otcpd"
    shown.press(Qt.Key.Key_Escape)
    assert not reader.isVisible()
    shown.active(shown.window)
    assert QApplication.focusWidget() is before


def test_f1_on_each_page_is_about_that_page(shown: Windowed) -> None:
    for spec in PAGES:
        shown.window.go_to(spec.page.key)
        reader = help_of(shown)
        about = spec if spec.page.key in ORDER else spec_of(spec.under)
        assert (reader.topic.key, reader.topic.title) == (about.page.key, about.page.name)
        shown.press(Qt.Key.Key_Escape)
        shown.active(shown.window)


def test_a_dot_stands_clear_of_the_point_it_begins(shown: Windowed) -> None:
    reader = help_of(shown)
    document = reader.text.document()
    block = document.begin()
    while not is_dotted(block):
        block = block.next()
    line = block.layout().lineAt(0).naturalTextRect().translated(block.layout().position())
    picture = reader.text.viewport().grab().toImage()
    row = round(line.center().y() * picture.devicePixelRatio())
    ground = picture.pixelColor(1, row)
    left = round(line.left() * picture.devicePixelRatio())
    inked = [x for x in range(left) if picture.pixelColor(x, row) != ground]
    assert inked, "there is a dot"
    assert left - inked[-1] > 5, "and room behind it"


def test_tab_goes_through_the_links_and_then_on(shown: Windowed) -> None:
    reader = help_of(shown)
    links = reader.topic.text.count("](")
    for _ in range(links):
        shown.press(Qt.Key.Key_Tab)
        assert reader.text.hasFocus()
        assert reader.text.textCursor().hasSelection()
    shown.press(Qt.Key.Key_Tab)
    assert not reader.text.hasFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert reader.isAncestorOf(focused)


def test_links_lead_on_and_back(shown: Windowed) -> None:
    reader = help_of(shown)
    assert not reader.back.isVisible()
    reader.text.anchorClicked.emit(QUrl("portfolio"))
    assert reader.topic.key == "portfolio"
    reader.show_all()
    assert "Getting started" in reader.text.toPlainText()
    shown.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    shown.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert reader.topic.key == "home"


def test_f1_over_the_quick_note_is_about_the_quick_note(shown: Windowed) -> None:
    shown.window.aids.quick_note()
    note = shown.window.aids.note
    assert note is not None
    shown.active(note)
    assert help_of(shown).topic.key == "quick-note"
    note.hide()


def test_searching_the_help(shown: Windowed) -> None:
    topics = load_topics(CYCLE)
    assert find(topics, "templates").text.count("](quick-note)") == 1
    assert find(topics, "zebra crossing").title == "Nothing found. Try another word."
    reader = help_of(shown)
    shown.press(Qt.Key.Key_F, CTRL)
    shown.type("backups")
    shown.qtbot.waitUntil(_Found(reader).now, timeout=SLOW)
    assert "settings" in reader.text.toMarkdown()
    assert shown.heard.sentences[-1].endswith("of the help")
    shown.press(Qt.Key.Key_Escape)
    assert reader.topic.key == "contents"
    shown.press(Qt.Key.Key_Escape)
    assert not reader.isVisible()


class _Found:
    def __init__(self, reader: HelpWindow) -> None:
        self._reader = reader

    def now(self) -> bool:
        return self._reader.topic.key == "found"


def test_text_grows_with_the_text_size_and_wears_the_colours_of_the_theme(theme: Theme) -> None:
    topic: Topic = load_topics(CYCLE)[0]
    document = QTextDocument()
    document.setMarkdown(topic.text)
    sizes = []
    for factor in (1.0, 2.0):
        theme.set_factor(factor)
        dress(document, theme)
        sizes.append(document.begin().begin().fragment().charFormat().property(QTextFormat.Property.FontPixelSize))
    assert sizes == [20, 40]
    body = document.begin().next().begin().fragment().charFormat()
    assert body.property(QTextFormat.Property.FontPixelSize) == 30
    assert document.begin().begin().fragment().charFormat().foreground().color() == theme.colour("ink")


def test_the_table_of_keys_is_the_windows(shown: Windowed) -> None:
    """Every bound key of the table does something, and no command has a key that the table does not know."""
    table = {key for entry in all_keys() for key in entry.keys.split(" or ")}
    bound: set[str] = set()
    for spec in PAGES:
        shown.window.go_to(spec.page.key)
        bound |= {key.toString() for action in shown.window.actions() for key in action.shortcuts()}
        keys = {key for one in shown.window.menu.commands() for key in one.key.split(" or ") if one.key}
        assert keys <= table, spec.page.key
    for entry in all_keys():
        if entry.bound:
            assert {QKeySequence(key).toString() for key in entry.keys.split(" or ")} <= bound, entry
    assert len({entry.keys for entry in all_keys()}) == len(list(all_keys()))


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_N])
def test_keys_work_while_one_writes(shown: Windowed, key: Qt.Key) -> None:
    """Some systems have uses of their own for these keys in a text."""
    shown.window.aids.quick_note()
    note = shown.window.aids.note
    assert note is not None
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, CTRL)
    event.ignore()
    QApplication.sendEvent(note.line.editor, event)
    assert not event.isAccepted()
    note.hide()
