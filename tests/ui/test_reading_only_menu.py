"""A file that can only be read offers no change: not in the menu, not by its keys, not in a chooser."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.pages.log.page import LogPage
from otcpd.ui.theme.theme import Theme
from tests.ports import FixedClock
from tests.ui.opened import log_file
from tests.ui.windowed import windowed

CHANGES = {"Undo", "New activity", "Quick note", "Add evidence…", "Make a backup now", "Put back what is chosen"}


def test_the_menu_offers_nothing_that_changes_the_file(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock
) -> None:
    path = log_file(tmp_path, clock)
    with windowed(qtbot, theme, announcer, tmp_path / "data", clock, reading=path) as opened:
        for name in ("log", "bin"):
            page = opened.window.go_to(name)
            menu = opened.window.menu
            shown = {action.text() for one in ("File", "Edit", "Go") for action in menu.of(one).actions()}
            assert not CHANGES & shown
            assert not CHANGES & {command.text for command in menu.commands()}
            if isinstance(page, LogPage):
                opened.answers.files = [path]
                page.details.detail.evidence.choose()
                assert not page.details.detail.evidence.intake.busy


def test_a_backup_from_the_menu_shows_how_far_it_is(
    qtbot: QtBot, theme: Theme, announcer: Announcer, tmp_path: Path, clock: FixedClock
) -> None:
    with windowed(qtbot, theme, announcer, tmp_path, clock) as opened:
        next(one for one in opened.window.menu.commands() if one.text == "Make a backup now").run()
        assert opened.window.page.accessibleName().startswith("Settings")
        assert opened.window.desk.backups.busy
        qtbot.waitUntil(lambda: not opened.window.desk.backups.busy, timeout=20_000)
