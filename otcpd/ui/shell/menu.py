"""The menu bar: hidden until Alt or F10, and home of every command with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from otcpd.ui.pages.base import Command
from otcpd.ui.widgets.popup import FloatingMenu

MENUS = ("&File", "&Edit", "&Go", "&View", "&Help")


class Menu(QMenuBar):
    """Shows itself when called, goes when a command was chosen, on Esc, or when the focus goes elsewhere."""

    def __init__(self, window: QMainWindow, *, read_only: bool = False) -> None:
        """With `read_only`, nothing is offered that changes the file."""
        super().__init__(window)
        self._window = window
        self._read_only = read_only
        self._back: QWidget | None = None
        self._menus: dict[str, QMenu] = {}
        self._page_actions: list[QAction] = []
        self._caller: QAction | None = None
        self._offered: dict[QAction, Command] = {}
        for name in MENUS:
            menu = FloatingMenu(self)
            menu.setTitle(name)
            self.addMenu(menu)
            menu.triggered.connect(self._on_triggered)
            self._menus[name.removeprefix("&")] = menu
        self.setNativeMenuBar(False)
        self.hide()

    def add(self, command: Command) -> QAction:
        """Offer a command; a bound key works even while the menu is hidden."""
        action = QAction(command.text, self._window)
        if command.changes and self._read_only:
            action.setVisible(False)
            return action
        if command.key and command.bound:
            action.setShortcuts([QKeySequence(key) for key in command.key.split(" or ")])
            if command.everywhere:
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        elif command.key:
            action.setText(f"{command.text}\t{command.key}")
        action.triggered.connect(_Run(command.run, action).run)
        if command.run == self.call:
            self._caller = action
        menu = self._menus[command.menu]
        if command.begins:
            menu.addSeparator()
        menu.addAction(action)
        if command.ticked is not None:
            action.setCheckable(True)
            menu.aboutToShow.connect(_Tick(command.ticked, action).show)
        self._window.addAction(action)
        self._offered[action] = command
        return action

    def commands(self) -> list[Command]:
        """Everything on offer now: what the window can do, then what the page can."""
        return list(self._offered.values())

    def of(self, menu: str) -> QMenu:
        """One of the menus, by name."""
        return self._menus[menu]

    def set_page_commands(self, commands: Iterable[Command]) -> None:
        """Offer what the page on show offers, instead of what the last one did."""
        for action in self._page_actions:
            self._window.removeAction(action)
            self._offered.pop(action, None)
            for menu in self._menus.values():
                menu.removeAction(action)
            action.deleteLater()
        self._page_actions = []
        begun: set[str] = set()
        for command in commands:
            if command.menu not in begun:
                begun.add(command.menu)
                self._page_actions.append(self._line_in(command.menu))
            self._page_actions.append(self.add(command))

    def _line_in(self, menu: str) -> QAction:
        # Our own, as `addSeparator` makes one that Python may outlive.
        line = QAction(self._window)
        line.setSeparator(True)
        self._menus[menu].addAction(line)
        return line

    def call(self) -> None:
        """Show the menu bar and put the focus there, or put it away."""
        if self.isVisible():
            self.put_away()
            return
        self._back = QApplication.focusWidget()
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.setActiveAction(self.actions()[0])

    def put_away(self) -> None:
        """Hide the menu bar and give the focus back."""
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def _on_triggered(self, action: QAction) -> None:
        # Keys trigger actions too, also the one that called the menu.
        if action is not self._caller:
            self.put_away()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._back = None
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F10):
            self.put_away()
        else:
            super().keyPressEvent(event)


class _Tick(QObject):
    """Ticks a choice when its menu opens."""

    def __init__(self, ticked: Callable[[], bool], parent: QAction) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self._action = parent

    def show(self) -> None:
        self._action.setChecked(self._ticked())


class _Run(QObject):
    """Carries what an action does, so that the signal's own argument does not reach it."""

    def __init__(self, what: Callable[[], object], parent: QAction) -> None:
        super().__init__(parent)
        self._what = what

    def run(self) -> None:
        self._what()
