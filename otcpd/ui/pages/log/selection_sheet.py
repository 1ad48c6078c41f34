"""One thing chosen from a list, or typed where it may be new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.models.options import Option
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.filters_picker import OptionPicker
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below, room_beside

WIDTH = 320


class PickSheet(PopUpSheet):
    """Enter or a click takes one and closes; Esc closes."""

    picked = Signal(str)
    """The key of an option, or the words typed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self.takes_new = False
        self.picker = OptionPicker(desk.theme)
        self._title = Label(desk.theme, "", Role.LABEL)
        self._hint = Label(desk.theme, "Enter adds what you typed.", Role.META, "ink2")
        column = QVBoxLayout(self)
        gap = desk.theme.gap(12)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(desk.theme.gap(6))
        for widget in (self._title, self.picker, self._hint):
            column.addWidget(widget)
        self.picker.taken.connect(self._on_taken)
        self.picker.typed.connect(self._on_typed)
        desk.session.closing.connect(self.close)

    def open_below(self, button: QWidget, what: str, options: Sequence[Option], *, new: bool) -> None:
        """Offer these below a button; with `new`, other words than theirs may be typed."""
        self.takes_new = new
        self.setAccessibleName(what)
        self._title.setText(what)
        self._hint.setVisible(new)
        self.picker.offer(what, options, tickable=False, takes_new=new)
        self.resize(self._desk.theme.px(WIDTH), min(self.sizeHint().height(), room_beside(button)))
        place_below(self, button)
        self.show()
        self.picker.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_taken(self, key: str) -> None:
        self.close()
        self.picked.emit(key)

    def _on_typed(self, text: str) -> None:
        if self.takes_new and text.strip() and self.isVisible():
            self.close()
            self.picked.emit(text)
