"""The page "Next role"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from otcpd.actions.pathway.aims import Asked, add_expectation, move_expectation, take_expectations
from otcpd.domain.career import ExpectationKind
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.ladder import Evidence
from otcpd.domain.words import counted
from otcpd.ui.layout import Layout
from otcpd.ui.letting_go import Standing
from otcpd.ui.pages.base import Command, Desk, PageView
from otcpd.ui.pages.late_line import make_or_wait
from otcpd.ui.pages.next_role import offers, words
from otcpd.ui.pages.next_role.contents import NextRoleContents
from otcpd.ui.pages.next_role.list_pane import RungPaneLeft
from otcpd.ui.pages.next_role.pane import RungPane
from otcpd.ui.pages.sides import ListAndSide
from otcpd.ui.painting import RING_SPACE, hairline
from otcpd.ui.widgets.ask_sheet import AskSheet
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.ground import Ground
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.tab_walk import TabWalk
from otcpd.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from otcpd.ui.pages.next_role.paper_dialog import LadderDialog
    from otcpd.ui.pages.next_role.taking import TakeDialog


class NextRolePage(PageView):
    """What is asked at the left, the chosen one at the right. It is read in slices once it is on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme = desk.theme
        self.contents = NextRoleContents(desk.session)
        self.header = PageHeader(theme, words.PAGE)
        self.lead_back(self.header, "pathway", "Pathway")
        self.switch = Button(theme, "Another role", trailing="chevron")
        self.save = Button(theme, words.SAVE_PAPER, icon="page")
        self.add = Button(theme, words.ADD, Kind.FILLED, icon="plus")
        self.pane = RungPaneLeft(desk, self.contents)
        self.detail = RungPane(desk, self.contents)
        self._nothing = Ground(theme, "surface")
        self.side = QStackedWidget()
        self.side.addWidget(self._nothing)
        self.side.addWidget(self.detail)
        self.sides = ListAndSide(desk, self.pane, self.side, "next_role_width")
        self.taking: Standing[TakeDialog] = Standing()
        self.paper: Standing[LadderDialog] = Standing()
        self._stale = True
        self._wanted = ""
        self._offer = ""
        """What is to be done once everything has been read."""
        self._fresh = ""
        """What was just added, and is shown in the list once it has been read."""
        self._reading: Iterator[None] | None = None
        self._looking: Iterator[None] | None = None
        self.tabs = TabWalk(self)
        self._slice = QTimer(self)
        self._slice.setInterval(0)
        self._head = QWidget()
        self._header_box = QVBoxLayout(self._head)
        self._stacked = False
        self._build()
        self._connect()

    @property
    def ready(self) -> bool:
        """Whether everything has been read and looked through."""
        return not self._stale and self._reading is None and self._looking is None

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        return (self.header.title, self.pane.tools.search.line, self.pane.area(), self.detail.title)

    def enter(self, area: QWidget) -> None:
        if area is self.detail.title and self.detail.key:
            self.sides.show_side()
        elif area is not self.detail.title:
            self.sides.show_list()
        super().enter(area)

    def commands(self) -> Sequence[Command]:
        return (
            Command("File", f"{words.ADD}…", self._add_from_framework, changes=True),
            Command("File", f"{words.SAVE_PAPER}…", self.preview),
            Command("Edit", "Take it off this role", self._remove, "Delete", bound=False, changes=True),
        )

    def start_new(self) -> None:
        if not self.desk.session.read_only and self.contents.aim is not None:
            self._add_from_framework()

    def search(self) -> None:
        self.sides.show_list()
        self.pane.tools.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.tools.search.line.selectAll()

    def show_thing(self, thing: str) -> None:
        """`thing` is the id of a role aimed for, or of something that it asks."""
        if thing:
            self._wanted = thing
            self.contents.choose(thing)
            self.refresh()

    def take_up(self, offer: str) -> None:
        self._offer = offer
        if self._stale or self._reading is None:
            self.refresh()

    def leave(self) -> None:
        self.detail.leave()

    def preview(self) -> None:
        """Open the dialog that shows what the role asks as a document, and saves it."""
        if self.contents.aim is None or self.contents.facts is None:
            self.desk.messages.say("There is no role to aim for yet")
            return
        from otcpd.ui.pages.next_role.paper_dialog import LadderDialog  # with all that draws pages

        self.leave()
        self.paper.open(LadderDialog(self.desk, self.contents, self))

    def apply_layout(self, layout: Layout) -> None:
        theme = self.desk.theme
        edge, wide = theme.gap(layout.edge), not layout.header_in_one_line
        self._header_box.setContentsMargins(edge, theme.gap(26 if wide else 12), edge - RING_SPACE, theme.gap(8))
        self.header.set_one_line(layout.header_in_one_line, fact=not layout.stacked)
        self.add.setText("" if layout.stacked else words.ADD)
        self.add.setToolTip(words.ADD if layout.stacked else "")
        self._stacked = layout.stacked
        self.pane.apply_layout(layout)
        self.detail.apply_layout(layout)
        self.sides.apply_layout(layout)
        self._show_switch()
        self.tabs.soon()

    def refresh(self) -> None:
        """Read everything anew, in slices."""
        self._stale = False
        self._reading = self.contents.read()
        self._looking = None
        self._slice.start()

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
        self.add.setAccessibleName(words.ADD)
        for button in (self.save, self.switch, self.add):
            self.header.add_button(button)
        self.switch.hide()
        self.save.hide()
        self.add.setVisible(not self.desk.session.read_only)
        self._header_box.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(1)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        session, listing = self.desk.session, self.pane.list
        session.changed.connect(self._on_changed)
        session.closing.connect(self._slice.stop)
        session.closing.connect(self.tabs.stop)
        session.closing.connect(self.pane.tools.search.stop)
        self._slice.timeout.connect(self._on_slice)
        self.save.clicked.connect(self.preview)
        self.switch.clicked.connect(self._open_roles)
        self.add.clicked.connect(self._open_add)
        self.pane.add.clicked.connect(self._add_from_framework)
        self.pane.choose_role.clicked.connect(self._on_choose_role)
        listing.chosen.connect(self._on_chosen)
        listing.clicked.connect(self._on_clicked)
        listing.open_wanted.connect(self._on_open)
        listing.delete_wanted.connect(self._on_delete)
        self.detail.back_wanted.connect(self._to_list)
        self.detail.removed.connect(self._to_list)
        self.detail.moved.connect(self._on_move)
        self.detail.page_wanted.connect(self.page_wanted)
        self.sides.list_shown.connect(self._on_list_shown)

    # Reading

    def _on_slice(self) -> None:
        work = self._reading or self._looking
        if work is None:
            self._slice.stop()
            return
        try:
            next(work)
        except StopIteration:
            self._on_read()
        except OtcpdError as error:
            self._reading = self._looking = None
            self._slice.stop()
            self.desk.session.problem.emit(error)

    def _on_read(self) -> None:
        """A part of the reading is through: the roles first, then what the activities say."""
        if self._reading is not None:
            self._reading = None
            self._looking = self.contents.look_through()
            self._show()
        else:
            self._looking = None
            self._slice.stop()
            self.detail.load_suggestions()

    def _show(self) -> None:
        contents = self.contents
        aim = contents.aim
        self.pane.show_rows()
        self.header.set_fact(words.fact(aim.called, contents.ladder) if aim is not None else words.FACT_NO_AIM)
        self._show_switch()
        self.add.setVisible(aim is not None and bool(contents.rows) and not self.desk.session.read_only)
        self.sides.set_empty(not contents.rows)
        wanted, self._wanted = self._wanted, ""
        fresh, self._fresh = self._fresh, ""
        if contents.row(wanted) is not None:
            self.pane.list.choose(wanted)
            self.sides.show_side()
        elif contents.row(fresh) is not None:
            self.pane.list.choose(fresh)
            self._to_list()
        elif not self.pane.list.chosen_key() and not self.sides.one_pane:
            self.pane.list.choose_first()
        self._on_chosen(self.pane.list.chosen_key())
        self.tabs.soon()
        self._take_offer()

    def _take_offer(self) -> None:
        offer, self._offer = self._offer, ""
        if offer == offers.ADD:
            self.start_new()
        elif offer == offers.PAPER:
            self.preview()
        elif offer == offers.MISSING:
            self.pane.tools.set_standing(Evidence.MISSING)
            self._to_list()

    def _show_switch(self) -> None:
        several = len(self.contents.aims) > 1
        self.switch.setVisible(several and not self._stacked)
        self.save.setVisible(not several and bool(self.contents.rows) and not self._stacked)

    def _on_changed(self, changes: Changes) -> None:
        if self.contents.follow(changes):
            self._stale = True
            if self.isVisible():
                self.refresh()

    # Choosing

    def _on_chosen(self, key: str) -> None:
        row = self.contents.row(key)
        if row is None:
            if self.contents.row(self.detail.key) is not None:
                self.detail.leave()  # only out of sight
            self.detail.close_row()
            self.side.setCurrentWidget(self._nothing)
            return
        if self.detail.key != key:
            self.detail.leave()
        self.detail.load(row)
        self.side.setCurrentWidget(self.detail)

    def _on_clicked(self) -> None:
        if self.sides.one_pane and self.pane.list.chosen_key():
            self._on_open(self.pane.list.chosen_key())

    def _on_open(self, _key: str) -> None:
        self.sides.show_side()
        self.detail.take_focus()

    def _to_list(self) -> None:
        self.sides.show_list()
        self.pane.take_focus()

    def _on_list_shown(self, shown: bool) -> None:
        self._head.setHidden(not shown and self._stacked)

    def _on_delete(self, _key: str) -> None:
        self._remove()

    def _remove(self) -> None:
        if self.detail.key and not self.desk.session.read_only:
            self.detail.remove()

    def _on_move(self, key: str, by: int) -> None:
        order = [one.key for one in self.contents.rows]
        place = order.index(key) + by
        if 0 <= place < len(order):
            order.remove(key)
            self.desk.session.act(move_expectation, key, order[place - 1] if place else None)

    # Roles, and what they ask

    def make_roles_menu(self) -> ChoiceMenu:
        """The roles aimed for, with the one on show ticked."""
        menu = ChoiceMenu(self)
        for one in self.contents.aims:
            ticked = self.contents.aim is not None and one.id == self.contents.aim.id
            menu.offer(one.called, partial(self.show_thing, one.id), ticked=ticked)
        if self.contents.rows:
            menu.addSeparator()
            menu.offer(f"{words.SAVE_PAPER}…", self.preview)
        return menu

    def _open_roles(self) -> None:
        self.make_roles_menu().open_below(self.switch)

    def make_add_menu(self) -> ChoiceMenu:
        """Where what is asked comes from."""
        menu = ChoiceMenu(self)
        menu.offer("From a framework or role profile…", self._add_from_framework)
        menu.offer("Training…", partial(self._ask, "Training it asks for", ExpectationKind.TRAINING))
        menu.offer("Something else…", partial(self._ask, "What else it asks", ExpectationKind.OTHER))
        return menu

    def _open_add(self) -> None:
        self.make_add_menu().open_below(self.add)

    def _on_choose_role(self) -> None:
        self.page_wanted.emit("roles", "new aim")

    def _add_from_framework(self) -> None:
        from otcpd.ui.pages.next_role.taking import TakeDialog  # done once for each role

        aim = self.contents.aim
        if aim is not None:
            dialog = TakeDialog(self.desk, aim.framework, self)
            dialog.taken.connect(partial(self._on_taken, aim.id))
            self.taking.open(dialog)

    def _on_taken(self, aim: str, asked: list[Asked]) -> None:
        session = self.desk.session
        made = session.act(take_expectations, aim, asked)
        if made:
            self.desk.messages.offer_undo(
                f"{counted(len(made.created), 'item').capitalize()} taken", session.undo, passing=True
            )
            self._fresh = made.created[0]
        elif made is not None:
            self.desk.messages.say("The role asks all of it already")

    def _ask(self, label: str, kind: ExpectationKind) -> None:
        sheet = AskSheet(self.desk.theme, label, TextField(self.desk.theme), "Add it", self)
        sheet.answered.connect(partial(self._on_asked, kind, label))
        sheet.ask_below(self.add)

    def _on_asked(self, kind: ExpectationKind, label: str, text: str) -> None:
        aim = self.contents.aim
        if aim is not None:
            asked, key = Asked(kind, text), ("role_expectation", aim.id, kind)
            made = make_or_wait(self.desk.session, key, label, text, add_expectation, aim.id, asked)
            self._fresh = made.new_id if made else ""
