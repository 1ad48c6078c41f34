"""Several activities chosen in the list: what is shown of them, and what is done with them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget

from otcpd.domain.activity import Category
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.acts import Acts
from otcpd.ui.pages.log.contents import LogContents
from otcpd.ui.pages.log.list_pane import ListPane
from otcpd.ui.pages.log.selection_pane import SelectionPane
from otcpd.ui.shell.keys import shown_keys
from otcpd.ui.widgets.choice_menu import ChoiceMenu

ENTER, SELECT_ALL = "Enter", "Ctrl+A"
"""Keys of every list, which stand in no table."""


class Selection(QObject):
    """Follows the list. While more than one activity is chosen, the bar and the pane for several stand in."""

    changed = Signal()
    """Several are chosen, or no longer."""
    open_wanted = Signal(str)
    delete_wanted = Signal(list)

    def __init__(
        self,
        desk: Desk,
        contents: LogContents,
        acts: Acts,
        pane: ListPane,
        side: QStackedWidget,
        parent: QObject,
    ) -> None:
        """`side` shows the detail first, and gets the pane for several when that is first needed."""
        super().__init__(parent)
        self._desk = desk
        self._contents = contents
        self._acts = acts
        self._list_pane = pane
        self._list = pane.list
        self._side = side
        self._pane: SelectionPane | None = None
        self.ids: list[str] = []
        """The chosen activities, in the order of the list."""
        bar = pane.bar
        self._list.picked.connect(self._on_picked)
        self._list.escaped.connect(self.clear)
        self._list.menu_wanted.connect(self._open_menu)
        bar.clear_wanted.connect(self.clear)
        bar.delete_wanted.connect(self.delete)
        bar.tag_wanted.connect(self._on_tag)
        bar.standard_wanted.connect(self._on_standard)
        bar.category_wanted.connect(self._on_category)
        bar.use_wanted.connect(self._on_use)

    @property
    def several(self) -> bool:
        """Whether more than one activity is chosen."""
        return len(self.ids) > 1

    @property
    def pane(self) -> SelectionPane:
        """What stands in the detail's place."""
        if self._pane is None:
            self._pane = SelectionPane(self._desk)
            self._side.addWidget(self._pane)
        return self._pane

    def keep(self, ids: list[str]) -> None:
        """Choose these, as far as they are shown."""
        if self._list.picked_ids() != ids:
            self._list.pick(ids)
        else:
            self._on_picked()

    def clear(self) -> None:
        """Choose one only: the one with the focus."""
        if self.several:
            entry = self._list_pane.model.entry(self._list.currentIndex())
            self._list.choose(entry.key if entry is not None and entry.key in self.ids else self.ids[0])
            self._list_pane.take_focus()

    def delete(self) -> None:
        """Delete what is chosen."""
        if self.ids:
            self.delete_wanted.emit(list(self.ids))

    def make_menu(self) -> ChoiceMenu:
        """What can be done with what is chosen."""
        menu = ChoiceMenu(self._list)
        if not self.ids:
            return menu
        writes = not self._desk.session.read_only
        first = self.ids[0]
        if not self.several:
            menu.offer("Open", partial(self.open_wanted.emit, first), key=ENTER)
            if writes:
                menu.offer("Duplicate activity", partial(self._acts.duplicate, first), key=shown_keys("duplicate"))
                chosen = any(row.chosen for row in self._contents.rows if row.id == first)
                menu.offer("Use in my statement", partial(self._acts.use, [first], not chosen), ticked=chosen)
        elif writes:
            self._list_pane.bar.fill(menu)
        menu.addSeparator()
        menu.offer("Select all activities", self._list.selectAll, key=SELECT_ALL)
        if self.several:
            menu.offer("Select this one only", self.clear, key=shown_keys("escape"))
        if writes:
            menu.addSeparator()
            what = f"Delete {len(self.ids):,} activities" if self.several else "Delete activity"
            menu.offer(what, self.delete, key=shown_keys("delete"))
        return menu

    def _open_menu(self, place: QPoint) -> None:
        menu = self.make_menu()
        if menu.actions():
            menu.popup(place)

    def _on_picked(self) -> None:
        before, self.ids = self.ids, self._list.picked_ids()
        if self.ids == before:
            return
        self._list_pane.show_chosen(len(self.ids))
        if self.several:
            wanted = set(self.ids)
            rows = [row for row in self._contents.rows if row.id in wanted]
            self.pane.show_rows(rows)
            self._side.setCurrentWidget(self.pane)
            self._desk.announcer.say(self._list, f"{len(self.ids):,} selected. {self.pane.time}")
        else:
            self._side.setCurrentIndex(0)
        if self.several != (len(before) > 1):
            self.changed.emit()

    def _on_tag(self, name: str) -> None:
        self._acts.tag(self.ids, name)

    def _on_standard(self, ref: str) -> None:
        self._acts.standard(self.ids, ref)

    def _on_category(self, category: Category) -> None:
        self._acts.categorise(self.ids, category)

    def _on_use(self, on: bool) -> None:
        self._acts.use(self.ids, on)
