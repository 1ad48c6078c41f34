"""Button, switch, segmented control, tick box, reader tag: keys, names, states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otcpd.domain.layers import Layer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import RadioChoice, TickBox
from otcpd.ui.widgets.fold import Fold
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.reader_tag import ReaderTag
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.switch import Switch
from otcpd.ui.widgets.text_field import TextField
from tests.ui.seeing import Stage, description_of, has_colour, name_of, role_of


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_key(qtbot: QtBot, stage: Stage, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "New activity", Kind.FILLED, icon="plus")
    stage.show(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_button_is_named_as_it_reads(stage: Stage, theme: Theme) -> None:
    button = Button(theme, "New activity")
    more = Button(theme, icon="dots", name="More")
    stage.show(button, more)
    assert (name_of(button), role_of(button)) == ("New activity", QAccessible.Role.Button)
    assert (name_of(more), more.toolTip()) == ("More", "More")


def test_the_ring_shows_for_the_keyboard_and_not_for_a_click(stage: Stage, theme: Theme) -> None:
    first, second = Button(theme, "One"), Button(theme, "Two")
    stage.show(first, second)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert has_colour(second, theme.colour("focus"))
    assert not has_colour(first, theme.colour("focus"))
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert not has_colour(first, theme.colour("focus"))


def test_the_ring_goes_with_the_focus_and_waits_while_a_pop_up_is_open(stage: Stage, theme: Theme) -> None:
    first, second = Button(theme, "One"), Button(theme, "Two")
    window = stage.show(first, second)
    sheet = PopUpSheet(theme, window)
    row, other = Button(theme, "Row"), Button(theme, "Other")
    column = QVBoxLayout(sheet)
    column.addWidget(row)
    column.addWidget(other)
    focus = theme.colour("focus")
    second.setFocus(Qt.FocusReason.TabFocusReason)
    sheet.show()
    assert has_colour(second, focus), "it is where the keyboard will be again"
    row.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_colour(row, focus)
    other.setFocus(Qt.FocusReason.PopupFocusReason)
    assert not has_colour(row, focus), "the focus has moved on inside the pop-up"
    row.setFocus(Qt.FocusReason.TabFocusReason)
    sheet.hide()
    assert not has_colour(row, focus), "the pop-up is gone"
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_colour(second, focus)
    first.setFocus(Qt.FocusReason.PopupFocusReason)
    assert not has_colour(second, focus)


def test_a_field_is_left_whatever_took_the_focus(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    field, button = TextField(theme), Button(theme, "Next")
    stage.show(field, button)
    field.setFocus()
    with qtbot.waitSignal(field.left):
        button.setFocus(Qt.FocusReason.PopupFocusReason)
    field.setFocus()
    sheet = PopUpSheet(theme, button)
    with qtbot.assertNotEmitted(field.left):
        sheet.show()
    sheet.hide()


def test_the_ring_never_touches_a_fill(stage: Stage, theme: Theme) -> None:
    button = Button(theme, "New activity", Kind.FILLED)
    button.set_ring(True)
    stage.show(button)
    image = button.grab().toImage()
    middle = button.height() // 2
    line = [image.pixelColor(x, middle) for x in range(6)]
    assert line[0] == theme.colour("focus")
    assert theme.colour("accent") not in line[:4]
    assert line[4] == theme.colour("accent")


def test_a_button_that_is_off_says_why(stage: Stage, theme: Theme) -> None:
    button = Button(theme, "Preview")
    button.set_off("There is nothing to show yet.")
    stage.show(button)
    assert not button.isEnabled()
    assert description_of(button) == button.toolTip() == "There is nothing to show yet."
    button.set_off("")
    assert button.isEnabled()


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_everything_that_takes_a_click_is_large_enough(theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    segments = SegmentedControl(theme, "Show", [("a", "A"), ("b", "B")])
    controls: list[QWidget] = [
        Button(theme, "Go"),
        Button(theme, "Go", compact=True),
        Button(theme, icon="dots", name="More"),
        Switch(theme, "On"),
        TickBox(theme, "Done"),
        RadioChoice(theme, "Sickness"),
        segments.segment("a"),
    ]
    for control in controls:
        assert control.sizeHint().height() >= 32, control
        assert control.sizeHint().width() >= 32, control


def test_a_switch_is_turned_by_key_and_by_click(stage: Stage, theme: Theme) -> None:
    switch = Switch(theme, "Use in my statement")
    stage.show(switch)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
    assert (name_of(switch), role_of(switch)) == ("Use in my statement", QAccessible.Role.CheckBox)


def test_a_tick_box_and_a_radio_choice_have_their_roles(stage: Stage, theme: Theme) -> None:
    tick, choice = TickBox(theme, "Done"), RadioChoice(theme, "Sickness")
    stage.show(tick, choice)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 2, 2))
    assert tick.isChecked()
    assert (name_of(tick), role_of(tick)) == ("Done", QAccessible.Role.CheckBox)
    assert (name_of(choice), role_of(choice)) == ("Sickness", QAccessible.Role.RadioButton)


@pytest.fixture
def segmented(theme: Theme) -> SegmentedControl:
    return SegmentedControl(theme, "Show", [("all", "All"), ("open", "To finish"), ("none", "No evidence")])


def test_arrows_move_the_choice(qtbot: QtBot, stage: Stage, segmented: SegmentedControl) -> None:
    stage.show(segmented)
    segmented.segment("all").setFocus()
    with qtbot.waitSignal(segmented.chosen) as caught:
        QTest.keyClick(segmented.segment("all"), Qt.Key.Key_Right)
    assert caught.args == ["open"]
    assert segmented.value() == "open"
    assert segmented.segment("open").hasFocus()
    QTest.keyClick(segmented.segment("open"), Qt.Key.Key_Left)
    assert segmented.value() == "all"


def test_the_segmented_control_is_one_tab_stop(stage: Stage, theme: Theme, segmented: SegmentedControl) -> None:
    after = Button(theme, "After")
    stage.show(segmented, after)
    segmented.segment("all").setFocus()
    QTest.keyClick(segmented.segment("all"), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_choosing_by_program_tells_nobody(qtbot: QtBot, stage: Stage, segmented: SegmentedControl) -> None:
    stage.show(segmented)
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.set_value("none")
    assert segmented.value() == "none"
    assert segmented.segment("none").isChecked()


def test_segments_are_radio_buttons_with_counts(stage: Stage, segmented: SegmentedControl) -> None:
    stage.show(segmented)
    segmented.set_counts({"all": 1200, "open": 2})
    assert name_of(segmented) == "Show"
    assert role_of(segmented.segment("all")) == QAccessible.Role.RadioButton
    assert (name_of(segmented.segment("all")), description_of(segmented.segment("all"))) == ("All", "1,200")


def test_a_reader_tag_says_who_can_read_and_takes_clicks_beyond_what_it_paints(stage: Stage, theme: Theme) -> None:
    tag = ReaderTag(theme, Layer.PRIVATE, "Fiona")
    stage.show(tag)
    assert name_of(tag) == "Only you, never exported"
    assert tag.height() >= 32 > tag.body().height()
    tag.set_layer(Layer.SUPERVISION)
    assert name_of(tag) == "Shared with Fiona"
    tag.set_about("What I learnt")
    assert name_of(tag) == "What I learnt: shared with Fiona"
    assert description_of(tag).endswith("Press to choose who can read it.")


def test_a_fold_is_a_button_that_is_expanded_or_collapsed(stage: Stage, theme: Theme) -> None:
    fold = Fold(theme, "Tags", QWidget)
    fold.head.set_fact("falls")
    stage.show(fold)
    face = QAccessible.queryAccessibleInterface(fold.head)
    assert face is not None
    assert (face.role(), face.state().expandable, face.state().collapsed) == (QAccessible.Role.Button, 1, 1)
    assert (name_of(fold.head), description_of(fold.head)) == ("Tags", "falls")
    assert fold.head.height() >= 32
    action = face.actionInterface()
    assert action is not None
    action.doAction(action.pressAction())
    assert fold.head.isChecked()
    assert (face.state().expanded, face.state().collapsed) == (1, 0)
