"""The cycle timeline: seen, walked through with keys, clicked, and read as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PIL import ImageChops, ImageQt
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from otcpd.domain.activity import Category
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.timeline import HOW, Timeline
from otcpd.ui.widgets.timeline_content import Band, BandKind, Lane, Mark, TimelineContent
from otcpd.ui.widgets.timeline_paint import paint_timeline
from otcpd.ui.widgets.timeline_table import TYPE, WHAT, WHEN, TimelineTable
from tests.ui.seeing import Stage, Told, description_of, has_colour, name_of, role_of

GAP = Band(
    "gap 2026-03-13",
    date(2026, 3, 13),
    date(2026, 6, 21),
    BandKind.GAP,
    (("Gap, 3 months", "needs a reason"), ("Gap", "needs", "a reason"), ("Needs", "a reason")),
    "Gap of 3 months, needs a reason",
)
LANES = tuple(Lane(one, str(one), 1) for one in Category)
CONTENT = TimelineContent(
    date(2025, 11, 1),
    date(2027, 10, 31),
    date(2026, 11, 21),
    date(2027, 8, 1),
    LANES,
    (
        Mark("a", date(2025, 11, 6), date(2025, 11, 6), 0, "Journal club"),
        Mark("b", date(2026, 3, 12), date(2026, 3, 12), 1, "Peer supervision"),
        Mark("c", date(2026, 6, 22), date(2026, 7, 20), 2, ""),
        Mark("d", date(2026, 12, 1), date(2026, 12, 1), 3, "Booked course"),
    ),
    (GAP,),
    "Four activities and a gap.",
)
ORDER = ["a", "b", "gap 2026-03-13", "c", "d"]


@pytest.fixture
def timeline(theme: Theme, stage: Stage) -> Timeline:
    made = Timeline(theme, "Your registration cycle")
    made.show_content(CONTENT)
    stage.show(made, width=1000)
    return made


def walk(timeline: Timeline, key: Qt.Key) -> str:
    QTest.keyClick(timeline, key)
    assert timeline.current is not None
    return timeline.current.key


def test_the_keyboard_begins_at_today_and_walks_by_date(timeline: Timeline) -> None:
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert timeline.current is not None
    assert timeline.current.key == "c"
    assert walk(timeline, Qt.Key.Key_Right) == "d"
    assert walk(timeline, Qt.Key.Key_Right) == "d"
    assert [walk(timeline, Qt.Key.Key_Left) for _ in ORDER] == ["c", "gap 2026-03-13", "b", "a", "a"]
    assert walk(timeline, Qt.Key.Key_End) == "d"
    assert walk(timeline, Qt.Key.Key_Home) == "a"
    assert walk(timeline, Qt.Key.Key_PageDown) == "b"
    assert walk(timeline, Qt.Key.Key_PageUp) == "a"


def test_what_is_reached_is_said_and_opened(timeline: Timeline) -> None:
    said, opened = Told(), Told()
    timeline.walked.connect(said.note)
    timeline.opened.connect(opened.note)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Enter):
        QTest.keyClick(timeline, key)
    assert said.values == [
        "Journal club. 6 November 2025. work_based",
        "Peer supervision. 12 March 2026. professional",
        "Gap of 3 months, needs a reason. 13 March to 21 June 2026",
    ]
    assert opened.values == ["a", "gap 2026-03-13"]
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert said.values[-1] == "No title yet. 22 June to 20 July 2026. formal"


def test_one_tab_stop_with_a_name_and_all_figures(timeline: Timeline) -> None:
    assert timeline.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert name_of(timeline) == "Your registration cycle"
    assert description_of(timeline) == f"Four activities and a gap. {HOW}"
    assert role_of(timeline) == QAccessible.Role.Graphic


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(timeline: Timeline, theme: Theme) -> None:
    focus = theme.colour("focus")
    timeline.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not has_colour(timeline, focus)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    timeline.clearFocus()
    assert not has_colour(timeline, focus)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_colour(timeline, focus)
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert has_colour(timeline, focus)


def test_the_keyboard_stays_where_it_was_when_things_change(timeline: Timeline) -> None:
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    timeline.show_content(replace(CONTENT, bands=()))
    assert timeline.current == CONTENT.marks[0]
    timeline.show_content(replace(CONTENT, marks=CONTENT.marks[1:]))
    assert timeline.current is not None
    assert timeline.current.key == "c"


def test_a_click_opens_the_dot_or_the_gap(timeline: Timeline) -> None:
    opened = Told()
    timeline.opened.connect(opened.note)
    plan = timeline.plan
    for place in (plan.centre(plan.dots[0]), plan.band_area(GAP).center(), QPointF(5, 5)):
        QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert opened.values == ["a", "gap 2026-03-13"]


def test_dots_take_clicks_on_an_area_of_thirty_two(timeline: Timeline) -> None:
    centre = timeline.plan.centre(timeline.plan.dots[0])
    for x, y in ((-15, 0), (15, 0), (0, -15), (0, 15)):
        item = timeline.item_at(centre + QPointF(x, y))
        assert item is not None
        assert item.key == "a"


def test_marks_bands_and_window_have_their_colours(timeline: Timeline, theme: Theme) -> None:
    for category in (Category.WORK_BASED, Category.PROFESSIONAL, Category.FORMAL, Category.SELF_DIRECTED):
        assert has_colour(timeline, QColor(theme.tokens.categories[category].mark))
    for token in ("warn_soft", "accent_soft", "ink", "line"):
        assert has_colour(timeline, theme.colour(token)), token


@pytest.mark.parametrize("kind", list(BandKind))
@pytest.mark.parametrize("width", [360, 1100])
def test_every_kind_of_spell_is_told_by_words_or_an_icon(
    theme: Theme, stage: Stage, kind: BandKind, width: int
) -> None:
    made = Timeline(theme, "Cycle")
    stage.show(made, width=width)
    made.show_content(replace(CONTENT, bands=(), marks=()))
    bare = made.grab().toImage()
    made.show_content(replace(CONTENT, bands=(replace(GAP, kind=kind),), marks=()))
    label = made.plan.band_area(GAP).center().toPoint()
    assert made.grab().toImage() != bare
    assert has_colour(made, theme.colour("surface"))
    assert made.item_at(QPointF(label)) is not None


@pytest.mark.parametrize(("width", "factor", "compact"), [(1000, 1.0, False), (600, 1.0, False), (440, 2.0, True)])
def test_names_stand_below_where_there_is_no_room_beside(
    theme: Theme, stage: Stage, width: int, factor: float, compact: bool
) -> None:
    made = Timeline(theme, "Cycle")
    made.show_content(CONTENT)
    theme.set_factor(factor)
    stage.show(made, width=width)
    plan = made.plan
    assert plan.compact is compact
    assert plan.scale.right <= made.width()
    assert made.heightForWidth(made.width()) == plan.height


@pytest.mark.parametrize("today", [date(2025, 11, 1), date(2027, 7, 20), date(2027, 9, 15), date(2027, 10, 31)])
def test_today_is_never_outside_and_never_hides_the_window(theme: Theme, stage: Stage, today: date) -> None:
    made = Timeline(theme, "Cycle")
    made.show_content(replace(CONTENT, today=today, marks=(), bands=()))
    stage.show(made, width=900)
    assert has_colour(made, theme.colour("accent"))
    assert has_colour(made, theme.colour("ink"))


def test_thousands_are_painted_once_and_walked_at_once(theme: Theme, stage: Stage) -> None:
    days = [date(2025, 11, 1) + timedelta(days=place // 65) for place in range(25_000)]
    marks = tuple(Mark(f"m{place}", day, day, place % 5, "Learning") for place, day in enumerate(days))
    made = Timeline(theme, "Cycle")
    made.show_content(replace(CONTENT, marks=marks))
    stage.show(made, width=1000)
    plan = made.plan
    made.grab()
    assert made.plan is plan
    assert len(plan.dots) < 2_500
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert walk(made, Qt.Key.Key_End) == "m24999"
    assert made.plan is plan


def test_the_picture_follows_the_theme(timeline: Timeline, theme: Theme, qtbot: QtBot) -> None:
    light = timeline.grab().toImage()
    theme.set_factor(1.3)
    qtbot.waitUntil(lambda: timeline.grab().toImage() != light)
    theme.set_factor(1.0)


@pytest.fixture
def table(theme: Theme, stage: Stage) -> TimelineTable:
    made = TimelineTable(theme, "Your registration cycle")
    made.show_content(CONTENT, "b")
    stage.show(made, width=800)
    return made


def test_the_table_says_what_the_timeline_shows(table: TimelineTable) -> None:
    rows = [[str(table.rows.index(row, column).data()) for column in range(3)] for row in range(table.rows.rowCount())]
    assert rows == [
        ["6 Nov 2025", "Journal club", "work_based"],
        ["12 Mar 2026", "Peer supervision", "professional"],
        ["13 March to 21 June 2026", "Gap of 3 months, needs a reason", "Gap"],
        ["22 June to 20 July 2026", "No title yet", "formal"],
        ["1 Dec 2026", "Booked course", "self_directed"],
    ]
    assert role_of(table) == QAccessible.Role.Table
    assert name_of(table) == "Your registration cycle"


def test_the_table_moves_by_row_and_opens(table: TimelineTable) -> None:
    opened = Told()
    table.opened.connect(opened.note)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.chosen_key() == "b"
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.values == ["gap 2026-03-13"]


def test_a_narrow_table_has_one_column_that_says_it_all(table: TimelineTable) -> None:
    height = table.rowHeight(0)
    table.set_narrow(True)
    assert [table.isColumnHidden(column) for column in (WHEN, WHAT, TYPE)] == [True, False, True]
    assert table.rowHeight(0) > height
    spoken = table.rows.index(0, WHAT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Journal club. 6 Nov 2025. work_based"
    table.set_narrow(False)
    assert table.rows.index(0, WHAT).data(Qt.ItemDataRole.AccessibleTextRole) is None


def test_the_model_keeps_qts_rules(table: TimelineTable) -> None:
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_content(replace(CONTENT, marks=CONTENT.marks[:2]))
    table.show_content(CONTENT)
    assert tester.model() is table.rows


def test_it_is_as_sharp_as_the_picture_it_is_painted_into(timeline: Timeline) -> None:
    ratio = 1.5
    painted, meant = (QImage(timeline.size() * ratio, QImage.Format.Format_ARGB32) for _ in range(2))
    for image in (painted, meant):
        image.setDevicePixelRatio(ratio)
        image.fill(timeline.palette().window().color())
    timeline.render(painted, QPoint())
    painter = QPainter(meant)
    paint_timeline(painter, timeline.plan)
    painter.end()
    ground, seen = (ImageQt.fromqimage(image).convert("L") for image in (meant, painted))
    assert sum(ImageChops.difference(ground, seen).histogram()[32:]) == 0
