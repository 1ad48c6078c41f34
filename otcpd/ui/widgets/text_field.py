"""A field for one line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from otcpd.domain.words import shortened
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.field_menu import open_field_menu

_INSET = 2
"""Pixels that Qt leaves before and after the text of a line."""
_CARET = 2
"""Pixels for the caret."""
_EVERYTHING = 2**31 - 1
"""Characters, more than any clipboard holds: Qt's own limit of 32,767 cuts what is pasted without a word."""
_MOST_SHOWN = 2_000
"""Characters. No line is wide enough for more, and measuring them all for each painting takes long."""


class PlainLine(QLineEdit):
    """A bare line. Once it has no typing left to undo, Ctrl+Z goes on to the window's own undo.

    Text too long for it ends in "…" while the focus is elsewhere, and shows in full as a tooltip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setMaxLength(_EVERYTHING)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut():
            QToolTip.showText(event.globalPos(), shortened(self.text() or self.placeholderText(), _MOST_SHOWN), self)
            return True
        return super().event(event)

    def is_cut(self) -> bool:
        """Whether not all of the text can be seen."""
        words = self.text() or self.placeholderText()
        return self.echoMode() is QLineEdit.EchoMode.Normal and self._fitting(words) != words

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self.createStandardContextMenu(), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or not self.text() or not self.is_cut():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, self._fitting(self.text()))

    def _fitting(self, words: str) -> str:
        """What Qt shows of them: asked in the same way, so that no pixel makes a difference."""
        return self.fontMetrics().elidedText(words[:_MOST_SHOWN], Qt.TextElideMode.ElideRight, self._room().width())

    def _room(self) -> QRect:
        return self.contentsRect().adjusted(_INSET, 0, -_INSET, 0)


class TextField(FieldFrame):
    """One line of text. `edited` while a person types; `left` when she leaves; `entered` on Enter."""

    edited = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        lead: str = "",
        role: Role = Role.BODY,
        parent: QWidget | None = None,
    ) -> None:
        """`placeholder` is an example, never the label."""
        self.line = PlainLine()
        self._role = role
        super().__init__(theme, self.line, lead=lead, parent=parent)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)

    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    def width_for(self, text: str) -> int:
        """Pixels that the field takes to show all of `text`, and a caret after it."""
        margins = self._row.contentsMargins()
        others = [item.widget() for place in range(1, self._row.count()) if (item := self._row.itemAt(place))]
        trailing = sum(one.sizeHint().width() for one in others if one is not None and not one.isHidden())
        inside = self.line.fontMetrics().horizontalAdvance(text) + 2 * _INSET + _CARET
        return inside + margins.left() + trailing + margins.right()

    def set_text(self, text: str) -> None:
        """Show `text`, without `edited`; keeps the caret when nothing changes."""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def forget_typing(self) -> None:
        """There is nothing to undo any more: the field now stands for another thing's text."""
        self.line.setText(self.line.text())

    def set_read_only(self, read_only: bool) -> None:
        """Text to read and copy only."""
        self.line.setReadOnly(read_only)
        self.set_off(read_only)

    def restyle(self) -> None:
        self.line.setFont(self.theme.font(self._role))
        super().restyle()
