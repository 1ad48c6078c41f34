"""The search field: filters while one types, says how many are left, Esc clears."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from otcpd.ui import words
from otcpd.ui.announce import Announcer
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.inset_button import InsetButton
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.text_field import TextField

MOST_FOR_COUNT = 0.3
"""The share of the field that the count may take."""
WAIT = 150
"""Milliseconds between the last key and the search."""


class _Whole(Label):
    """Never cut off by what stands beside it."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SearchField(TextField):
    """`searched` carries the query, 150 ms after the last key; `escaped` comes on Esc in an empty field."""

    searched = Signal(str)
    escaped = Signal()

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        placeholder: str,
        shortcut: QKeySequence | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """The shortcut is only shown here; the window makes it work."""
        super().__init__(theme, placeholder=placeholder, lead="search", parent=parent)
        self._announcer = announcer
        self._shortcut = shortcut.toString(QKeySequence.SequenceFormat.NativeText) if shortcut is not None else ""
        self._shortcut = self._shortcut.replace("+", " ")
        self.line.setAccessibleName(placeholder)
        self._found = _Whole(theme, "", Role.META, "ink2")
        self._found.hide()
        self._counted = "", ""
        """What was found, as a number and in words."""
        self.add_trailing(self._found)
        self._clear = InsetButton(theme, "close", words.CLEAR_SEARCH, tab_stop=False)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.add_trailing(self._clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._search)
        self._last = ""
        self.line.textChanged.connect(self._on_text)

    def clear(self) -> None:
        """Empty the field and show everything at once."""
        self.line.clear()
        self._timer.stop()
        self._search()
        self.line.setFocus()

    def stop(self) -> None:
        """Search for nothing more: what is searched is about to go."""
        self._timer.stop()

    def show_found(self, shown: int, total: int) -> str:
        """Show "3 of 21" while something is searched for, also as the field's description; gives what is shown."""
        sentence = words.shown_of(shown, total) if self.text() else ""
        self.line.setAccessibleDescription(sentence)
        self._counted = f"{shown:,}" if sentence else "", sentence
        self._fit_count()
        self._found.setVisible(bool(sentence))
        return sentence

    def tell_found(self, shown: int, total: int) -> None:
        """Show it and have it read out."""
        self._announcer.say(self.line, self.show_found(shown, total))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        measure = self.theme.metrics(Role.META)
        wanted = self.theme.px(110) + measure.horizontalAdvance(self._shortcut)
        if self._shortcut and not self.text() and self.width() > wanted + self.theme.px(80):
            painter = QPainter(self)
            painter.setFont(self.theme.font(Role.META))
            painter.setPen(self.theme.colour("ink3"))
            area = QRectF(self.rect()).adjusted(0, 0, -self.theme.gap(12), 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
            return True
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self._search()  # who goes on with what is found means what stands in the field now
        return super().eventFilter(watched, event)

    def _fit_count(self) -> None:
        """In a narrow field the number of them stands alone: the words that are typed have to be seen, too."""
        number, sentence = self._counted
        wide = self.theme.width(Role.META, sentence) > self.width() * MOST_FOR_COUNT
        self._found.setText(number if wide else sentence)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not text:
            self._found.hide()
        self._timer.start()
        self.update()

    def _search(self) -> None:
        query = self.text().strip()
        if query != self._last:
            self._last = query
            self.searched.emit(query)
