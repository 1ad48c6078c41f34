"""Who wears which style sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import MENUS, Theme


class _Dress(QObject):
    """Keeps a widget in a sheet through every change of the look."""

    def __init__(self, theme: Theme, sheet: Worn, wearer: QWidget) -> None:
        super().__init__(wearer)
        self._theme = theme
        self._sheet = sheet
        theme.changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        """The sheet as it is now."""
        wearer = self.parent()
        text = self._theme.sheet(self._sheet)
        if isinstance(wearer, QWidget) and wearer.styleSheet() != text:
            wearer.setStyleSheet(text)


def dress(widget: QWidget, theme: Theme, sheet: Worn) -> None:
    """Have `widget`, and what is in it, wear a sheet from now on."""
    _Dress(theme, sheet, widget)


def dress_menu(menu: QWidget) -> None:
    """Have a menu, about to be shown, wear the sheet of menus as it is now."""
    app = QApplication.instance()
    text = str(app.property(MENUS) or "") if app is not None else ""
    if menu.styleSheet() != text:
        menu.setStyleSheet(text)


def slim_bars(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give an area our scroll bars."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        dress(bar, theme, Worn.BARS)
