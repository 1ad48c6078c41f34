"""Lines that a person types one after the other during a meeting: topics, decisions, actions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.check_content import Assigning, CheckLine, CheckWords
from otcpd.ui.widgets.check_row import CheckRow
from otcpd.ui.widgets.line_text import LineText
from otcpd.ui.widgets.tab_order import tab_through


class CheckList(QWidget):
    """Enter makes the next row, Backspace in an empty one takes it away and goes up, Alt+Up and Alt+Down move it.

    Nothing is kept here: what a person does is told, and comes back by `show_lines`. A new row is told with its first
    letter; whoever keeps it says by `take_key`, before the signal returns, what its key is (or shows the lines with it
    in its place). Until then it holds what is typed. Where nothing can be kept at that moment, `adding` tells the row,
    and `take_late` gives it its key when it could be.
    """

    added = Signal(str, list)
    """New lines, and the key of the one that they come behind; empty for the first place."""
    given_up = Signal(object)
    """A new row that was told and that nobody could keep has been emptied again, or is gone: the CheckRow."""
    edited = Signal(str, str)
    removed = Signal(str)
    moved = Signal(str, str)
    """The key of a line, and of the one that it shall stand behind; empty for the first place."""
    ticked = Signal(str, bool)
    assigned = Signal(str, str, object)
    """The key of a line, of a person (empty for all of them), and a day or None."""
    onward = Signal(str)
    """The key of a line: what it is about is wanted."""
    left = Signal()
    """A row was left: what was typed is to be saved now."""
    told = Signal(str)
    """What changed by itself, in words."""

    def __init__(
        self, theme: Theme, words: CheckWords, assigning: Assigning | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._assigning = assigning
        self._rows: list[CheckRow] = []
        self._adding: CheckRow | None = None
        self._read_only = False
        self._stops: list[QWidget] = []
        self.setAccessibleName(f"{words.one}s")
        self._start = QWidget(self)
        """Before all rows in the order of Tab. The list itself would not do: Qt takes what is last in it instead."""
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # or Qt would not order anything behind it
        self._start.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._settle()

    # What is shown

    def show_lines(self, lines: Sequence[CheckLine], *, read_only: bool = False) -> None:
        """Show these lines in this order. Rows of lines that stay are kept, with what is typed and where."""
        self._read_only = read_only
        known = {row.key: row for row in self._rows if row.key}
        keys = {line.key for line in lines}
        for gone in [row for row in self._rows if row.key and row.key not in keys]:
            self._drop(gone)
        order: list[CheckRow] = []
        for place, line in enumerate(lines):
            row = known.get(line.key) or self._waiting_behind(lines[place - 1].key if place else "")
            order.append(row or self._make())
            self._take(order[-1], line)
        self._rows = self._with_new(order)
        self._settle()

    def take_key(self, key: str) -> None:
        """The row that is being told as new has this key. To be called while `added` is told."""
        row = self._adding
        if row is not None and not row.key:
            self._take(row, CheckLine(key, row.field.text()))
            self._settle()

    @property
    def adding(self) -> CheckRow | None:
        """The row that is being told as new; None where what is told was pasted."""
        return self._adding

    def behind(self, row: CheckRow) -> str:
        """The key of the line that a row comes behind now; empty for the first place, and for a row that is gone."""
        before = self._before(row) if row in self._rows else None
        return before.key if before is not None else ""

    def take_late(self, row: CheckRow, key: str) -> None:
        """A row that could not be kept when it was told is kept now, and has this key."""
        if row in self._rows and not row.key:
            row.waits = True  # what stands in it is what was kept
            self._take(row, CheckLine(key, row.field.text()))
            self._settle()

    def keys(self) -> list[str]:
        """The keys of the lines, in order."""
        return [row.key for row in self._rows if row.key]

    def row(self, key: str) -> CheckRow | None:
        """The row of a line; None if it is not shown. With an empty key, the empty one at the end."""
        return next((one for one in reversed(self._rows) if one.key == key), None)

    def stand_on(self, key: str = "", place: int = -1) -> None:
        """Let the keyboard be at a line, behind so many letters; in the empty one at the end without a key."""
        row = self.row(key)
        if row is not None:
            row.field.put_caret(place)
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_typing(self) -> None:
        """There is nothing to undo any more in any row: undo belongs to the file."""
        for row in self._rows:
            row.field.forget_typing()

    # What a person does

    def _on_edited(self, row: CheckRow, text: str) -> None:
        if row.key:
            self.edited.emit(row.key, text)
        elif text.strip() and not row.waits:
            self._add(row, [text])
        elif not text.strip():
            self.given_up.emit(row)

    def _on_entered(self, row: CheckRow, rest: str) -> None:
        if row.is_empty:
            # Nothing to go on from; an empty row in the middle goes.
            self._go(self._rows.index(row) + 1)
            return
        fresh = self._make()
        self._rows.insert(self._rows.index(row) + 1, fresh)
        if rest.strip():
            fresh.field.set_text(rest.strip())
            self._add(fresh, [rest.strip()])
        self._settle()
        fresh.field.put_caret(0)
        fresh.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pasted(self, row: CheckRow, lines: list[str]) -> None:
        before = len(self.keys())
        if row.key:
            self.added.emit(row.key, lines)
        left = lines[len(self.keys()) - before :]
        if left:
            row.field.append(f" {' '.join(left)}")  # nobody kept them: nothing pasted is lost

    def _on_backed(self, row: CheckRow) -> None:
        place = self._rows.index(row)
        before = self._rows[place - 1] if place else None
        text = row.field.text()
        if before is not None and text and not before.field.editor.isReadOnly():
            before.field.append(text)
        elif text:
            return
        if before is not None:
            before.field.setFocus(Qt.FocusReason.OtherFocusReason)
            if not text:
                before.field.put_caret(-1)
        elif row.key:
            self._go(place + 1)
        self._remove(row)

    def _on_away(self, row: CheckRow) -> None:
        place = self._rows.index(row)
        self._remove(row)
        self._go(min(place, len(self._rows) - 1))

    def _on_onward(self, row: CheckRow) -> None:
        self.onward.emit(row.key)

    def _on_shifted(self, row: CheckRow, step: int) -> None:
        keys = self.keys()
        if row.key not in keys:
            return
        place = keys.index(row.key)
        wanted = place + step
        if not 0 <= wanted < len(keys):
            return
        keys.insert(wanted, keys.pop(place))
        self.moved.emit(row.key, keys[wanted - 1] if wanted else "")
        self.told.emit(f"{self._words.one} {wanted + 1} of {len(keys)}")

    def _on_left(self, row: CheckRow) -> None:
        # An empty row in the middle was for nothing.
        if row.is_empty and row in self._rows and row is not self._rows[-1]:
            self._drop(row)
            self._settle()
        self.left.emit()

    def _on_went(self, row: CheckRow, step: int) -> None:
        place = self._rows.index(row) + step
        if 0 <= place < len(self._rows):
            self._rows[place].field.put_caret(-1 if step < 0 else 0)
            self._go(place)

    def _on_ticked(self, row: CheckRow, on: bool) -> None:
        self.ticked.emit(row.key, on)

    def _on_assigned(self, row: CheckRow, who: str, due: object) -> None:
        self.assigned.emit(row.key, who, due)

    # Rows

    def _add(self, row: CheckRow, texts: list[str]) -> None:
        before = self._before(row)
        row.waits = True
        self._adding = row
        self.added.emit(before.key if before is not None else "", texts)
        self._adding = None
        if row.waits:
            row.waits = False  # nobody kept it: it is told again with the next letter
        elif row.field.text() != texts[0]:
            self.edited.emit(row.key, row.field.text())

    def _remove(self, row: CheckRow) -> None:
        if row.key:
            self.removed.emit(row.key)
            return
        self.given_up.emit(row)
        if row in self._rows and row is not self._rows[-1]:  # losing the focus may have dropped it already
            self._drop(row)
            self._settle()

    def _take(self, row: CheckRow, line: CheckLine) -> None:
        row.show_line(line, read_only=self._read_only)

    def _before(self, row: CheckRow) -> CheckRow | None:
        """The last row with a key before this one; None at the first place."""
        place = self._rows.index(row)
        return next((one for one in reversed(self._rows[:place]) if one.key), None)

    def _with_new(self, order: list[CheckRow]) -> list[CheckRow]:
        """Rows in order, and those not in the file where they were: the one at the end stays there."""
        made = list(order)
        for row in [one for one in self._rows if not one.key]:
            before = self._before(row)
            if row is self._rows[-1]:
                made.append(row)
            elif before is None or before in made:
                made.insert(made.index(before) + 1 if before is not None else 0, row)
            else:
                self._column.removeWidget(row)
                row.deleteLater()
        return made

    def _waiting_behind(self, key: str) -> CheckRow | None:
        """The row that is being told as new behind the line with this key."""
        row = self._adding
        if row is None or row.key or not row.waits:
            return None
        before = self._before(row)
        return row if (before.key if before is not None else "") == key else None

    def _make(self) -> CheckRow:
        row = CheckRow(self._theme, self._words, self._assigning, self)
        field: LineText = row.field
        field.edited.connect(partial(self._on_edited, row))
        field.entered.connect(partial(self._on_entered, row))
        field.pasted.connect(partial(self._on_pasted, row))
        field.backed.connect(partial(self._on_backed, row))
        field.shifted.connect(partial(self._on_shifted, row))
        field.went.connect(partial(self._on_went, row))
        field.left.connect(partial(self._on_left, row))
        row.ticked.connect(partial(self._on_ticked, row))
        row.away.connect(partial(self._on_away, row))
        row.onward.connect(partial(self._on_onward, row))
        if row.assign is not None:
            row.assign.assigned.connect(partial(self._on_assigned, row))
        return row

    def _drop(self, row: CheckRow) -> None:
        focused = row.field.hasFocus()
        place = self._rows.index(row)
        self._rows.remove(row)
        self._column.removeWidget(row)
        if focused:
            self._go(max(0, place - 1))
        row.hide()
        row.deleteLater()

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._rows[place].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """One empty row at the end while one may type, everything in its place, Tab from row to row."""
        if not self._read_only and (not self._rows or not self._rows[-1].is_empty):
            self._rows.append(self._make())
        elif self._read_only:
            for row in [one for one in self._rows if one.is_empty]:
                self._drop(row)
        for place, row in enumerate(self._rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            last = row is self._rows[-1] and not row.key and not row.waits
            row.number(0 if last else place + 1)
        stops = [stop for row in self._rows for stop in row.stops()]
        if stops != self._stops:  # else whoever put the list in its place would have to do so again
            self._stops = stops
            tab_through(self._start, stops)
