"""The settings page on a real file, for tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.page import SettingsPage
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.widgets.text_field import TextField

S = TypeVar("S", bound=SettingsSection)


def shown_settings(desk: Desk, qtbot: QtBot, width: int = 1200, layout: Layout = WIDE) -> SettingsPage:
    """The page in a window that has the focus."""
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 900)
    page.apply_layout(layout)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def section(page: SettingsPage, thing: str, kind: type[S]) -> S:
    """Go to a section, as from elsewhere in the window."""
    page.show_thing(thing)
    found = page.section
    assert isinstance(found, kind)
    return found


def fill_in(field: TextField, text: str) -> None:
    """Type into a field in the place of what stands there, and leave it."""
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    if not text:
        QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Tab)


def focused() -> QWidget | None:
    """Where the focus is."""
    return QApplication.focusWidget()
