"""The command palette: one field, one list, everything by name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView

from otcpd.domain.errors import OtcpdError
from otcpd.domain.plain_values import read_json
from otcpd.domain.words import tally
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.palette.delegate import ROW, PaletteDelegate
from otcpd.ui.palette.entries import ACTIVITY, Entry, activity_entries, fixed_entries, ranked
from otcpd.ui.palette.model import PaletteModel
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.floating import FloatingPanel
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from otcpd.ui.shell.main_window import MainWindow

WIDTH = 560
NAME = "Find anything by name"
HOW = "Arrows move, Enter opens, Esc closes"
WAIT = 120
"""Milliseconds between the last key and the look through the activities."""
TELL_AFTER = 400
"""Milliseconds between the last key and telling how many were found."""
ROWS = 9
RECENT = "palette_recent"
"""What this computer remembers: keys of entries, never of activities."""
MOST_RECENT = 6


class Palette(FloatingPanel):
    """Goes when something was chosen, on Esc, and when another window comes to the front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.desk.theme, "Find", WIDTH, window)
        self._desk = window.desk
        self._fixed: list[Entry] = []
        self._activities: list[Entry] = []
        self.field = TextField(window.desk.theme, lead="search")
        self.field.line.setAccessibleName(NAME)
        self.field.line.setPlaceholderText(NAME)
        self.field.line.setAccessibleDescription(HOW)
        self.model = PaletteModel()
        self.list = QListView()
        self._none = Label(window.desk.theme, "", Role.WHY, "ink2", wrap=True)
        self._search = self._timer(WAIT)
        self._tell = self._timer(TELL_AFTER)
        self._build()
        self._connect()

    def begin(self, window: MainWindow) -> None:
        """Show it over the window, with everything there is now."""
        self._fixed = fixed_entries(window)
        self._activities = []
        self.field.line.clear()
        self._show()
        self.open_over(window)
        self.field.line.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def choose(self, index: QModelIndex) -> None:
        """Do what stands at `index`, once this is gone."""
        entry = self.model.entry(index)
        if entry is not None:
            self._remember(entry)
            self.hide()
            entry.run()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Arrows move in the list while one types; Enter takes what is chosen there."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: ROWS - 1,
            Qt.Key.Key_PageUp: 1 - ROWS,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search_now()
            self.choose(self.list.currentIndex())
            return True
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self._move(step)
        return bool(step)

    def _move(self, step: int) -> None:
        count = self.model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + step
        row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
        self._tell.stop()
        self.list.setCurrentIndex(self.model.index(row, 0))
        entry = self.model.entries()[row]
        self._desk.announcer.say(self.field.line, f"{entry.spoken}, {row + 1} of {count}")

    def _build(self) -> None:
        theme = self.theme
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        slim_bars(self.list, theme)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows go through it from the field
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        foot = Label(theme, HOW, Role.META, "ink2")
        for widget in (self.field, self.list, self._none, foot):
            row = QHBoxLayout()
            row.setContentsMargins(RING_SPACE, 0, RING_SPACE, 0)
            row.addWidget(widget)
            self.column.addLayout(row)
        self._none.hide()

    def _connect(self) -> None:
        self.field.line.installEventFilter(self)
        self.field.line.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self.choose)
        self._search.timeout.connect(self._search_now)
        self._tell.timeout.connect(self._tell_count)
        self.closed.connect(self._on_closed)
        self._desk.session.closing.connect(self._on_closed)

    def _on_typed(self, text: str) -> None:
        if len(text.strip()) < 2:
            self._activities = []
            self._search.stop()
        else:
            self._search.start()
        self._show()
        self._tell.start()

    def _search_now(self) -> None:
        """Look through the activities, if that still waits."""
        if not self._search.isActive() and self.sender() is not self._search:
            return
        self._search.stop()
        try:
            self._activities = activity_entries(self._window(), self.field.text())
        except OtcpdError:
            self._activities = []  # another program holds the file: pages and actions are found all the same
        self._show(keep=True)

    def _show(self, *, keep: bool = False) -> None:
        chosen = self.model.entry(self.list.currentIndex()) if keep else None
        found: Sequence[Entry] = ranked(self._fixed, self.field.text(), self._recent())
        entries = [*found, *self._activities]
        self.model.set_entries(entries)
        row = next((place for place, entry in enumerate(entries) if chosen and entry.key == chosen.key), 0)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self._none.setText(f"Nothing is called ‘{self.field.text().strip()}’." if not entries else "")
        self._none.setVisible(not entries)
        rows = min(ROWS, self._rows_that_fit(), max(len(entries), 1))
        self.list.setVisible(bool(entries))
        self.list.setFixedHeight(rows * self.theme.px(ROW))

    def _rows_that_fit(self) -> int:
        around = self.theme.px(38) + self.theme.px(18) + 6 * self.theme.gap(20)
        return max(2, (self.screen().availableGeometry().height() - around) // self.theme.px(ROW))

    def _tell_count(self) -> None:
        count = self.model.rowCount()
        best = f". {self.model.entries()[0].spoken}" if count else ""
        self._desk.announcer.say(self.field.line, f"{tally(count, 'thing')} found{best}")

    def _on_closed(self) -> None:
        self._search.stop()
        self._tell.stop()

    def _recent(self) -> list[str]:
        found = read_json(self._desk.machine.text(RECENT) or "[]")
        return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []

    def _remember(self, entry: Entry) -> None:
        if not entry.kind.startswith(ACTIVITY):  # ids of activities belong to the file, not to this computer
            keys = [entry.key, *(key for key in self._recent() if key != entry.key)][:MOST_RECENT]
            self._desk.machine.put(RECENT, json.dumps(keys))

    def _timer(self, wait: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        return timer

    def _window(self) -> MainWindow:
        """The parent. Not kept in an attribute: a child that holds its parent makes a cycle across Qt and Python."""
        from otcpd.ui.shell.main_window import MainWindow  # it imports what imports this

        window = self.parent()
        assert isinstance(window, MainWindow)
        return window
