"""Things to choose from in a list that may be long."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otcpd.ui.models.options import HEAD_ROLE, Option, OptionModel
from otcpd.ui.pages.log.filters_picker import OptionPicker
from otcpd.ui.theme.theme import Theme
from tests.ui.seeing import Stage, name_of

FRUIT = [Option(word, word.title(), f"Fruit {word}", "Fruit") for word in ("apple", "pear", "plum")]
OTHERS = [Option("oak", "Oak", group="Trees")]
TICK = Qt.ItemDataRole.CheckStateRole


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = OptionModel()
    model.set_options([*FRUIT, *OTHERS], {"pear"})
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    model.narrow("p")
    model.set_options(OTHERS, tickable=False)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # as above


def test_letters_narrow_it_down_and_ticks_stay() -> None:
    model = OptionModel()
    model.set_options([*FRUIT, *OTHERS], {"pear"})
    model.narrow(" PL")
    assert [one.key for one in model.shown()] == ["apple", "plum"]
    assert model.setData(model.index(1, 0), Qt.CheckState.Checked, TICK)
    assert model.ticked == {"pear", "plum"}
    model.narrow("")
    assert [model.index(row, 0).data(HEAD_ROLE) for row in range(4)] == ["Fruit", "", "", "Trees"]
    assert model.index(1, 0).data(TICK) == Qt.CheckState.Checked
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Fruit pear"
    assert model.data(QModelIndex()) is None
    assert not model.setData(model.index(0, 0), "x", Qt.ItemDataRole.EditRole)


def test_keys_take_a_row_and_one_choice_lets_the_other_go(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    picker = OptionPicker(theme)
    picker.offer("Order", FRUIT, {"apple"}, single=True)
    stage.show(picker, width=300)
    assert not picker.field.isVisible(), "so few need no field"
    picker.take_focus()
    QTest.keyClick(picker.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.taken) as taken:
        QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert taken.args == ["pear"]
    assert picker.model.ticked == {"pear"}


def test_enter_takes_the_words_themselves_where_new_ones_may_be_typed(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    picker = OptionPicker(theme)
    picker.offer("Add a tag", FRUIT, tickable=False, takes_new=True)
    stage.show(picker, width=300)
    picker.take_focus()
    QTest.keyClicks(picker.field.line, "pea")
    assert name_of(picker.field.line) == "Find: Add a tag"
    assert [one.key for one in picker.model.shown()] == ["pear"]
    with qtbot.waitSignal(picker.typed) as typed, qtbot.assertNotEmitted(picker.taken):
        QTest.keyClick(picker.field.line, Qt.Key.Key_Return)
    assert typed.args == ["pea"]
    with qtbot.waitSignal(picker.taken) as taken:
        QTest.keyClick(picker.field.line, Qt.Key.Key_Down)
        QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert taken.args == ["pear"]
    picker.field.set_text("")
    QTest.keyClicks(picker.field.line, "PEAR")
    with qtbot.waitSignal(picker.taken) as taken, qtbot.assertNotEmitted(picker.typed):
        QTest.keyClick(picker.field.line, Qt.Key.Key_Return)
    assert taken.args == ["pear"], "the same words in other letters are no new ones"
    QTest.keyClicks(picker.field.line, "x")
    assert not picker.list.isVisible()


def test_enter_takes_the_only_option_left_where_nothing_new_may_be_typed(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    picker = OptionPicker(theme)
    many = [*FRUIT, *(Option(str(number), f"kind {number}") for number in range(9))]
    picker.offer("Link a standard", many, tickable=False)
    stage.show(picker, width=300)
    picker.take_focus()
    QTest.keyClicks(picker.field.line, "pea")
    with qtbot.waitSignal(picker.taken) as taken, qtbot.assertNotEmitted(picker.typed):
        QTest.keyClick(picker.field.line, Qt.Key.Key_Return)
    assert taken.args == ["pear"]
