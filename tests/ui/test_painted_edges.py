"""In a column, what is painted near its left or right edge stands at that edge: rings hang over, and nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import new_activity
from otcpd.actions.evidence import attach
from otcpd.actions.portfolio import use_in_statement
from otcpd.exchange.evidence_text import read_evidence
from otcpd.ui.pages.evidence.detail import USE
from otcpd.ui.pages.evidence.page import EvidencePage
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.check import CHECK_SPACE, TickBox
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.reader_tag import TAG_SPACE, ReaderTag
from tests.exchange import samples
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.test_home_page import at_home, home

NEAR = 14
"""Who looks sees two edges so near each other as one that is out of line, in pixels."""
SAME = 1


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as made:
        yield made


def painted(widget: QWidget) -> QRectF | None:
    """What an eye sees of a control, in its own coordinates; None for what this does not look at."""
    whole = QRectF(widget.rect())
    if isinstance(widget, FieldFrame):
        return whole
    if isinstance(widget, TickBox):
        return whole.adjusted(CHECK_SPACE, 0, -CHECK_SPACE, 0)
    if isinstance(widget, ReaderTag):
        return whole.adjusted(TAG_SPACE, 0, -TAG_SPACE, 0)
    if isinstance(widget, LinkButton):
        return whole.adjusted(widget.side(), 0, -widget.side(), 0)
    if isinstance(widget, Button) and widget.property("kind") != Kind.QUIET.value:
        return widget.body()
    return None


def out_of_line(column: QWidget, left: float, right: float) -> list[str]:
    """What is near an edge and not at it."""
    found = []
    for widget in column.findChildren(QWidget):
        seen = painted(widget) if widget.isVisible() else None
        if seen is None:
            continue
        start = widget.mapTo(column, QPoint(0, 0)).x()
        for edge, at in ((left, start + seen.left()), (right, start + seen.right())):
            if SAME < abs(at - edge) <= NEAR:
                found.append(f"{type(widget).__name__} {widget.accessibleName()!r}: {at} and not {edge}")
        cut = widget.visibleRegion().boundingRect()
        if not cut.isEmpty() and cut.width() < widget.width():
            found.append(
                f"{type(widget).__name__} {widget.accessibleName()!r} is cut: {cut.width()} of {widget.width()}"
            )
    return found


def edges_of(widget: QWidget, column: QWidget) -> tuple[float, float]:
    left = widget.mapTo(column, QPoint(0, 0)).x()
    return left, left + widget.width()


def test_the_form_of_an_activity(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    opened.open(log_file(tmp_path, clock))
    for key in opened.detail.folds.folds:
        assert opened.detail.folds.section(key).isVisible()
    edges = edges_of(opened.detail.texts["learning"].text, opened.detail)
    assert not out_of_line(opened.detail, *edges)


def test_the_bar_over_several_activities(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    opened.open(log_file(tmp_path, clock))
    opened.log.pane.list.selectAll()
    bar = opened.log.pane.bar
    opened.qtbot.waitUntil(bar.isVisible, timeout=SLOW)
    left = bar.count.mapTo(bar, QPoint(0, 0)).x()
    assert not out_of_line(bar, left, bar.width() - opened.window.desk.theme.gap(12))


def test_the_form_of_a_file(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    opened.open(log_file(tmp_path, clock))
    attach(opened.record, opened.newest(), samples.pdf(tmp_path / "leaflet.pdf", "First page"), read_evidence)
    page = opened.window.go_to("evidence")
    assert isinstance(page, EvidencePage)
    opened.qtbot.waitUntil(lambda: bool(page.detail.evidence), timeout=SLOW)
    page.detail.show_face(USE)
    opened.qtbot.waitUntil(page.detail.caption.isVisible, timeout=SLOW)
    assert not out_of_line(page.detail, *edges_of(page.detail.caption, page.detail))


def test_the_cards_of_the_portfolio(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    opened.open(log_file(tmp_path, clock))
    use_in_statement(opened.record, opened.newest(), True)
    page = opened.window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    opened.qtbot.waitUntil(page.statement.text.isVisible, timeout=SLOW)
    inside = page.desk.theme.gap(24)
    for card in (page.period, page.summary, page.statement, page.choices, page.texts):
        assert not out_of_line(card, inside, card.width() - inside), card.accessibleName()


def test_the_cards_of_home(opened: Opened, tmp_path: Path, clock: FixedClock) -> None:
    at_home(opened, log_file(tmp_path, clock))
    page = home(opened)
    opened.qtbot.waitUntil(lambda: page.more is not None, timeout=SLOW)
    assert page.more is not None
    over = date(2026, 11, 10)
    new_activity(opened.record, date=date(2025, 11, 10), title="Fire safety", mandatory=True, expires=over)
    page.refresh()
    card = page.more.training
    (again,) = card.buttons()
    opened.qtbot.waitUntil(again.isVisible, timeout=SLOW)
    inside = page.desk.theme.gap(24)
    assert not out_of_line(card, inside, card.width() - inside)
