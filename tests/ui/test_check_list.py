"""Lines typed during a meeting: a list that keeps nothing itself, with somebody who does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from otcpd.domain.dates import long_day, parse_day
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.check_content import ACTIONS, DECISIONS, TOPICS, Assigning, CheckLine, CheckWords
from otcpd.ui.widgets.check_list import CheckList
from tests.ui.seeing import Stage, name_of, role_of

TODAY = date(2026, 11, 21)
Key = Qt.Key


def today() -> date:
    return TODAY


ASSIGNING = Assigning(
    (("", "All of you"), ("me", "You"), ("fiona", "Fiona")), partial(parse_day, today=TODAY), long_day, today
)


class Keeper:
    """Keeps what a list tells, as a page does with its CPD file."""

    def __init__(self, view: CheckList, *texts: str, by_key: bool = True) -> None:
        self.view = view
        self.by_key = by_key
        self.lines = [CheckLine(f"k{place}", text) for place, text in enumerate(texts)]
        self.made = len(texts)
        self.steps: list[str] = []
        view.added.connect(self.add)
        view.edited.connect(self.edit)
        view.removed.connect(self.remove)
        view.moved.connect(self.move)
        view.ticked.connect(self.tick)
        view.assigned.connect(self.assign)
        view.show_lines(self.lines)

    def texts(self) -> list[str]:
        return [line.text for line in self.lines]

    def place(self, key: str) -> int:
        return next((place for place, line in enumerate(self.lines) if line.key == key), -1)

    def add(self, after: str, texts: list[str]) -> None:
        self.steps.append("add")
        for number, text in enumerate(texts):
            self.lines.insert(self.place(after) + 1 + number, CheckLine(f"k{self.made}", text))
            self.made += 1
        if self.by_key:
            self.view.take_key(f"k{self.made - len(texts)}")
        self.view.show_lines(self.lines)

    def edit(self, key: str, text: str) -> None:
        self.steps.append("edit")
        self._put(replace(self.lines[self.place(key)], text=text))

    def remove(self, key: str) -> None:
        self.steps.append("remove")
        del self.lines[self.place(key)]
        self.view.show_lines(self.lines)

    def move(self, key: str, after: str) -> None:
        line = self.lines.pop(self.place(key))
        self.lines.insert(self.place(after) + 1, line)
        self.view.show_lines(self.lines)

    def tick(self, key: str, on: bool) -> None:
        self._put(replace(self.lines[self.place(key)], ticked=on))

    def assign(self, key: str, who: str, due: date | None) -> None:
        self._put(replace(self.lines[self.place(key)], who=who, due=due))

    def _put(self, line: CheckLine) -> None:
        self.lines[self.place(line.key)] = line
        self.view.show_lines(self.lines)


def shown(theme: Theme, stage: Stage, *texts: str, words: CheckWords = TOPICS, by_key: bool = True) -> Keeper:
    view = CheckList(theme, words, ASSIGNING if words is ACTIONS else None)
    keeper = Keeper(view, *texts, by_key=by_key)
    stage.show(view, width=600)
    view.stand_on()
    return keeper


def press(*keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key, held)


def at(keeper: Keeper) -> str:
    """The name of what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return name_of(widget)


@pytest.mark.parametrize("by_key", [True, False])
def test_one_types_line_after_line(theme: Theme, stage: Stage, by_key: bool) -> None:
    keeper = shown(theme, stage, by_key=by_key)
    assert at(keeper) == "Add a topic"
    press("Seating", Key.Key_Return, "Rotas")
    assert keeper.texts() == ["Seating", "Rotas"]
    assert at(keeper) == "Topic 2"
    assert keeper.steps.count("add") == 2
    press(Key.Key_Return, Key.Key_Return)
    assert at(keeper) == "Add a topic"
    assert keeper.texts() == ["Seating", "Rotas"]


def test_enter_in_the_middle_makes_a_row_there_and_splits_words(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "Seating and rotas", "Last")
    keeper.view.stand_on("k0", 7)
    press(Key.Key_Return)
    assert keeper.texts() == ["Seating", "and rotas", "Last"]
    assert at(keeper) == "Topic 2"
    press(Key.Key_Backspace)
    assert keeper.texts() == ["Seatingand rotas", "Last"]
    assert at(keeper) == "Topic 1"
    keeper.view.stand_on("k0")
    press(Key.Key_Return, "Between")
    assert keeper.texts() == ["Seatingand rotas", "Between", "Last"]


def test_an_emptied_row_goes_and_the_keyboard_goes_up(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "B", "Three")
    keeper.view.stand_on("k1")
    press(Key.Key_Backspace)
    assert keeper.texts() == ["One", "", "Three"]
    press(Key.Key_Backspace)
    assert keeper.texts() == ["One", "Three"]
    assert at(keeper) == "Topic 1"
    press("!")
    assert keeper.texts() == ["One!", "Three"]


def test_backspace_takes_a_row_for_nothing_away(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "Two")
    keeper.view.stand_on("k0")
    press(Key.Key_Return, Key.Key_Backspace, "!")
    assert keeper.texts() == ["One!", "Two"]
    assert at(keeper) == "Topic 1"


