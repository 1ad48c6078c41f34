"""Ctrl+Enter on the log: the open activity is finished; on with the next that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from otcpd.actions import activities
from otcpd.domain.activity import Status
from otcpd.domain.words import quoted
from otcpd.ui import words
from otcpd.ui.models.log_entries import ActivityEntry

if TYPE_CHECKING:
    from otcpd.ui.pages.log.page import LogPage

ALL_DONE = "Nothing is left to finish."


def finish(page: LogPage) -> None:
    """Mark what is open as finished, with a way back, and open the next to finish in the order of the list."""
    session, messages = page.desk.session, page.desk.messages
    if session.read_only:
        messages.say("You can read this file but not change it.", icon="info")
        return
    page.leave()
    following = _next_to_finish(page)
    row = next((one for one in page.contents.rows if one.id == page.open_key), None)
    if row is not None and row.status is Status.CAPTURED:
        if session.act(activities.edit_activity, row.id, "finished", True) is None:
            return
        title = quoted(row.title or words.NO_TITLE)
        left = "" if following else f". {ALL_DONE}"
        messages.offer_undo(f"{title} is finished{left}", session.undo, passing=True)
    elif not following:
        messages.say(ALL_DONE)
    if following:
        page.show_thing(following)
        page.enter(page.details)


def _next_to_finish(page: LogPage) -> str:
    """The next activity below the open one that is to finish, or the first above; empty if there is none."""
    shown = [one for one in page.pane.model.entries() if isinstance(one, ActivityEntry)]
    here = next((place for place, one in enumerate(shown) if one.key == page.open_key), -1)
    for one in (*shown[here + 1 :], *shown[: max(here, 0)]):
        if one.unfinished:
            return one.key
    listed = {one.key for one in shown}
    waiting = (row.id for row in page.contents.rows if row.status is Status.CAPTURED and row.id != page.open_key)
    return next((one for one in waiting if one not in listed), "")
