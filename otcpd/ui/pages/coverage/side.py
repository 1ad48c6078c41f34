"""The activities behind a cell, from which one gets to each of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.coverage import Coverage
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.models.rows import Row
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.coverage import words
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang
from otcpd.ui.widgets.row_list import RowList


class CoverageSide(Ground):
    """Enter or the button opens the chosen activity in the log."""

    open_wanted = Signal(str)
    """The id of an activity."""
    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self._desk = desk
        theme = desk.theme
        self.setAccessibleName(words.BEHIND)
        self.back = LinkButton(theme, words.BACK, "chevron-left")
        self.title = Label(theme, words.BEHIND, Role.CARD_TITLE, wrap=True).head()
        self.about = Label(theme, words.CHOOSE, Role.WHY, "ink2", wrap=True)
        self.list = RowList(theme, words.BEHIND)
        self.open = Button(theme, words.OPEN_IN_LOG, icon="log", compact=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.title, self.about):
            self._column.addWidget(label)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(Overhang(self.open))
        self._column.addStretch(0)
        self.back.clicked.connect(self.back_wanted)
        self.list.open_wanted.connect(self.open_wanted)
        self.open.clicked.connect(self._on_open)
        self.show_nothing()
        self.apply_layout(WIDE)

    def show_nothing(self) -> None:
        """No cell is chosen."""
        self.title.setText(words.BEHIND)
        self.about.setText(words.CHOOSE)
        self.list.show_rows([])
        self._show_list(False)

    def show_entries(self, title: str, found: Coverage, mask: int) -> None:
        """Show the activities of a mask, the newest first."""
        self.title.setText(title)
        self.about.setText(words.behind(found, mask))
        entries = found.entries(mask)[::-1]
        self.list.show_rows([Row(one.id, words.title_of(one), words.about(one), lines=2) for one in entries])
        self._show_list(bool(entries))

    def take_focus(self) -> None:
        """Onto the first of them, or the way back."""
        target = self.list if self.list.isVisible() else self.back if self.back.isVisible() else self.title
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        gap = self._desk.theme.gap
        self.back.setVisible(layout.one_pane)
        edge = gap(layout.edge if layout.one_pane else 20)
        self._column.setContentsMargins(edge, gap(18), edge, gap(14))
        self._column.setSpacing(gap(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_list(self, on: bool) -> None:
        self.list.setVisible(on)
        self.open.setVisible(on)
        self._column.setStretch(self._column.count() - 1, 0 if on else 1)

    def _on_open(self) -> None:
        if key := self.list.chosen_key():
            self.open_wanted.emit(key)
