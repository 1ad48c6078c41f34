"""What was typed into a field that is read when it is left, and could not be saved, stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.actions.people import add_post
from otcpd.ui.pages.portfolio.page import PortfolioPage
from otcpd.ui.pages.settings.cycle import CycleSection
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.posts import PostsSection
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.pages.settings.you import YouSection
from otcpd.ui.shell.unsaved import UnsavedDialog
from tests.ports import FixedClock
from tests.ui.opened import SLOW, Opened, log_file, opened_program
from tests.ui.settings_support import fill_in


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(log_file(tmp_path, clock))
        yield opened


class Stick:
    """The disk of the file, which can be pulled out."""

    def __init__(self, folder: Path) -> None:
        self.there, self.away = folder / "stick", folder / "away"

    def pull_out(self) -> None:
        self.there.rename(self.away)

    def put_back(self) -> None:
        self.away.rename(self.there)


def settings(program: Opened, thing: str) -> SettingsSection:
    page = program.window.go_to("settings", thing)
    assert isinstance(page, SettingsPage)
    return page.section


@pytest.fixture
def on_stick(
    qtbot: QtBot, qapp: QApplication, fonts: None, tmp_path: Path, clock: FixedClock
) -> Iterator[tuple[Opened, Stick]]:
    (tmp_path / "stick").mkdir()
    with opened_program(qtbot, qapp, tmp_path / "data", clock) as opened:
        opened.open(log_file(tmp_path / "stick", clock))
        yield opened, Stick(tmp_path)


def waiting(program: Opened) -> list[str]:
    return [draft.text for draft in program.window.desk.session.autosave.drafts]


def all_saved(program: Opened) -> None:
    program.qtbot.waitUntil(lambda: not program.window.desk.session.autosave.drafts, timeout=SLOW)


def test_settings_keep_what_could_not_be_saved_and_closing_asks(on_stick: tuple[Opened, Stick]) -> None:
    program, stick = on_stick
    you = settings(program, "you")
    assert isinstance(you, YouSection)
    stick.pull_out()
    fill_in(you.name, "Eilidh Rowan-Larch")
    fill_in(you.number, "OT000456")
    you.refresh()
    assert (you.name.text(), you.number.text()) == ("Eilidh Rowan-Larch", "OT000456")
    assert waiting(program) == ["Eilidh Rowan-Larch", "OT000456"]
    assert program.window.sidebar.saved.text().startswith("Not saved yet")
    for _ in range(2):
        assert not program.window.close()
        dialog = program.window.findChild(UnsavedDialog)
        assert isinstance(dialog, UnsavedDialog)
        dialog.reject()
    stick.put_back()
    all_saved(program)
    owner = program.record.people.owner()
    assert (owner.name, owner.registration) == ("Eilidh Rowan-Larch", "OT000456")
    assert you.name.text() == "Eilidh Rowan-Larch"


def test_dates_and_lengths_in_the_settings_stay(on_stick: tuple[Opened, Stick]) -> None:
    program, stick = on_stick
    cycle = settings(program, "cycle")
    assert isinstance(cycle, CycleSection)
    stick.pull_out()
    fill_in(cycle.cycle.start, "5 November 2025")
    fill_in(cycle.day.day, "7 h")
    cycle.refresh()
    assert cycle.cycle.start.text() == "5 November 2025"
    assert cycle.day.day.text() == "7 h"
    stick.put_back()
    all_saved(program)
    assert cycle.cycle.start.text() == "5 November 2025"
    assert cycle.day.day.text() == "7 h"
    fill_in(cycle.cycle.start, "")
    assert cycle.cycle.start.text() == "1 November 2025"


def test_posts_and_names_stay(on_stick: tuple[Opened, Stick]) -> None:
    program, stick = on_stick
    session = program.window.desk.session
    session.act(add_post, "Therapist", "Moray Council")
    posts = settings(program, "posts")
    assert isinstance(posts, PostsSection)
    stick.pull_out()
    fill_in(posts.posts.title, "Senior therapist")
    fill_in(posts.employers.name, "Highland Council")
    posts.refresh()
    assert posts.posts.title.text() == "Senior therapist"
    assert posts.employers.name.text() == "Highland Council"
    stick.put_back()
    all_saved(program)
    assert [post.title for post in program.record.people.posts()] == ["Senior therapist"]
    assert [one.name for one in program.record.people.employers()] == ["Highland Council"]
    assert posts.employers.name.text() == "Highland Council"


def test_the_period_of_the_profile_stays(on_stick: tuple[Opened, Stick]) -> None:
    program, stick = on_stick
    page = program.window.go_to("portfolio")
    assert isinstance(page, PortfolioPage)
    stick.pull_out()
    fill_in(page.period.start, "1 December 2025")
    page.period.commit()
    assert page.period.start.text() == "1 December 2025"
    stick.put_back()
    all_saved(program)
    assert program.record.portfolios.current().start == date(2025, 12, 1)
    assert page.period.start.text() == "1 December 2025"


def test_the_log_keeps_a_date_and_a_duration(on_stick: tuple[Opened, Stick]) -> None:
    program, stick = on_stick
    basics, newest = program.detail.basics, program.newest()
    stick.pull_out()
    fill_in(basics.duration, "3 h 20")
    fill_in(basics.date, "18 November 2026")
    assert basics.duration.text() == "3 h 20"
    assert basics.date.text() == "18 November 2026"
    stick.put_back()
    all_saved(program)
    activity = program.record.activities.get(newest)
    assert (activity.date, activity.minutes) == (date(2026, 11, 18), 200)


def test_what_cannot_be_read_is_not_called_saved(program: Opened) -> None:
    basics, window = program.detail.basics, program.window
    fill_in(basics.date, "31/13/2026")
    fill_in(basics.duration, "lots")
    state = program.detail.top.state
    assert state.sentence() == "Date and duration not saved yet"
    assert window.sidebar.saved.text() == "Not all saved yet"
    window.save_now()
    assert program.toast == "Date and duration not saved yet. The field says why."
    program.detail.title.setFocus()
    program.type("A word ")
    window.desk.session.flush()
    assert state.sentence() == "Date and duration not saved yet"
    fill_in(basics.date, "18 November 2026")
    assert state.sentence() == "Duration not saved yet"
    fill_in(basics.duration, "2 h")
    assert state.sentence().startswith("Saved at")
    assert window.sidebar.saved.text() == "All changes saved"
    fill_in(basics.date, "")
    assert basics.date.text() == "18 November 2026"
    assert state.sentence().startswith("Saved at")


def test_what_the_file_refuses_stays_with_the_reason(program: Opened) -> None:
    basics = program.detail.basics
    basics.open_end()
    fill_in(basics.end, "1 January 2026")
    assert basics.end.text() == "1 January 2026"
    assert basics.end.doubt
    assert program.detail.top.state.sentence() == "Last day not saved yet"
    basics.drop_end.click()
    assert program.window.desk.session.unread() == []
