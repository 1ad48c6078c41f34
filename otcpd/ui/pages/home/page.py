"""The page "Home"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from otcpd.actions.next_steps import Overview, note_renewed, overview
from otcpd.domain.changes import Changes
from otcpd.domain.errors import OtcpdError
from otcpd.domain.gaps import GAP_PREFIX, Gap, gap_key
from otcpd.domain.next_steps import Deed, NextStep
from otcpd.record.record import Record
from otcpd.ui import matters
from otcpd.ui.layout import Layout
from otcpd.ui.pages.base import Desk, PageView
from otcpd.ui.pages.home import words
from otcpd.ui.pages.home.backup_facts import BackupNews
from otcpd.ui.pages.home.checks_card import ChecksCard
from otcpd.ui.pages.home.day_watch import DayWatch
from otcpd.ui.pages.home.steps_card import StepsCard
from otcpd.ui.pages.home.timeline_card import TimelineCard
from otcpd.ui.times import at_moment
from otcpd.ui.widgets.board import Board
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.page_header import PageHeader
from otcpd.ui.widgets.tab_order import tab_stops, tab_through

if TYPE_CHECKING:
    from otcpd.ui.pages.home.gap_card import GapCard
    from otcpd.ui.pages.home.more_cards import MoreCards
    from otcpd.ui.pages.home.setup_card import SetUpCard

SETTLE = 150
"""Milliseconds after a change until all is read anew: a burst of changes costs one reading."""
QUICK = 50
"""A reading that takes longer than this waits for a longer pause."""
_MATTERS = (*matters.CHECKS, *matters.PROTECTED, "evidence", "goal", "learning_plan", "post", "record")


class HomePage(PageView):
    """Am I all right, and what next? Reads the file in one go, and again some time after it changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, words.PAGE, parent)
        theme, doable = desk.theme, not desk.session.read_only
        self.overview: Overview | None = None
        self.header = PageHeader(theme, words.PAGE)
        self.quick_note = Button(theme, words.QUICK_NOTE, icon="note")
        self.new_activity = Button(theme, words.NEW_ACTIVITY, Kind.FILLED, icon="plus")
        self.cycle = TimelineCard(theme, desk.announcer)
        self.steps = StepsCard(theme, doable=doable)
        self.checks = ChecksCard(theme)
        self.safe = IconLine(theme, "shield", "", wrap=True)
        self.backups = BackupNews(desk, self)
        self.days = DayWatch(desk.session.services.clock, self)
        self.board = Board(theme, self.header)
        self.more: MoreCards | None = None
        """What comes once the first picture is on the screen."""
        self.set_up: SetUpCard | None = None
        """There while the file holds no activity."""
        self._gap_card: GapCard | None = None
        self._opener: QWidget | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._took = 0
        self._stale = False
        self._build()
        self._connect()
        self.refresh()

    @property
    def gap_card(self) -> GapCard:
        """The form for a gap, made when it is first needed."""
        if self._gap_card is None:
            from otcpd.ui.pages.home.gap_card import GapCard  # the first window comes up without it

            card = self._gap_card = GapCard(self.desk)
            card.hide()
            card.closed.connect(self.close_gap)
            card.explained.connect(self._on_explained)
            card.activity_wanted.connect(self._on_activity_in_gap)
            self.board.add_across(card)
        return self._gap_card

    @property
    def open_gap(self) -> str:
        """The key of the gap whose form is open; empty for none."""
        card = self._gap_card
        return card.key if card is not None and card.isVisibleTo(self) else ""

    def take_focus(self) -> None:
        self.header.take_focus()

    def areas(self) -> Sequence[QWidget]:
        gap = [self._gap_card] if self._gap_card is not None and self.open_gap else []
        steps = [*self._set_up_buttons()[:1], *self.steps.buttons()[:1]]
        return (self.header.title, self.cycle.shown, *gap, *steps, self.checks.see)

    def enter(self, area: QWidget) -> None:
        if area is self._gap_card:
            self.gap_card.form.take_focus()
        else:
            super().enter(area)
        self.board.scroller.ensureWidgetVisible(area)

    def show_thing(self, thing: str) -> None:
        """`thing` is the key of a gap."""
        if thing.startswith(GAP_PREFIX):
            self._open_gap(thing)

    def leave(self) -> None:
        self.desk.session.flush()

    def refresh(self) -> None:
        """Read everything anew and show it."""
        self._settle.stop()
        self._stale = False
        clock = QElapsedTimer()
        clock.start()
        try:
            found = overview(self.desk.session.record, self.backups.facts())
        except OtcpdError as error:
            self.desk.session.problem.emit(error)
            return
        self._took = clock.elapsed()
        self.overview = found
        self.count_elsewhere("portfolio", found.to_fix)
        self._show_overview(found)

    def close_gap(self) -> None:
        """Put the form away; the focus goes back to where it was opened."""
        if not self.open_gap:
            return
        self.gap_card.form.leave()
        self.gap_card.hide()
        opener = self._opener
        target = opener if opener is not None and opener.isVisibleTo(self) else self.cycle.shown
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.scroller.ensureWidgetVisible(target)

    def apply_layout(self, layout: Layout) -> None:
        self.board.apply_layout(layout)
        self.cycle.set_narrow(layout.stacked)
        self._greet()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.days.begin()
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.days.stop()

    def _build(self) -> None:
        self.header.add_button(self.quick_note)
        self.header.add_button(self.new_activity)
        for button in (self.quick_note, self.new_activity):
            button.setVisible(not self.desk.session.read_only)
        board = self.board
        board.add_across(self.cycle)
        board.add_left(self.steps)
        board.add_right(self.checks)
        board.add_foot(self.safe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(board)

    def _connect(self) -> None:
        session = self.desk.session
        self.quick_note.clicked.connect(self.quick_note_wanted)
        self.new_activity.clicked.connect(self.new_wanted)
        self.cycle.opened.connect(self._on_opened)
        self.cycle.turned.connect(self._order_tabs)
        self.steps.wanted.connect(self._on_step)
        self.steps.more.clicked.connect(self._order_tabs)
        self.checks.see.clicked.connect(self._on_checks)
        self.backups.changed.connect(self._mark_stale)
        self.days.turned.connect(self._mark_stale)
        self._settle.timeout.connect(self.refresh)
        session.changed.connect(self._on_changed)
        self.board.stands.connect(self._show_more)
        for end in (self._settle.stop, self.board.stop, self.days.stop):
            session.closing.connect(end)

    def _show_overview(self, found: Overview) -> None:
        self._greet()
        begun = found.first_day is not None
        self.cycle.show_overview(found)
        self.checks.show_overview(found)
        if self.more is not None:
            self.more.show_overview(found)
        # Whoever begins with supervision is told of it before her first activity.
        steps = found.steps if begun else tuple(step for step in found.steps if step.page == "supervision")
        self.steps.setVisible(begun or bool(steps))
        self.checks.setVisible(begun)
        self._show_set_up(found)
        self.steps.show_steps(steps, found.days[-1].last_day if found.days else None)
        newest = self.backups.newest
        self.safe.setText(words.backed_up(at_moment(newest, found.today)) if newest is not None else "")
        self.safe.setVisible(newest is not None)
        if self.open_gap:
            gap = self._gap(self.open_gap)
            if gap is None:
                self.close_gap()
            else:
                self.gap_card.load(gap)
        self._order_tabs()

    def _show_more(self) -> None:
        from otcpd.ui.pages.home.more_cards import MoreCards

        if self.more is None and self.overview is not None:
            self.more = MoreCards(self.desk.theme, self.board, doable=not self.desk.session.read_only)
            self.more.training.again.connect(self._add_again)
            self.more.protected.wanted.connect(self._on_protected)
            self.more.show_overview(self.overview)

    def _show_set_up(self, found: Overview) -> None:
        """Three steps to begin with, until there is a first activity."""
        if found.first_day is None and self.set_up is None:
            from otcpd.ui.pages.home.setup_card import SetUpCard  # most files have begun

            self.set_up = SetUpCard(self.desk.theme, doable=not self.desk.session.read_only)
            self.set_up.wanted.connect(self._on_set_up)
            self.board.add_across(self.set_up)
        if self.set_up is not None:
            self.set_up.setVisible(found.first_day is None)
            self.set_up.show_overview(found, self.desk.session.record.people.owner())

    def _set_up_buttons(self) -> Sequence[QWidget]:
        return self.set_up.buttons() if self.set_up is not None and self.set_up.isVisibleTo(self) else ()

    def _greet(self) -> None:
        clock = self.desk.session.services.clock
        name = self.desk.session.record.people.owner().name
        self.header.set_title(words.greeting(words.local_hour(clock.now()), name))
        self.header.set_fact(words.day(clock.today()))

    def _order_tabs(self) -> None:
        """What was made anew stands where it is seen, not at the end."""
        order: list[QWidget] = [self.quick_note, self.new_activity, self.cycle.turn, self.cycle.shown]
        card = self._gap_card
        order += tab_stops(card) if card is not None else []
        order += [*self._set_up_buttons(), *self.steps.buttons(), self.checks.see]
        if self.more is not None:
            order += [*self.more.protected.buttons(), *self.more.training.buttons()]
        tab_through(self.header.title, order)

    # Gaps

    def _gap(self, key: str) -> Gap | None:
        found = self.overview
        return next((gap for gap in found.gaps if gap_key(gap.start) == key), None) if found is not None else None

    def _open_gap(self, key: str) -> None:
        gap = self._gap(key)
        if gap is None:
            return
        self._opener = QApplication.focusWidget()
        card = self.gap_card
        if self.open_gap:
            card.form.leave()
        card.load(gap)
        card.show()
        self.cycle.stand_on(key)
        self._order_tabs()
        card.form.take_focus()
        QTimer.singleShot(0, card, self._bring_gap_up)

    def _bring_gap_up(self) -> None:
        """Once it has its place: the whole form in sight if it fits, its top in any case."""
        card, scroller = self.gap_card, self.board.scroller
        bar = scroller.verticalScrollBar()
        top, bottom = card.y(), card.y() + card.height()
        if bottom > bar.value() + scroller.viewport().height() or top < bar.value():
            bar.setValue(min(top - self.desk.theme.gap(12), bottom))

    def _on_explained(self) -> None:
        self._settle.start(0)
        self.close_gap()

    def _on_activity_in_gap(self, day: date) -> None:
        made = self.desk.session.act(_new_activity, day)
        if made is not None:
            self.close_gap()
            self.page_wanted.emit("log", made.new_id)

    # What was asked for

    def _on_opened(self, key: str) -> None:
        growing = self.overview.growing if self.overview is not None else None
        if growing is not None and key == gap_key(growing.start):
            self.new_wanted.emit()
        elif key.startswith(GAP_PREFIX):
            self._open_gap(key)
        else:
            self.page_wanted.emit("log", key)

    def _on_step(self, step: NextStep) -> None:
        match step.deed:
            case Deed.GO:
                self.page_wanted.emit(step.page, step.thing)
            case Deed.EXPLAIN:
                self._open_gap(step.thing)
            case Deed.NEW:
                self.new_wanted.emit()
            case Deed.AGAIN:
                self._add_again(step.thing)
            case Deed.BACK_UP:
                self.desk.backups.back_up()
            case Deed.RENEWED:
                self._note_renewed()

    def _add_again(self, activity: str) -> None:
        """An activity of today like that one, open for what is different."""
        from otcpd.actions.duplicating import add_training_again  # seldom wanted

        session = self.desk.session
        made = session.act(add_training_again, activity)
        if made is not None:
            self.page_wanted.emit("log", next(one for one in made.created if one in made.of("activity")))
            self.desk.messages.offer_undo(words.AGAIN, session.undo, passing=True)

    def _note_renewed(self) -> None:
        session = self.desk.session
        made = session.act(note_renewed, self.overview.today) if self.overview is not None else None
        if made is not None:
            self.desk.messages.offer_undo(words.RENEWED, session.undo, passing=True)

    def _on_set_up(self, key: str) -> None:
        if key == "first":
            self.new_wanted.emit()
        else:
            self.page_wanted.emit("settings", key)

    def _on_checks(self) -> None:
        self.page_wanted.emit("portfolio", "")

    def _on_protected(self) -> None:
        self.page_wanted.emit("protected", "")

    # What changed

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in _MATTERS):
            self._mark_stale()

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle.start(SETTLE if self._took < QUICK else 3 * self._took)


def _new_activity(record: Record, day: date) -> Changes:
    from otcpd.actions.activities import new_activity  # most starts add nothing from here

    return new_activity(record, date=day)
