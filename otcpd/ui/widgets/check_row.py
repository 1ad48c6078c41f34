"""One row of a list that is typed: a tick box, its words, a fact about it, who does it and by when."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.assign_button import AssignButton
from otcpd.ui.widgets.check import TickBox
from otcpd.ui.widgets.check_content import Assigning, CheckLine, CheckWords
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.line_text import LineText
from otcpd.ui.widgets.row_or_column import RowOrColumn

_LEAST, _LEAST_BESIDE_DAY = 220, 130
_SERIALS = count(1)


class CheckRow(QWidget):
    """With an empty key it is not in the file yet."""

    ticked = Signal(bool)
    away = Signal()
    """It is to be taken away."""
    onward = Signal()
    """What it is about is wanted."""

    def __init__(
        self, theme: Theme, words: CheckWords, assigning: Assigning | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.serial = next(_SERIALS)
        """Tells it from every other row, while it has no key."""
        self.line = CheckLine("", "")
        self.waits = False
        """It was told as new, and has no key yet."""
        self._changes = True
        self.tick = TickBox(theme, "")
        keeps = self.tick.sizePolicy()
        keeps.setRetainSizeWhenHidden(bool(words.done))  # words begin in one column
        self.tick.setSizePolicy(keeps)
        self.field = LineText(theme)
        self.aside = Label(theme, "", Role.META, "ink2", wrap=True)
        self.aside.hide()  # it has nothing to say of a row that is not in the file yet
        # By the keys an emptied line goes with Backspace: the cross is for the pointer, and no stop.
        self.cross = InsetButton(theme, "close", f"Take this {words.one.lower()} away", tab_stop=False)
        self.open = InsetButton(theme, "log", words.onward)
        self.assign = AssignButton(theme, assigning) if assigning is not None else None
        self._below = QVBoxLayout()
        self._below.addWidget(self.aside)
        typed = QWidget()
        column = QVBoxLayout(typed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addLayout(self._below)
        beside = RowOrColumn(theme, gap=8, below=0, at_top=True)
        beside.add(typed, least=_LEAST if assigning is None or assigning.people else _LEAST_BESIDE_DAY, takes_rest=True)
        if self.assign is not None:
            beside.add(self.assign)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        for button in (self.open, self.cross):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._fit)
        self._fit()
        self.tick.clicked.connect(self._on_ticked)
        self.cross.clicked.connect(self.away)
        self.open.clicked.connect(self.onward)

    @property
    def key(self) -> str:
        """Its key; empty while it is not in the file."""
        return self.line.key

    @property
    def is_empty(self) -> bool:
        """Whether it is a new row without words."""
        return not self.key and not self.field.text().strip()

    def show_line(self, line: CheckLine, *, read_only: bool) -> None:
        """Show a line of the file. What is being typed stays, for it is newer."""
        typed_on = self.waits or (self.field.hasFocus() and line.text == self.line.text)
        self.line, self.waits = line, False
        if not typed_on:
            self.field.set_text(line.text)
        self.field.set_read_only(read_only or line.fixed)
        self.field.set_quiet(line.ticked and bool(self._words.done))
        self.tick.setChecked(line.ticked)
        self.tick.setEnabled(not read_only)
        self._changes = not (read_only or line.fixed)
        self.aside.setText(line.aside)
        self.aside.setVisible(bool(line.aside))

    def number(self, place: int) -> None:
        """Tell it its place from 1 on; 0 for the empty one at the end."""
        name = f"{self._words.one} {place}" if place else self._words.add
        fresh = not self.key
        self.field.editor.setAccessibleName(name)
        self.field.editor.hint = self._words.add if fresh else ""
        self.tick.setAccessibleName(f"{name}: {self._words.done.lower()}")
        self.tick.setVisible(bool(self._words.done) and not fresh)
        self.cross.setAccessibleName(f"{name}: take it away")
        self.cross.setVisible(not fresh and self._changes)
        self.open.setAccessibleName(f"{name}: {self._words.onward.lower()}")
        self.open.setVisible(self.line.leads_on)
        if self.assign is not None:
            self.assign.show_line(self.line, name)
            # What is done needs no day any more.
            self.assign.setVisible(not fresh and (self.assign.names_people or not self.line.ticked))
            self.assign.setEnabled(self._changes)

    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.tick, self.field.editor, *([self.assign] if self.assign is not None else []), self.open]

    def _fit(self) -> None:
        """Box, buttons and the first line of the words stand on one height."""
        for one in (self.tick, self.open, self.cross):
            one.setFixedHeight(max(32, self._theme.line(Role.BODY) + 2 * self._theme.gap(8)))
        self._below.setContentsMargins(self._theme.gap(12), 0, 0, self._theme.gap(4))

    def _on_ticked(self) -> None:
        self.ticked.emit(self.tick.isChecked())
