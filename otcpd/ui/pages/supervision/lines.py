"""Lines that a person writes one below the other: topics, decisions. Enter goes on, an emptied line goes away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.supervision import agenda
from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.text_field import TextField


class LineWords(NamedTuple):
    """What the lines of a table are called."""

    table: str
    one: str
    """ "topic"."""
    add: str
    """What stands in the empty line at the end."""


TOPICS = LineWords("session_topic", "topic", "Add a topic, then Enter")
DECISIONS = LineWords("session_decision", "decision", "Add a decision, then Enter")
ACTIONS = LineWords("session_action", "action", "Add an action, then Enter")


class LineField(TextField):
    """A line that tells of Up, Down and of Backspace when it is empty."""

    moved = Signal(int)
    emptied = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
            if event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.moved.emit(steps[event.key()])
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.text() and not self.line.isReadOnly():
                self.emptied.emit()
                return True
        return super().eventFilter(watched, event)


class LineRow(QWidget):
    """One line: what stands before it, its words, what stands behind them, and a cross."""

    moved = Signal(int)
    remove_wanted = Signal()

    def __init__(self, desk: Desk, words: LineWords, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.line = line
        self._words = words
        theme = desk.theme
        self.field = LineField(theme)
        self.field.line.setAccessibleName(words.one.capitalize())
        self._binding = TextBinding(desk.session, self.field, words.one.capitalize())
        self.cross = InsetButton(theme, "close", f"Take this {words.one} away")
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.gap(6))
        self.row.addWidget(self.field, 1)
        self.row.addWidget(self.cross)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.gap(6))
        self.column.addLayout(self.row)
        self.field.moved.connect(self.moved)
        self.field.entered.connect(self._on_entered)
        self.field.emptied.connect(self.remove_wanted)
        self.cross.clicked.connect(self.remove_wanted)

    def load_text(self, text: str, *, fixed: bool) -> None:
        """Show the words; `fixed` ones can be read only."""
        save = partial(_save, table=self._words.table, line=self.line)
        self._binding.bind((self._words.table, self.line, "text"), text, save)
        self.field.set_read_only(fixed)
        self.cross.setVisible(not fixed)

    def _on_entered(self) -> None:
        self.moved.emit(1)


class LineList(QWidget):
    """Rows by their ids, and an empty line at the end that adds one. Subclasses say what a row shows."""

    def __init__(self, desk: Desk, words: LineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.words = words
        self.session = ""
        self.rows: dict[str, LineRow] = {}
        self._fixed = False
        self.setAccessibleName(f"{words.one.capitalize()}s")
        theme = desk.theme
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.gap(6))
        self.add = LineField(theme, placeholder=words.add)
        self.add.line.setAccessibleName(f"Add a {words.one}" if words.one[0] != "a" else f"Add an {words.one}")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.gap(6))
        whole.addLayout(self._column)
        whole.addWidget(self.add)
        self.add.entered.connect(self.commit)
        self.add.left.connect(self.commit)
        self.add.moved.connect(self._on_moved_from_end)

    def make_row(self, line: str) -> LineRow:
        """A row for a new line."""
        return LineRow(self.desk, self.words, line)

    def show_lines(self, session: str, lines: Sequence[str], *, fixed: bool) -> None:
        """Have rows for these lines, in this order; those that stay keep their typing."""
        if session != self.session:
            self.add.set_text("")
        self.session, self._fixed = session, fixed
        for gone in [key for key in self.rows if key not in lines]:
            self._drop(gone)
        for place, key in enumerate(lines):
            if key not in self.rows:
                self.rows[key] = row = self.make_row(key)
                row.moved.connect(self._on_moved)
                row.remove_wanted.connect(self._on_remove)
            if self._column.indexOf(self.rows[key]) != place:
                self._column.insertWidget(place, self.rows[key])
        self.rows = {key: self.rows[key] for key in lines}
        self.add.setVisible(not fixed)
        stops = [self.rows[key].field.line for key in lines]
        for before, after in zip(stops, [*stops[1:], self.add.line], strict=False):
            self.setTabOrder(self.rows[lines[stops.index(before)]].cross, after)

    def commit(self) -> None:
        """Make a line of what stands in the empty one."""
        text = self.add.text().strip()
        if text and self.session and not self._fixed:
            self.add.set_text("")
            if self.desk.session.act(agenda.add_line, self.words.table, self.session, text) is None:
                self.add.set_text(text)

    def take_focus(self) -> None:
        """Into the empty line."""
        self.add.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, key: str) -> None:
        row = self.rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _fields(self) -> list[LineField]:
        return [*(row.field for row in self.rows.values()), self.add]

    def _on_moved(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, LineRow):
            self._go(list(self.rows).index(row.line) + step)

    def _on_moved_from_end(self, step: int) -> None:
        self._go(len(self.rows) + step)

    def _go(self, place: int) -> None:
        fields = self._fields()
        if 0 <= place < len(fields):
            fields[place].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        row = self.sender()
        if not isinstance(row, LineRow):
            return
        place = list(self.rows).index(row.line)
        if self.desk.session.act(agenda.remove_line, self.words.table, row.line):
            self._go(max(0, min(place, len(self._fields()) - 1)))


def _save(record: Record, text: str, table: str, line: str) -> Changes:
    return agenda.edit_line(record, table, line, text, typing=True)
