"""The first screen of a first run: whose file it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from otcpd.domain.registration import registration_number
from otcpd.ui.pages.welcome import words
from otcpd.ui.pages.welcome.screen import Screen
from otcpd.ui.theme.theme import Theme
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.text_field import TextField


class You(Screen):
    """Name and, if she has one, HCPC number."""

    done = Signal(str, str)
    """Name and number; the number may be empty."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.YOU, words.YOU_WHY, words.YOU_STEP, parent)
        self.name = TextField(theme)
        self.number = ParsedField[str](theme, registration_number, str, placeholder=words.NUMBER_EXAMPLE)
        self.name_field = FormField(theme, words.NAME, self.name, help_text=words.NAME_HELP, help_gives_way=True)
        self.number_field = FormField(theme, words.NUMBER, self.number, optional=True, help_text=words.NUMBER_HELP)
        self.go_on = Button(theme, words.GO_ON, Kind.FILLED, trailing="arrow")
        self.column.addWidget(self.name_field)
        self.column.addWidget(self.number_field)
        self.add_ways(self.go_on)
        self.go_on.clicked.connect(self._finish)
        self.name.entered.connect(self._finish)
        self.number.entered.connect(self._finish)
        self.name.left.connect(self._on_name_left)

    def take_focus(self) -> None:
        self.name.setFocus()

    def _on_name_left(self) -> None:
        if self.name.text().strip():
            self.name_field.set_problem("")

    def _finish(self) -> None:
        name = " ".join(self.name.text().split())
        self.name_field.set_problem("" if name else words.NO_NAME)
        good_number = self.number.commit()
        if not name:
            self.name.setFocus()
        elif not good_number:
            self.number.setFocus()
        else:
            self.done.emit(name, self.number.value() or "")
