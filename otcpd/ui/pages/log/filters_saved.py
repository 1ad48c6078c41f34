"""Filters kept under a name: choose one, keep the present one, rename, delete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions import saved_filters
from otcpd.domain.log_filter import LogFilter, SavedFilter
from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.text_field import TextField

SAVE = "Save this filter"
NEWER = "needs a newer otcpd"


class SavedRow(QWidget):
    """One kept filter."""

    chosen = Signal(object)
    """The SavedFilter."""
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, saved: SavedFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = saved
        self.use = LinkButton(desk.theme, saved.name)
        self.more = InsetButton(desk.theme, "dots", f"More for {quoted(saved.name)}")
        self.more.setVisible(not desk.session.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(desk.theme.gap(6), 0, 0, 0)
        row.addWidget(self.use)
        if saved.only is None:
            row.addWidget(Label(desk.theme, NEWER, Role.META, "ink2"))
            self.use.setAccessibleDescription(NEWER)
        row.addStretch(1)
        row.addWidget(self.more)
        self.use.clicked.connect(self._on_use)
        self.more.clicked.connect(self._open)

    def make_menu(self) -> ChoiceMenu:
        """What can be done with it."""
        menu = ChoiceMenu(self)
        name = quoted(self.saved.name)
        menu.offer(f"Rename {name}", partial(self.rename_wanted.emit, self.saved.name))
        menu.offer(f"Delete {name}", partial(self.delete_wanted.emit, self.saved.name))
        return menu

    def _open(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_use(self) -> None:
        self.chosen.emit(self.saved)


class SavedFilters(QWidget):
    """Hidden while there is neither a kept filter nor one to keep."""

    chosen = Signal(object)
    """The LogFilter to filter by."""
    resized = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self._only = LogFilter()
        self._renames = ""
        self.rows: list[SavedRow] = []
        self._head = Label(theme, "Saved filters", Role.META_STRONG, "ink2")
        self.save = LinkButton(theme, SAVE, "plus")
        self.name = TextField(theme, placeholder="Falls, this cycle")
        self._form = FormField(theme, "Name of the filter", self.name)
        self.keep = Button(theme, SAVE, Kind.OUTLINED, compact=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.gap(4), 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self._head, self.save, self._form, self.keep):
            self._column.addWidget(widget)
        self.save.clicked.connect(self._ask_name)
        self.keep.clicked.connect(self._on_keep)
        self.name.entered.connect(self._on_keep)
        self.name.line.installEventFilter(self)
        self._show_form(False)

    def show_saved(self, only: LogFilter) -> None:
        """Show what is kept; `only` is what is filtered by now."""
        self._only = only
        kept = saved_filters.saved_filters(self._desk.session.record)
        if [row.saved for row in self.rows] != list(kept):
            for row in self.rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [self._made(one) for one in kept]
            for place, row in enumerate(self.rows):
                self._column.insertWidget(1 + place, row)
        self._show_form(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.name.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._show_form(False)
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _made(self, saved: SavedFilter) -> SavedRow:
        row = SavedRow(self._desk, saved)
        row.chosen.connect(self._on_chosen)
        row.rename_wanted.connect(self._on_rename)
        row.delete_wanted.connect(self._on_delete)
        return row

    def _first(self) -> QWidget:
        if not self.save.isHidden():
            return self.save
        return self.rows[0].use if self.rows else self

    def _show_form(self, shown: bool) -> None:
        kept = any(row.saved.only == self._only for row in self.rows)
        offers = bool(self._only) and not kept and not self._desk.session.read_only
        self._head.setVisible(bool(self.rows))
        self.save.setVisible(offers and not shown)
        self._form.setVisible(shown)
        self.keep.setVisible(shown)
        self.setVisible(bool(self.rows) or offers)
        self.resized.emit()

    def _ask_name(self, name: str = "") -> None:
        self._renames = name if isinstance(name, str) else ""
        self.keep.setText("Rename the filter" if self._renames else SAVE)
        self._show_form(True)
        self.name.line.setText(self._renames)
        self.name.line.selectAll()
        self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        session, name = self._desk.session, self.name.text()
        if self._renames:
            done = session.act(saved_filters.rename_filter, self._renames, name)
        else:
            done = session.act(saved_filters.save_filter, name, self._only)
        if done is not None:
            what = "renamed" if self._renames else "saved"
            self._desk.messages.say(f"Filter {quoted(' '.join(name.split()))} {what}.")
            self.show_saved(self._only)
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, saved: SavedFilter) -> None:
        if saved.only is None:
            self._desk.messages.say(saved_filters.cannot_use(saved.name), icon="info")
        else:
            self.chosen.emit(saved.only)

    def _on_rename(self, name: str) -> None:
        self._ask_name(name)

    def _on_delete(self, name: str) -> None:
        session = self._desk.session
        place, entry = saved_filters.entry_of(session.record, name)
        if session.act(saved_filters.delete_filter, name):
            back = _Back(self._desk, entry, place, self)
            self._desk.messages.offer_undo(f"Filter {quoted(name)} deleted", back.put)
            self.show_saved(self._only)
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)


class _Back(QObject):
    """Puts a deleted filter back where it stood."""

    def __init__(self, desk: Desk, entry: object, place: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._entry, self._place = entry, place

    def put(self) -> None:
        """To be called once."""
        self._session.act(saved_filters.put_filter_back, self._entry, self._place)
