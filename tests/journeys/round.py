"""A walk through all pages, as somebody who looks at everything and changes nothing but the look."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from otcpd.ui.shell.main_window import MainWindow
from otcpd.ui.shell.registry import PAGES
from otcpd.ui.theme.theme import Theme, ThemeChoice
from otcpd.ui.widgets.search_field import SearchField
from tests.journeys.keyboard import CTRL, press
from tests.ui.opened import SLOW
from tests.watchdog import Watchdog

STEPS = 6
"""How often each way of moving is tried in a list."""
STOPS = 12
"""How many stops of Tab are visited on each page."""


def go_round(window: MainWindow, watchdog: Watchdog, qtbot: QtBot) -> None:
    """Each page twice: to see it built, and to see it again. Lists are gone through, pages scrolled, Tab pressed."""
    for _ in range(2):
        for spec in PAGES:
            if spec.number:
                press(Qt.Key(Qt.Key.Key_0.value + spec.number), CTRL)
            else:
                with watchdog.stretch(f"to {spec.page.name}"):
                    window.go_to(spec.page.key)
            _turn()
            _look_through(window.page, watchdog)
    press(Qt.Key.Key_2, CTRL)
    _search(window, qtbot)
    for size in ((700, 500), (1024, 640), (1440, 900)):
        with watchdog.stretch(f"to {size[0]} by {size[1]}"):
            window.resize(*size)
        _turn()
    press(Qt.Key.Key_1, CTRL)
    _other_looks(window.desk.theme, watchdog)


def _other_looks(theme: Theme, watchdog: Watchdog) -> None:
    """All pages are built by now, and all but one are out of sight."""
    choice, factor = theme.choice, theme.factor
    for other in (ThemeChoice.DARK, choice):
        with watchdog.stretch(f"to the {other.value} theme"):
            theme.set_choice(other)
        _turn()
    for size in (1.5, factor):
        with watchdog.stretch(f"to text of {size:.0%}"):
            theme.set_factor(size)
        _turn()


def _look_through(page: QWidget, watchdog: Watchdog) -> None:
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None and _rows(model):
            view.setFocus(Qt.FocusReason.TabFocusReason)
            for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
                for _ in range(STEPS if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else 1):
                    QTest.keyClick(view, key)
                    _turn()
    for area in page.findChildren(QScrollArea):
        if area.isVisible():
            bar = area.verticalScrollBar()
            for value in (bar.maximum(), bar.minimum()):
                with watchdog.stretch("scrolling the page"):
                    bar.setValue(value)
                _turn()
    for _ in range(STOPS):
        press(Qt.Key.Key_Tab)


def _search(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F, CTRL)
    field = next(one for one in window.page.findChildren(SearchField) if one.isVisible())
    for words in ("fall", ""):
        with qtbot.waitSignal(field.searched, timeout=SLOW):
            QTest.keyClicks(field.line, words) if words else press(Qt.Key.Key_Escape)
        _turn()


def _rows(model: QAbstractItemModel) -> int:
    return model.rowCount()


def _turn() -> None:
    """What a page puts off until it is on show happens now."""
    for _ in range(3):
        QApplication.processEvents()
