"""Lines of a thing that save themselves while they are typed: topics of a session, steps of a goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from otcpd.domain.changes import Changes
from otcpd.record.record import Record
from otcpd.ui.pages.base import Desk
from otcpd.ui.widgets.check_content import Assigning, CheckLine, CheckWords
from otcpd.ui.widgets.check_list import CheckList
from otcpd.ui.widgets.check_row import CheckRow


class TypedLines(QWidget):
    """Lines of one thing. Subclasses say what is done with them, what a tick means, and who may do them."""

    def __init__(self, desk: Desk, words: CheckWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._words = words
        self.thing = ""
        """The id of what the lines are of."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list: CheckList | None = None
        desk.session.reverted.connect(self._on_reverted)

    # What subclasses say. Each action is one step on the record.

    def text_key(self, line: str) -> tuple[str, ...]:
        """The key under which the text of a line waits to be saved."""
        raise NotImplementedError

    def add_line(self, record: Record, text: str, after: str | None, thing: str) -> Changes:
        """Make a line of `thing` behind another, or as the first one; what it creates is the line alone."""
        raise NotImplementedError

    def edit_line(self, record: Record, text: str, line: str) -> Changes:
        """Set the text of a line, while it is being typed."""
        raise NotImplementedError

    def remove_line(self, record: Record, line: str) -> Changes:
        """Take a line away."""
        raise NotImplementedError

    def move_line(self, record: Record, line: str, after: str | None) -> Changes:
        """Put a line behind another, or in the first place."""
        raise NotImplementedError

    def tick(self, line: str, on: bool) -> Changes | None:
        """A line was ticked, or its tick taken away."""
        raise NotImplementedError

    def assign(self, line: str, who: str, due: object) -> None:
        """A line was given to somebody, or to a day."""

    def lead_on(self, line: str) -> None:
        """What a line is about is wanted."""

    def assigning(self) -> Assigning | None:
        """Who may do something, where anybody may."""
        return None

    # What is shown

    @property
    def lines(self) -> CheckList:
        """The rows."""
        if self._list is None:
            self._list = self._make()
        return self._list

    def show_lines(self, thing: str, lines: Sequence[CheckLine], *, fixed: bool) -> None:
        """Show the lines of a thing; `fixed` ones can be read only."""
        if thing != self.thing:
            self.thing = thing
            self.renew()
        self.lines.show_lines([self._as_typed(one) for one in lines], read_only=fixed)

    def take_focus(self) -> None:
        """Into the empty line at the end."""
        self.lines.stand_on()

    def renew(self) -> None:
        """Another thing: no row of the one before is to be kept for its typing."""
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _as_typed(self, line: CheckLine) -> CheckLine:
        """A line with the words that wait to be saved, where some do."""
        key = self.text_key(line.key)
        waiting = next((draft.text for draft in self.desk.session.autosave.drafts if draft.key == key), None)
        return line if waiting is None else replace(line, text=waiting)

    def _make(self) -> CheckList:
        made = CheckList(self.desk.theme, self._words, self.assigning())
        made.added.connect(self._on_added)
        made.given_up.connect(self._on_given_up)
        made.edited.connect(self._on_edited)
        made.removed.connect(self._on_removed)
        made.moved.connect(self._on_moved)
        made.ticked.connect(self.tick)
        made.assigned.connect(self.assign)
        made.left.connect(self.desk.session.flush)
        made.told.connect(self._on_told)
        made.onward.connect(self.lead_on)
        self._column.addWidget(made)
        return made

    # What a person does

    def _on_added(self, after: str, texts: list[str]) -> None:
        row = self.lines.adding
        if row is not None and self.desk.session.autosave.holds(*self._new_key(row)):
            self._put_off(row, after, texts[0])
            return
        for text in texts:
            done = self.desk.session.act(self.add_line, text, after or None, self.thing)
            if done is None:
                if row is not None:
                    self._put_off(row, after, text)
                return
            after = done.created[0]
            self.lines.take_key(after)

    def _new_key(self, row: CheckRow) -> tuple[str, ...]:
        return self.text_key(f"new {row.serial}")

    def _put_off(self, row: CheckRow, after: str, text: str) -> None:
        """A new line that could not be made now waits as other texts do, and is made when that is possible."""
        late = partial(self._make_late, text=text, row=row, rows=self.lines, after=after, thing=self.thing)
        self.desk.session.write(self._new_key(row), self._words.one, text, late)

    def _make_late(self, record: Record, text: str, row: CheckRow, rows: CheckList, after: str, thing: str) -> Changes:
        still = self._list is rows
        changes = self.add_line(record, text, (rows.behind(row) if still else after) or None, thing)
        if still:
            rows.take_late(row, changes.created[0])
        return changes

    def _on_given_up(self, row: object) -> None:
        if isinstance(row, CheckRow):
            self.desk.session.autosave.withdraw(*self._new_key(row))

    def _on_edited(self, line: str, text: str) -> None:
        self.desk.session.write(self.text_key(line), self._words.one, text, self.edit_line, text, line)

    def _on_removed(self, line: str) -> None:
        self.desk.session.act(self.remove_line, line)

    def _on_moved(self, line: str, after: str) -> None:
        self.desk.session.act(self.move_line, line, after or None)

    def _on_told(self, said: str) -> None:
        self.desk.announcer.say(self.lines, said)

    def _on_reverted(self) -> None:
        if self._list is not None:
            self._list.forget_typing()
