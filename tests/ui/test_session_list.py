"""The list of sessions: its parts, its keys, its search."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from otcpd.ui.models.headed import ListHead
from otcpd.ui.models.session_rows import SessionPart
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.session_list import SessionList
from tests.ui.seeing import Stage, has_colour, name_of, role_of
from tests.ui.supervision_support import session_rows


def shown(theme: Theme, stage: Stage, number: int) -> SessionList:
    view = SessionList(theme)
    view.show_rows(session_rows(number))
    view.setFixedHeight(600)
    stage.show(view, width=400)
    return view


def heads(view: SessionList) -> list[str]:
    return [one.text for one in view.rows.entries() if isinstance(one, ListHead)]


def keys(view: SessionList) -> list[str]:
    return [one.key for one in view.rows.entries() if not isinstance(one, ListHead)]


def test_parts_stand_in_their_order_and_long_pasts_by_year(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 9)
    assert heads(view) == ["To record", "Coming up", "Held"]
    assert keys(view) == ["2", "1", "0", "3", "4", "5", "6", "7", "8"]
    view.show_rows(session_rows(60))
    assert heads(view) == ["To record", "Coming up", "Held or missed in 2026", "Held or missed in 2025"]
    view.search("duty")
    assert heads(view) == ["Coming up", "Held or missed in 2026", "Held or missed in 2025"]


def test_keys_walk_sessions_and_pass_heads(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 9)
    chosen: list[str] = []
    opened: list[str] = []
    deleted: list[str] = []
    view.chosen.connect(chosen.append)
    view.open_wanted.connect(opened.append)
    view.delete_wanted.connect(deleted.append)
    assert view.choose_first()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
    assert chosen == ["2", "1", "0", "3", "8", "2"]
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (opened, deleted) == (["2"], ["2"])
    assert has_colour(view, theme.colour("focus"))
    assert has_colour(view, theme.colour("accent_soft"))


def test_a_search_keeps_the_choice_where_it_can(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 60)
    chosen: list[str] = []
    view.choose("9")
    view.chosen.connect(chosen.append)
    assert view.search("missed LINE") == 7
    assert view.search("7 November") == 1
    assert chosen == [""]
    assert view.search("missed LINE", also={"8"}) == 8
    assert view.search("nothing at all") == 0
    assert view.search("") == 60


def test_what_comes_in_the_place_of_the_chosen_one_is_chosen(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 9)
    view.choose("4")
    view.show_rows([row for row in session_rows(9) if row.key != "4"])
    assert view.chosen_key() == "5"
    view.show_rows([row for row in session_rows(4) if row.part is SessionPart.COMING])
    assert view.chosen_key() == "0"
    view.show_rows([])
    assert view.chosen_key() == ""


def test_each_row_says_all_of_itself(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 9)
    assert (name_of(view), role_of(view)) == ("Sessions", QAccessible.Role.List)
    index = view.rows.index_of("0")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Line management, Person 0, Saturday 5 December 2026, Missed. Duty cover"


def test_rows_grow_with_the_text(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 9)
    before = view.visualRect(view.rows.index_of("0")).height()
    theme.set_factor(2.0)
    view.viewport().repaint()
    assert view.visualRect(view.rows.index_of("0")).height() > 1.5 * before


def test_thousands_filter_in_a_moment(theme: Theme, stage: Stage) -> None:
    view = shown(theme, stage, 5_000)
    begin = perf_counter()
    for text in ("p", "pe", "person 3", "", "line"):
        view.search(text)
        view.executeDelayedItemsLayout()
    assert (perf_counter() - begin) / 5 < 0.2  # ten times what it takes; the benchmark is stricter
