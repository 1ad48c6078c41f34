"""One thing that a role asks: where it is from, where she is, what shows it, and what to do about it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from otcpd.actions.pathway import aims
from otcpd.actions.pathway.ladder import link_item, raise_in_session
from otcpd.domain.assessment import MOST_LEVEL
from otcpd.domain.career import ExpectationKind
from otcpd.domain.changes import Changes
from otcpd.domain.dates import long_day
from otcpd.domain.errors import NotAcceptable
from otcpd.domain.ladder import Shown
from otcpd.domain.marked_level import MarkedLevel
from otcpd.record.record import Record
from otcpd.ui import words as general
from otcpd.ui.layout import Layout
from otcpd.ui.models.rows import Row
from otcpd.ui.models.rungs import STANDING_WORDS, RungRow
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.field_binding import FieldBinding
from otcpd.ui.pages.form_pane import OpenedPane
from otcpd.ui.pages.linked_rows import pick_activity
from otcpd.ui.pages.next_role import words
from otcpd.ui.pages.next_role.activities_part import ActivitiesPart
from otcpd.ui.pages.next_role.contents import NextRoleContents
from otcpd.ui.painting import RING_SPACE
from otcpd.ui.theme.type import Role
from otcpd.ui.widgets.button import Button, Kind
from otcpd.ui.widgets.choice_menu import ChoiceMenu
from otcpd.ui.widgets.flow import FlowLayout
from otcpd.ui.widgets.form_field import FormField
from otcpd.ui.widgets.icon_line import IconLine
from otcpd.ui.widgets.label import Label
from otcpd.ui.widgets.link_button import LinkButton
from otcpd.ui.widgets.parsed_field import ParsedField
from otcpd.ui.widgets.rung_list import STANDING_TOKENS
from otcpd.ui.widgets.saved_field import NO_NAME, SavedField

MOST_SHOWN = 30
"""Activities behind one thing: the newest of them; all are in the log."""


class RungPane(OpenedPane):
    """Follows what is chosen in the list."""

    page_wanted = Signal(str, str)
    removed = Signal()
    moved = Signal(str, int)
    """Up (-1) or down (1) among all that is asked."""

    def __init__(self, desk: Desk, contents: NextRoleContents, parent: QWidget | None = None) -> None:
        super().__init__(desk, "What the role asks", parent=parent)
        self._contents = contents
        self._row: RungRow | None = None
        self._raise_day: date | None = None
        theme, session = desk.theme, desk.session
        self.title = Label(theme, "", Role.DETAIL_TITLE, wrap=True).head()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more = Button(theme, icon="dots", kind=Kind.QUIET, name="More to do with this")
        self.standing = IconLine(theme, "missing", "", role=Role.BODY_STRONG, token="ink", wrap=True)
        self.why = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._asked = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self._notes = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.text = SavedField(theme, missing=NO_NAME)
        self.level = ParsedField(theme, _read_level, str)
        self._text = FieldBinding(session, self.text, "What the role asks")
        self._level = FieldBinding(session, self.level, "Level")
        self._now = Label(theme, "", Role.WHY, "ink2", wrap=True)
        self.assess = LinkButton(theme, "Open self-assessment", "wheel")
        self.shown = ActivitiesPart(desk, "What shows it", "Take the link away")
        self.suggested = ActivitiesPart(desk, "From your log, not linked yet", "Link it", "plus")
        self.suggested.act.setAccessibleName("Link it")
        self.met = Button(theme, words.MET, icon="tick", compact=True)
        self.name_it = Button(theme, "Name what shows it…", compact=True)
        self.raise_it = Button(theme, words.RAISE, icon="bubbles", compact=True)
        self.goal = Button(theme, words.MAKE_GOAL, compact=True)
        self._rule = Label(theme, "", Role.META, "ink2", wrap=True)
        self._build()
        self._connect()

    @property
    def key(self) -> str:
        """The key of what is shown; empty for nothing."""
        return self._row.key if self._row is not None else ""

    def load(self, row: RungRow) -> None:
        """Show one, or show it again."""
        self._row = row
        rung, expectation = row.rung, row.rung.expectation
        item = expectation.kind is ExpectationKind.ITEM
        frameworks = self._contents.frameworks
        self.title.setText(row.title)
        self.title.setAccessibleName(row.title)
        standing = rung.standing
        self.standing.show_line(standing.value, STANDING_WORDS[standing], "ink", STANDING_TOKENS[standing])
        self.why.setText(rung.why)
        self._asked.setText(words.asked(expectation, frameworks.of_item(expectation.item)))
        known = frameworks.item(expectation.item) if item else None
        self._notes.setText(known.notes if known is not None else "")
        self._notes.setVisible(bool(known is not None and known.notes))
        self._text_form.setVisible(not item)
        self._level_form.setVisible(item)
        self._text.bind(("role_expectation", row.key, "text"), expectation.text or None, partial(_edit_text, row.key))
        self._level.bind(("role_expectation", row.key, "level"), expectation.level, partial(_edit_level, row.key))
        self._load_now(row)
        self._load_shown(row)
        self.load_suggestions()
        self._load_ways(row)

    def close_row(self) -> None:
        """Nothing is open."""
        self._row = None

    def load_suggestions(self) -> None:
        """Show what may show it, as far as the log was looked through."""
        row = self._row
        if row is None:
            return
        self.suggested.setVisible(row.rung.expectation.kind is not ExpectationKind.OTHER)
        found = self._contents.suggestions(row)
        facts = self._contents.facts
        if found is None or facts is None:
            self.suggested.show_rows((), words.READING)
            return
        by_id = {one.id: one for one in facts.activities}
        rows = [_activity_row(by_id[one.activity], one.why) for one in found]
        self.suggested.show_rows(rows, "" if rows else words.NO_SUGGESTIONS)

    def leave(self) -> None:
        """Read what still stands in fields."""
        if self._row is not None and not self.desk.session.read_only:
            item = self._row.rung.expectation.kind is ExpectationKind.ITEM
            (self.level if item else self.text).commit()
            self.desk.session.flush()

    def take_focus(self) -> None:
        """Onto the title, which has it read out."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_layout(self, layout: Layout) -> None:
        super().apply_layout(layout)
        self._name_raise()

    def make_menu(self) -> ChoiceMenu:
        """What else can be done with it."""
        menu = ChoiceMenu(self)
        menu.offer("Move up", partial(self.moved.emit, self.key, -1))
        menu.offer("Move down", partial(self.moved.emit, self.key, 1))
        menu.addSeparator()
        menu.offer("Take it off this role", self.remove)
        return menu

    def remove(self) -> None:
        """Take it off the role, with a way back."""
        session, row = self.desk.session, self._row
        if row is not None and session.act(aims.remove_expectation, row.key) is not None:
            self.desk.messages.offer_undo("Taken off the role", session.undo, passing=True)
            self.removed.emit()

    # Filling

    def _load_now(self, row: RungRow) -> None:
        expectation = row.rung.expectation
        item = expectation.kind is ExpectationKind.ITEM
        for widget in (self._now_head, self._now, self.assess):
            widget.setVisible(item)
        if item:
            marked = self._contents.marked(expectation.item)
            self._now.setText(self._where_now(row, marked))

    def _where_now(self, row: RungRow, marked: MarkedLevel | None) -> str:
        expectation, frameworks = row.rung.expectation, self._contents.frameworks
        if marked is None:
            return words.where_now(None, None, "", "")
        label, of = frameworks.label(marked.item), frameworks.of_item(marked.item)
        other = of is not frameworks.of_item(expectation.item)
        named = (of.short or of.name) if of is not None and other else ""
        return words.where_now(marked, expectation.level, label if label != row.title else "", named)

    def _load_shown(self, row: RungRow) -> None:
        shown, item = row.rung.shown, row.rung.expectation.item
        rows = [_activity_row(one, _kept(one)) for one in shown[:MOST_SHOWN]]
        note = words.NOTHING_SHOWS if not rows else ""
        if len(shown) > MOST_SHOWN:
            note = f"The newest {MOST_SHOWN} of {len(shown):,}."
        self.shown.show_rows(rows, note, frozenset(one.id for one in shown if item and item in one.standards))

    def _load_ways(self, row: RungRow) -> None:
        read_only = self.desk.session.read_only
        expectation = row.rung.expectation
        said = expectation.done_on is not None or expectation.activity is not None
        self.met.setText(words.NOT_MET if said else words.MET)
        self.name_it.setVisible(not read_only and not said and expectation.kind is not ExpectationKind.ITEM)
        self.goal.setVisible(not read_only and expectation.kind is ExpectationKind.ITEM)
        found = self._contents.next_session()
        self._raise_day = found[1] if found is not None else None
        self._name_raise()
        if self._contents.facts is not None:
            self._rule.setText(f"{words.rule_told(self._contents.facts.rule)} {words.OTHERWISE}")

    def _name_raise(self) -> None:
        today = self.desk.session.record.clock.today()
        self.raise_it.setText(words.raise_on(self._raise_day, today, brief=self._layout.stacked))
        self.raise_it.setAccessibleName(words.raise_on(self._raise_day, today, brief=False))

    # Building

    def _build(self) -> None:
        theme = self.desk.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap(4))
        for widget in (self.standing, self.why):
            column.addWidget(widget)
        self._text_form = FormField(theme, "In your words", self.text)
        self._level_form = FormField(theme, "Level asked", self.level, optional=True)
        self._now_head = self.head("Where I am now")
        ways = QWidget()
        flow = FlowLayout(ways, gap=theme.gap(10) - 2 * RING_SPACE)
        for button in (self.met, self.name_it, self.raise_it, self.goal):
            flow.addWidget(button)
        self.add_back()
        self.add(head)
        self.add(told)
        self.add(ways, left=RING_SPACE)
        asked = (self.head("What the role asks"), self._asked, self._notes, self._text_form, self._level_form)
        for part in (*asked, self._now_head, self._now):
            self.add(part)
        self.add(self.assess, left=RING_SPACE)
        for activities in (self.shown, self.suggested):
            self.add(activities, left=RING_SPACE, right=RING_SPACE)
        self.add(self._rule)
        self.show_form()
        for deed in (self.met, self.name_it, self.raise_it, self.goal, self.more):
            deed.setVisible(not self.desk.session.read_only)

    def _connect(self) -> None:
        self.more.clicked.connect(self._open_menu)
        self.assess.clicked.connect(self._on_assess)
        for part in (self.shown, self.suggested):
            part.open_wanted.connect(self._on_activity)
        self.shown.act_wanted.connect(self._on_unlink)
        self.suggested.act_wanted.connect(self._on_link)
        self.met.clicked.connect(self._on_met)
        self.name_it.clicked.connect(self._on_name)
        self.raise_it.clicked.connect(self._on_raise)
        self.goal.clicked.connect(self._on_goal)

    # What can be done

    def _open_menu(self) -> None:
        self.make_menu().open_below(self.more)

    def _on_assess(self) -> None:
        self.page_wanted.emit("assessment", "")

    def _on_activity(self, activity: str) -> None:
        self.page_wanted.emit("log", activity)

    def _on_link(self, activity: str) -> None:
        row, session = self._row, self.desk.session
        if row is None:
            return
        expectation = row.rung.expectation
        if expectation.kind is ExpectationKind.ITEM:
            done = session.act(link_item, activity, expectation.item)
        else:
            done = session.act(aims.mark_met, row.key, None, activity)
        if done:
            self.desk.messages.offer_undo("Activity linked", session.undo, passing=True)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unlink(self, activity: str) -> None:
        row, session = self._row, self.desk.session
        if row is not None and session.act(link_item, activity, row.rung.expectation.item, on=False) is not None:
            self.desk.messages.offer_undo("Link taken away", session.undo, passing=True)

    def _on_met(self) -> None:
        row, session = self._row, self.desk.session
        if row is None:
            return
        said = row.rung.expectation.done_on is not None or row.rung.expectation.activity is not None
        if session.act(aims.mark_met, row.key, None if said else session.record.clock.today()):
            self.desk.messages.offer_undo("Marked as not met" if said else "Marked as met", session.undo, passing=True)

    def _on_name(self) -> None:
        asked = "Which activity shows it?"
        pick_activity(self.desk, asked, partial(self._on_named, self.key), self, "Name this activity")

    def _on_named(self, key: str, activity: str) -> None:
        self.desk.session.act(aims.mark_met, key, None, activity)

    def _on_raise(self) -> None:
        row, session, aim = self._row, self.desk.session, self._contents.aim
        found = self._contents.next_session()
        if row is None or aim is None:
            return
        if found is None:
            self.page_wanted.emit("supervision", "")
            return
        done = session.act(raise_in_session, found[0], words.topic(row.title, aim.called))
        if done is None:
            return
        if done:
            self.desk.messages.offer_undo(f"On the agenda of {long_day(found[1])}", session.undo, passing=True)
        else:
            self.desk.messages.say(f"It is on the agenda of {long_day(found[1])} already")

    def _on_goal(self) -> None:
        if self._row is not None:
            expectation = self._row.rung.expectation
            level = "" if expectation.level is None else f" {expectation.level}"
            self.page_wanted.emit("pathway", f"new {expectation.item}{level}")


def _read_level(text: str) -> int:
    level = text.strip().lower().removeprefix("level").strip()
    if not level.isdecimal() or int(level) > MOST_LEVEL:
        raise NotAcceptable(f"‘{text.strip()}’ is no level.", next_step=f"A level is a number up to {MOST_LEVEL}.")
    return int(level)


def _kept(one: Shown) -> str:
    """ "3 November 2026, written up, with evidence"."""
    said = [long_day(one.day), "written up" if one.written else "not written up yet"]
    return ", ".join([*said, *(["with evidence"] if one.evidence else [])])


def _activity_row(one: Shown, meta: str) -> Row:
    return Row(one.id, one.title or general.NO_TITLE, meta, "log", lines=2)


def _edit_text(key: str, record: Record, value: str | None) -> Changes:
    return aims.edit_expectation(record, key, "text", value or "")


def _edit_level(key: str, record: Record, value: int | None) -> Changes:
    return aims.edit_expectation(record, key, "level", value)
