"""One line of a list that a person types, as long as it needs to be: quiet at rest, a field while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QWidget

from otcpd.ui.painting import RADIUS, hairline, rounded
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.long_text import LongText

_MOST_LINES = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
Move = QTextCursor.MoveOperation


class LineText(LongText):
    """Enter, Backspace at its start, and the arrow keys at its ends are told instead of done: whoever holds several of
    these makes rows of them. Ctrl+Enter goes on to the page."""

    entered = Signal(str)
    """Enter was pressed; what stood behind the caret is taken out and told."""
    pasted = Signal(list)
    """Lines that came in behind the first one, and are taken out."""
    backed = Signal()
    """Backspace was pressed at its start, or Delete while it was empty."""
    went = Signal(int)
    """Up from the first line (-1), or Down from the last one (1)."""
    shifted = Signal(int)
    """The row is to move up (-1) or down (1)."""

    def __init__(self, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._quiet = False
        super().__init__(theme, least=1, most=_MOST_LINES, placeholder=placeholder, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_quiet(self, quiet: bool) -> None:
        """What is done stands back."""
        self._quiet = quiet
        self._colour()

    def put_caret(self, place: int) -> None:
        """Put the caret behind so many characters; -1 for the end."""
        cursor = self.editor.textCursor()
        cursor.movePosition(Move.End)
        if 0 <= place <= len(self.text()):
            cursor.setPosition(place)
        self.editor.setTextCursor(cursor)

    def append(self, text: str) -> None:
        """Add to its end as if typed; the caret stays between the two parts."""
        cursor = self.editor.textCursor()
        cursor.movePosition(Move.End)
        place = cursor.position()
        cursor.insertText(text)
        cursor.setPosition(place)
        self.editor.setTextCursor(cursor)

    def restyle(self) -> None:
        super().restyle()
        self._colour()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(100), self.sizeHint().height())

    def paint_ground(self, painter: QPainter) -> None:
        if self._focused or self._wrong:
            super().paint_ground(painter)
            return
        theme, area = self.theme, QRectF(self.rect())
        if self.underMouse() and not self._off:
            rounded(painter, area, RADIUS, theme.colour("hover"))
        side = QPointF(theme.gap(4), 1)
        hairline(painter, area.bottomLeft() + QPointF(side.x(), -1), area.bottomRight() - side, theme.colour("line"))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.control and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._taken(event):
            return True
        return super().eventFilter(watched, event)

    def _height(self) -> int:
        return max(super()._height(), 32, self.theme.px(32))

    def _taken(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            return self._on_enter(event, held)
        if event.key() in _STEPS:
            return self._on_step(_STEPS[event.key()], held)
        back = event.key() == Qt.Key.Key_Backspace and not held
        gone = event.key() == Qt.Key.Key_Delete and not held and not self.text()
        cursor = self.editor.textCursor()
        at_start = cursor.position() == 0 and not cursor.hasSelection()
        if self.editor.isReadOnly() or not at_start or not (back or gone):
            return False
        self.backed.emit()
        return True

    def _on_enter(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        if held & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # it is for the page
            return True
        if not self.editor.isReadOnly():
            cursor = self.editor.textCursor()
            cursor.movePosition(Move.End, QTextCursor.MoveMode.KeepAnchor)
            rest = cursor.selectedText()
            if rest:
                cursor.removeSelectedText()
            self.entered.emit(rest)
        return True

    def _on_step(self, step: int, held: Qt.KeyboardModifier) -> bool:
        if held == Qt.KeyboardModifier.AltModifier:
            if not self.editor.isReadOnly():
                self.shifted.emit(step)
            return True
        further = QTextCursor(self.editor.textCursor())
        if held or further.movePosition(Move.Up if step < 0 else Move.Down):
            return False
        self.went.emit(step)
        return True

    def _on_changed(self) -> None:
        if self._loading:
            return
        first, *others = self.text().split("\n")
        if others:
            place = self.editor.textCursor().position()
            self._loading = True
            self.editor.setPlainText(first)
            self._loading = False
            self._set_line_height()
            self.put_caret(min(place, len(first)))
        self.edited.emit(first)
        lines = [line.strip() for line in others if line.strip()]
        if lines:
            self.pasted.emit(lines)

    def _colour(self) -> None:
        palette = self.editor.palette()
        palette.setColor(QPalette.ColorRole.Text, self.theme.colour("ink2" if self._quiet else "ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self.theme.colour("ink3"))
        self.editor.setPalette(palette)
