"""The top of the detail: whether it is saved, the switch for the statement, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from otcpd.actions import activities, portfolio
from otcpd.domain.activity import Activity, Status
from otcpd.ui.letting_go import open_once
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.saved_line import SavedLine
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.link_button import LinkButton
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
        self.state = SavedLine(desk, "activity")
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
        self.state.save_elsewhere.connect(self.elsewhere_wanted)

    def load(self, activity: Activity) -> None:
        """Show where an activity stands."""
        self._activity = activity
        self.use.setChecked(activity.id in self._desk.session.record.portfolios.current().chosen)
        self.state.load(activity.id, activity.modified)

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

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with the activity. A file for reading only offers what only looks."""
        menu = ChoiceMenu(self)
        activity = self._activity
        if activity is None:
            return menu
        read_only = self._desk.session.read_only
        if not read_only:
            self._add_small_changes(menu, activity)
            menu.offer("Duplicate", self.duplicate_wanted.emit, key=shown_keys("duplicate"))
        menu.offer("History…", self.show_history, key=shown_keys("history"))
        menu.offer("Who sees what…", self.show_readers, key=shown_keys("readers"))
        if not read_only:
            menu.addSeparator()
            menu.offer("Delete activity", self.delete_wanted.emit, key=shown_keys("delete"))
        return menu

    def show_history(self) -> None:
        """What was changed when, and a way back to each earlier value."""
        if self._activity is not None:
            from otcpd.ui.history.dialog import HistoryDialog  # looked at now and then

            open_once(HistoryDialog(self._desk, self._activity.id, self))

    def show_readers(self) -> None:
        """What each reader sees of the activity."""
        if self._activity is not None:
            from otcpd.ui.readers.dialog import WhoSeesWhat  # looked at now and then

            open_once(WhoSeesWhat(self._desk, self._activity.id, self))

    def _add_small_changes(self, menu: ChoiceMenu, activity: Activity) -> None:
        if activity.end_date is None:
            menu.offer("Add an end date", self.end_wanted.emit)
        if activity.finished or activity.status is Status.CAPTURED:
            menu.offer("Mark as finished", self._on_finished, ticked=activity.finished)
            menu.addSeparator()

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_use(self, on: bool) -> None:
        if self._activity is not None:
            self._desk.session.act(portfolio.use_in_statement, self._activity.id, on)

    def _on_finished(self) -> None:
        if self._activity is not None:
            on = not self._activity.finished
            self._desk.session.act(activities.edit_activity, self._activity.id, "finished", on)
