"""Where the buttons of a dialog stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.shell.unsaved import UnsavedDialog
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button


def places(dialog: UnsavedDialog) -> list[QPoint]:
    """Where its buttons begin."""
    return [button.mapTo(dialog, QPoint(0, 0)) for button in dialog.findChildren(Button) if button.isVisible()]


@pytest.mark.parametrize(("width", "in_a_row"), [(760, True), (400, False)])
def test_three_ways_stand_in_a_row_at_the_right_where_there_is_room(
    qtbot: QtBot, theme: Theme, width: int, *, in_a_row: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 600)
    window.show()
    dialog = UnsavedDialog(theme, "Not saved. The disk is full.", window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    found = places(dialog)
    assert len(found) == 3
    assert (len({place.y() for place in found}) == 1) is in_a_row
    assert dialog.width() <= width
    if in_a_row:
        act = dialog.act
        edge = act.mapTo(dialog, act.body().topRight().toPoint()).x()
        assert edge == pytest.approx(dialog.width() - theme.gap(24), abs=act.body().left() + 1)
    dialog.close()
