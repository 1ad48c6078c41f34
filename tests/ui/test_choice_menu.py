"""A menu made for one occasion."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

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
