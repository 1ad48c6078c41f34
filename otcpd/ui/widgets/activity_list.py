"""The list of the CPD log."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from otcpd.ui.models.activity_list import ActivityListModel, Index
from otcpd.ui.models.log_entries import ActivityEntry, MonthHead
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.activity_delegate import ActivityDelegate


class ActivityList(QListView):
    """Arrows, Home, End and letters move; Enter goes to the detail; Delete asks to delete."""

    chosen = Signal(str)
    """The key of the entry that is now chosen; empty for none."""
    open_wanted = Signal(str)
    delete_wanted = Signal(str)
    """The id of the activity to delete."""

    def __init__(self, theme: Theme, model: ActivityListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._painter = ActivityDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(theme.px(30))
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        theme.changed.connect(self._remeasure)

    def chosen_key(self) -> str:
        """The key of the chosen entry; empty for none."""
        # Not the current index: taking the focus makes an entry current without choosing it.
        for index in self.selectedIndexes():
            entry = self._rows.entry(index)
            if entry is not None:
                return entry.key
        return ""

    def choose(self, key: str) -> bool:
        """Choose an entry and bring it into sight. False if it is not shown (then nothing is chosen)."""
        index = self._rows.index_of(key)
        if not index.isValid():
            self.selectionModel().clear()
            return False
        if not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self.isVisible():
            # Before, Qt would measure every row at once; it scrolls by itself when the list is first shown.
            self.scrollTo(index)
        return True

    def neighbour(self, key: str) -> str:
        """The entry to choose when the one with this key goes: the next one, else the one before; empty for none."""
        row = self._rows.index_of(key).row()
        entries = self._rows.entries()
        others = [*entries[row + 1 :], *reversed(entries[: max(row, 0)])]
        return next((one.key for one in others if not isinstance(one, MonthHead)), "")

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        step = -1 if action == QListView.CursorAction.MoveEnd else 1
        # Home would land on the first head, where it could not stay.
        while isinstance(self._rows.entry(index), MonthHead):
            index = self._rows.index(index.row() + step, 0)
        return index

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        # Qt would choose a neighbour by itself, and the page would show another activity.
        if any(start <= index.row() <= end for index in self.selectedIndexes()):
            self.selectionModel().clear()
        super().rowsAboutToBeRemoved(parent, start, end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self._rows.entry(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry is not None:
            self.open_wanted.emit(entry.key)
        elif event.key() == Qt.Key.Key_Delete and isinstance(entry, ActivityEntry):
            self.delete_wanted.emit(entry.id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._painter.set_width(self.viewport().width())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Titles wrap differently now; Qt asks for new heights only when it is told to.
            self.scheduleDelayedItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.chosen_key() if not selected.isEmpty() else "")

    def _on_range(self, _least: int, most: int) -> None:
        # Rows end where they end with a bar: the room it would take stays free.
        self.setViewportMargins(0, 0, 0 if most else self.verticalScrollBar().sizeHint().width(), 0)

    def _remeasure(self) -> None:
        self._painter.set_width(self.viewport().width())
        self.verticalScrollBar().setSingleStep(self._theme.px(30))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
