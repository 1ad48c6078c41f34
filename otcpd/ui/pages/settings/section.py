"""What every section of the settings is."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.card import Card
from otcpd.ui.widgets.label import Label


class SettingsSection(QWidget):
    """A title, a sentence, and what the section puts below them into `column`: cards, as a rule.

    It is made when it is first shown. The page gives it its width, scrolls it and tells it when to leave. Every
    field saves itself, and is checked when it is left.
    """

    HEARS: ClassVar[frozenset[str]] = frozenset()
    """The kinds of things ("person", "setting") whose changes call `refresh`; an unseen section waits until shown."""

    page_wanted = Signal(str, str)
    """Go to another page (its key), to a thing there (its id, or empty)."""
    elsewhere_wanted = Signal()
    """The person wants what cannot be saved in another file."""

    def __init__(self, desk: Desk, name: str, sentence: str, parent: QWidget | None = None) -> None:
        """`name` and `sentence` as the table of sections has them."""
        super().__init__(parent)
        self.desk = desk
        self._stale = False
        self.title = Label(desk.theme, name, Role.DETAIL_TITLE, wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setAccessibleName(name)
        self.title.setAccessibleDescription(sentence)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.gap(16))
        head = QVBoxLayout()
        head.setSpacing(desk.theme.gap(4))
        head.addWidget(self.title)
        head.addWidget(Label(desk.theme, sentence, Role.WHY, "ink2", wrap=True))
        self.column.addLayout(head)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        desk.session.changed.connect(self._on_changed)

    def add_card(self, title: str = "", fact: str = "") -> Card:
        """Put a card below what is there; its `body` takes the fields."""
        card = Card(self.desk.theme, title, fact)
        self.column.addWidget(card)
        return card

    def take_focus(self) -> None:
        """The section was just opened: focus on its title, which has it read out."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the file holds now, and leave alone what somebody is typing."""

    def leave(self) -> None:
        """Another section or page comes: read what still stands in fields."""

    def apply_layout(self, layout: Layout) -> None:
        """The window has another width or text size."""

    def show_thing(self, rest: str) -> None:
        """Go to something in the section: what stood after its key, "a1b2" of "erase a1b2". Never empty."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self.HEARS.isdisjoint(changes.rows):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
