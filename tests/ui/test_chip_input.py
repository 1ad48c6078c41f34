"""Tags: adding, removing and moving by keyboard alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.chip_input import Chip, ChipInput
from tests.ui.seeing import Stage, Told, name_of


@pytest.fixture
def chips(theme: Theme) -> ChipInput:
    return ChipInput(theme)


def press(key: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.parametrize("end", [Qt.Key.Key_Comma, Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_tag_is_added(stage: Stage, chips: ChipInput, end: Qt.Key) -> None:
    told = Told()
    chips.changed.connect(told.note)
    stage.show(chips)
    chips.line.setFocus()
    QTest.keyClicks(chips.line, "#home  safety")
    QTest.keyClick(chips.line, end)
    chips.commit()
    assert chips.tags() == ["home safety"]
    assert told.values == [["home safety"]]
    assert chips.line.text() == ""


def test_a_tag_is_there_once_whatever_its_case(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips)
    chips.set_tags(["falls"])
    chips.line.setFocus()
    QTest.keyClicks(chips.line, "Falls,")
    assert chips.tags() == ["falls"]


def test_backspace_selects_and_then_deletes_the_last(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips)
    chips.set_tags(["falls", "home safety"])
    chips.line.setFocus()
    press(Qt.Key.Key_Backspace)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert name_of(focused) == "home safety"
    assert chips.tags() == ["falls", "home safety"]
    press(Qt.Key.Key_Backspace)
    assert chips.tags() == ["falls"]


def test_arrows_move_between_tags_and_back_to_typing(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips)
    chips.set_tags(["one", "two"])
    chips.line.setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Chip)
    assert focused.text() == "one"
    press(Qt.Key.Key_Delete)
    assert chips.tags() == ["two"]
    press(Qt.Key.Key_Right)
    assert chips.line.hasFocus()


def test_the_cross_takes_a_click_of_32_wide(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips)
    chips.set_tags(["falls"])
    QApplication.sendPostedEvents()
    chip = chips.findChild(Chip)
    assert isinstance(chip, Chip)
    assert chip.height() >= 32
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(4, chip.height() // 2))
    assert chips.tags() == ["falls"]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 30, chip.height() // 2))
    assert chips.tags() == []


def test_known_tags_are_offered(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips)
    chips.set_known(["falls", "moving and handling"])
    chips.line.setFocus()
    QTest.keyClicks(chips.line, "hand")
    assert chips.offers() == ["moving and handling"]
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chips.tags() == ["moving and handling"]
    assert chips.line.text() == ""


def test_many_tags_wrap(stage: Stage, chips: ChipInput) -> None:
    stage.show(chips, width=320)
    before = chips.height()
    chips.set_tags([f"a rather long tag {number}" for number in range(5)])
    QApplication.processEvents()
    assert chips.height() > 3 * before - 40
    rows = {chip.mapTo(chips, QPoint()).y() for chip in chips.findChildren(Chip)}
    assert len(rows) > 2


def test_setting_tells_nobody(stage: Stage, chips: ChipInput) -> None:
    told = Told()
    chips.changed.connect(told.note)
    stage.show(chips)
    chips.set_tags(["a", "b"])
    chips.set_tags(["b"])
    assert (chips.tags(), told.values) == (["b"], [])


@given(words=st.lists(st.text(max_size=12), max_size=6))
def test_whatever_is_typed_tags_are_clean_and_single(theme: Theme, words: list[str]) -> None:
    chips = ChipInput(theme)
    chips.line.setText(",".join(words))
    chips.commit()
    tags = chips.tags()
    assert all(tag == " ".join(tag.split()) and tag and "," not in tag for tag in tags)
    assert len({tag.casefold() for tag in tags}) == len(tags)