def test_a_row_for_nothing_goes_when_it_is_left(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "Two")
    keeper.view.stand_on("k0")
    press(Key.Key_Return)
    assert at(keeper) == "Topic 2"
    press(Key.Key_Down)
    assert at(keeper) == "Topic 2"
    assert keeper.view.keys() == ["k0", "k1"]
    assert keeper.steps == []


def test_arrows_go_from_row_to_row_and_alt_moves(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "Two", "Three")
    told: list[str] = []
    keeper.view.told.connect(told.append)
    press(Key.Key_Up, Key.Key_Up)
    assert at(keeper) == "Topic 2"
    press(Key.Key_Up, Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert keeper.texts() == ["Two", "One", "Three"]
    assert at(keeper) == "Topic 1"
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    assert keeper.texts() == ["One", "Three", "Two"]
    assert told == ["Topic 1 of 3", "Topic 2 of 3", "Topic 3 of 3"]


def test_pasted_lines_become_rows(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One")
    lines = QMimeData()
    lines.setText("Two\n\nThree\nFour")
    row = keeper.view.row("")
    assert row is not None
    row.field.editor.insertFromMimeData(lines)
    assert keeper.texts() == ["One", "Two", "Three", "Four"]


def test_pasted_lines_that_nobody_can_keep_stay_in_their_row(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One")
    keeper.view.added.disconnect(keeper.add)
    lines = QMimeData()
    lines.setText(" and\nTwo\nThree")
    row = keeper.view.row("k0")
    assert row is not None
    row.field.put_caret(-1)
    row.field.editor.insertFromMimeData(lines)
    assert keeper.texts() == ["One and Two Three"]
    assert row.field.text() == "One and Two Three"


def test_tab_goes_from_tick_to_words_to_who(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "Ask", "Send", words=ACTIONS)
    names = []
    keeper.view.stand_on("k0")
    for _ in range(5):
        press(Key.Key_Tab)
        names.append(at(keeper))
    assert names == ["Action 1: All of you", "Action 2: done", "Action 2", "Action 2: All of you", "Add an action"]


def test_ticks_are_told_and_ctrl_enter_is_for_the_page(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "Two")
    row = keeper.view.row("k1")
    assert row is not None
    assert (role_of(row.tick), name_of(row.tick)) == (QAccessible.Role.CheckBox, "Topic 2: talked about")
    QTest.keyClick(row.tick, Key.Key_Space)
    assert [line.ticked for line in keeper.lines] == [False, True]
    keeper.view.stand_on("k0")
    press(Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert keeper.texts() == ["One", "Two"]
    assert keeper.view.keys() == ["k0", "k1"]


def test_who_and_when_are_chosen_by_keys(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "Ask", words=ACTIONS)
    row = keeper.view.row("k0")
    assert row is not None
    assert row.assign is not None
    QTest.keyClick(row.assign, Key.Key_Return)
    sheet = row.assign.sheet
    assert sheet is not None
    sheet.who.combo.setFocus()
    QTest.keyClick(sheet.who.combo, Key.Key_Down)
    sheet.who.combo.activated.emit(sheet.who.combo.currentIndex())
    QTest.keyClicks(sheet.due.line, "26 Nov 2026")
    QTest.keyClick(sheet.due.line, Key.Key_Return)
    assert not sheet.isVisible()
    assert (keeper.lines[0].who, keeper.lines[0].due) == ("me", date(2026, 11, 26))
    assert name_of(row.assign) == "Action 1: You, by 26 Nov"


def test_what_may_only_be_read_offers_nothing_to_type(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", words=DECISIONS)
    keeper.view.show_lines(keeper.lines, read_only=True)
    keeper.view.stand_on("k0")
    press(Key.Key_Return, "x", Key.Key_Backspace)
    assert keeper.texts() == ["One"]
    assert keeper.view.row("") is None
    keeper.view.show_lines(keeper.lines)
    assert keeper.view.row("") is not None


def test_long_words_go_on_below(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "word " * 60)
    row = keeper.view.row("k0")
    assert row is not None
    assert row.field.height() > 2 * theme.px(32)
    assert row.field.editor.verticalScrollBar().maximum() == 0


def test_a_cross_takes_away_and_a_button_leads_on(theme: Theme, stage: Stage) -> None:
    keeper = shown(theme, stage, "One", "Two", "Three")
    keeper.lines[1] = replace(keeper.lines[1], leads_on=True, fixed=True)
    keeper.view.show_lines(keeper.lines)
    onward: list[str] = []
    keeper.view.onward.connect(onward.append)
    first, second = keeper.view.row("k0"), keeper.view.row("k1")
    assert first is not None
    assert second is not None
    assert (first.open.isVisible(), second.open.isVisible(), second.cross.isVisible()) == (False, True, False)
    second.open.click()
    assert onward == ["k1"]
    first.cross.click()
    assert keeper.texts() == ["Two", "Three"]
    assert at(keeper) == "Topic 1"
