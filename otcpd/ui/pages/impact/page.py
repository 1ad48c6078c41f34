"""The page "Impact"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.bin import put_back
from otcpd.actions.pathway.impacts import delete_impact, new_impact
from otcpd.domain.changes import Changes
from otcpd.domain.words import quoted
from otcpd.record.record import Record
from otcpd.ui import words as common
from otcpd.ui.layout import WIDE, Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.impact import words
from otcpd.ui.pages.impact.contents import ImpactContents
from otcpd.ui.pages.impact.list_pane import ImpactPane
from otcpd.ui.pages.impact.offers import FROM, NEW, ROLL_UP
from otcpd.ui.pages.impact.pane import ImpactForm
from otcpd.ui.pages.sides import ListAndSide
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.panel_dialog import PanelDialog
from otcpd.ui.widgets.tab_walk import TabWalk

_SEEN_INSIDE = ("layer", "setting")


class ImpactPage(PageView):
    """Chains by theme at the left, the open one at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self.contents = ImpactContents(desk.session.record)
        self.open_chain = ""
        """The chain that is open; empty for none."""
        self._deleted = ""
        self._begun = False
        self._quiet = False
        self.header = PageHeader(theme, words.PAGE)
        self._top = QWidget()
        self._head = QVBoxLayout(self._top)
        self.make_page = Button(theme, words.MAKE_PAGE, icon="page")
        self.new = Button(theme, words.NEW, Kind.FILLED, icon="plus")
        self.pane = ImpactPane(desk, self.contents)
        self.side = QStackedWidget()
        self._nothing = Ground(theme, "surface")
        self.side.addWidget(self._nothing)
        self._form: ImpactForm | None = None
        self.sides = ListAndSide(desk, self.pane, self.side, "impact_width")
        self.tabs = TabWalk(self)
        self.dialog: Standing[PanelDialog] = Standing()
        self._layout = WIDE
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._build()
        self._connect()
        self.apply_layout(WIDE)
        self._refresh()

    @property
    def form(self) -> ImpactForm:
        """The pane for a chain, built when first needed."""
        if self._form is None:
            form = self._form = ImpactForm(self.desk)
            form.apply_layout(self._layout)
            self.side.addWidget(form)
            form.back_wanted.connect(self._to_list)
            form.delete_wanted.connect(self._delete)
            form.activity_wanted.connect(self._to_activity)
            form.filled.connect(self.tabs.soon)
            form.saved.save_elsewhere.connect(self.elsewhere_wanted)
        return self._form

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        listing = self.sides if self.pane.isHidden() else self.pane.area()
        return (self.header.title, self.pane.search.line, listing, self.side)

    def enter(self, area: QWidget) -> None:
        if area is self.sides:
            self._to_list()
        elif area is self.side:
            self._to_side()
        else:
            super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.MAKE_PAGE}…", self.make_figures),
            Command("Edit", words.DELETE, self._delete_open, "Delete", bound=False, changes=True),
        )

    def start_new(self) -> None:
        self._begin("")

    def search(self) -> None:
        self.sides.show_list()
        self.pane.search.line.setFocus()
        self.pane.search.line.selectAll()

    def show_thing(self, thing: str) -> None:
        """`thing` is the id of a chain, an offer, or "from " with the id of an activity."""
        if thing.startswith(FROM):
            self._begin(thing.removeprefix(FROM))
        elif thing in self.contents.chains:
            self.pane.show_all_if_hidden(thing)
            self._open(thing)
            if self.sides.one_pane:
                self._to_side()
        else:
            self.take_up(thing)

    def take_up(self, offer: str) -> None:
        if offer == NEW:
            self.start_new()
        elif offer == ROLL_UP:
            self.make_figures()

    def preview(self) -> None:
        self.make_figures()

    def make_figures(self) -> None:
        """Open the dialog that makes the page of figures and stories."""
        from otcpd.ui.pages.impact.figures_dialog import FiguresDialog  # with all that draws pages

        self.leave()
        dialog = FiguresDialog(self.desk, self)
        dialog.chain_wanted.connect(self._from_dialog)
        self.dialog.open(dialog)

    def leave(self) -> None:
        if self._form is not None:
            self._form.leave()

    def apply_layout(self, layout: Layout) -> None:
        self._layout = layout
        theme, edge = self.desk.theme, self.desk.theme.gap(layout.edge)
        above = theme.gap(12 if layout.header_in_one_line else 26)
        self._head.setContentsMargins(edge, above, edge - RING_SPACE, theme.gap(8))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.one_pane)
        self.header.set_stacked(layout.stacked)
        self._show_buttons()
        self.pane.apply_layout(layout)
        if self._form is not None:
            self._form.apply_layout(layout)
        self.sides.apply_layout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        y = self.sides.geometry().top() - 1
        hairline(QPainter(self), QPointF(0, y), QPointF(self.width(), y), self.desk.theme.colour("line"))
        if not self._begun:
            self._begun = True  # the list comes up first
            self._first.start()

    # Building

    def _build(self) -> None:
        self.lead_back(self.header, "pathway", "Pathway")
        self.header.add_button(self.make_page)
        self.header.add_button(self.new)
        self.new.setVisible(not self.desk.session.read_only)
        self._head.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addSpacing(1)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        session = self.desk.session
        session.changed.connect(self._on_changed)
        session.reverted.connect(self._on_reverted)
        for end in (self._first.stop, self.tabs.stop, self.pane.search.stop):
            session.closing.connect(end)
        self._first.timeout.connect(self._open_first)
        for make in (self.make_page, self.pane.make_page):
            make.clicked.connect(self.make_figures)
        for button in (self.new, self.pane.new, self.pane.start):
            button.clicked.connect(self.start_new)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.search.escaped.connect(self._to_list)
        self.pane.list.open_wanted.connect(self._on_open_wanted)
        self.pane.list.clicked.connect(self._on_clicked)
        self.pane.list.delete_wanted.connect(self._delete)
        self.sides.list_shown.connect(self._on_list_shown)

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes):
            self._refresh()
        elif self.open_chain and any(changes.of(kind) for kind in _SEEN_INSIDE):
            self._load()

    def _on_reverted(self, changes: Changes) -> None:
        touched = [one for one in changes.of("impact") if one in self.contents.chains]
        if len(touched) == 1 and touched[0] != self.open_chain and self.isVisible():
            self.show_thing(touched[0])

    def _refresh(self) -> None:
        """Fill the page anew; what is open stays open, or its neighbour comes in its place."""
        chains = self.contents.chains
        self.header.set_fact(words.fact(list(chains.values())))
        self._show_buttons()
        self._quiet = True
        self.pane.show_rows()
        self._quiet = False
        if self.open_chain in chains:
            self._load()
        elif self.open_chain:
            self._open_near()
        self.sides.set_empty(not chains)
        self.tabs.soon()

    def _show_buttons(self) -> None:
        """The empty page has its own button; in a small window they stand beside the search."""
        wanted = bool(self.contents.chains) and not self._layout.stacked
        self.new.setVisible(wanted and not self.desk.session.read_only)
        self.make_page.setVisible(wanted)

    def _load(self) -> None:
        self.form.load(self.contents.chains[self.open_chain], self.contents.themes())
        self.side.setCurrentWidget(self.form)

    def _open_near(self) -> None:
        key = self.pane.list.chosen_key()
        if key:
            self._open(key)
        else:
            self.open_chain = ""
            self.side.setCurrentWidget(self._nothing)
            self.sides.show_list()

    def _open_first(self) -> None:
        if not self.open_chain and not self.sides.one_pane:
            self._open_near()

    # Choosing and opening

    def _open(self, key: str) -> None:
        if key != self.open_chain:
            self.leave()
            self.open_chain = key
            self._load()
            self.tabs.soon()
        self._quiet = True
        self.pane.list.choose(key)
        self._quiet = False

    def _on_chosen(self, key: str) -> None:
        if not self._quiet and key:
            self._open(key)

    def _on_clicked(self) -> None:
        if self.sides.one_pane and self.pane.list.chosen_key():
            self._on_open_wanted(self.pane.list.chosen_key())

    def _on_open_wanted(self, key: str) -> None:
        self._open(key)
        self._to_side()

    def _to_list(self) -> None:
        self.sides.show_list()
        self.pane.take_focus()

    def _to_side(self) -> None:
        if self.open_chain:
            self.sides.show_side()
            self.form.take_focus()

    def _on_list_shown(self, shown: bool) -> None:
        self._top.setVisible(shown or not self.sides.one_pane)

    def _to_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _from_dialog(self, chain: str) -> None:
        self.show_thing(chain)
        self._to_side()

    # Making and deleting

    def _begin(self, activity: str) -> None:
        session = self.desk.session
        if session.read_only:
            return
        self.leave()
        made = session.act(_begin_chain, activity or None)
        if made is not None:
            chain = made.created[0]  # before its link
            self.pane.show_all_if_hidden(chain)
            self._open(chain)
            self._to_side()

    def _delete_open(self) -> None:
        if self.open_chain:
            self._delete(self.open_chain)

    def _delete(self, chain: str) -> None:
        session = self.desk.session
        self.leave()
        title = words.title(self.contents.chains[chain])
        if session.read_only:
            return
        if session.act(delete_impact, chain):
            self._deleted = chain
            self.desk.messages.offer_undo(common.in_the_bin(quoted(title), 1), self._bring_back)
            self._to_list()

    def _bring_back(self) -> None:
        if self.desk.session.act(put_back, [self._deleted]):
            self.show_thing(self._deleted)


def _begin_chain(record: Record, activity: str | None) -> Changes:
    return new_impact(record, activity=activity)
