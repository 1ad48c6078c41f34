"""Who wears which style sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from otcpd.ui.theme.stylesheet import Worn
from otcpd.ui.theme.theme import MENUS, Theme


class _Dress(QObject):
    """Keeps a widget in a sheet through every change of the look."""

    def __init__(self, theme: Theme, sheet: Worn, wearer: QWidget, *, when_seen: bool) -> None:
        super().__init__(wearer)
        self._theme = theme
        self._sheet = sheet
        self._when_seen = when_seen
        self._waits = False
        theme.changed.connect(self._on_changed)
        put_on(wearer, theme, sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._waits = False
            watched.removeEventFilter(self)
            put_on(watched, self._theme, self._sheet)
        return False

    def _on_changed(self) -> None:
        wearer = self.parent()
        if not isinstance(wearer, QWidget) or self._waits:
            return
        if self._when_seen and not wearer.isVisible():
            self._waits = True
            wearer.installEventFilter(self)
        else:
            put_on(wearer, self._theme, self._sheet)


def dress(widget: QWidget, theme: Theme, sheet: Worn) -> None:
    """Have `widget`, and what is in it, wear a sheet from now on."""
    _Dress(theme, sheet, widget, when_seen=False)


def put_on(widget: QWidget, theme: Theme, sheet: Worn) -> None:
    """Have `widget` wear a sheet as it is now: for what is opened for a moment, each time anew."""
    text = theme.sheet(sheet)
    if widget.styleSheet() != text:
        widget.setStyleSheet(text)


def dress_menu(menu: QWidget) -> None:
    """Have a menu, about to be shown, wear the sheet of menus as it is now."""
    app = QApplication.instance()
    text = str(app.property(MENUS) or "") if app is not None else ""
    if menu.styleSheet() != text:
        menu.setStyleSheet(text)


def slim_bars(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give an area our scroll bars. They measure the same in every look: what is out of sight may wait."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        _Dress(theme, Worn.BARS, bar, when_seen=True)
