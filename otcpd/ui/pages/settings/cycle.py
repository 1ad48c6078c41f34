"""Settings: the registration cycle, and the numbers that checks and lines go by."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.cycle_card import CycleCard
from otcpd.ui.pages.settings.rules_cards import DayCard, TypesCard
from otcpd.ui.pages.settings.section import SettingsSection


class CycleSection(SettingsSection):
    """Three cards, each of which shows and saves its own."""

    HEARS = frozenset({"setting"})

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.cycle = CycleCard(desk)
        self.types = TypesCard(desk)
        self.day = DayCard(desk)
        for card in (self.cycle, self.types, self.day):
            self.column.addWidget(card)

    def refresh(self) -> None:
        self.cycle.refresh()
        self.types.refresh()
        self.day.refresh()

    def leave(self) -> None:
        if not self.desk.session.read_only:
            self.cycle.commit()
            self.day.commit()

    def show_thing(self, rest: str) -> None:
        targets: dict[str, QWidget] = {
            "dates": self.cycle.start,
            "window": self.cycle.opens,
            "types": self.types.least,
            "day": self.day.day,
        }
        if (target := targets.get(rest)) is not None:
            target.setFocus()
