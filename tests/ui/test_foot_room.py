"""The foot of the sidebar has its room from the start."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.sidebar import Page, Sidebar


def test_nothing_moves_when_the_backup_comes(qtbot: QtBot, theme: Theme) -> None:
    sidebar = Sidebar(theme, [Page("home", "home", "Home"), Page("settings", "settings", "Settings", group=2)])
    qtbot.addWidget(sidebar)
    sidebar.resize(sidebar.width(), 600)
    sidebar.saved.show_good("tick", "All changes saved")
    sidebar.show()
    before = sidebar.item("settings").pos()
    sidebar.backup.show_good("shield", "Backup checked 09:12")
    qtbot.waitUntil(sidebar.backup.isVisible)
    assert sidebar.item("settings").pos() == before
