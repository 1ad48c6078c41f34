"""The ladder of levels: its rows, keys, presses and words, and the table in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.domain.framework import Level
from otcpd.ui.announce import Announcer
from otcpd.ui.models.level_rows import LevelContent, LevelRow, level_facts
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.level_board import AS_LADDER, AS_LIST, HINT, LevelBoard
from otcpd.ui.widgets.level_plan import level_plan
from tests.ui.seeing import Heard, Stage, description_of, has_colour, name_of

LEVELS = tuple(Level(number) for number in range(1, 10))
ROWS = (
    LevelRow("f@1:a", "Professional practice", 5, 6, 9),
    LevelRow("f@1:b", "Leadership", 4, None, 1),
    LevelRow("f@1:c", "Evidence, research and development", None, None, 0),
)
CONTENT = LevelContent("RCOT 1 to 9", "Pillar", LEVELS, ROWS, "Marked by you on 17 September, with Fiona Alder")
NAMED = tuple(Level(number, title) for number, title in ((5, "Practitioner"), (6, "Senior Practitioner")))

Marked = list[tuple[str, str, object]]


@pytest.fixture
def board(theme: Theme, announcer: Announcer) -> LevelBoard:
    made = LevelBoard(theme, announcer, "Your levels", most=4)
    made.show_content(CONTENT)
    return made


@pytest.fixture
def marked(board: LevelBoard) -> Marked:
    found: Marked = []

    def note(item: str, side: str, level: object) -> None:
        found.append((item, side, level))

    board.marked.connect(note)
    return found


@pytest.fixture
def press(board: LevelBoard) -> Callable[..., None]:
    def press(*keys: Qt.Key, shift: bool = False) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(board.rows, key, held)

    return press


def stop(board: LevelBoard, row: int, place: int) -> QPoint:
    area = QRectF(board.rows.visualRect(board.rows.rows.index(row)))
    return board.rows.plan.stop(area, CONTENT.rows[row], place).toPoint()


def test_arrows_walk_and_keys_mark(
    board: LevelBoard, marked: Marked, press: Callable[..., None], stage: Stage, heard: Heard, theme: Theme
) -> None:
    stage.show(board, width=720)
    board.rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.rows.current == (ROWS[0], 5)
    press(Qt.Key.Key_Right)
    assert has_colour(board.rows, theme.colour("focus"))
    assert heard.sentences == ["Level 6. You want to be here."]
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Right, Qt.Key.Key_T)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space, shift=True)
    press(Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Space)
    press(Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert marked == [
        ("f@1:a", "now", 6),
        ("f@1:a", "target", 7),
        ("f@1:b", "target", 7),
        ("f@1:b", "now", 1),
        ("f@1:b", "now", 9),
    ]


def test_marking_a_level_again_takes_it_away(
    board: LevelBoard, marked: Marked, press: Callable[..., None], stage: Stage
) -> None:
    stage.show(board, width=720)
    board.rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_T)
    assert marked == [
        ("f@1:a", "now", None),
        ("f@1:a", "now", None),
        ("f@1:a", "target", None),
        ("f@1:a", "target", None),
    ]


def test_what_is_marked_is_said_and_the_keyboard_stays(
    board: LevelBoard, press: Callable[..., None], stage: Stage, heard: Heard
) -> None:
    stage.show(board, width=720)
    board.rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    new = replace(ROWS[1], now=5)
    board.show_content(replace(CONTENT, rows=(ROWS[0], new, ROWS[2])))
    assert heard.sentences[-1] == "Leadership: level 5 now, 1 activity"
    assert board.rows.current == (new, 5)


def test_presses_mark_and_a_name_opens(board: LevelBoard, marked: Marked, stage: Stage) -> None:
    stage.show(board, width=720)
    opened: list[str] = []
    board.opened.connect(opened.append)
    view, left = board.rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, Qt.KeyboardModifier.NoModifier, stop(board, 1, 5))
    QTest.mouseClick(view, left, Qt.KeyboardModifier.ShiftModifier, stop(board, 2, 8))
    assert marked == [("f@1:b", "now", 6), ("f@1:c", "target", 9)]
    QTest.mouseClick(view, left, Qt.KeyboardModifier.NoModifier, QPoint(5, stop(board, 1, 0).y()))
    QTest.keyClick(board.rows, Qt.Key.Key_Return)
    assert opened == ["f@1:b", "f@1:b"]
    menu = board.rows.menu_of(ROWS[0], 6)
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    menu.actions()[0].trigger()
    assert marked[-1] == ("f@1:a", "now", 6)


def test_a_file_for_reading_takes_no_marks(
    board: LevelBoard, marked: Marked, press: Callable[..., None], stage: Stage
) -> None:
    board.show_content(replace(CONTENT, read_only=True))
    stage.show(board, width=720)
    board.rows.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_Delete)
    QTest.mouseClick(
        board.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stop(board, 1, 5)
    )
    assert not marked
    assert not board.hint.text()


def test_a_screen_reader_finds_rows_in_words(board: LevelBoard, stage: Stage) -> None:
    stage.show(board, width=720)
    said = [board.rows.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == [
        "Professional practice: level 5 now, level 6 wanted, 9 activities",
        "Leadership: level 4 now, 1 activity",
        "Evidence, research and development: no level marked, 0 activities",
    ]
    assert name_of(board.rows) == "Your levels"
    assert "Space" in description_of(board.rows)
    assert QAccessible.queryAccessibleInterface(board.rows).childCount() == 3


def test_a_table_takes_the_place_of_the_ladder(board: LevelBoard, stage: Stage) -> None:
    board.show_content(replace(CONTENT, levels=NAMED))
    stage.show(board, width=720)
    board.stand_on("f@1:b")
    board.turn.click()
    assert board.shown is board.table
    assert board.turn.text() == AS_LADDER
    assert board.table is not None
    assert board.table.chosen_key() == "f@1:b"
    assert board.table.rows.facts.rows[0].cells == (
        "Professional practice",
        "5 Practitioner",
        "6 Senior Practitioner",
        "9",
    )
    board.table.selectRow(2)
    board.turn.click()
    assert (board.turn.text(), board.hint.text()) == (AS_LIST, HINT)
    assert board.rows.isVisible()
    assert board.rows.current[0] == ROWS[2]


def test_a_framework_without_levels_shows_activities_alone(board: LevelBoard, stage: Stage) -> None:
    content = replace(CONTENT, levels=())
    board.show_content(content)
    stage.show(board, width=720)
    assert level_facts(content).heads == ("Pillar", "Activities")
    assert board.rows.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Leadership: 1 activity"


def test_names_stand_above_the_stops_where_there_is_little_room(theme: Theme) -> None:
    wide, narrow = level_plan(theme, CONTENT, 660), level_plan(theme, CONTENT, 380)
    assert wide.beside
    assert not narrow.beside
    for plan in (wide, narrow):
        assert plan.x(0) - plan.disc / 2 >= 0
        assert plan.x(8) + plan.disc / 2 <= plan.width
    assert narrow.height(ROWS[0]) > wide.height(ROWS[0])


def test_many_items_scroll_and_few_do_not(board: LevelBoard, stage: Stage) -> None:
    assert board.rows.heightForWidth(700) == 3 * board.rows.plan.height(ROWS[0])
    rows = tuple(replace(ROWS[0], key=f"f@1:{number}") for number in range(60))
    board.show_content(replace(CONTENT, rows=rows))
    stage.show(board, width=720)
    assert board.rows.verticalScrollBar().maximum() > 0
    board.rows.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(59):
        QTest.keyClick(board.rows, Qt.Key.Key_Down)
    assert board.rows.current[0] == rows[-1]
    assert board.rows.viewport().rect().contains(board.rows.visualRect(board.rows.currentIndex()))
