"""Words of a text, a Word document or an e-mail, to be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from otcpd.actions.previewing import MOST_CHARACTERS, text_to_show
from otcpd.ui.painting import rounded
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_menu import open_field_menu
from otcpd.ui.widgets.label import Label

_AT_ONCE = 20_000
"""Characters that come in at each turn of the event loop."""


class TextView(QWidget):
    """`show_text` shows a text, a piece at each turn of the event loop. Arrows and Page Down scroll it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._done = 0
        self.editor = _Reader(theme)
        self._more = Label(theme, f"The first {MOST_CHARACTERS:,} characters are shown.", Role.META, "ink2", wrap=True)
        self._more.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(6))
        column.addWidget(self._more)
        column.addWidget(self.editor, 1)

    @property
    def busy(self) -> bool:
        """Whether more of the text is on its way."""
        return self._timer.isActive()

    def show_text(self, text: str, name: str) -> None:
        """Show a text, from its beginning; `name` says whose words they are."""
        self._text, more = text_to_show(text)
        self._done = 0
        self._more.setVisible(more)
        self.editor.setAccessibleName(f"Text of ‘{name}’")
        self.editor.clear()
        self._timer.start()

    def take_focus(self) -> None:
        """Into the text, where the arrow keys move the caret."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Show nothing any more."""
        self._timer.stop()
        self._text = ""
        self._more.hide()
        self.editor.clear()

    def _add(self) -> None:
        piece = self._text[self._done : self._done + _AT_ONCE]
        self._done += len(piece)
        # Not with the cursor that people see: what they have selected stays selected.
        cursor = QTextCursor(self.editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        if self._done >= len(self._text):
            self._timer.stop()


class _Reader(QPlainTextEdit):
    """Text with a caret, so that it can be selected by keys, that takes no typing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            self.textInteractionFlags().TextSelectableByMouse | self.textInteractionFlags().TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(theme.gap(16))
        slim_bars(self, theme)
        theme.changed.connect(self._restyle)
        self._restyle()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self.createStandardContextMenu(), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("sunken"))
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            frame = QPainter(self.viewport())
            rounded(frame, self.viewport().rect().toRectF(), 8, edge=self._theme.colour("focus"), width=2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(Role.BODY))
        self.viewport().update()
