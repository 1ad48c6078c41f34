"""A field for longer text that grows from two to twelve lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from otcpd.ui.painting import text_lines
from otcpd.ui.theme.dressing import slim_bars
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.field_frame import FieldFrame
from otcpd.ui.widgets.field_menu import open_field_menu

LEAST_LINES, MOST_LINES = 2, 12
BASELINE = 0.8
"""Where in a line of fixed height Qt lets the letters stand."""
MUCH = 10_000
"""Letters that no field shows without its scroll bar."""


class PlainEditor(QTextEdit):
    """Plain text only: what is pasted loses its looks, Tab leaves, Ctrl+Z goes on once typing is undone.

    With `most_pasted`, text that is pasted once there would be more than so many letters is not taken in but handed on
    by `pasted_too_much`.
    """

    pasted_too_much = Signal(str)
    much_comes = Signal()
    """A text that will need the scroll bar is about to be pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.most_pasted = 0
        self.hint, self.hint_line = "", 0
        """What stands in the empty field, and how high its lines are. Qt would set it higher than what is typed."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_field_menu(self.createStandardContextMenu(), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        composed = self.document().firstBlock().layout().preeditAreaText()
        if not self.hint or composed or not self.document().isEmpty():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        for place, text in enumerate(text_lines(self.hint, self.font(), self.viewport().width())):
            painter.drawText(QPointF(0, (place + BASELINE) * self.hint_line), text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text() if source.hasText() else ""
        if self.most_pasted and text and self._length_with(text) > self.most_pasted:
            self.pasted_too_much.emit(text)
        elif text:
            if len(text) >= MUCH:
                self.much_comes.emit()
            self.insertPlainText(text)

    def _length_with(self, text: str) -> int:
        cursor = self.textCursor()
        replaced = cursor.selectionEnd() - cursor.selectionStart()
        return len(text) + self.document().characterCount() - 1 - replaced

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files dropped here go to the page, which takes them as evidence."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().event(event)


class LongText(FieldFrame):
    """Several lines of plain text. `edited` while a person types; `left` when she leaves."""

    edited = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        least: int = LEAST_LINES,
        most: int = MOST_LINES,
        placeholder: str = "",
        role: Role = Role.BODY,
        parent: QWidget | None = None,
    ) -> None:
        """`least` and `most` are numbers of lines."""
        self.editor = PlainEditor()
        self._role = role
        self._least, self._most = least, most
        self._loading = False
        super().__init__(theme, self.editor, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slim_bars(self.editor, theme)
        self.editor.hint = placeholder
        self.editor.textChanged.connect(self._on_changed)
        self.editor.much_comes.connect(self._make_room)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What stands in the field."""
        return self.editor.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`, without `edited`; undo of typing starts afresh. Nothing happens if it stands there."""
        if text == self.text():
            return
        self._loading = True
        self.editor.setPlainText(text)
        self._set_line_height()
        self._loading = False

    def forget_typing(self) -> None:
        """There is nothing to undo any more: the field now stands for another thing's text."""
        self.editor.document().clearUndoRedoStacks()

    def set_most(self, lines: int) -> None:
        """Grow to so many lines and no further."""
        if lines != self._most:
            self._most = lines
            self._fit()

    def set_read_only(self, read_only: bool) -> None:
        """Text to read and copy only."""
        self.editor.setReadOnly(read_only)
        self.set_off(read_only)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._height())

    def restyle(self) -> None:
        self.editor.setFont(self.theme.font(self._role))
        self.editor.hint_line = self.theme.line(self._role)
        self._set_line_height()
        super().restyle()
        self._set_margins()

    def _set_margins(self) -> None:
        """As much room at the right as at the left; a scroll bar takes some of it."""
        sides, ends = self.theme.gap(12), self.theme.gap(8)
        bar = self.editor.verticalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._row.setContentsMargins(sides, ends, 5 if bar else sides, ends)

    def _height(self) -> int:
        line = self.theme.line(self._role)
        wanted = round(self.editor.document().size().height())
        inner = min(max(wanted, self._least * line), self._most * line)
        return inner + 2 * self.theme.gap(8)

    def _fit(self) -> None:
        too_long = self.editor.document().size().height() > self._most * self.theme.line(self._role) + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if too_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.editor.verticalScrollBarPolicy() != policy:
            self.editor.setVerticalScrollBarPolicy(policy)
            self._set_margins()
        self.updateGeometry()

    def _make_room(self) -> None:
        """Show the scroll bar at once: coming later, it would have the whole text broken into lines twice."""
        if self.editor.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self._set_margins()
            self._row.activate()

    def _set_line_height(self) -> None:
        document = self.editor.document()
        loading, self._loading = self._loading, True
        document.setUndoRedoEnabled(False)
        style = QTextBlockFormat()
        style.setLineHeight(self.theme.line(self._role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(style)
        document.setUndoRedoEnabled(True)
        self._loading = loading

    def _on_changed(self) -> None:
        if not self._loading:
            self.edited.emit(self.text())
