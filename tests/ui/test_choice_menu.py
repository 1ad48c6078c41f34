"""A menu made for one occasion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.choice_menu import ChoiceMenu


def test_enter_does_the_first_choice_and_the_menu_goes_for_good(qtbot: QtBot) -> None:
    button = QPushButton("More")
    qtbot.addWidget(button)
    done: list[str] = []

    def rename() -> None:
        done.append("renamed")

    menu = ChoiceMenu(button)
    menu.offer("Rename R&R", rename, key="F2")
    menu.offer("Pinned", rename, ticked=True)
    assert [action.text() for action in menu.actions()] == ["Rename R&&R\tF2", "Pinned"]
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    menu.open_below(button)
    with qtbot.waitSignal(menu.destroyed):
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["renamed"]
    assert button.findChildren(ChoiceMenu) == []


def test_what_holds_has_our_tick_in_the_accent(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    theme.dress(qapp)
    button = QPushButton("Order")
    qtbot.addWidget(button)
    menu = ChoiceMenu(button)
    menu.offer("Newest first", button.show, ticked=True)
    menu.offer("Oldest first", button.show, ticked=False)
    menu.dress()
    menu.resize(menu.sizeHint())
    picture = menu.grab().toImage()

    def inked_before(row: int) -> list[QColor]:
        place = menu.actionGeometry(menu.actions()[row])
        points = [
            (x, y)
            for x in range(place.left(), place.left() + 8 + theme.px(16))
            for y in range(place.top(), place.bottom())
        ]
        colours = [picture.pixelColor(x, y) for x, y in points]
        return [colour for colour in colours if colour.lightness() < 150]

    assert len(inked_before(0)) > 10
    assert all(colour.green() > colour.red() for colour in inked_before(0)), "in the accent, and not in black"
    assert inked_before(1) == []
