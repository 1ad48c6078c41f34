"""The right side of the bin: what is chosen, to read, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.bin import BinEntry, facts_of, texts_of
from otcpd.domain.words import tally
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.bin.words import head_of, texts_to_read
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.reading import MARGIN, Passage, Reading, paragraph

ONLY_LOOK = "This file is open for reading only. Open it for writing to put things back."
MOST_NAMES = 40
"""Names of chosen things that are listed."""


class BinPane(Ground):
    """Shows one thing, or how many are chosen."""

    put_back_wanted = Signal()
    erase_wanted = Signal(str)
    """The id of the one thing to erase for good."""
    back_wanted = Signal()
    """Back to the list, where list and pane take turns."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "surface", parent)
        self.desk = desk
        self._layout = WIDE
        self._entries: tuple[BinEntry, ...] = ()
        self.setAccessibleName("Chosen in the bin")
        theme = desk.theme
        self.back = LinkButton(theme, "Back to the list", "chevron-left")
        self.head = Reading(theme, "What was deleted", fits=True)
        self.reading = Reading(theme, "Its texts", fits=True)
        self.put_back = Button(theme, "Put back", Kind.FILLED, icon="undo")
        self.erase = Button(theme, "Erase for good…", Kind.DELETE)
        self.back.clicked.connect(self.back_wanted)
        self.only_look = IconLine(theme, "info", ONLY_LOOK, token="ink2", icon_token="info", wrap=True)
        self.put_back.clicked.connect(self.put_back_wanted)
        self.erase.clicked.connect(self._on_erase)
        self._column = QVBoxLayout()
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def entries(self) -> tuple[BinEntry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[BinEntry]) -> None:
        """Show one thing whole, or several by name."""
        self._entries = tuple(entries)
        can = bool(entries) and not self.desk.session.read_only
        self.put_back.setVisible(can)
        self.only_look.setVisible(bool(entries) and not can)
        self.erase.setVisible(can and len(entries) == 1)
        self.put_back.setText("Put back" if len(entries) == 1 else f"Put back {tally(len(entries), 'thing')}")
        self.put_back.updateGeometry()
        one = entries[0] if len(entries) == 1 else None
        record = self.desk.session.record
        today = record.clock.today()
        self.head.set_passages(head_of(one, facts_of(record, one), today) if one else _number(entries))
        self.reading.set_passages(texts_to_read(texts_of(record, one)) if one else _names(entries))

    def take_focus(self) -> None:
        """Onto what can be done, or else the text."""
        target = self.put_back if self.put_back.isVisible() else self.head
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        self._layout = layout
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        """Putting back is in sight at once, however long the texts are; who erases for good has passed them."""
        ways, last = QWidget(), QWidget()
        for holder, button in ((ways, self.put_back), (last, self.erase)):
            FlowLayout(holder, gap=2).addWidget(button)
        inner = QWidget()
        inner.setLayout(self._column)
        # All but buttons, which have room for their ring inside, comes in as far as what is painted of these.
        inset: dict[QWidget, int] = {
            self.head: RING_SPACE - MARGIN,
            self.only_look: RING_SPACE,
            self.reading: RING_SPACE - MARGIN,
        }
        for widget in (self.back, self.head, ways, self.only_look, self.reading, last):
            row = QHBoxLayout()
            row.setContentsMargins(inset.get(widget, 0), 0, 0, 0)
            row.addWidget(widget)
            self._column.addLayout(row)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(DownScroll(self.desk.theme, inner))

    def _fit(self) -> None:
        gap, layout = self.desk.theme.gap, self._layout
        self.back.setVisible(layout.one_pane)
        left = gap(layout.edge) if layout.one_pane else gap(32 if layout.edge > 24 else 24)
        self._column.setContentsMargins(left - RING_SPACE, gap(20), gap(layout.edge), gap(20))
        self._column.setSpacing(gap(10))

    def _on_erase(self) -> None:
        if len(self._entries) == 1:
            self.erase_wanted.emit(self._entries[0].id)


def _number(entries: Sequence[BinEntry]) -> list[Passage]:
    return [Passage(((f"{tally(len(entries), 'thing')} chosen", False),), Role.DETAIL_TITLE)] if entries else []


def _names(entries: Sequence[BinEntry]) -> list[Passage]:
    names = [paragraph(one.name) for one in entries[:MOST_NAMES]]
    rest = len(entries) - len(names)
    return [*names, paragraph(f"And {tally(rest, 'more thing')}.", token="ink2")] if rest else names
