"""The list of the CPD log: order, narrow changes, keys, what a screen reader hears."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from otcpd.actions.why_found import Found
from otcpd.domain.activity import Category
from otcpd.domain.excerpt import Excerpt
from otcpd.ui.models.activity_list import ENTRY_ROLE, ActivityListModel
from otcpd.ui.models.log_entries import ActivityEntry, Entry, GapEntry, MonthHead, in_order
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.activity_list import ActivityList
from tests.ui.seeing import Stage, Told, has_colour

CLUB = ActivityEntry(
    "a", date(2026, 11, 19), "Journal club", None, Category.WORK_BASED, "Work-based", 60, evidence_count=2, chosen=True
)
COURSE = ActivityEntry("b", date(2026, 11, 11), "Moving and handling", None, Category.FORMAL, "Formal", 210)
PATHWAY = ActivityEntry("c", date(2026, 6, 22), "Equipment pathway", date(2026, 6, 24), unfinished=True)
OLD = ActivityEntry("d", date(2026, 3, 12), "Stroke team")
GAP = GapEntry(date(2026, 3, 13), date(2026, 6, 21), "Gap of 3 months, needs a reason", "13 March to 21 June 2026")
ROWS = [CLUB, COURSE, PATHWAY, OLD]


def keys(entries: list[Entry]) -> list[str]:
    return [entry.key for entry in entries]


def test_newest_first_puts_gaps_between_their_neighbours() -> None:
    assert keys(in_order(ROWS, [GAP])) == [
        "month 2026-11",
        "a",
        "b",
        "month 2026-06",
        "c",
        "gap 2026-03-13",
        "month 2026-03",
        "d",
    ]


def test_oldest_first_does_so_too() -> None:
    assert keys(in_order(ROWS[::-1], [GAP], newest=False)) == [
        "month 2026-03",
        "d",
        "gap 2026-03-13",
        "month 2026-06",
        "c",
        "month 2026-11",
        "b",
        "a",
    ]


def test_a_gap_at_the_end_is_shown_and_heads_count() -> None:
    entries = in_order([CLUB, COURSE], [GAP])
    assert entries[0] == MonthHead(2026, 11, 2)
    assert entries[-1] == GAP


@pytest.mark.parametrize(
    ("entry", "long", "short"),
    [
        (CLUB, "Thu 19 November, 1 h. Work-based", "Thu 19 Nov, 1 h. Work-based"),
        (PATHWAY, "22 to 24 June", "22 to 24 Jun"),
        (OLD, "Thu 12 March", "Thu 12 Mar"),
    ],
)
def test_the_second_line_says_when_how_long_and_what(entry: ActivityEntry, long: str, short: str) -> None:
    assert (entry.meta(), entry.meta(short=True)) == (long, short)


@pytest.fixture
def model() -> ActivityListModel:
    made = ActivityListModel()
    made.set_entries(in_order(ROWS, [GAP]))
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, model: ActivityListModel) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt gives no types here
    model.set_entries(in_order([CLUB, PATHWAY]))
    model.set_entries([])
    model.set_entries(in_order(ROWS))


def test_it_says_everything_to_a_screen_reader(model: ActivityListModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index_of("a"), role) == (
        "Journal club, 19 November 2026, 1 h, Work-based, in your statement, 2 evidence files"
    )
    assert model.data(model.index_of("c"), role) == (
        "Equipment pathway, 22 to 24 June 2026, no category yet, no evidence, to finish"
    )
    assert model.data(model.index_of(GAP.key), role) == "Gap of 3 months, needs a reason. 13 March to 21 June 2026"
    assert model.data(model.index(0, 0), role) == "November 2026, 2"
    assert model.data(QModelIndex()) is None


def test_what_was_found_gives_up_what_there_is_no_room_for() -> None:
    found = Found("What I learnt", Excerpt("… on special seating now.", "seating now."))
    assert CLUB.found(found) == (
        "Thu 19 Nov. What I learnt: … on special seating now.",
        "What I learnt: … on special seating now.",
        "What I learnt: seating now.",
        "seating now.",
    )


def test_one_edit_is_one_narrow_change(qtbot: QtBot, model: ActivityListModel) -> None:
    renamed = ActivityEntry("b", COURSE.date, "Moving, handling and hoists")
    with (
        qtbot.assertNotEmitted(model.rowsRemoved),
        qtbot.assertNotEmitted(model.rowsInserted),
        qtbot.waitSignal(model.dataChanged) as caught,
    ):
        model.set_entries(in_order([CLUB, renamed, PATHWAY, OLD], [GAP]))
    assert caught.args is not None
    assert caught.args[0].row() == caught.args[1].row() == 2


@given(before=st.sets(st.integers(0, 40)), after=st.sets(st.integers(0, 40)))
def test_whatever_changes_the_model_shows_it(before: set[int], after: set[int]) -> None:
    model = ActivityListModel()
    for chosen in (before, after):
        rows = [
            ActivityEntry(str(n), date(2026, 11, 19) - timedelta(days=20 * n), f"Activity {n} of {len(chosen)}")
            for n in sorted(chosen)
        ]
        wanted = in_order(rows)
        model.set_entries(wanted)
        shown = [model.data(model.index(row, 0), ENTRY_ROLE) for row in range(model.rowCount())]
        assert shown == wanted


@pytest.fixture
def listing(stage: Stage, theme: Theme, model: ActivityListModel) -> ActivityList:
    made = ActivityList(theme, model)
    made.setMinimumHeight(400)
    stage.show(made, width=480)
    made.setFocus()
    return made


def test_arrows_skip_the_heads(listing: ActivityList) -> None:
    told = Told()
    listing.chosen.connect(told.note)
    listing.choose("a")
    for _ in range(4):
        QTest.keyClick(listing, Qt.Key.Key_Down)
    assert told.values == ["a", "b", "c", GAP.key, "d"]
    QTest.keyClick(listing, Qt.Key.Key_Home)
    assert listing.chosen_key() == "a"


def test_letters_find_titles(qtbot: QtBot, listing: ActivityList) -> None:
    QTest.keyClick(listing, Qt.Key.Key_S)
    assert listing.chosen_key() == "d"


def test_enter_opens_and_delete_asks(qtbot: QtBot, listing: ActivityList) -> None:
    listing.choose("b")
    with qtbot.waitSignal(listing.open_wanted) as opened:
        QTest.keyClick(listing, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    with qtbot.waitSignal(listing.delete_wanted):
        QTest.keyClick(listing, Qt.Key.Key_Delete)
    assert listing.picked_ids() == ["b"]
    listing.choose(GAP.key)
    assert listing.picked_ids() == [], "a gap is no activity"


def test_a_click_chooses_and_a_click_on_a_head_does_not(listing: ActivityList, model: ActivityListModel) -> None:
    listing.choose("a")
    head = listing.visualRect(model.index(3, 0)).center()
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert listing.chosen_key() in ("", "a")
    row = listing.visualRect(model.index_of("c")).center()
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row))
    assert listing.chosen_key() == "c"


def test_the_choice_stays_while_others_come_and_go(listing: ActivityList, model: ActivityListModel) -> None:
    listing.choose("c")
    model.set_entries(in_order([ActivityEntry("new", date(2026, 11, 20), "New"), *ROWS]))
    assert listing.chosen_key() == "c"
    assert (listing.neighbour("c"), listing.neighbour("d"), listing.neighbour("?")) == ("d", "c", "new")
    model.set_entries(in_order([CLUB]))
    assert listing.chosen_key() == ""
    assert not listing.choose("c")


def test_many_changes_come_as_one_reset(qtbot: QtBot, model: ActivityListModel) -> None:
    start = date(2026, 11, 19)
    rows = [ActivityEntry(str(n), start - timedelta(days=n), "One of many") for n in range(200)]
    model.set_entries(in_order(rows))
    with qtbot.waitSignal(model.modelReset):
        model.set_entries(in_order(rows[::3]))
    assert model.rowCount() == len(in_order(rows[::3]))


def test_selected_and_focused_can_be_seen(listing: ActivityList, theme: Theme) -> None:
    listing.choose("a")
    assert has_colour(listing, theme.colour("accent_soft"))
    assert has_colour(listing, theme.colour("focus"))
    listing.clearFocus()
    assert not has_colour(listing, theme.colour("focus"))
    listing.choose(GAP.key)
    assert has_colour(listing, theme.colour("accent"))


def test_rows_grow_with_the_text_size_and_in_narrow_lists(listing: ActivityList, theme: Theme) -> None:
    model = listing.model()
    assert isinstance(model, ActivityListModel)
    index = model.index_of("b")
    one = listing.visualRect(index).height()
    assert one >= 60
    theme.set_factor(2.0)
    listing.doItemsLayout()
    assert listing.visualRect(index).height() > one


def test_rows_are_as_high_as_ever_after_a_while_in_a_narrow_list(
    qtbot: QtBot, stage: Stage, theme: Theme, model: ActivityListModel
) -> None:
    long = ActivityEntry("long", date(2026, 11, 20), "A title that takes two lines in a narrow list and one in a wide")
    model.set_entries(in_order([long, *ROWS]))
    listing = ActivityList(theme, model)
    listing.setMinimumHeight(300)
    stage.show(listing, width=700)
    tops = [listing.visualRect(model.index(row, 0)).top() for row in range(model.rowCount())]
    listing.resize(330, listing.height())
    listing.doItemsLayout()
    assert listing.visualRect(model.index_of("a")).top() > tops[2]
    listing.resize(700, listing.height())
    qtbot.waitUntil(_Placed(listing, model, tops).now)


class _Placed:
    """The rows stand where they stood."""

    def __init__(self, listing: ActivityList, model: ActivityListModel, tops: list[int]) -> None:
        self._listing, self._model, self._tops = listing, model, tops

    def now(self) -> bool:
        rows = range(self._model.rowCount())
        return [self._listing.visualRect(self._model.index(row, 0)).top() for row in rows] == self._tops


def test_rows_of_a_list_that_never_scrolls_end_where_others_end(listing: ActivityList, qtbot: QtBot) -> None:
    listing.resize(400, 2_000)
    bar = listing.verticalScrollBar()
    whole = 400 - bar.sizeHint().width()
    qtbot.waitUntil(lambda: bar.maximum() == 0 and listing.viewport().width() == whole)
    listing.resize(400, 120)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and listing.viewport().width() == whole)
