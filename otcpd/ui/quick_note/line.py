"""The text box of the quick note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.long_text import LongText
from otcpd.ui.words import EXAMPLE

LEAST_LINES, MOST_LINES = 2, 6
NAME = "What you did"
MOST_PASTED = 2_000
"""Characters. More would make each key slow, and is no line: it is kept beside the line instead."""


class NoteLine(LongText):
    """One line that grows to a few. Enter keeps the note while there is one line; Shift+Enter begins another."""

    keep_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, least=LEAST_LINES, most=MOST_LINES, placeholder=EXAMPLE, parent=parent)
        self.editor.setAccessibleName(NAME)
        self.editor.most_pasted = MOST_PASTED

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.editor and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier or (not held and "\n" not in self.text()):
                if not event.isAutoRepeat():
                    self.keep_wanted.emit()
                return True
            if held == Qt.KeyboardModifier.ShiftModifier:
                self.editor.insertPlainText("\n")  # Qt's own would be a break inside the line
                return True
        return super().eventFilter(watched, event)
