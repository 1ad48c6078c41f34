"""Settings: theme, text size, motion. Of this computer, not of the CPD file: everything takes effect at once."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from otcpd.ui.look_settings import choose_still, choose_text_size, choose_theme
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.theme.theme import ThemeChoice
from otcpd.ui.theme.type import TEXT_SIZES, Role
from otcpd.ui.widgets.combo import ComboBox
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.rule import Rule
from otcpd.ui.widgets.segmented import SegmentedControl
from otcpd.ui.widgets.switch import Switch

THEMES = ((ThemeChoice.SYSTEM, "System"), (ThemeChoice.LIGHT, "Light"), (ThemeChoice.DARK, "Dark"))
CONTRAST = "The contrast theme of your system is on: its colours are used, whatever you choose here."
STILL = "Reduce motion"
STILL_WHY = "Panes and messages then come and go at once."


class LookSection(SettingsSection):
    """What the eye needs."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        theme = desk.theme
        self.theme_choice = SegmentedControl(theme, "Theme", THEMES)
        self.text_size = ComboBox(theme, [(str(size), f"{size:.0%}") for size in TEXT_SIZES])
        self.still = Switch(theme, STILL)
        self._contrast = IconLine(theme, "info", CONTRAST, token="info", wrap=True)
        self._add_theme()
        self._add_size()
        self._add_motion()
        theme.changed.connect(self.refresh)
        self.theme_choice.chosen.connect(self._on_theme)
        self.text_size.chosen.connect(self._on_size)
        self.still.toggled.connect(self._on_still)

    def refresh(self) -> None:
        theme = self.desk.theme
        self.theme_choice.set_value(theme.choice)
        self.text_size.set_value(str(min(TEXT_SIZES, key=self._distance)))
        if self.still.isChecked() is not theme.still:
            self.still.setChecked(theme.still)
        self._contrast.setVisible(theme.contrast)

    def show_thing(self, rest: str) -> None:
        targets: dict[str, QWidget] = {
            "size": self.text_size,
            "theme": self.theme_choice.segment(self.desk.theme.choice),
            "motion": self.still,
        }
        if rest in targets:
            targets[rest].setFocus()

    def _add_theme(self) -> None:
        theme = self.desk.theme
        card = self.add_card()
        box = QVBoxLayout()
        box.setSpacing(theme.gap(2))
        box.addWidget(Label(theme, "Theme", Role.LABEL))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(self.theme_choice)
        row.addStretch(1)
        box.addLayout(row)
        card.body.addLayout(box)
        card.body.addWidget(self._contrast)

    def _add_size(self) -> None:
        theme = self.desk.theme
        card = self.add_card()
        card.body.addWidget(
            FormField(
                theme,
                "Text size",
                self.text_size,
                help_text="Ctrl and + or - change it on every page, Ctrl+0 sets it back.",
            )
        )
        card.body.addWidget(Rule(theme))
        sample = QVBoxLayout()
        sample.setSpacing(theme.gap(4))
        sample.addWidget(Label(theme, "Journal club on falls", Role.CARD_TITLE, wrap=True))
        sample.addWidget(Label(theme, "Thursday 19 November 2026, 1 h 30. Work-based", Role.META, "ink2", wrap=True))
        sample.addWidget(
            Label(theme, "Light matters more than rugs. I now ask how somebody gets about at night.", wrap=True)
        )
        card.body.addLayout(sample)

    def _add_motion(self) -> None:
        card = self.add_card()
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addLayout(Overhang(self.still))
        box.addWidget(Label(self.desk.theme, STILL_WHY, Role.META, "ink2", wrap=True))
        card.body.addLayout(box)

    def _distance(self, size: float) -> float:
        return abs(size - self.desk.theme.factor)

    def _on_theme(self, choice: str) -> None:
        choose_theme(self.desk.theme, self.desk.machine, ThemeChoice(choice))

    def _on_size(self, size: str) -> None:
        choose_text_size(self.desk.theme, self.desk.machine, float(size))

    def _on_still(self, still: bool) -> None:
        if still is not self.desk.theme.still:
            choose_still(self.desk.theme, self.desk.machine, still)
