"""A field that pops up below something, with one button that takes what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.popup import PopUpSheet
from otcpd.ui.widgets.popup_place import place_below
from otcpd.ui.widgets.text_field import TextField


class AskSheet(PopUpSheet):
    """Enter or the button gives `answered`; Esc or a click elsewhere gives nothing. It then goes for good."""

    answered = Signal(object)
    """The value of a field that reads values, else its text without blanks at its ends; never empty."""

    def __init__(self, theme: Theme, label: str, field: TextField, act: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.field = field
        self.form = FormField(theme, label, field)
        self.act = Button(theme, act, Kind.FILLED, compact=True)
        self.setAccessibleName(label)
        column = QVBoxLayout(self)
        inside = theme.gap(16)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(theme.gap(10))
        column.addWidget(self.form)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.px(280))
        self.act.clicked.connect(self._answer)
        field.entered.connect(self._answer)

    def ask_below(self, widget: QWidget) -> None:
        """Show it below `widget`, with the text chosen so that typing replaces it."""
        self.adjustSize()
        place_below(self, widget)
        self.show()
        self.field.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.line.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.deleteLater()

    def answer(self, value: object) -> None:
        """Take this for the answer."""
        self.hide()
        self.answered.emit(value)

    def _answer(self) -> None:
        value = self._value()
        if value:
            self.answer(value)
        else:
            self.adjustSize()

    def _value(self) -> object:
        field = self.field
        if isinstance(field, ParsedField):
            return field.value() if field.commit() else None
        return field.text().strip()
