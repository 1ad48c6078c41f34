"""What can be done with several chosen activities; stands where the quick line stands while one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from otcpd.catalogue import load_catalogue
from otcpd.ui.pages.base import Desk
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.overhang import Overhang

if TYPE_CHECKING:
    from otcpd.ui.models.options import Option
    from otcpd.ui.pages.log.selection_sheet import PickSheet


class SelectionBar(QWidget):
    """Tells what is wanted; the page knows of which activities. It is hidden while none or one is chosen."""

    tag_wanted = Signal(str)
    standard_wanted = Signal(str)
    """The reference of a standard."""
    category_wanted = Signal(object)
    """A Category."""
    use_wanted = Signal(bool)
    delete_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self._sheet: PickSheet | None = None
        self.setAccessibleName("Chosen activities")
        self.count = Label(theme, "", Role.LABEL)
        self.clear = LinkButton(theme, "Clear")
        self.clear.setAccessibleDescription("Choose one activity only. Esc does it too.")
        self.tag = Button(theme, "Add a tag", icon="tag", compact=True)
        self.standard = Button(theme, "Link a standard", compact=True)
        self.delete = Button(theme, "Delete", Kind.DELETE, compact=True)
        self.more = Button(theme, icon="dots", compact=True, kind=Kind.QUIET, name="More for the chosen activities")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.more)
        head.addLayout(Overhang(self.clear, left=0, right=self.clear.side()))
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=2)
        for button in (self.tag, self.standard, self.delete):
            flow.addWidget(button)
        if desk.session.read_only:
            self.more.hide()
            self._buttons.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(2))
        column.addLayout(head)
        column.addLayout(Overhang(self._buttons, fills=True))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tag.clicked.connect(self.ask_tag)
        self.standard.clicked.connect(self.ask_standard)
        self.more.clicked.connect(self._open_more)
        self.delete.clicked.connect(self.delete_wanted)
        self.clear.clicked.connect(self.clear_wanted)
        self.hide()

    @property
    def sheet(self) -> PickSheet:
        """Where a tag or a standard is chosen; built when first opened."""
        if self._sheet is None:
            from otcpd.ui.pages.log.selection_sheet import PickSheet  # the first window does without it

            self._sheet = PickSheet(self._desk, self)
            self._sheet.picked.connect(self._on_picked)
        return self._sheet

    def show_count(self, count: int) -> None:
        """How many are chosen."""
        self.count.setText(f"{count:,} selected")

    def set_low(self, low: bool) -> None:
        """Where there is little height, everything stands in the menu alone."""
        self._buttons.setVisible(not low and not self._desk.session.read_only)

    def ask_tag(self) -> None:
        """Choose a tag, or type a new one."""
        from otcpd.ui.models.options import Option  # as above

        known = [Option(name, f"#{name}") for name in self._desk.session.record.activities.tags()]
        self._ask("Add a tag", known, self.tag, new=True)

    def ask_standard(self) -> None:
        """Choose a standard."""
        from otcpd.ui.pages.log.filters_options import standard_options  # as above

        self._ask("Link a standard", standard_options(), self.standard, new=False)

    def make_menu(self) -> ChoiceMenu:
        """Everything that can be done."""
        menu = ChoiceMenu(self)
        self.fill(menu)
        menu.addSeparator()
        menu.offer(self.delete.text(), self.delete_wanted.emit)
        return menu

    def fill(self, menu: ChoiceMenu) -> None:
        """Put into a menu what can be done with several, but for deleting them."""
        for button, ask in ((self.tag, self.ask_tag), (self.standard, self.ask_standard)):
            menu.offer(f"{button.text()}…", ask)
        for text, on in (("Use in my statement", True), ("Leave out of my statement", False)):
            menu.offer(text, partial(self.use_wanted.emit, on))
        categories = menu.submenu("Set the category")
        for entry in load_catalogue().categories.values():
            menu.offer(entry.short, partial(self.category_wanted.emit, entry.code), menu=categories)

    def _ask(self, what: str, options: Sequence[Option], button: Button, *, new: bool) -> None:
        self.sheet.open_below(button if button.isVisible() else self.more, what, options, new=new)

    def _open_more(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_picked(self, key: str) -> None:
        if self.sheet.takes_new:
            self.tag_wanted.emit(key)
        else:
            self.standard_wanted.emit(key)
