"""The first run: doors, who you are, where the file is to be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.welcome.window import WelcomeWindow
from tests.screens.arranging import State
from tests.screens.stage import Content, Scene


def _welcome(scene: Scene) -> WelcomeWindow:
    desk = scene.desk
    made = WelcomeWindow(desk.theme, desk.announcer, desk.session.services, desk.machine, desk.desktop)
    scene.show(made)
    made.activateWindow()
    scene.until(made.isActiveWindow)
    return made


def _doors(scene: Scene) -> QWidget:
    return _welcome(scene)


def _you(scene: Scene) -> QWidget:
    made = _welcome(scene)
    made.show_screen(made.you)
    return made


def _place(scene: Scene) -> QWidget:
    made = _welcome(scene)
    made.place.suggest("Eilidh Rowan")
    made.show_screen(made.place)
    return made


STATES = (
    State("welcome", "", Content.EMPTY, _doors, spoils=False),
    State("welcome-you", "", Content.EMPTY, _you, spoils=False),
    State("welcome-place", "", Content.EMPTY, _place, spoils=False),
)
