"""The head of the page: title, fact, and what can be done with all of the log."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.reading import words
from otcpd.ui.pages.reading.contents import ALL
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.page_header import PageHeader


class ReadingHead(QWidget):
    """Where there is little room, all but "Add reading" is in a menu, and so is the choice of what is listed."""

    bring_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal(str)
    """Save the list, as ".pdf" or ".docx"."""
    state_wanted = Signal(str)
    """List these alone."""
    pathway_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._theme = theme
        self._read_only = desk.session.read_only
        self._stacked = False
        self._any = False
        self.state = ALL
        """What is listed now, for the tick in the menu."""
        self.header = PageHeader(theme, words.PAGE)
        self.copy = Button(theme, words.COPY, Kind.QUIET, icon="note")
        self.bring = Button(theme, words.BRING_IN, icon="download")
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More on this page")
        self.new = Button(theme, words.ADD, Kind.FILLED, icon="plus")
        self.header.set_back("Pathway", self._to_pathway)
        for button in (self.copy, self.bring, self.more, self.new):
            self.header.add_button(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self.copy.clicked.connect(self.copy_wanted)
        self.bring.clicked.connect(self.bring_wanted)
        self.more.clicked.connect(self._open_menu)
        self._fit()

    def show_counts(self, to_read: int, read: int) -> None:
        """Say how many there are."""
        self._any = bool(to_read or read)
        self.header.set_fact(words.fact(to_read, read))
        self._fit()

    def apply_layout(self, layout: Layout) -> None:
        """Fit to the window."""
        gap = self._theme.gap
        self._stacked = layout.stacked
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        above = gap(4 if layout.stacked else 12 if layout.header_in_one_line else 26)
        self._column.setContentsMargins(gap(layout.edge), above, gap(layout.edge) - RING_SPACE, gap(8))
        self._fit()

    def make_menu(self) -> ChoiceMenu:
        """What else there is."""
        menu = ChoiceMenu(self)
        if self._stacked:
            for state, told in ((ALL, "All"), *words.STATES):
                menu.offer(told, partial(self.state_wanted.emit, state), ticked=state == self.state)
            menu.addSeparator()
            if not self._read_only:
                menu.offer(f"{words.BRING_IN}…", self.bring_wanted.emit)
            menu.offer(words.COPY, self.copy_wanted.emit)
        menu.offer(f"{words.SAVE} as PDF…", partial(self.save_wanted.emit, ".pdf"))
        menu.offer(f"{words.SAVE} as a Word document…", partial(self.save_wanted.emit, ".docx"))
        return menu

    def _fit(self) -> None:
        self.copy.setVisible(self._any and not self._stacked)
        self.bring.setVisible(not self._read_only and not self._stacked)
        self.more.setVisible(self._any or self._stacked)
        self.new.setVisible(self._any and not self._read_only)
        self.new.setText("" if self._stacked else words.ADD)
        self.new.setToolTip(words.ADD if self._stacked else "")
        self.new.setAccessibleName(words.ADD)
        self.new.updateGeometry()

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _to_pathway(self) -> None:
        self.pathway_wanted.emit()
