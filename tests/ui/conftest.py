"""Fixtures for tests of the window's parts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otcpd.ui.announce import Announcer
from otcpd.ui.theme.fonts import offer_shipped_fonts
from otcpd.ui.theme.theme import Theme, ThemeChoice
from tests.ui.seeing import Heard, Stage


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The shipped fonts, so that measures are the same everywhere."""
    offer_shipped_fonts()


@pytest.fixture
def theme(qapp: QApplication, fonts: None) -> Theme:
    """The light look at 100 %, without motion."""
    return Theme(qapp.styleHints(), choice=ThemeChoice.LIGHT, still=True)


@pytest.fixture
def announcer(qapp: QApplication) -> Announcer:
    """The voice of the window."""
    return Announcer()


@pytest.fixture
def heard(announcer: Announcer) -> Heard:
    """What the announcer has said so far."""
    return Heard(announcer)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Where widgets are shown."""
    return Stage(qtbot)
