"""Settings: every key there is, to read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.settings.section import SettingsSection
from otcpd.ui.shell.keys import grouped_keys
from otcpd.ui.widgets.named_list import NamedList


class ShortcutsSection(SettingsSection):
    """The table of keys, group by group; arrows go through each group."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, name, sentence, parent)
        self.lists: list[NamedList] = []
        for group, entries in grouped_keys():
            card = self.add_card(group.value)
            keys = NamedList(desk.theme, group.value, to_read=True)
            keys.show_rows([Row(one.name, one.does.removesuffix("…"), one.for_people) for one in entries], "")
            card.body.addWidget(keys)
            self.lists.append(keys)
