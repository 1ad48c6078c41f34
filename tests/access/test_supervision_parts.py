"""The painted parts of the supervision page by themselves, in every look: names, room, texts that fit, contrast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otcpd.domain.dates import long_day, parse_day
from otcpd.domain.period import Period
from otcpd.domain.supervision_ledger import LedgerMark
from otcpd.portfolio.charts.lists import workload_lines
from otcpd.portfolio.charts.protected_months import protected_months
from otcpd.portfolio.papers.content import ProtectedMonth, WorkloadFigure
from otcpd.ui.announce import Announcer
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.agreement_board import AgreementBoard
from otcpd.ui.widgets.chart import ChartView
from otcpd.ui.widgets.check_content import ACTIONS, TOPICS, Assigning, CheckLine
from otcpd.ui.widgets.check_list import CheckList
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.ledger import LedgerLegend
from otcpd.ui.widgets.session_list import SessionList
from otcpd.ui.widgets.year_card import YearCard
from otcpd.ui.widgets.year_content import DueDay, YearContent, YearMark
from tests.access.findings import Finding, told
from tests.access.painted import painted_texts
from tests.access.rules_of_names import areas, names, sideways
from tests.access.rules_of_tab import tabbing
from tests.access.rules_of_text import Measured, cut_off, faint, sheets
from tests.ui.supervision_support import TODAY, faces, session_rows

LONG = "Seating decision from peer supervision: was I right to wait until the whole family had agreed to the trial?"
Make = Callable[[Theme], list[QWidget]]


def today() -> date:
    return TODAY


def boards(theme: Theme) -> list[QWidget]:
    few, many = AgreementBoard(theme), AgreementBoard(theme)
    few.show_faces(faces(3))
    many.show_faces(faces(20))
    return [few, LedgerLegend(theme), many]


def sessions(theme: Theme) -> list[QWidget]:
    view = SessionList(theme)
    view.show_rows(session_rows(40))
    view.choose("3")
    view.setMinimumHeight(theme.px(300))
    return [view]


def years(theme: Theme) -> list[QWidget]:
    states = (LedgerMark.HELD, LedgerMark.CANCELLED, LedgerMark.BOOKED)
    marks = tuple(
        YearMark(str(place), date(2026, 1, 5) + timedelta(days=3 * place), states[place % 3], "Professional, Fiona")
        for place in range(110)
    )
    due, away = (DueDay(date(2026, 12, 3), "Peer group"),), (Period(date(2026, 3, 13), date(2026, 6, 10)),)
    calendar, listed = YearCard(theme, Announcer()), YearCard(theme, Announcer())
    for card in (calendar, listed):
        card.show_year(YearContent(2026, TODAY, marks, due, away))
    listed.turn.click()
    return [calendar, listed]


def typed(theme: Theme) -> list[QWidget]:
    people = (("", "All of you"), ("me", "You"))
    assigning = Assigning(people, partial(parse_day, today=TODAY), long_day, today)
    topics, actions = CheckList(theme, TOPICS), CheckList(theme, ACTIONS, assigning)
    topics.show_lines([CheckLine("a", LONG, aside="From 29 October"), CheckLine("b", "Cover in January", ticked=True)])
    actions.show_lines([CheckLine("a", LONG, who="me", due=date(2026, 11, 26)), CheckLine("b", "Ask", ticked=True)])
    return [topics, actions]


def charts(theme: Theme) -> list[QWidget]:
    months = [ProtectedMonth(date(2026, month, 1), 210, 210, 90, 120 * (month % 2)) for month in range(1, 13)]
    figures = [WorkloadFigure(date(2026, month, 3), 30 + month, 12 - month, 8) for month in range(1, 10)]
    protected, workload = ChartView(theme, "Protected time", 18), ChartView(theme, "Workload", 18)
    protected.show_chart(partial(protected_months, months))
    workload.show_chart(partial(workload_lines, figures))
    return [protected, workload]


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Callable[[Make, int, float, ThemeChoice], QWidget]:
    """Shows parts below each other in a window that scrolls."""

    def shown(make: Make, width: int, factor: float, choice: ThemeChoice) -> QWidget:
        offer_shipped_fonts()
        theme = Theme(qapp.styleHints(), choice=choice, factor=factor, still=True)
        theme.dress(qapp)
        window, inner = Ground(theme), QWidget()
        column, outer = QVBoxLayout(inner), QVBoxLayout(window)
        for part in make(theme):
            column.addWidget(part)
        column.addStretch(1)
        outer.addWidget(DownScroll(theme, inner))
        window.resize(width, 700)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        theme.setParent(window)
        return window

    return shown


def _found(top: QWidget) -> Iterator[Finding]:
    yield from names(top)
    yield from areas(top)
    yield from sideways(top)
    measured: Measured = set()
    for sheet in sheets(top):
        texts = painted_texts(sheet)
        yield from cut_off(sheet, texts)
        yield from faint(sheet, texts, measured)
    yield from tabbing(top)


@pytest.mark.parametrize("make", [boards, sessions, years, typed, charts])
@pytest.mark.parametrize(
    ("width", "factor", "choice"),
    [(1180, 1.0, ThemeChoice.LIGHT), (560, 2.0, ThemeChoice.DARK), (760, 1.5, ThemeChoice.LIGHT)],
)
def test_each_part_can_be_perceived_and_reached(
    show: Callable[[Make, int, float, ThemeChoice], QWidget],
    make: Make,
    width: int,
    factor: float,
    choice: ThemeChoice,
) -> None:
    found = list(_found(show(make, width, factor, choice)))
    assert not found, told({one: [make.__name__] for one in found})
