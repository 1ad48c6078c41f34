"""The top of the detail: whether it is saved, the switch for the statement, and what else can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from otcpd.actions import activities, portfolio
from otcpd.domain.activity import Activity, Status
from otcpd.domain.dates import long_day
from otcpd.ui import words
from otcpd.ui.autosave import SaveKind, SaveStatus
from otcpd.ui.pages.base import Desk
from otcpd.ui.times import time_of_day
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.popup import FloatingMenu
from otcpd.ui.widgets.save_state import SaveState
from otcpd.ui.widgets.switch import Switch


class DetailTop(QWidget):
    """Acts on the open activity at once."""

    delete_wanted = Signal()
    duplicate_wanted = Signal()
    back_wanted = Signal()
    elsewhere_wanted = Signal()
    end_wanted = Signal()
    """The activity took more than one day."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._activity: Activity | None = None
        theme = desk.theme
        self.back = LinkButton(theme, "Back to the list", "chevron-left")
        self.state = SaveState(theme, desk.announcer)
        self.use = Switch(theme, "Use in my statement", words_first=True)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More for this activity")
        read_only = desk.session.read_only
        self.use.setEnabled(not read_only)
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        self.set_stacked(False)
        self.back.clicked.connect(self.back_wanted)
        self.use.clicked.connect(self._on_use)
        self.more.clicked.connect(self._open_menu)
        self.state.try_again.connect(desk.session.flush)
        self.state.save_elsewhere.connect(self.elsewhere_wanted)
        desk.session.save_state.connect(self._on_state)

    def load(self, activity: Activity) -> None:
        """Show where an activity stands."""
        self._activity = activity
        self.use.setChecked(activity.id in self._desk.session.record.portfolios.current().chosen)
        if self._desk.session.saving.kind in (SaveKind.NOTHING, SaveKind.SAVED) and not self._unread():
            self._show_modified()

    def _unread(self) -> list[str]:
        return self._desk.session.unread("activity", self._activity.id) if self._activity is not None else []

    def _show_modified(self) -> None:
        activity = self._activity
        if activity is not None and not self._desk.session.read_only:
            day = activity.modified.astimezone().date()
            if day == self._desk.session.record.clock.today():
                self.state.show_saved(time_of_day(activity.modified))
            else:
                self.state.show_saved_on(long_day(day, brief=True))

    def set_stacked(self, stacked: bool) -> None:
        """The switch below the rest, where there is no room beside it."""
        for widget in (self.state, self.use, self.more):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.state, 0, 0)
        self._grid.addWidget(self.use, *((1, 0, 1, 3) if stacked else (0, 1, 1, 1)), Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(self.more, 0, 2)

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list, where list and detail take turns."""
        self.back.setVisible(shown)

    def make_menu(self) -> QMenu:
        """What else can be done with the activity. A file for reading only offers what only looks."""
        menu = FloatingMenu(self)
        activity = self._activity
        if activity is None:
            return menu
        read_only = self._desk.session.read_only
        if not read_only:
            self._add_small_changes(menu, activity)
            self._add(menu, "Duplicate", self.duplicate_wanted.emit, "Ctrl+D")
        self._add(menu, "History…", self.show_history, "Ctrl+H")
        self._add(menu, "Who sees what…", self.show_readers, "Ctrl+Shift+R")
        if not read_only:
            menu.addSeparator()
            self._add(menu, "Delete activity", self.delete_wanted.emit, "Delete")
        return menu

    def show_history(self) -> None:
        """What was changed when, and a way back to each earlier value."""
        if self._activity is not None:
            from otcpd.ui.history.dialog import HistoryDialog  # looked at now and then

            HistoryDialog(self._desk, self._activity.id, self).open()

    def show_readers(self) -> None:
        """What each reader sees of the activity."""
        if self._activity is not None:
            from otcpd.ui.readers.dialog import WhoSeesWhat  # looked at now and then

            WhoSeesWhat(self._desk, self._activity.id, self).open()

    def _add_small_changes(self, menu: QMenu, activity: Activity) -> None:
        if activity.end_date is None:
            self._add(menu, "Add an end date", self.end_wanted.emit)
        if activity.finished or activity.status is Status.CAPTURED:
            finish = self._add(menu, "Mark as finished", self._on_finished)
            finish.setCheckable(True)
            finish.setChecked(activity.finished)
            menu.addSeparator()

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], key: str = "") -> QAction:
        # The key is only shown: the page's own command has it.
        action = QAction(f"{text}\t{key}" if key else text, menu)
        action.triggered.connect(do)
        menu.addAction(action)
        return action

    def _open_menu(self) -> None:
        self.make_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_use(self, on: bool) -> None:
        if self._activity is not None:
            self._desk.session.act(portfolio.use_in_statement, self._activity.id, on)

    def _on_finished(self) -> None:
        if self._activity is not None:
            on = not self._activity.finished
            self._desk.session.act(activities.edit_activity, self._activity.id, "finished", on)

    def _on_state(self, status: SaveStatus) -> None:
        unread = self._unread()
        if status.kind is SaveKind.FAILED:
            self.state.show_failed(status.sentence)
        elif unread and status.kind is not SaveKind.SAVING:
            self.state.show_unread(words.not_saved(unread))
        elif status.kind is SaveKind.SAVING:
            self.state.show_saving()
        elif status.kind is SaveKind.SAVED:
            self.state.show_saved(status.at)
        else:
            self._show_modified()
