"""Topics, decisions and actions of a session as rows to type, tied to the CPD file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from otcpd.actions.supervision import agenda
from otcpd.domain.changes import Changes
from otcpd.domain.supervision import ActionState
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.text_binding import TextBinding
from otcpd.ui.widgets.check_content import Assigning, CheckLine, CheckWords
from otcpd.ui.widgets.check_list import CheckList
from otcpd.ui.widgets.check_row import CheckRow

_TICKED = "session_topic"


class TypedLines(CheckList):
    """What is typed saves itself, as in every field; whatever else is done to a line is a step of its own."""

    def __init__(
        self,
        desk: Desk,
        table: str,
        words: CheckWords,
        assigning: Assigning | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`table` is one of `agenda.LISTS`."""
        super().__init__(desk.theme, words, assigning, parent)
        self._desk = desk
        self._table = table
        self._one = words.one
        self._session = ""
        self._bindings: dict[CheckRow, TextBinding] = {}
        self.added.connect(self._on_added)
        self.removed.connect(self._on_removed)
        self.moved.connect(self._on_moved)
        self.ticked.connect(self._on_ticked_line)
        self.assigned.connect(self._on_assigned_line)
        self.told.connect(self._on_told)

    def load(self, session: str, lines: Sequence[CheckLine], *, fixed: bool) -> None:
        """Show the lines of a session."""
        if session != self._session:
            self.clear_new()
        self._session = session
        self.show_lines(lines, read_only=fixed or self._desk.session.read_only)
        rows = set(map(self.row, self.keys()))
        self._bindings = {row: binding for row, binding in self._bindings.items() if row in rows}
        for line in lines:
            self._bind(line, fixed=fixed)

    def _bind(self, line: CheckLine, *, fixed: bool) -> None:
        row = self.row(line.key)
        if row is None:
            return
        if row not in self._bindings:
            self._bindings[row] = TextBinding(self._desk.session, row.field, self._one)
        row.field.set_read_only(fixed or line.fixed or self._desk.session.read_only)
        save = partial(_save, table=self._table, line=line.key)
        self._bindings[row].bind((self._table, line.key, "text"), line.text, save)

    def _on_added(self, after: str, texts: list[str]) -> None:
        for number, text in enumerate(texts):
            first = not after and bool(self.keys()) and not number
            made = self._desk.session.act(agenda.add_line, self._table, self._session, text, after=after or None)
            if made is None:
                return
            after = made.new_id
            if first:
                self._desk.session.act(agenda.move_line, self._table, after, None)
            if not number:
                self.take_key(after)

    def _on_removed(self, key: str) -> None:
        self._desk.session.act(agenda.remove_line, self._table, key)

    def _on_moved(self, key: str, after: str) -> None:
        self._desk.session.act(agenda.move_line, self._table, key, after or None)

    def _on_ticked_line(self, key: str, on: bool) -> None:
        if self._table == _TICKED:
            self._desk.session.act(agenda.tick_topic, key, self._session if on else None)
        else:
            state = ActionState.DONE if on else ActionState.OPEN
            self._desk.session.act(agenda.close_action, key, state)

    def _on_assigned_line(self, key: str, who: str, due: dt.date | None) -> None:
        line = self.row(key)
        if line is None:
            return
        before = line.line
        if who != before.who:
            self._desk.session.act(agenda.edit_action, key, "who", who or None)
        if due != before.due:
            self._desk.session.act(agenda.edit_action, key, "due", due)

    def _on_told(self, words: str) -> None:
        self._desk.announcer.say(self, words)


def _save(record: Record, text: str, table: str, line: str) -> Changes:
    return agenda.edit_line(record, table, line, text, typing=True)
