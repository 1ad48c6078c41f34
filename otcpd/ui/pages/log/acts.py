"""What the log does with activities: each is one step, with a message and a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from otcpd.actions import activities, portfolio
from otcpd.domain.activity import Category
from otcpd.domain.words import quoted, tally
from otcpd.ui import words
from otcpd.ui.pages.base import Desk
from otcpd.ui.pages.log.contents import LogContents


class Acts(QObject):
    """Knows the log's contents for their titles; the page listens for what is to be shown then."""

    made = Signal(str)
    """A new activity is to be opened, with the focus in its title."""
    brought_back = Signal(list)
    """Ids of activities that came back."""

    def __init__(self, desk: Desk, contents: LogContents, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._contents = contents
        self._deleted: list[str] = []

    def delete(self, ids: Sequence[str]) -> bool:
        """Delete activities, with a way back. False if nothing was deleted."""
        if self._session.read_only or not ids:
            return False
        from otcpd.actions.several import delete_several  # the first window does without it

        title = self.title_of(ids[0]) if len(ids) == 1 else ""
        done = (
            self._session.act(activities.delete_activity, ids[0])
            if len(ids) == 1
            else self._session.act(delete_several, ids)
        )
        if not done:
            return False
        self._deleted = list(ids)
        what = quoted(title) if title else _activities(ids)
        self._desk.messages.offer_undo(words.in_the_bin(what, len(ids)), self._bring_back)
        return True

    def duplicate(self, activity: str) -> None:
        """A new activity of today like this one."""
        if self._session.read_only:
            return
        from otcpd.actions.duplicating import duplicate_activity  # as above

        done = self._session.act(duplicate_activity, activity)
        if done:
            self.made.emit(next(one for one in done.created if one in done.of("activity")))
            self._say("Copied as a new activity of today")

    def use(self, ids: Sequence[str], on: bool) -> None:
        """Choose activities for the statement, or leave them out."""
        from otcpd.actions.several import use_several_in_statement  # as above

        if len(ids) == 1:
            self._session.act(portfolio.use_in_statement, ids[0], on)
        elif self._session.act(use_several_in_statement, ids, on):
            self._say(f"{_activities(ids)} {'in' if on else 'left out of'} your statement")

    def tag(self, ids: Sequence[str], name: str) -> None:
        """Add a tag."""
        from otcpd.actions.several import tag_several  # as above

        shown = quoted(activities.tag_name(name))
        done = self._session.act(tag_several, ids, name)
        if done is not None:
            self._say(f"Tag {shown} added to {_activities(ids)}" if done else f"They all have the tag {shown} already")

    def standard(self, ids: Sequence[str], ref: str) -> None:
        """Note that activities speak to a standard."""
        from otcpd.actions.several import add_standard_to_several  # as above
        from otcpd.ui.pages.log.filters_words import standard_name

        shown = quoted(standard_name(ref))
        done = self._session.act(add_standard_to_several, ids, ref)
        if done is not None:
            self._say(f"{_activities(ids)} added to {shown}" if done else f"They all name {shown} already")

    def categorise(self, ids: Sequence[str], category: Category) -> None:
        """Put activities under a heading."""
        from otcpd.actions.several import categorise_several  # as above
        from otcpd.catalogue import load_catalogue

        if self._session.act(categorise_several, ids, category):
            self._say(f"{_activities(ids)} put under {quoted(load_catalogue().category_label(category))}")

    def title_of(self, activity: str) -> str:
        """The title, or what stands for it."""
        return next((row.title for row in self._contents.rows if row.id == activity), "") or words.NO_TITLE

    def _say(self, sentence: str) -> None:
        self._desk.messages.offer_undo(sentence, self._session.undo, passing=True)

    def _bring_back(self) -> None:
        from otcpd.actions.several import restore_several  # as above

        ids = self._deleted
        done = (
            self._session.act(activities.restore_activity, ids[0])
            if len(ids) == 1
            else self._session.act(restore_several, ids)
        )
        if done:
            self.brought_back.emit(ids)


def _activities(ids: Sequence[str]) -> str:
    return tally(len(ids), "activity", "activities")
