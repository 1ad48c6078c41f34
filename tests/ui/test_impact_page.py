"""The page "Impact": chains by theme, the open one step by step, and what may leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from otcpd.actions.activities import edit_activity
from otcpd.actions.pathway.impacts import add_measure, edit_impact, link_impact, new_impact
from otcpd.domain.changes import Changes
from otcpd.domain.impact import Better
from otcpd.domain.impact_figures import NO_THEME
from otcpd.record.record import Record
from otcpd.ui.pages.impact.figures_dialog import FiguresDialog
from otcpd.ui.pages.impact.page import ImpactPage
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.down_scroll import DownScroll
from tests.ports import FixedClock
from tests.ui.opened import Opened, log_file, opened_program
from tests.ui.seeing import description_of


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    path = log_file(tmp_path, clock)
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as program:
        program.open(path)
        yield program


def impact_page(opened: Opened, thing: str = "") -> ImpactPage:
    page = opened.window.go_to("impact", thing)
    assert isinstance(page, ImpactPage)
    return page


def chain(opened: Opened, title: str, theme: str = "", day: date = date(2026, 6, 1)) -> str:
    made = opened.window.desk.session.act(_chain, title, theme, day)
    assert made is not None
    return made.new_id


def _chain(record: Record, title: str, theme: str, day: date) -> Changes:
    return new_impact(record, title=title, theme=theme, date=day)


def measure(opened: Opened, impact: str, before: str, after: str | None) -> str:
    made = opened.window.desk.session.act(
        add_measure,
        impact,
        "Wait",
        unit="days",
        better=Better.LOWER,
        before=Decimal(before),
        after=None if after is None else Decimal(after),
    )
    assert made is not None
    return made.new_id


def rows(page: ImpactPage) -> list[str]:
    return [f"{row.title}: {row.meta}" if row.meta else row.title for row in page.pane.list.rows.rows()]


def test_chains_stand_by_theme_and_are_found_by_their_words(opened: Opened) -> None:
    page = impact_page(opened)
    assert page.pane.start.isVisible()
    assert not page.new.isVisible()
    rails = chain(opened, "Rails by post", "Adaptations")
    measure(opened, rails, "14", "9")
    measure(opened, rails, "3", "8")
    chain(opened, "Duty letters", day=date(2026, 5, 1))
    chain(opened, "Ramps", "adaptations", date(2026, 7, 1))
    opened.window.desk.session.act(edit_impact, rails, "feedback", "She said: what a relief")
    assert (
        rows(page)
        == [
            "adaptations",
            "Ramps: 1 Jul 2026. No measure yet",
            "Rails by post: 1 Jun 2026. One measure better and one worse",
            NO_THEME,
            "Duty letters: 1 May 2026. No measure yet",
        ]
        or rows(page)[0] == "Adaptations"
    )
    assert page.header.fact.text() == "Three changes: one measure better and one worse."
    page.pane.search.line.setText("relief")
    opened.qtbot.waitUntil(lambda: len(rows(page)) == 2)
    page.show_thing(rails)
    assert page.form.title.text() == "Rails by post"
    page.pane.search.line.setText("nowhere")
    opened.qtbot.waitUntil(page.pane.show_all.isVisible)
    page.pane.show_all.click()
    assert len(rows(page)) == 5


def test_a_measure_says_what_came_of_it_and_where_it_is_no_number(opened: Opened) -> None:
    rails = chain(opened, "Rails by post")
    key = measure(opened, rails, "14", None)
    page = impact_page(opened, rails)
    row = page.form.measures.rows[key]
    assert "to be measured again" in description_of(row.chart)
    after = row.numbers["after"]
    after.line.setFocus()
    QTest.keyClicks(after.line, "nine")
    after.commit()
    assert after.doubt.startswith("‘nine’ is not a number.")
    after.line.selectAll()
    QTest.keyClicks(after.line, "9,5")
    after.commit()
    assert opened.record.impacts.get(rails).measures[0].after == Decimal("9.5")
    assert "14 to 9.5 days, better, by 4.5 days" in description_of(row.chart).replace("\u00a0", " ")
    second = measure(opened, rails, "1", "2")
    page.form.measures.rows[second].move_wanted.emit(second, -1)
    assert list(page.form.measures.rows) == [second, key]
    page.form.measures.rows[key].delete_wanted.emit(key)
    assert opened.toast.startswith("‘Wait’, deleted")
    opened.window.desk.session.undo()
    assert list(page.form.measures.rows) == [second, key]


def test_a_benefit_is_copied_on_request_and_a_chain_comes_back_from_the_bin(opened: Opened) -> None:
    act, activity = opened.window.desk.session.act, opened.record.activities.rows()[0].id
    rails = chain(opened, "Rails by post")
    act(edit_activity, activity, "service_user_benefit", "People wash on their own.")
    act(link_impact, rails, activity)
    page = impact_page(opened, rails)
    assert page.form.texts["meant_people"].text.text() == ""
    (line,) = page.form.benefits.lines
    line.link.click()
    assert page.form.texts["meant_people"].text.text() == "People wash on their own."
    assert page.form.benefits.isHidden()
    page.pane.take_focus()
    opened.press(Qt.Key.Key_Delete)
    assert rows(page) == []
    assert "Rails by post" in opened.toast
    opened.window.desk.session.undo()
    assert rows(page)[1].startswith("Rails by post")


def test_the_page_asks_before_anything_leaves(opened: Opened) -> None:
    act = opened.window.desk.session.act
    rails, carers = chain(opened, "Rails by post", "Adaptations"), chain(opened, "Carers", "Mr Larch’s carers")
    act(edit_impact, rails, "story", "Mrs Larch and Ms Alder can wash.")
    page = impact_page(opened)
    page.make_page.click()
    dialog = page.dialog.dialog
    assert isinstance(dialog, FiguresDialog)
    opened.qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.pointing.left == 3
    dialog.save.click()
    assert dialog.pointing.lines[0].fine.hasFocus()
    dialog.pointing.lines[0].leave.click()
    assert dialog.page is not None
    assert [one.which for one in dialog.page.pointing] == ["theme"]
    dialog.choices.ticks["Mr Larch’s carers"].click()
    assert dialog.pointing.left == 0
    assert (dialog.page.content.roll.all.chains, dialog.page.content.roll.stories) == (1, ())
    dialog.put_back.click()
    assert dialog.pointing.left == 2
    dialog.choices.ticks["Adaptations"].click()
    assert dialog.choices.chosen_themes() == ()
    dialog.choices.ticks["Mr Larch’s carers"].click()
    dialog.pointing.lines[0].change.click()
    opened.qtbot.waitUntil(lambda: page.dialog.dialog is None)
    assert page.open_chain == carers
    assert opened.record.impacts.get(rails).story == "Mrs Larch and Ms Alder can wash.", "nothing was changed"


def test_a_place_that_scrolls_does_not_wait_for_its_own_bar(qtbot: QtBot, theme: Theme) -> None:
    """Words that need one line more beside a bar than without it."""
    words = QLabel("word " * 40)
    words.setWordWrap(True)
    content = QWidget()
    QVBoxLayout(content).addWidget(words)
    scroll = DownScroll(theme, content, steady=True)
    qtbot.addWidget(scroll)
    scroll.show()
    for width in range(200, 320):
        scroll.resize(width, content.heightForWidth(width))
    assert scroll.widget() is content
