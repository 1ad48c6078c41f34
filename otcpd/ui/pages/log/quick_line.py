"""One line of plain English becomes an activity; how it is read shows while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.actions import activities
from otcpd.domain.errors import OtcpdError
from otcpd.domain.words import quoted
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.understood import UnderstoodParts
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.text_field import TextField
from otcpd.ui.words import EXAMPLE, LONG_LINE, MORE_LINES

if TYPE_CHECKING:
    from otcpd.domain.quick_add import Understood
    from otcpd.domain.quick_note import Note

WAIT = 120
NAME = "Add in one line"


class QuickLine(QWidget):
    """Enter adds, Esc empties."""

    added = Signal(str)
    """The id of the new activity."""
    escaped = Signal()
    """Esc in an empty line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = TextField(desk.theme, placeholder=f"{NAME}: {EXAMPLE}", lead="plus")
        self.field.line.setAccessibleName(NAME)
        self.field.line.setAccessibleDescription(f"For instance {EXAMPLE}. Enter adds it.")
        self.parts = UnderstoodParts(desk.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.gap(6))
        column.addWidget(self.field)
        column.addWidget(self.parts)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._read)
        desk.session.closing.connect(self._timer.stop)
        self.field.edited.connect(self._on_edited)
        self.field.entered.connect(self._on_entered)
        self.field.line.installEventFilter(self)
        if desk.session.read_only:
            self.hide()

    def clear(self) -> None:
        """Empty the line."""
        self.field.line.clear()
        self._timer.stop()
        self.parts.show_parts(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._desk.theme
        room = self.field.width() - theme.px(18) - theme.gap(36)
        fits = theme.width(Role.BODY, f"{NAME}: {EXAMPLE}") <= room
        self.field.line.setPlaceholderText(f"{NAME}: {EXAMPLE}" if fits else NAME)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.clear()
            else:
                self.escaped.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self.clear()

    def _read(self) -> None:
        from otcpd.actions.quick_add import read_line  # reading English waits until somebody types

        try:
            read = read_line(self._desk.session.record, self.field.text())
        except OtcpdError:
            self.parts.show_parts(())
            return
        self.parts.show_parts(shown_parts(read), sentences(read))
        self.field.line.setAccessibleDescription(", ".join(self.parts.sentences()))

    def _on_entered(self) -> None:
        if not self.field.text().strip():
            return
        from otcpd.actions.quick_add import quick_add  # as above

        added = self._desk.session.act(quick_add, self.field.text())
        if added is not None:
            self.clear()
            self._new = added.activity
            self._desk.messages.offer_undo(f"{quoted(added.read.title)} added", self._take_back)
            self.added.emit(added.activity)

    def _take_back(self) -> None:
        self._desk.session.act(activities.delete_activity, self._new)


def sentences(read: Note) -> list[str]:
    """What the person should know of the line: words that look like more than they are, and where a long text goes."""
    told = [one.sentence for one in read.unread]
    if read.long:
        return [*told, LONG_LINE]
    return [*told, MORE_LINES] if read.description else told


def shown_parts(read: Note) -> tuple[Understood, ...]:
    """The parts to show: the title first, then what was understood, and "Today" where no day was said."""
    from otcpd.domain.quick_add import Understood  # as above

    day = (Understood("date", "", "Today"),) if read.date_assumed else ()
    return (Understood("title", read.title, read.title), *day, *read.understood)
