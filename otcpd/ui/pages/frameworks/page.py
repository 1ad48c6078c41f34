"""The page "Frameworks": what the profession and the employer say that people can."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.file_names import safe_name
from otcpd.domain.framework import Framework
from otcpd.domain.frameworks import Frameworks
from otcpd.ui.file_names import documents_folder, with_ending
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.frameworks import offers, words
from otcpd.ui.pages.frameworks.pane import FrameworkPane
from otcpd.ui.pages.sides import ListAndSide
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.down_scroll import DownScroll
from otcpd.ui.widgets.page_header import PageHeader, put_first
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.row_list import RowList
from otcpd.ui.widgets.tab_walk import TabWalk

if TYPE_CHECKING:
    from otcpd.ui.pages.frameworks.new_dialog import NewDialog

# Dialogs, and what reads and writes files, are imported when they are wanted: the page comes up without them.

_MATTERS = ("framework", "framework_link")
_MEMORY = "frameworks_list"
_MOST_ROWS = 60
"""Frameworks that the list is as high as; more scroll inside it."""


class FrameworksPage(PageView):
    """The list at the left, the one that is open at the right. It reads the file when it is shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        self._kept = desk.session.frameworks
        theme = desk.theme
        self._stale = True
        self._quiet = False
        self.open_ref = ""
        """"framework@edition" of the one that is open."""
        self.header = PageHeader(theme, words.PAGE)
        self.bring = Button(theme, words.IMPORT, icon="download")
        self.new = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        self.list = RowList(theme, words.PAGE, most=_MOST_ROWS)
        self.pane = FrameworkPane(desk)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._listing = DownScroll(theme, self._inner)
        self.sides = ListAndSide(desk, self._listing, self.pane, _MEMORY)
        self.dialog: Standing[PanelDialog] = Standing()
        self.tabs = TabWalk(self)
        self._build()
        self._connect()
        self.apply_layout(WIDE)

    @property
    def known(self) -> Frameworks:
        """All there are."""
        return self._kept.now()

    @property
    def framework(self) -> Framework | None:
        """The one that is open."""
        return self.known.edition(self.open_ref) if self.open_ref else None

    def take_focus(self) -> None:
        if self._listing.isHidden():  # what is open has its place
            self.pane.take_focus()
        else:
            self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        listing = self.sides if self._listing.isHidden() else self.list
        return (self.header.title, listing, self.pane.search.line, self.pane.list)

    def enter(self, area: QWidget) -> None:
        if area is self.sides:
            self._to_list()
            return
        if area in (self.pane.search.line, self.pane.list):
            self.sides.show_side()
        super().enter(area)
        if self._listing.isAncestorOf(area):
            self._listing.ensureWidgetVisible(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.IMPORT}…", self.bring_in, changes=True),
            Command("File", f"{words.SHARE}…", self.share),
        )

    def start_new(self) -> None:
        """A new framework of one's own."""
        from otcpd.ui.pages.frameworks.new_dialog import NewDialog

        if not self.desk.session.read_only:
            self._start(NewDialog(self.desk, self))

    def bring_in(self) -> None:
        """Choose a file that holds a framework."""
        from otcpd.ui.pages.frameworks.import_dialog import ImportDialog

        if not self.desk.session.read_only:
            dialog = ImportDialog(self.desk, self)
            dialog.taken.connect(self._on_taken)
            self.dialog.open(dialog)

    def search(self) -> None:
        self.sides.show_side()
        self.pane.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_thing(self, thing: str) -> None:
        """`thing` is an offer, "framework@edition", or an item of it, or the id of one's own."""
        self.refresh()
        if self._begin(thing):
            return
        own = next((str(one.ref) for one in self.known.all if one.id and one.id == thing), thing)
        framework = self.known.edition(own) or self.known.of_item(own)
        if framework is not None:
            self._choose(str(framework.ref))
            self.sides.show_side()
            item = self.known.item(own)
            if item is not None:
                self.pane.list.choose(item.code)

    def take_up(self, offer: str) -> None:
        self.refresh()
        self._begin(offer)

    def leave(self) -> None:
        self.desk.session.flush()

    def apply_layout(self, layout: Layout) -> None:
        gap = self.desk.theme.gap
        self.header.set_stacked(layout.stacked)
        self.header.set_one_line(layout.header_in_one_line)
        inset = max(0, gap(layout.edge) - gap(12))
        # Where list and framework take turns, the head scrolls away with the list, which then has the whole height.
        put_first(self._head_place, self._column if layout.one_pane else self._whole)
        beyond = gap(layout.edge) - inset if layout.one_pane else gap(layout.edge)
        above = gap(12 if layout.header_in_one_line else 26)
        self._head.setContentsMargins(beyond, above, beyond - RING_SPACE, gap(8))
        self._column.setContentsMargins(inset, 0 if layout.one_pane else gap(8), gap(4), gap(8))
        self.pane.apply_layout(layout)
        self.sides.apply_layout(layout)
        self.tabs.soon()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._stale = False
        try:
            known = self.known
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self.header.set_fact(words.fact(known))
        self._quiet = True
        self.list.show_rows(list(words.list_rows(known)))
        if self.open_ref:
            self.list.choose(self.open_ref)
        self._quiet = False
        self.open_ref = self.list.chosen_key()
        self._show_open()

    def share(self) -> None:
        """Save the open framework as a file for somebody else."""
        one = self.framework
        if one is None:
            return
        from otcpd.actions.pathway.framework_export import ENDINGS

        self.desk.session.flush()
        name = safe_name(f"{one.name} {one.edition}") or one.code
        place = documents_folder() / f"{name}{ENDINGS[0]}"
        chosen = partial(self._save, str(one.ref))
        self.desk.desktop.choose_place(self.window(), words.SHARE, place, words.SHARE_KINDS, chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.sides.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))

    # Building

    def _build(self) -> None:
        self.header.add_button(self.bring)
        self.header.add_button(self.new)
        for button in (self.bring, self.new):
            button.setVisible(not self.desk.session.read_only)
        self._head_place = QWidget()
        self._head = QVBoxLayout(self._head_place)
        self._head.addWidget(self.header)
        self._column.addWidget(self.list)
        self._column.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(1)
        self._whole.addWidget(self._head_place)
        self._whole.addWidget(self.sides, 1)
        self.lead_back(self.header, "pathway", "Pathway")

    def _connect(self) -> None:
        pane = self.pane
        self.desk.session.changed.connect(self._on_changed)
        self.desk.session.closing.connect(self.tabs.stop)
        self.new.clicked.connect(self.start_new)
        self.bring.clicked.connect(self.bring_in)
        self.list.chosen.connect(self._on_chosen)
        self.list.open_wanted.connect(self._on_open_wanted)
        self.list.clicked.connect(self._on_clicked)
        self.sides.list_shown.connect(self._on_list_shown)
        pane.back_wanted.connect(self._to_list)
        pane.item_wanted.connect(self._open_item)
        pane.add_wanted.connect(self._add_items)
        pane.share_wanted.connect(self.share)
        pane.about_wanted.connect(self._open_about)
        pane.copy_wanted.connect(self._copy)
        pane.edition_wanted.connect(self._new_edition)
        pane.delete_wanted.connect(self._delete)

    # Choosing

    def _on_chosen(self, key: str) -> None:
        if not self._quiet and key:
            self.open_ref = key
            self._show_open()
            self._bring_in_sight()

    def _bring_in_sight(self) -> None:
        """The list is as high as its rows: what holds it scrolls."""
        row = self.list.visualRect(self.list.currentIndex())
        for corner in (row.bottomLeft(), row.topLeft()):
            self._listing.ensureVisible(0, self.list.viewport().mapTo(self._inner, corner).y(), 0, 0)

    def _on_open_wanted(self, key: str) -> None:
        self._on_chosen(key)
        self.sides.show_side()
        self.pane.take_focus()

    def _on_clicked(self) -> None:
        if self.sides.one_pane and self.list.chosen_key():
            self._on_open_wanted(self.list.chosen_key())

    def _choose(self, ref: str) -> None:
        self.open_ref = ref
        self._quiet = True
        self.list.choose(ref)
        self._quiet = False
        self._show_open()

    def _show_open(self) -> None:
        one = self.framework
        if one is not None:
            self.pane.show_framework(one, self.known)
            self.tabs.soon()

    def _to_list(self) -> None:
        self.sides.show_list()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_list_shown(self, shown: bool) -> None:
        self._head_place.setVisible(shown)
        self.update()

    def _begin(self, offer: str) -> bool:
        deeds = {offers.NEW: self.start_new, offers.IMPORT: self.bring_in}
        if offer in deeds:
            deeds[offer]()
        return offer in deeds

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._stale = True
            if self.isVisible():
                self._follow_open(changes)
                self.refresh()

    def _follow_open(self, changes: Changes) -> None:
        """The open one may have another edition's name now."""
        shown = self.pane.framework
        if shown is not None and shown.id in changes.of("framework"):
            now = next((one for one in self.known.all if one.id == shown.id and one.deleted is None), None)
            self.open_ref = str(now.ref) if now is not None else ""

    # Dialogs

    def _start(self, dialog: NewDialog) -> None:
        dialog.made.connect(self._on_made)
        self.dialog.open(dialog)

    def _on_made(self, framework: str) -> None:
        found = next((one for one in self.known.all if one.id == framework), None)
        if found is not None:
            self._on_taken(str(found.ref))
            self.pane.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, ref: str) -> None:
        self.refresh()
        self._choose(ref)
        self.sides.show_side()
        self.pane.take_focus()

    def _copy(self) -> None:
        from otcpd.ui.pages.frameworks.new_dialog import NewDialog

        if self.framework is not None:
            self._start(NewDialog(self.desk, self, copied=self.framework))

    def _new_edition(self) -> None:
        from otcpd.ui.pages.frameworks.new_dialog import NewDialog

        if self.framework is not None:
            self._start(NewDialog(self.desk, self, edition_of=self.framework))

    def _open_about(self) -> None:
        from otcpd.ui.pages.frameworks.about_dialog import AboutDialog

        if self.framework is not None:
            self.dialog.open(AboutDialog(self.desk, self.framework, self))

    def _add_items(self) -> None:
        from otcpd.ui.pages.frameworks.add_dialog import AddDialog

        one = self.framework
        if one is not None and one.own:
            dialog = AddDialog(self.desk, one, self.pane.list.chosen_code(), self)
            dialog.added.connect(self.pane.list.choose)
            self.dialog.open(dialog)

    def _open_item(self, code: str) -> None:
        from otcpd.ui.pages.frameworks.item_dialog import ItemDialog

        one = self.framework
        if one is not None and code in one.by_code:
            dialog = ItemDialog(self.desk, one, one.by_code[code], self)
            dialog.moved.connect(self.pane.list.choose)
            self.dialog.open(dialog)

    def _delete(self) -> None:
        from otcpd.actions.pathway.framework_edit import delete_framework

        one, session = self.framework, self.desk.session
        if one is None or not one.own:
            return
        gone = session.act(delete_framework, one.id)
        if gone:
            self.desk.messages.offer_undo(f"‘{one.name}’ deleted", session.undo, passing=True)
            self._to_list()

    def _save(self, ref: str, places: list[Path]) -> None:
        from otcpd.actions.pathway.framework_export import ENDINGS, prepare_export, write_job
        from otcpd.background import task

        session = self.desk.session
        try:
            file = prepare_export(session.record, with_ending(places[0], *ENDINGS), ref, self.known)
        except OtcpdError as error:
            session.problem.emit(error)
            return
        job = session.background.call(task(write_job, file), self._on_saved, session.problem.emit)
        session.closing.connect(job.cancel)

    def _on_saved(self, out: object) -> None:
        assert isinstance(out, Path)
        self.desk.messages.say(f"Saved as ‘{out.name}’")
