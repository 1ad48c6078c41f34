"""The third screen of a first run: where the file is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.files import SUFFIX
from otcpd.domain.errors import OtcpdError
from otcpd.domain.file_names import safe_name
from otcpd.ui.desktop import Desktop
from otcpd.ui.file_names import documents_folder, free_place, with_ending
from otcpd.ui.pages.welcome import words
from otcpd.ui.pages.welcome.screen import Screen
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.theme import Theme
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.tile import IconTile


class Place(Screen):
    """The file's name and folder, and a way to choose others."""

    done = Signal(object)
    """The Path at which to make the file."""

    def __init__(self, theme: Theme, desktop: Desktop, parent: QWidget | None = None) -> None:
        super().__init__(theme, words.PLACE, words.PLACE_WHY, words.PLACE_STEP, parent)
        self._desktop = desktop
        self.place = Path()
        self._name = Label(theme, "", Role.BODY_STRONG)
        self._folder = Label(theme, "", Role.WHY, "ink2")
        self.other = Button(theme, words.OTHER_PLACE, compact=True)
        self.problem = IconLine(theme, "error", token="error", wrap=True)
        self.make = Button(theme, words.MAKE, Kind.FILLED)
        self._build()
        self.other.clicked.connect(self._on_other)
        self.make.clicked.connect(self._on_make)

    def suggest(self, person: str) -> None:
        """Begin with a place that is free, in the person's documents."""
        self._show(free_place(documents_folder(), safe_name(words.file_name(person)), SUFFIX))

    def show_problem(self, error: OtcpdError | None) -> None:
        """Say why the file could not be made there."""
        self.problem.setText(error.text if error else "")
        self.problem.setVisible(error is not None)
        self.other.setAccessibleDescription(self.problem.text())
        if error is not None:
            self.other.setFocus()

    def take_focus(self) -> None:
        self.make.setFocus()

    def _build(self) -> None:
        theme = self.theme
        card = Card(theme)
        card.setAccessibleName(words.PLACE_LABEL)
        row = QHBoxLayout()
        row.setSpacing(theme.gap(16))
        row.addWidget(IconTile(theme, "file", 44))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._folder)
        row.addLayout(names, 1)
        card.body.addLayout(row)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(44) + theme.gap(16) - RING_SPACE, 0, 0, 0)
        below.addWidget(self.other)
        below.addStretch(1)
        card.body.addLayout(below)
        self.column.addWidget(card)
        self.problem.hide()
        self.column.addWidget(self.problem)
        self.column.addWidget(Label(theme, words.PLACE_HELP, Role.WHY, "ink2", wrap=True))
        self.add_ways(self.make)

    def _show(self, place: Path) -> None:
        self.place = place
        self._name.setText(place.name)
        self._folder.setText(words.in_folder(str(place.parent)))
        self._folder.setToolTip(str(place.parent))
        self.make.setAccessibleDescription(f"{place.name} {self._folder.text()}")
        self.show_problem(None)

    def _on_other(self) -> None:
        self._desktop.choose_place(self, words.CHOOSE_PLACE, self.place, words.CPD_FILES, self._on_chosen)

    def _on_chosen(self, places: list[Path]) -> None:
        chosen = places[0]
        self._show(with_ending(chosen, SUFFIX))
        self.make.setFocus()

    def _on_make(self) -> None:
        self.done.emit(self.place)
