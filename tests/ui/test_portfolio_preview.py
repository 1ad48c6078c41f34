"""Looking at the real pages of the profile before anything leaves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.ui.announce import Announcer
from otcpd.ui.layout import layout_for
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.pages.portfolio.preview import ProfilePreview
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button
from tests.actions.exporting import NoTrace
from tests.ports import FixedClock
from tests.ui.desk_support import Answers, clear_desk, filled_record, make_desk, shown
from tests.ui.seeing import Heard

LIMIT = 60_000


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoTrace:
    return NoTrace(tmp_path / "temporary", monkeypatch)


@pytest.fixture
def desk(
    tmp_path: Path, clock: FixedClock, theme: Theme, announcer: Announcer, temporary: NoTrace, qtbot: QtBot
) -> Iterator[Desk]:
    made = make_desk(filled_record(tmp_path / "my.otcpd", clock), tmp_path, clock, theme, announcer, Answers())
    yield made
    clear_desk(made)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PortfolioPage:
    return shown(desk, qtbot)


def preview_of(page: PortfolioPage) -> ProfilePreview:
    (found,) = page.findChildren(ProfilePreview)
    return found


def opened(page: PortfolioPage, qtbot: QtBot) -> ProfilePreview:
    page.look.click()
    preview = preview_of(page)
    qtbot.waitUntil(lambda: preview.pages.words.startswith("Page 1 of"), timeout=LIMIT)
    return preview


def test_it_shows_the_pages_and_leaves_nothing(
    page: PortfolioPage, desk: Desk, temporary: NoTrace, heard: Heard, qtbot: QtBot
) -> None:
    preview = opened(page, qtbot)
    assert not page.header.isVisible()
    fact = preview.header.fact.text()
    assert "pages, " in fact
    assert fact.endswith("This is only a preview.")
    assert fact in heard.sentences
    assert preview.pages.sheets.hasFocus()
    QTest.keyClick(preview.pages.sheets, Qt.Key.Key_Escape)
    assert page.header.isVisible()
    assert page.look.hasFocus()
    qtbot.waitUntil(lambda: temporary.left == [], timeout=LIMIT)


def test_what_changes_meanwhile_is_told_and_drawn_anew(page: PortfolioPage, desk: Desk, qtbot: QtBot) -> None:
    preview = opened(page, qtbot)
    assert not preview.changed.isVisible()
    first = desk.session.record.portfolios.current().chosen[0]
    desk.session.act(edit_activity, first, "title", "Another title")
    assert preview.changed.isVisible()
    preview.again.click()
    assert preview.drawing
    assert not preview.changed.isVisible()
    qtbot.waitUntil(lambda: preview.pages.words.startswith("Page 1 of"), timeout=LIMIT)


def test_it_can_be_stopped(page: PortfolioPage, temporary: NoTrace, qtbot: QtBot) -> None:
    page.preview()
    preview = preview_of(page)
    qtbot.waitUntil(lambda: preview.drawing)
    preview.stop.click()
    assert not preview.drawing
    assert page.header.isVisible()
    qtbot.waitUntil(lambda: temporary.left == [], timeout=LIMIT)


def test_closing_the_file_takes_the_pages_along(
    page: PortfolioPage, desk: Desk, temporary: NoTrace, qtbot: QtBot
) -> None:
    opened(page, qtbot)
    assert desk.session.close()
    assert temporary.left == []


def test_a_full_disk_is_told_and_can_be_tried_again(
    page: PortfolioPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("tempfile.tempdir", str(tmp_path / "not there"))
        page.preview()
    preview = preview_of(page)
    assert preview.trouble.isVisible()
    assert preview.trouble.text()
    preview.retry.click()
    qtbot.waitUntil(lambda: preview.pages.words.startswith("Page 1 of"), timeout=LIMIT)


def test_the_offers_of_the_page_do_what_they_say(page: PortfolioPage, qtbot: QtBot) -> None:
    page.take_up("preview")
    assert preview_of(page).drawing
    page.close_preview()


def test_large_text_in_a_small_window_leaves_nothing_over_another(
    page: PortfolioPage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_factor(2)
    page.resize(512, 364)
    page.apply_layout(layout_for(640, 2))
    preview = opened(page, qtbot)
    parts = [preview.header.title, preview.header.fact, *preview.header.findChildren(Button), preview.pages.sheets]
    assert "Export profile" in [part.text() for part in parts if isinstance(part, Button)]

    def apart() -> bool:
        places = [QRect(part.mapTo(preview, QPoint()), part.size()) for part in parts]
        return not any(one.intersects(other) for one, other in combinations(places, 2))

    qtbot.waitUntil(apart, timeout=5_000)
