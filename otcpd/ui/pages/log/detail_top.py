"""The top of the detail: whether it is saved, the switch for the statement, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from otcpd.actions import activities, portfolio
from otcpd.domain.activity import Activity, Status
from otcpd.domain.dates import long_day
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
        if read_only:
            self.more.hide()
        self.back.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state, 1)
        row.addWidget(self.use)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back)
        column.addLayout(row)
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
        if self._desk.session.saving.kind in (SaveKind.NOTHING, SaveKind.SAVED):
            self._show_modified()

    def _show_modified(self) -> None:
        activity = self._activity
        if activity is not None and not self._desk.session.read_only:
            day = activity.modified.astimezone().date()
            if day == self._desk.session.record.clock.today():
                self.state.show_saved(time_of_day(activity.modified))
            else:
                self.state.show_saved_on(long_day(day, brief=True))

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list, where list and detail take turns."""
        self.back.setVisible(shown)

    def make_menu(self) -> QMenu:
        """What else can be done with the activity."""
        menu = FloatingMenu(self)
        activity = self._activity
        if activity is not None and activity.end_date is None:
            end = QAction("Add an end date", menu)
            end.triggered.connect(self.end_wanted)
            menu.addAction(end)
        if activity is not None and (activity.finished or activity.status is Status.CAPTURED):
            finish = QAction("Mark as finished", menu)
            finish.setCheckable(True)
            finish.setChecked(activity.finished)
            finish.triggered.connect(self._on_finished)
            menu.addAction(finish)
            menu.addSeparator()
        delete = QAction("Delete activity", menu)
        delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        delete.triggered.connect(self.delete_wanted)
        menu.addAction(delete)
        return menu

    def _open_menu(self) -> None:
        self.make_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_use(self, on: bool) -> None:
        if self._activity is not None:
            self._desk.session.act(portfolio.use_in_statement, self._activity.id, on)

    def _on_finished(self, on: bool) -> None:
        if self._activity is not None:
            self._desk.session.act(activities.edit_activity, self._activity.id, "finished", on)

    def _on_state(self, status: SaveStatus) -> None:
        if status.kind is SaveKind.FAILED:
            self.state.show_failed(status.sentence)
        elif status.kind is SaveKind.SAVING:
            self.state.show_saving()
        elif status.kind is SaveKind.SAVED:
            self.state.show_saved(status.at)
        else:
            self._show_modified()
